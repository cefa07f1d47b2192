using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>How busy a crossing would be, worked out by hand: 960,000 people who eat a kilogram a day are 40 loads of 24 t, each of which
/// takes fifteen minutes of the one lane on its way there and fifteen on its way back: twenty hours of the day.</summary>
public sealed class UtilisationsTests
{
    private static readonly Scenario Behind = new()
    {
        Title = "A bridge to a camp",
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30), Unloading = Minutes(30) },
            new Crossing("bridge") { Lanes = 1, Inspection = Minutes(15) },
            new Camp("camp") { People = 960_000, Stock = Supply.Days(2), Docks = 20, Unloading = Minutes(30) },
        ],
        Routes = [Leg("depot", "bridge", 60), Leg("bridge", "camp", 60)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 200, Carries = Mass.FromTonnes(24) }],
        SupplyLines =
        [
            new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(3), UpTo = Supply.Days(5) },
        ],
    };

    private static readonly Duration FiveMinutes = Minutes(5);

    [Fact]
    public void It_is_what_passes_by_what_can_pass() => Of(Behind).Should().Be(("bridge", 40, 20 / 24d, 0));

    [Fact]
    public void Empty_vehicles_hours_and_lanes_count()
    {
        Of(Bridge(one => one with { Inspection = Each<Duration>.Of(("aid", Minutes(15)), ("empty", FiveMinutes)) })).Share
            .Should().BeApproximately(40 * 20 / 1440d, 1e-9);
        Of(Bridge(one => one with { Hours = Hours.Daily(new(8, 0), new(20, 0)) })).Share.Should().BeApproximately(20 / 12d, 1e-9);
        Of(Bridge(one => one with { Lanes = 4 })).Share.Should().BeApproximately(5 / 24d, 1e-9);
        Of(Bridge(one => one with { Lanes = Each<int>.Of(("in", 2), ("out", 1)) })).Share
            .Should().BeApproximately(10 / 24d, 1e-9, "who comes back has a lane of his own, which is the busier one");
    }

    [Fact]
    public void A_search_in_the_lane_takes_time_of_it_and_one_in_a_bay_none()
    {
        var search = new SecondarySearch { Share = 0.5, Takes = Minutes(10) };
        Of(Bridge(one => one with { Secondary = search })).Share.Should().BeApproximately(40 * 40 / 1440d, 1e-9);
        Of(Bridge(one => one with { Secondary = search with { Bays = 3 } })).Share.Should().BeApproximately(20 / 24d, 1e-9);
    }

    // Nothing comes by a line whose way nobody may pass, and so all by the other.
    [Fact]
    public void A_line_without_a_way_brings_nothing()
    {
        var two = Behind with
        {
            Places = [.. Behind.Places, new Crossing("ford") { Lanes = 1, Inspection = Minutes(15), Hours = Hours.Never },
                new Depot("west") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30), Unloading = Minutes(30) }],
            Routes = [.. Behind.Routes, Leg("west", "ford", 60), Leg("ford", "camp", 60)],
            Fleets = [.. Behind.Fleets, Behind.Fleets[0] with { Id = "western", Base = "west" }],
            SupplyLines = [.. Behind.SupplyLines, Behind.SupplyLines[0] with { Id = "west-road", From = "west", By = "western" }],
        };
        Of(two).Should().Be(("bridge", 40, 20 / 24d, 0));
        two.With((Crossing)two["ford"] with { Hours = Hours.Always }).Utilisations().Select(one => one.VehiclesPerDay)
            .Should().Equal(20, 20);
    }

    [Fact]
    public void Strangers_are_told_apart() =>
        Of(Behind with
        {
            Fleets = [.. Behind.Fleets, new Fleet("traders") { Traffic = "aid", Through = "bridge", Arrivals = Arrivals.Poisson(24) }],
        }).Should().Be(("bridge", 40, 20 / 24d, 6 / 24d));

    // Of what is found on the spot nothing is brought; what is sent by schedule is sent whatever is needed, and the rest is ordered.
    [Fact]
    public void What_is_brought_is_what_is_needed_or_sent()
    {
        Of(Behind with { Commodities = [Behind.Commodities[0] with { LocalShare = 0.25 }] }).Vehicles.Should().BeApproximately(30, 1e-9);
        var sends = Behind.SupplyLines[0] with
        {
            Id = "daily", WhenBelow = null, UpTo = null, Commodities = ["food"], Send = Rate.PerDay(Quantity.Tonnes(240)),
        };
        Of(Behind with { SupplyLines = [Behind.SupplyLines[0], sends] }).Vehicles.Should().BeApproximately(40, 1e-9);
        Of(Behind with { SupplyLines = [sends with { Send = Rate.PerDay(Quantity.Tonnes(2_400)) }] }).Vehicles
            .Should().BeApproximately(100, 1e-9);
    }

    // The hub eats nothing, and what its camp needs passes both bridges. A line that leads back from the camp is no circle to get lost in:
    // half of what the hub needs is asked of the camp, and passes the ford once more.
    [Fact]
    public void What_is_passed_on_counts_at_every_crossing()
    {
        var chain = Behind with
        {
            Places =
            [
                Behind.Places[0], Behind.Places[1], ((Camp)Behind.Places[2]) with { Loading = Minutes(30) },
                new Crossing("ford") { Lanes = 2, Inspection = Minutes(30) },
                new Depot("hub") { Stock = Food(1_000), Docks = 20, Loading = Minutes(30), Unloading = Minutes(30) },
            ],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "hub", 10), Leg("hub", "ford", 60), Leg("ford", "camp", 60)],
            Fleets =
            [
                .. Behind.Fleets, Behind.Fleets[0] with { Id = "vans", Base = "hub", WorksFrom = ["camp"], Carries = Mass.FromTonnes(8) },
            ],
            SupplyLines =
            [
                new("first")
                {
                    From = "depot", To = "hub", By = "trucks", Commodities = ["food"], WhenBelow = Food(3_000), UpTo = Food(5_000),
                },
                Behind.SupplyLines[0] with { From = "hub", By = "vans" },
            ],
        };
        var back = new SupplyLine("back")
        {
            From = "camp", To = "hub", By = "vans", Commodities = ["food"], WhenBelow = Food(10), UpTo = Food(20),
        };

        Loads(chain).Should().Equal(("bridge", "camp", 40), ("ford", "camp", 120));
        Loads(chain with { SupplyLines = [.. chain.SupplyLines, back] }).Should().Equal(("bridge", "camp", 20), ("ford", "camp", 180));

        static IEnumerable<(string, string, double)> Loads(Scenario scenario) => scenario.Utilisations()
            .Select(one => (one.Crossing.Value, one.To.Single().Value, Math.Round(one.VehiclesPerDay, 9)));
    }

    // Ten tonnes of each lorry's twenty-four carry one piece of twenty; thirty a day are thirty loads.
    [Fact]
    public void Pieces_are_not_cut_in_two() =>
        Of(Behind with
        {
            Commodities = [new("tank") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(20) }],
            Places = [Behind.Places[0], Behind.Places[1], new Town("camp") { Docks = 20, Unloading = Minutes(30) }],
            SupplyLines =
            [
                Behind.SupplyLines[0] with
                {
                    WhenBelow = null, UpTo = null, Commodities = ["tank"], Send = Rate.PerDay(Quantity.Pieces(30)),
                },
            ],
        }).Vehicles.Should().Be(30);

    // 240 t are sent to the hub, once, and two camps live on it: of 1,920 t a day the rest is ordered.
    [Fact]
    public void What_is_sent_counts_once_whoever_gets_it()
    {
        var hub = Behind with
        {
            Places =
            [
                .. Behind.Places, new Camp("other") { People = 960_000, Stock = Supply.Days(2), Docks = 20, Unloading = Minutes(30) },
                new Depot("hub") { Stock = Food(1_000), Docks = 20, Loading = Minutes(30), Unloading = Minutes(30) },
            ],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "hub", 10), Leg("hub", "camp", 60), Leg("hub", "other", 60)],
            Fleets = [.. Behind.Fleets, Behind.Fleets[0] with { Id = "vans", Base = "hub" }],
            SupplyLines =
            [
                new("first") { From = "depot", To = "hub", By = "trucks", Commodities = ["food"], UpTo = Food(5_000) },
                new("daily")
                {
                    From = "depot", To = "hub", By = "trucks", Commodities = ["food"], Send = Rate.PerDay(Quantity.Tonnes(240)),
                },
                Behind.SupplyLines[0] with { From = "hub", By = "vans" },
                Behind.SupplyLines[0] with { Id = "second", From = "hub", To = "other", By = "vans" },
            ],
        };
        Of(hub).Vehicles.Should().BeApproximately(80, 1e-9);
    }

    // A line kept for when little is left, and one that is not yet at work, bring nothing as things stand.
    [Fact]
    public void Of_several_lines_those_count_that_order_first()
    {
        var both = Behind with
        {
            Places = [.. Behind.Places, new Crossing("ford") { Lanes = 1, Inspection = Minutes(15) },
                new Depot("reserve") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30) }],
            Routes = [.. Behind.Routes, Leg("reserve", "ford", 60), Leg("ford", "camp", 60)],
            Fleets = [.. Behind.Fleets, Behind.Fleets[0] with { Id = "others", Base = "reserve" }],
        };
        var late = Behind.SupplyLines[0] with
        {
            Id = "late", From = "reserve", By = "others", WhenBelow = Supply.Days(0.5), UpTo = Supply.Days(1),
        };
        Of(both with { SupplyLines = [Behind.SupplyLines[0], late] }).Should().Be(("bridge", 40, 20 / 24d, 0));
        Of(both with { SupplyLines = [Behind.SupplyLines[0],
            late with { WhenBelow = Supply.Days(9), UpTo = Supply.Days(10), When = Condition.Since(Moment.Day(30)) }] })
            .Crossing.Should().Be("bridge");
    }

    [Fact]
    public void Nothing_is_told_where_it_hangs_on_more()
    {
        (Behind with { Policies = new() { Routing = new SupplySim.Planning.Safest() } }).Utilisations().Should().BeEmpty();
        var escorted = Behind.Fleets[0] with
        {
            Convoy = new() { Size = new(2, 4), Wait = TimeSpan.FromHours(4), Escort = new() { From = "guards", Count = 2 } },
        };
        (Behind with
        {
            Fleets = [escorted, new("guards") { Traffic = "aid", Base = "depot", Count = 9, Carries = Mass.FromTonnes(1) }],
        }).Utilisations().Should().BeEmpty();
        (Behind with
        {
            Places =
            [
                .. Behind.Places,
                new Crossing("border")
                {
                    Lanes = 9, Inspection = Minutes(5), Transshipment = new() { Onto = "vans", Takes = Minutes(10), Docks = 9 },
                },
            ],
            Routes = [Leg("depot", "border", 30), Leg("border", "bridge", 30), Leg("bridge", "camp", 60)],
            Fleets = [.. Behind.Fleets, Behind.Fleets[0] with { Id = "vans", Base = "camp" }],
        }).Utilisations().Should().BeEmpty();
    }

    [Fact]
    public void The_fastest_way_that_is_open_is_taken()
    {
        var both = Behind with
        {
            Places = [.. Behind.Places, new Crossing("ford") { Lanes = 1, Inspection = Minutes(15) }],
            Routes = [.. Behind.Routes, Leg("depot", "ford", 61), Leg("ford", "camp", 60)],
        };
        both.Utilisations().Should().ContainSingle().Which.Crossing.Value.Should().Be("bridge");
        var shut = both with
        {
            Places = [.. both.Places.Select(place => place is Crossing { Id: "bridge" } one ? one with { Hours = Hours.Never } : place)],
        };
        shut.Utilisations().Should().ContainSingle().Which.Crossing.Value.Should().Be("ford");
    }

    [Fact]
    public void Who_lives_on_what_is_flown_alone_loads_no_crossing() =>
        (Behind with
        {
            Places = [.. Behind.Places.Select(place => place switch
            {
                Depot depot => depot with { Airfield = new() { Parking = 2, GroundTime = Minutes(60) } },
                Camp camp => camp with { Airfield = new() { Parking = 2, GroundTime = Minutes(60) } },
                _ => place,
            })],
            Routes = [.. Behind.Routes, new("depot", "camp") { Mode = Mode.Air, Length = Distance.FromKilometres(100) }],
            Fleets = [new Fleet("planes") { Traffic = "aid", Mode = Mode.Air, Base = "depot", Count = 9, Carries = Mass.FromTonnes(24),
                Speed = Speed.FromKilometresPerHour(400) }],
            SupplyLines = [Behind.SupplyLines[0] with { By = "planes" }],
        }).Utilisations().Should().BeEmpty();

    // What it says is what a run shows: below one all is eaten that is needed, above it one part in it.
    [Theory]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(36)]
    public void A_run_gets_what_it_says(int minutes)
    {
        var scenario = Bridge(one => one with { Inspection = Minutes(minutes) }) with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(120) },
            Measures = [new("met") { Of = "camp", Is = MeasureKind.ConsumedPerNeed }],
        };
        var share = Of(scenario).Share;

        share.Should().BeApproximately(80 * minutes / 1440d, 1e-9);
        // Two days of food lie there at the start.
        var expected = share <= 1 ? 1 : Math.Min(1, (1 / share * 120 + 2) / 120);
        scenario.Run(seed: 1).Values[0].Should().BeApproximately(expected, 0.03);
    }

    private static Scenario Bridge(Func<Crossing, Crossing> change) =>
        Behind with { Places = [.. Behind.Places.Select(place => place is Crossing bridge ? change(bridge) : place)] };

    private static (string Crossing, double Vehicles, double Share, double Strangers) Of(Scenario scenario)
    {
        var one = scenario.Utilisations().Should().ContainSingle().Subject;
        return (one.Crossing.Value, Math.Round(one.VehiclesPerDay, 9), one.Share, one.Strangers);
    }
}
