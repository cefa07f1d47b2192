using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Remedies;

namespace SupplySim.Tests.Remedies;

/// <summary>What is tried in a scenario, where, and that each changes what it says and nothing else.</summary>
public sealed class RemedyTests
{
    // Everything that can be lifted is in it once.
    private static readonly Scenario Full = new()
    {
        Title = "Everything",
        Clock = new Clock { Length = TimeSpan.FromDays(9) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Parties = [new Party("red"), new Party("blue")],
        Crews = [("sappers", 2)],
        Attacks = new AttackRules { Lost = 0.2 },
        Places =
        [
            new Depot("depot")
            {
                Stock = Supply.Of(("food", Quantity.Tonnes(100))),
                Docks = 2,
                Loading = Small.Minutes(30),
                Airfield = Field(2) with { Hours = Hours.Daily(new(8, 0), new(16, 0)), Crews = 1,
                    LoadingRate = new Rate(Quantity.Tonnes(5), TimeSpan.FromHours(1)) },
            },
            new Crossing("gate")
            {
                Name = "The gate", Lanes = Each<int>.Of(("in", 2), ("out", 1)), Hours = Hours.Daily(new(8, 0),
                    new(16, 0)), WeightLimit = Mass.FromTonnes(5), HeldBy = "red",
                Inspection = Each<Duration>.Of(("aid", Duration.Triangular(Minutes(5), Minutes(10), Minutes(30))),
                    ("commercial", Duration.Exponential(Minutes(8)).AsUnknown())),
                Secondary = new SecondarySearch { Share = 0.1, Takes = Small.Minutes(20) },
                Passage = [("red", [("aid", Permission.WithClearance), ("commercial", Permission.Yes)])],
                Clearance = new Clearance
                {
                    Channels = ["desk"], GrantedIn = TimeSpan.FromHours(4), Valid = TimeSpan.FromDays(1), PerDay = 9,
                },
            },
            new Crossing("aside") { Lanes = 1, Inspection = Small.Minutes(10), Hours = Hours.Never },
            new Camp("camp") { People = 10_000, Stock = Supply.Days(3), Docks = 3, Unloading = Small.Minutes(30),
                Storage = Supply.Of(Quantity.Tonnes(90)), Airfield = Field(1) },
        ],
        Routes =
        [
            Small.Leg("depot", "gate", 60) with { DaylightOnly = true, WeightLimit = Mass.FromTonnes(5) }, Small.Leg("gate", "camp",
                60) with { AttackedEvery = Distance.FromKilometres(900) },
            Small.Leg("depot", "camp", 400), Small.Leg("depot", "aside", 10), new Route("depot", "camp")
            {
                Name = "air",
                Mode = Mode.Air,
                Length = Distance.FromKilometres(100),
            },
        ],
        Fleets =
        [
            new Fleet("trucks")
            {
                Traffic = "aid", Base = "depot", Count = 4, Carries = Mass.FromTonnes(10), Driving = TimeSpan.FromHours(9), Night =
                    NightRule.Stop,
                Convoy = new ConvoyRules { Size = new(2, 5), Wait = TimeSpan.FromHours(8),
                    Escort = new Escort { From = "guards", Count = 1 } },
                Fuel = new FleetFuel { Commodity = "food", Burns = new(Quantity.Kilograms(3), Distance.FromKilometres(100)) },
                Breakdown = new Breakdown { Every = Distance.FromKilometres(5_000), Repair = TimeSpan.FromHours(3) },
            },
            new Fleet("guards") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(1) },
            new Fleet("planes") { Type = AircraftType.An12, Traffic = "aid", Base = "depot", Count = 1, CrewDay = TimeSpan.FromHours(10) },
            new Fleet("idle") { Traffic = "aid", Base = "depot", Count = 9, Carries = Mass.FromTonnes(10) },
            new Fleet("traders") { Traffic = "commercial", Through = "gate", Arrivals = Arrivals.Poisson(10) },
        ],
        SupplyLines =
        [
            new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(2), UpTo = Supply.Days(4),
                Review = TimeSpan.FromDays(1) },
            new SupplyLine("air") { From = "depot", To = "camp", By = "planes", Send = Rate.PerDay(Quantity.Tonnes(5)),
                When = Condition.Stock("camp").IsBelow(TimeSpan.FromDays(1)) },
        ],
        Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(6) } },
        Disruptions =
        [
            new Closure("flood") { Close = "gate", At = Moment.Day(3),
                Repair = new Repair { By = "sappers", Takes = TimeSpan.FromDays(1) } },
            new Closure("not-this-time") { Close = "gate", At = Moment.Never }, new Opening("later") { Open = "aside", At = Moment.Day(4) },
        ],
        Measures = [new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays }],
    };

    private static readonly Dictionary<string, string> Changed = new()
    {
        ["hours/gate"] = "places.gate.hours", ["lanes/gate"] = "places.gate.lanes", ["inspection/gate"] =
            "places.gate.inspection", ["searches/gate"] = "places.gate.secondary",
        ["passage/gate"] = "places.gate.passage, places.gate.clearance", ["clearances/gate"] = "places.gate.clearance",
        ["weight/gate"] = "places.gate.weight-limit", ["strangers/traders"] = "fleets.traders",
        ["night/depot - gate"] = "routes.depot - gate.daylight-only", ["weight/depot - gate"] = "routes.depot - gate.weight-limit",
        ["docks/depot"] = "places.depot.docks", ["stock/depot"] = "places.depot.stock", ["parking/depot"] =
            "places.depot.airfield", ["loaders/depot"] = "places.depot.airfield", ["landing/depot"] = "places.depot.airfield",
        ["docks/camp"] = "places.camp.docks", ["stock/camp"] = "places.camp.stock", ["storage/camp"] =
            "places.camp.storage", ["parking/camp"] = "places.camp.airfield",
        ["count/trucks"] = "fleets.trucks.count", ["convoy/trucks"] = "fleets.trucks.convoy", ["driving/trucks"] =
            "fleets.trucks.driving, fleets.trucks.night", ["breakdown/trucks"] = "fleets.trucks.breakdown", ["fuel/trucks"] = "fleets.trucks.fuel",
        ["count/guards"] = "fleets.guards.count", ["count/planes"] = "fleets.planes.count", ["crew-day/planes"] = "fleets.planes.crew-day",
        ["levels/road"] = "supply-lines.road.when-below, supply-lines.road.up-to", ["review/road"] =
            "supply-lines.road.review", ["send/air"] = "supply-lines.air.send", ["when/air"] = "supply-lines.air.when",
        ["reports"] = "policies.reroute", ["routing"] = "policies.routing", ["crews/sappers"] = "crews.sappers",
        ["disruption/flood"] = "disruptions.flood", ["attacks"] = "routes.gate - camp.attacked-every", ["nothing-happens"] =
            "routes.gate - camp.attacked-every, disruptions.flood, fleets.trucks.breakdown",
    };

    private static Airfield Field(int parking) => new() { Parking = parking, GroundTime = Minutes(60) };

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    [Fact]
    public void Each_obstacle_is_lifted_by_itself_and_nothing_else_is_another()
    {
        Full.Problems().Should().BeEmpty();
        var all = Remedy.Of(Full, id => id != "aside");

        all.Select(one => one.Id).Should().BeEquivalentTo(Changed.Keys).And.OnlyHaveUniqueItems();
        foreach (var one in all)
            string.Join(", ", Likeness.Differences(Full, one.In(Full)).Order(StringComparer.Ordinal)).Should()
                .Be(string.Join(", ", Changed[one.Id].Split(", ").Order(StringComparer.Ordinal)), one.Id);
    }

    // A line of roads is no choice, nor are vehicles that go for one line alone.
    [Fact]
    public void Ways_and_shares_are_tried_where_there_is_something_to_choose()
    {
        string[] Tried(Scenario scenario) =>
            [.. Remedy.Of(scenario, id => id != "aside").Select(one => one.Id).Where(id => id is "routing" or "share")];

        Tried(Full).Should().Equal("routing");
        Tried(Full with { Routes = [.. Full.Routes.Where(route => route.Id != "depot - camp")] }).Should().BeEmpty();
        var shared = Full with { SupplyLines = Full.SupplyLines.Add(Full.SupplyLines[0] with { Id = "second" }) };
        Tried(shared).Should().Equal("routing", "share");
        Tried(shared with { Policies = new() { Routing = new Soonest(), Share = new() { By = AllocationPolicy.DaysOfSupply } } })
            .Should().BeEmpty();
        var changed = Remedy.Of(shared, _ => true).Single(one => one.Id == "share").In(shared);
        Likeness.Differences(shared, changed).Should().Equal("policies.share");
    }

    private static Dictionary<string, string> Words(Scenario scenario) =>
        Remedy.Of(scenario, _ => true).ToDictionary(one => one.Id, one => one.What);

    [Fact]
    public void Twice_as_much_is_twice_and_half_as_long_is_half()
    {
        Scenario With(string id) => Remedy.Of(Full, _ => true).Single(one => one.Id == id).In(Full);

        ((Crossing)With("lanes/gate")["gate"]).Lanes.ToString().Should().Be("{in: 4, out: 2}");
        var inspection = ((Crossing)With("inspection/gate")["gate"]).Inspection;
        inspection.For("aid")!.Sample(0.3).Should().BeCloseTo(((Crossing)Full["gate"]).Inspection.For("aid")!.Sample(0.3) / 2,
            TimeSpan.FromMilliseconds(1));
        inspection.For("commercial")!.IsUnknown.Should().BeTrue();
        ((Site)With("stock/depot")["depot"]).Stock.Should().Be(Supply.Of(("food", Quantity.Tonnes(200))));
        ((Site)With("stock/camp")["camp"]).Stock.Should().Be(Supply.Days(6));
        With("levels/road").SupplyLines[0].Should().BeEquivalentTo(new { WhenBelow = Supply.Days(4), UpTo = Supply.Days(8) });
        With("convoy/trucks").Fleets[0].Convoy.Should().BeEquivalentTo(new { Size = new SizeRange(1, 5), Wait = TimeSpan.Zero });
    }

    [Fact]
    public void It_is_told_in_words_whose_and_how_much()
    {
        var words = Remedy.Of(Full, _ => true).ToDictionary(one => one.Id, one => one.What);

        words["hours/gate"].Should().Be("The gate open day and night");
        words["passage/gate"].Should().Be("free passage at The gate, without clearance");
        words["count/guards"].Should().Be("twice the escorts (guards 1 -> 2)");
        words["count/planes"].Should().Be("twice the aircraft (planes 1 -> 2)");
        words["send/air"].Should().Be("twice as much sent on line air (5 t/d -> 10 t/d)");
        words["hours/aside"].Should().Be("aside open day and night");
        words["lanes/gate"].Should().Be("twice the lanes at The gate (in 2 -> 4, out 1 -> 2)");
        words["stock/depot"].Should().Be("twice the stock at depot at the start ({food: 100 t} -> {food: 200 t})");
        words["storage/camp"].Should().Be("room for any amount at camp (90 t -> unlimited)");
        words["breakdown/trucks"].Should().Be("breakdowns of trucks");
    }

    [Fact]
    public void Levels_are_told_by_commodity()
    {
        var line = Full.SupplyLines[0] with { WhenBelow = null,
            UpTo = Supply.Of(("food", Quantity.Tonnes(3)), ("water", Quantity.Litres(50))), Review = null };
        Words(Full with { SupplyLines = [line] })["levels/road"].Should()
            .Be("twice the levels of line road (up-to {food: 3 t, water: 50 l} -> {food: 6 t, water: 100 l})");
    }

    // 10,000 people eat 10 t a day, and there is room for 90 t: eight days fit, ten do not.
    [Theory]
    [InlineData(4, "up-to 4 d -> 8 d)")]
    [InlineData(5, "up-to 5 d -> 10 d), more than there is room for at camp (90 t)")]
    public void What_would_have_no_room_says_so(int days, string ends)
    {
        var scenario = Full with { SupplyLines = [Full.SupplyLines[0] with { UpTo = Supply.Days(days) }] };
        Words(scenario)["levels/road"].Should().EndWith(ends);
        var camp = (Camp)Full["camp"];
        Words(Full.With(camp with { Stock = Supply.Days(days) }))["stock/camp"].Should()
            .EndWith(days == 4 ? "(4 d -> 8 d)" : "(5 d -> 10 d), more than there is room for at camp (90 t)");
        Words(scenario.With(camp with { Storage = Supply.Of(("food", Quantity.Tonnes(90))) }))["levels/road"].Should()
            .EndWith(days == 4 ? ends : "more than there is room for at camp ({food: 90 t})");
        Words(scenario.With(camp with { Storage = Supply.Of(("water", Quantity.Litres(90))) }))["levels/road"].Should()
            .EndWith($"{days} d -> {2 * days} d)");
    }

    // A line of their own, with trucks of its own, brings ammunition to a force; those who are asked for live in the camp.
    [Fact]
    public void What_brings_nothing_to_whom_it_is_asked_for_is_of_others()
    {
        var all = Full with
        {
            Places = Full.Places.Add(new Force("front") { Docks = 1, Unloading = Small.Minutes(30) })
                .Add(new Depot("port") { Stock = Supply.Unlimited, Docks = 1, Loading = Small.Minutes(30) }),
            Fleets = Full.Fleets.Add(new Fleet("army") { Traffic = "military", Base = "depot", Count = 2, Carries = Mass.FromTonnes(5) }),
            SupplyLines =
            [
                .. Full.SupplyLines, new SupplyLine("arms")
                {
                    From = "depot",
                    To = "front",
                    By = "army",
                    Send = Rate.PerDay(Quantity.Tonnes(1)),
                },
                new SupplyLine("upstream") { From = "port", To = "depot", By = "idle", Send = Rate.PerDay(Quantity.Tonnes(1)) },
            ],
        };
        string[] Others(string? of) =>
            [.. Remedy.Of(all, _ => true, of).Where(one => one.Kind == RemedyKind.OfOthers).Select(one => one.Id)];

        Others("camps").Should().BeEquivalentTo("strangers/traders", "docks/front", "count/army", "send/arms");
        Others("camp").Should().BeEquivalentTo(Others("camps"));
        // Their trucks come from the depot that the port supplies, and no escort of theirs guards the aid.
        Others("front").Should().BeEquivalentTo("strangers/traders", "docks/camp", "stock/camp", "storage/camp", "parking/camp",
            "parking/depot", "loaders/depot", "landing/depot", "count/trucks", "convoy/trucks",
            "driving/trucks", "fuel/trucks", "count/guards", "count/planes", "crew-day/planes", "levels/road", "review/road", "send/air", "when/air");
        foreach (var whole in new[] { "crossings", "gate", null }) Others(whole).Should().Equal("strangers/traders");
    }

    // What is about something that a variant does not have, or has otherwise, changes that or nothing.
    [Fact]
    public void Remedies_go_together_and_into_variants()
    {
        var all = Remedy.Of(Full, _ => true);
        var both = all.Single(one => one.Id == "lanes/gate").In(all.Single(one => one.Id == "hours/gate").In(Full));

        both["gate"].Should().BeEquivalentTo(
            new { Hours = (Each<Hours>)Hours.Always, Lanes = new { Named = new[] { ("in", 4), ("out", 2) } } });
        var bare = Full with { Places = [], Routes = [], Fleets = [], SupplyLines = [], Disruptions = [] };
        foreach (var one in all.Where(one => one.Id is not ("reports" or "routing" or "crews/sappers")))
            Likeness.AreAlike(one.In(bare), bare).Should().BeTrue(one.Id);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1_500_000_000)]
    public void What_is_too_much_to_be_doubled_ends_in_a_problem_and_in_no_exception(int docks)
    {
        var scenario = Full.With(
            (Site)Full["depot"] with { Docks = docks, Stock = Supply.Of(("food", new Quantity(long.MaxValue, QuantityUnit.Gram))) });

        var all = Remedy.Of(scenario, _ => true);

        all.Single(one => one.Id == "docks/depot").In(scenario).Problems().Should().NotBeEmpty();
        all.Single(one => one.Id == "stock/depot").In(scenario).Should().Match<Scenario>(one => Likeness.AreAlike(one, scenario));
    }

    // A direction that is not named is shut.
    [Fact]
    public void Passage_that_is_given_one_way_only_is_an_obstacle()
    {
        Scenario Given(Each<Permission> both) => Full.With(
            (Crossing)Full["gate"] with { Clearance = null, Passage = [("red", [("aid", both), ("commercial", Permission.Yes)])] });

        Words(Given(Permission.Yes)).Keys.Should().NotContain("passage/gate");
        Words(Given(Each<Permission>.Of(("in", Permission.Yes), ("out", Permission.Yes)))).Keys.Should().NotContain("passage/gate");
        Words(Given(Each<Permission>.Of(("in", Permission.Yes)))).Keys.Should().Contain("passage/gate");
    }

    [Fact]
    public void A_road_off_anybodys_way_is_not_opened_by_night()
    {
        string[] Nights(Func<string, bool> isOnTheWay) =>
            [.. Remedy.Of(Full, isOnTheWay).Select(one => one.Id).Where(id => id.StartsWith("night/", StringComparison.Ordinal))];

        Nights(_ => true).Should().Equal("night/depot - gate");
        Nights(id => id != "depot - gate").Should().BeEmpty();
    }

    [Fact]
    public void A_line_that_only_ends_could_work_on()
    {
        var ending =
            Full with { SupplyLines = [Full.SupplyLines[0] with { Until = Condition.Stock("camp").IsBelow(TimeSpan.FromDays(1)) }] };

        Words(ending)["when/road"].Should().Be("line road working all the time");
        Remedy.Of(ending, _ => true).Single(one => one.Id == "when/road").In(ending).SupplyLines[0].Until.Should().BeNull();
    }
}
