using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Trucks that fill up before they set out, and wait where there is too little.</summary>
/// <remarks>One truck burns 30 l/100 km: over the 100 km to the town and home 60 l. Laden at 0:30, at the town 2:10, unloaded 2:40,
/// home 4:20. Each run is audited.</remarks>
public sealed class TruckFuelTests
{
    // 600 l are exactly enough for ten; of 599 l the tenth finds 59 l, and stands from 0:30 to the end.
    [Theory]
    [InlineData(600, 10, 0, "")]
    [InlineData(599, 9, 59, "fuel 3:00")]
    [InlineData(61, 1, 1, "fuel 27:00")]
    public void Who_finds_enough_goes_and_the_others_wait_for_fuel(int litres, int gone, int left, string waits)
    {
        var run = Play.Of(Fuelled(10, litres).Until("3:30"));
        run.Legs("depot", "town").Should().HaveCount(gone).And.AllBe("d0 00:30 x1");
        run.Waits("depot").Should().Be(waits);
        run.Stock("depot", "diesel").Amount.Should().Be(left * 1000);
        run.Stock("town", "crate").Amount.Should().Be(gone);
    }

    // It is consumed, and nobody has needed it.
    [Fact]
    public void What_is_burned_is_consumed_and_is_nobodys_need()
    {
        var run = Play.Of(Fuelled(10, 599).Until("3:30"));
        var stock = run.Stock("depot", "diesel");
        (stock.Consumed, stock.Needed, stock.Unmet).Should().Be((540_000, 0, 0));
        run.Result.Ledger.Single(total => total.Commodity == "diesel").Should()
            .Be(new LedgerTotal("diesel", 599_000, 0, 59_000, 0, 540_000, 0));
    }

    // One alarm for each of those who wait, and a name for what is wanting.
    [Fact]
    public void That_there_is_too_little_is_told() =>
        Play.Of(Fuelled(3, 130).Until("3:30")).Tell(HappeningKind.NoFuel, "trucks").Should().Equal("d0 00:30 diesel at depot");

    // A tanker from the port is unloaded at 2:00 with 150 l: 30 l are short for the third, and 1 l.
    [Theory]
    [InlineData(180, 3, "fuel 4:30")]
    [InlineData(179, 2, "fuel 6:00")]
    public void Fuel_that_comes_lets_those_go_for_whom_it_is_enough_at_that_instant(int litres, int gone, string waits)
    {
        var run = Play.Of(Brought(Fuelled(3, 0), litres).Until("3:30"));
        run.Legs("depot", "town").Should().HaveCount(gone).And.AllBe("d0 02:00 x1");
        run.Waits("depot").Should().Be(waits);
    }

    // Two trucks and a guard that burns 20 l/100 km: 60 + 60 + 40 l. Of one litre less nobody takes any.
    [Theory]
    [InlineData(160, new[] { "d0 00:30 x3" }, 0, "")]
    [InlineData(159, new string[0], 159, "fuel 6:00")]
    public void A_column_fills_up_with_its_escort_or_waits_as_one(int litres, string[] gone, int left, string waits)
    {
        var scenario = Fuelled(2, litres).Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new(2, 2), Wait = TimeSpan.FromHours(9), Escort = new() { From = "guards", Count = 1 } },
        }).Plus(new Fleet("guards") { Traffic = "military", Base = "depot", Count = 1, Fuel = Diesel(20) });
        var run = Play.Of(scenario.Until("3:30"));
        run.Legs("depot", "town").Should().Equal(gone);
        run.Stock("depot", "diesel").Amount.Should().Be(left * 1000);
        run.Waits("depot").Should().Be(waits);
    }

    // The road is shut at 1:20, 50 km out: it is back at 2:10, and sets out again at 3:00 with what it has, for nothing stops it. It is
    // home at 6:50, after 300 km on fuel for 200. Laden again at 7:20, it takes the 100 km that it owes as well: 90 l.
    [Theory]
    [InlineData(150, new[] { "d0 00:30 x1", "d0 03:00 x1", "d0 07:20 x1" })]
    [InlineData(149, new[] { "d0 00:30 x1", "d0 03:00 x1" })]
    public void What_was_driven_further_is_owed_at_the_next_filling(int litres, string[] gone)
    {
        var scenario = Fuelled(1, litres).Line("road", l => l with { WhenBelow = Crates(2), UpTo = Crates(2) })
            .With(Closed("depot - town", "1:20", "1:40", EnRoute.TurnBack));
        var run = Play.Of(scenario.Until("8:00"));
        run.Legs("depot", "town").Should().Equal(gone);
        run.Stock("depot", "diesel").Amount.Should().Be(litres == 150 ? 0 : 89_000);
    }

    // The bridge is known to be shut, and the way round is 300 km: 180 l there and back.
    [Fact]
    public void It_fills_up_for_the_way_that_it_takes()
    {
        var scenario = Fuelled(1, 500) with { Routes = [Leg("depot", "town", 100), new Route("depot", "town")
        {
            Name = "round", Length = Distance.FromKilometres(300), Speed = Speed.FromKilometresPerHour(60),
        }] };
        scenario = scenario with { Policies = new() { Reroute = new() { Longest = 5 } } };
        Play.Of(scenario.Until("20:00")).Stock("depot", "diesel").Amount.Should().Be(440_000);
        Play.Of(scenario.With(Closed("depot - town", "0:00", "30:00")).Until("20:00")).Stock("depot", "diesel").Amount.Should().Be(320_000);
    }

    // From the yard 30 km to the depot, 100 km to the town and 130 km home: 260 km, 78 l. They come from the depot, and with them what it
    // owes; from the yard, for the whole round; or 9 l from the yard and 69 l from the depot.
    [Theory]
    [InlineData(0, 500, 0, 78)]
    [InlineData(500, 0, 78, 0)]
    [InlineData(500, 500, 9, 69)]
    public void A_truck_that_works_elsewhere_fills_up_as_far_as_the_next_fuel(int atYard, int atDepot, int fromYard, int fromDepot)
    {
        var scenario = Fuelled(1, atDepot).Plus(new Depot("yard") { Stock = Litres(atYard) }, Leg("yard", "depot", 30))
            .Fleet("trucks", f => f with { Base = "yard", WorksFrom = ["depot"] });
        var run = Play.Of(scenario.Until("9:00"));
        run.Legs("depot", "yard").Should().ContainSingle();
        run.Stock("yard", "diesel").Consumed.Should().Be(fromYard * 1000);
        run.Stock("depot", "diesel").Consumed.Should().Be(fromDepot * 1000);
    }

    // Called at 0:00 from the yard, which has nothing until 2:00.
    [Fact]
    public void A_truck_that_cannot_come_for_a_load_waits_at_its_base()
    {
        var scenario = Fuelled(1, 500).Plus(new Depot("yard") { Docks = 1, Unloading = Minutes(30) }, Leg("yard", "depot", 30))
            .Fleet("trucks", f => f with { Base = "yard", WorksFrom = ["depot"] });
        var run = Play.Of(Brought(scenario, 500, to: "yard").Until("9:00"));
        run.Legs("yard", "depot").Should().Equal("d0 02:00 x1");
        run.Waits("yard").Should().Be("fuel 2:00");
    }

    // To the bridge and back 120 km; the truck of the far bank 90 km to the bridge, 60 km to the town and 30 km home.
    [Fact]
    public void Where_loads_change_trucks_each_fills_up_at_its_base_for_its_own_way()
    {
        var scenario = Road() with { Commodities = Fuelled(1, 0).Commodities };
        scenario = scenario.Bridge(b => b with { Transshipment = new Transshipment { Onto = "locals", Takes = Minutes(40), Docks = 1 } })
            .Plus(new Depot("yard") { Stock = Litres(54) }, Leg("town", "yard", 30))
            .Plus(new Fleet("locals") { Traffic = "aid", Base = "yard", Count = 1, Carries = Mass.FromTonnes(10), Fuel = Diesel(30) })
            .Fleet("trucks", f => f with { Fuel = Diesel(30) });
        var run = Play.Of(scenario.Until("7:00"));
        (run.Vehicles("trucks"), run.Vehicles("locals")).Should().Be(("1 0 0 0", "1 0 0 0"));
        run.Stock("depot", "diesel").Consumed.Should().Be(36_000);
        run.Stock("yard", "diesel").Amount.Should().Be(0);
    }

    // Those who wait without fuel where their base falls are lost with it, and what they were given.
    [Fact]
    public void Who_waits_for_fuel_where_vehicles_are_seized_is_lost()
    {
        var scenario = Fuelled(2, 60) with { Parties = [new Party("red"), new Party("blue")] };
        scenario = scenario.Place<Depot>("depot", depot => depot with { At = East(0) }).With(new Front("north")
        {
            Attacker = "red", Defender = "blue", Starts = Moment.After(Span("1:00")), Along = [East(-1), "depot"],
            OpensWith = FrontState.StepDown, Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
            StandOff = new StandOff { StepDown = TimeSpan.FromHours(1) },
            OnCapture = new OnCapture { Vehicles = CapturedVehicles.Seized, Stock = CapturedStock.Seized },
        });
        var run = Play.Of(scenario.Until("8:00"));
        run.When(HappeningKind.Captured).Should().NotBeEmpty();
        run.Vehicles("trucks").Should().EndWith(" 1");
        run.Legs("depot", "town").Should().ContainSingle();
    }

    // With fuel without end everything goes as if there were none to count.
    [Fact]
    public void Fuel_without_end_changes_nothing()
    {
        var scenario = Road(4).With(Closed("bridge", "1:00", "3:00", EnRoute.TurnBack)) with { Commodities = Fuelled(1, 0).Commodities };
        var fuelled = Play.Of(scenario.Fleet("trucks", f => f with { Fuel = Diesel(30) })).Result;
        fuelled.Trips.Should().Equal(Play.Of(scenario).Result.Trips);
        fuelled.OutcomeFingerprint.Should().Be(Play.Of(scenario.Fleet("trucks", f => f with { Fuel = Diesel(30) })).Result.OutcomeFingerprint)
            .And.NotBe(Play.Of(scenario).Result.OutcomeFingerprint);
    }

    // 35.1 l/100 km over 240 km are 84.24 l, and one metre takes a whole smallest unit.
    [Fact]
    public void What_is_burned_is_rounded_up_to_the_smallest_unit()
    {
        Consumption.LitresPer100Km(35.1m).Over(240_000).Should().Be(84_240);
        Consumption.LitresPer100Km(35.1m).Over(1).Should().Be(1);
        Consumption.LitresPer100Km(35.1m).ToString().Should().Be("35.1 l/100 km");
        new Consumption(Quantity.Kilograms(0.3m), Distance.FromKilometres(1)).ToString().Should().Be("30 kg/100 km");
        FluentActions.Invoking(() => new Consumption(Quantity.Litres(1), default)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static FleetFuel Diesel(decimal litres) => new() { Commodity = "diesel", Burns = Consumption.LitresPer100Km(litres) };

    private static Supply Litres(int litres) => Supply.Of(("crate", Quantity.Pieces(100)), ("diesel", Quantity.Litres(litres)));

    // As many crates as trucks, and so much diesel at the depot, from which it is 100 km to the town.
    private static Scenario Fuelled(int trucks, int litres)
    {
        var road = Road(trucks);
        return (road with
        {
            Commodities = road.Commodities.Add(new("diesel") { Unit = QuantityUnit.Millilitre, Weight = Mass.FromKilograms(0.84m) }),
            Places = [.. road.Places.Where(place => place is not Crossing)], Routes = [Leg("depot", "town", 100)],
        }).Place<Depot>("depot", depot => depot with { Stock = Litres(litres) }).Fleet("trucks", f => f with { Fuel = Diesel(30) });
    }

    // A tanker is laden at the port at 0:30, there at 1:30 and unloaded at 2:00.
    private static Scenario Brought(Scenario scenario, int litres, string to = "depot") => scenario
        .Plus(new Depot("port") { Stock = Supply.Unlimited, Docks = 1, Loading = Minutes(30) }, Leg("port", to, 60))
        .Place<Depot>(to, depot => depot with { Unloading = Minutes(30) })
        .Plus(new Fleet("tankers") { Traffic = "aid", Base = "port", Count = 1, Carries = Mass.FromTonnes(10) })
        .With([.. scenario.SupplyLines, new SupplyLine("tanks")
        {
            From = "port", To = to, By = "tankers", Commodities = ["diesel"],
            WhenBelow = Supply.Of(("diesel", Quantity.Litres(1))), UpTo = Supply.Of(("diesel", Quantity.Litres(litres))),
        }]);
}
