using System.Globalization;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What asks for more than can be carried is told before the run, and nothing else is.</summary>
/// <remarks>A camp behind a bridge eats 40 loads of 24 t a day for twenty days, two of which lie there. A
/// truck is away for five hours.</remarks>
public sealed class ShortfallsTests
{
    private static readonly Scenario Enough = WhyTests.Behind() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30) },
            new Crossing("bridge") { At = East(0), Lanes = 1, Inspection = Minutes(15) },
            new Camp("camp") { People = 960_000, Stock = Food(1920), Docks = 20, Unloading = Minutes(30) },
        ],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(3),
            UpTo = Supply.Days(5), GivenUpAfter = TimeSpan.FromDays(9) }],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 40, Carries = Mass.FromTonnes(24) }],
    };

    private static readonly Scenario Narrow = Enough.Bridge(bridge => bridge with { Inspection = Minutes(30) });

    private static readonly Scenario Few = Enough.Fleet("trucks", fleet => fleet with { Count = 5 });

    private static readonly Scenario Sent = Enough.Line("road",
        line => line with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(700)) });

    [Fact]
    public void Where_there_is_enough_of_all_nothing_is_told() => Enough.Shortfalls().Should().BeEmpty();

    // 24 an hour long, there and back, and 40 trucks need not be back in the end: 20 hours more in twenty days.
    [Fact]
    public void A_crossing_that_lets_less_through_is_told_with_the_figures() => Narrow.Shortfalls().Select(one => $"{one}").Should().Equal(
        "places.bridge.lanes: 1 lane: at most 25 laden vehicles a day get through (30 min each, and 30 min on the way back), and what is "
            + "asked for behind it ('camp') makes 36 loads a day; "
        + "at most 69.5 % of it can come; give it more lanes, longer hours or shorter inspections, use larger vehicles, or ask for less");

    [Fact]
    public void What_never_opens_lets_nothing_through() =>
        Enough.Bridge(bridge => bridge with { Hours = Hours.Never }).Shortfalls().Select(one => $"{one}").Should().Equal(
            "places.bridge.hours: it is open at no time of the run, and all that is asked for behind it ('camp') has to pass it: none of it "
                + "can come; give it hours that come, or another way");

    [Fact]
    public void Opening_hours_count() =>
        Enough.Bridge(bridge => bridge with { Hours = Hours.Daily(new TimeOnly(8, 0), new TimeOnly(16, 0)) }).Shortfalls()
            .Should().ContainSingle().Which.Message.Should()
            .Contain("(15 min each, and 15 min on the way back, open for 8 h a day, and whoever is in a lane at its end is finished)");

    // Twenty a day for twenty days, one column more, and 40 trucks that need not be back.
    [Fact]
    public void Fewer_cleared_in_a_day_than_have_to_pass_are_told_with_the_figures()
    {
        Cleared(Permission.WithClearance, 20).Shortfalls().Select(one => $"{one}").Should().Equal(
            "places.bridge.clearance.per-day: at most 20 vehicles a day are cleared, on the way back too, and what is asked for behind it "
                + "('camp') makes 36 loads a day; at most 30.7 % of it can come; clear more of them, use larger vehicles, or ask for less, "
                + "or let those who come back pass without: `{in: with-clearance, out: yes}`");
        Cleared(Permission.Yes, 20).Shortfalls().Select(one => $"{one}").Should().Equal(
            "places.bridge.clearance.per-day: at most 20 vehicles a day are cleared, and what is asked for behind it ('camp') makes 36 loads "
                + "a day; at most 55.7 % of it can come; clear more of them, use larger vehicles, or ask for less");
        Cleared(Permission.Yes, 40).Shortfalls().Should().BeEmpty();
        // Some day of twenty is one of a thousand, once in fifty runs.
        Cleared(Permission.Yes, Number.Of(Distribution.Choice([19, 1_000], [0.999, 0.001]))).Shortfalls().Should().BeEmpty();
        // A draw of 36.6 is 37.
        Cleared(Permission.Yes, Number.Uniform(36.5, 36.6)).Shortfalls().Should().BeEmpty();
        Cleared(Permission.Yes, Number.Unknown(10, 40)).Shortfalls().Should().BeEmpty();
    }

    // Red may take it, and lets everybody pass.
    [Fact]
    public void Who_may_be_let_pass_by_another_holder_is_not_told() =>
        Cleared(Permission.Yes, 20).Taken("1:00").Shortfalls().Should().BeEmpty();

    private static Scenario Cleared(Permission back, Number perDay) => Enough.Bridge(bridge => bridge with
    {
        HeldBy = "blue", Passage = [("blue", [("aid", Each<Permission>.Of(("in", Permission.WithClearance), ("out", back)))])],
        Clearance = new Clearance
        {
            Channels = ["one"], GrantedIn = TimeSpan.FromHours(1), Valid = TimeSpan.FromHours(24), PerDay = perDay,
        },
    });

    // 36 loads a day of five hours.
    [Fact]
    public void A_fleet_that_is_too_small_is_told_with_the_figures() => Few.Shortfalls().Select(one => $"{one}").Should().Equal(
        "fleets.trucks.count: 5 vehicles, and what is asked of them takes 7.5 on the road all the time: 36 loads a day, for each of which "
            + "one is away for 5 h at least "
        + "(loading, driving there and back, unloading); at most 67.4 % of it can be carried; give it more vehicles or larger ones, or "
        + "ask for less");

    [Fact]
    public void Fifteen_kilograms_for_fifteen_tonnes_is_told_as_a_unit() =>
        Enough.Fleet("trucks", fleet => fleet with { Carries = Mass.FromKilograms(15) }).Shortfalls()
            .Select(one => one.Help).Should().NotBeEmpty().And
            .OnlyContain(help => help == "are the units right? one vehicle of 'trucks' carries 15 kg");

    [Fact]
    public void Less_sent_than_is_needed_is_told() => Sent.Shortfalls().Select(one => $"{one}").Should().Equal(
        "supply-lines.road.send: 700 t/d, and 'camp' needs 960 t/d of 'food': with what lies there at the start, at most 86.6 % of its "
            + "need can be met; send more, or let it order by 'when-below' and 'up-to'");

    // Laden 600 km round the bridge, home over it in 2 h 15 min: 36 loads a day of 13 h 15 min keep 20
    // trucks on the road, and not the 32 that it would take by the long way there and back.
    [Fact]
    public void The_way_home_of_empty_trucks_is_their_own()
    {
        var light = Enough.Detour("camp", 600).Fleet("trucks", fleet => fleet with { Count = 25, Gross = Mass.FromTonnes(40) })
            .Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(20), Lanes = 2 });
        light.Shortfalls().Should().BeEmpty();
        light.Fleet("trucks", fleet => fleet with { Gross = null }).Shortfalls().Should().ContainSingle().Which.Path.Should()
            .Be("fleets.trucks.count");
    }

    // All that is full passes a bridge that is too narrow; beside it a road bears whatever is at most half laden, and those who come back.
    [Theory]
    [InlineData(40, 0)]
    [InlineData(null, 1)]
    public void Who_carries_little_may_go_beside_a_crossing(int? gross, int told)
    {
        var scenario = Narrow.Detour("camp", 130).Fleet("trucks",
            fleet => fleet with { Gross = gross is { } tonnes ? Mass.FromTonnes(tonnes) : null });
        (scenario with { Routes = scenario.Routes.SetItem(2, scenario.Routes[2] with { WeightLimit = Mass.FromTonnes(23) }) }).Shortfalls()
            .Should().HaveCount(told);
    }

    // The camp needs 960 t a day, and 1,920 t lie there.
    [Fact]
    public void A_store_that_nobody_fills_is_told_with_the_figures()
    {
        static Scenario With(Scenario scenario, decimal tonnes) =>
            scenario.Place<Depot>("depot", depot => depot with { Stock = Food(tonnes) });
        With(Enough, 6_000).Shortfalls().Select(one => $"{one}").Should().Equal(
            "places.depot.stock: 6,000 t of 'food' lies there and no supply line brings more, and those who get it from there alone need "
                + "864 t/d beside what they have: at most 34.8 % of that can come; "
            + "let a supply line lead there, give it more, or write 'stock: unlimited'");
        With(Enough, 17_280).Shortfalls().Should().BeEmpty();
        (With(Enough, 6_000).Run(seed: 1).Ledger.Single().Consumed / 1e6).Should().BeInRange(7_800, 7_920);
    }

    // What is said of how much can come holds in the run.
    [Fact]
    public void What_is_told_is_true()
    {
        foreach (var (scenario, most) in new[] { (Narrow, 0.694), (Few, 0.673) })
            (scenario.Run(seed: 1).Ledger.Single().Consumed / 1e6 / 960).Should().BeInRange(2 + 18 * most - 2, 2 + 18 * most);
        (Sent.Run(seed: 1).Ledger.Single().Consumed / 1e6 / 960).Should().BeInRange(20 * 0.78, 20 * 0.866);
    }

    /// <summary>A depot behind the bridge passes on what the camp needs that it alone supplies.</summary>
    [Fact]
    public void What_a_depot_is_to_pass_on_is_asked_for_before_it()
    {
        static Scenario Chain(Scenario scenario) => scenario with
        {
            Places = scenario.Places.Add(
                new Depot("store") { Docks = 20, Loading = Minutes(30), Unloading = Minutes(30), Stock = Food(480) }),
            Routes = [.. scenario.Routes.Where(route => route.To != "camp"), Leg("bridge", "store", 60), Leg("store", "camp", 60)],
            Fleets = [.. scenario.Fleets,
                new Fleet("onward") { Traffic = "aid", Base = "store", Count = 40, Carries = Mass.FromTonnes(24) }],
            SupplyLines =
            [
                scenario.SupplyLines[0] with { To = "store", Commodities = ["food"], WhenBelow = Food(2_000), UpTo = Food(4_000) },
                scenario.SupplyLines[0] with { Id = "on", From = "store", By = "onward" },
            ],
        };
        Chain(Enough).Shortfalls().Should().BeEmpty();
        // 36 loads a day less the 20 that lie in the store.
        var told = Chain(Narrow);
        told.Shortfalls().Should().ContainSingle(one => one.Path == "places.bridge.lanes").Which.Message.Should()
            .Contain("what is asked for behind it ('store') makes 35 loads a day");
        // With a second source nothing is sure.
        var second = told with
        {
            SupplyLines = told.SupplyLines.Add(
                told.SupplyLines[1] with { Id = "straight", From = "depot", By = "trucks", WhenBelow = Supply.Days(1),
                    UpTo = Supply.Days(2) }),
        };
        second.Shortfalls().Should().NotContain(one => one.Message.Contains("'store'", StringComparison.Ordinal));
    }

    // Sixteen a day go there and back in eight hours, and one more that is in the lane at its end; a stretch ends twenty times.
    [Fact]
    public void A_lane_finishes_one_at_each_closing_alone() => Enough.Bridge(bridge =>
        bridge with { Inspection = Laden(Minutes(60)), Hours = Hours.Daily(new TimeOnly(8, 0), new TimeOnly(16, 0)) }).Shortfalls()
        .Should().ContainSingle(one => one.Path == "places.bridge.lanes").Which.Message.Should()
        .Contain("at most 8.9 laden vehicles a day get through");

    // What is drawn is told, too, where there is much of it, and holds in every run.
    [Fact]
    public void What_is_told_of_what_is_drawn_is_true_in_every_run()
    {
        foreach (var inspection in new[] { Duration.Exponential(TimeSpan.FromHours(2)),
            Duration.Lognormal(TimeSpan.FromHours(2), TimeSpan.FromHours(4)) })
        {
            var scenario = Enough.Bridge(bridge => bridge with { Inspection = Laden(inspection) }).Place<Camp>("camp",
                camp => camp with { Stock = Food(0) });
            var told = scenario.Shortfalls().Should().ContainSingle(one => one.Path == "places.bridge.lanes",
                $"{inspection}").Which.Message;
            var most = double.Parse(told.Split("at most ")[2].Split(' ')[0], CultureInfo.InvariantCulture) / 100;
            for (var run = 0; run < 20; run++)
                (scenario.Run(seed: 1, run).Ledger.Single().Consumed / 1e6 / (960 * 20)).Should().BeInRange(most / 2, most, told);
        }
    }

    public static TheoryData<string, Scenario> Unsure => new()
    {
        { "another way leads round it, and is taken when many wait", Beside() with { Policies = new() { Routing = new Soonest() } } },
        { "whoever goes round is too long on the road", Beside(200) with { Policies = new() { Reroute = new() { Longest = 1.1 } } } },
        { "some may be light enough for a shorter way", Beside(50).Plus(new Town("x"), Leg("depot", "x", 10), Leg("x", "camp", 100)
            with { WeightLimit = Mass.FromTonnes(30) }).Fleet("trucks", trucks => trucks with { Gross = Mass.FromTonnes(34) }) },
        { "the other crossing lets nobody pass",
            Beside().Place<Crossing>("ford", ford => ford with { HeldBy = "red", Passage = [("red", [("aid", Permission.No)])] })
            with { Parties = [new Party("red")] } },
        { "it is flown, too", Plane(Narrow) },
        { "people leave", Narrow.Place<Camp>("camp", camp => camp with { Departures = Rate.PerDay(Quantity.Pieces(1)) }) },
        { "people flee", Narrow.Plus(new Camp("other") { People = 0 }, Leg("camp", "other", 10)) with { Displacements =
            [new Displacement("siege") { From = "camp", People = Rate.PerDay(Quantity.Pieces(1)), Pace = Speed.FromKilometresPerHour(4) }] } },
        { "there may be few", Narrow.Place<Camp>("camp", camp => camp with { People = Number.Unknown(100_000, 960_000) }) },
        { "inspections may be short",
            Enough.Bridge(bridge => bridge with { Inspection = Duration.Uniform(TimeSpan.Zero, TimeSpan.FromHours(1)).AsUnknown() }) },
        { "they become shorter",
            Narrow.With(new Slowdown("fast") { Slow = "bridge", Inspection = 0.2, At = Moment.Day(1), For = TimeSpan.FromDays(9) }) },
        { "hours are extended", Enough.Bridge(bridge => bridge with { Hours = Hours.Never })
            .With(new Opening("night") { Open = "bridge", At = Moment.Day(1), For = TimeSpan.FromDays(20) }) },
        { "it is found there", Narrow with { Commodities = [Narrow.Commodities[0] with { LocalShare = 0.5 }] } },
        { "it may be sent elsewhere", Sent with { Policies = new() { Divert = new ToNeed() } } },
        { "48 inspections may be as short as 52",
            Enough.Bridge(bridge => bridge with { Inspection = Laden(Duration.Exponential(TimeSpan.FromHours(10))) }).Place<Camp>("camp",
                camp => camp with { People = 62_400, Stock = Food(0) }) },
        { "equipment is there", Armed(100) },
        { "it lies there", Narrow.Place<Camp>("camp", camp => camp with { Stock = Supply.Days(20) }) },
    };

    [Theory]
    [MemberData(nameof(Unsure))]
    public void Where_it_is_not_sure_nothing_is_told(string because, Scenario scenario) => scenario.Shortfalls().Should().BeEmpty(because);

    [Fact]
    public void Too_little_equipment_is_told() =>
        Armed(10).Shortfalls().Should().ContainSingle().Which.Message.Should().Contain("at most 51.7 % of its need can be met");

    // 24 in half an hour each, there and back, and 25 by the trucks that need not be back.
    [Fact]
    public void A_crossing_at_which_all_queue_beside_another_is_told_with_the_way_out() =>
        Beside().Shortfalls().Select(one => $"{one}").Should().Equal(
            "places.bridge.lanes: 1 lane: at most 25 laden vehicles a day get through (30 min each, and 30 min on the way back), and 36 loads "
                + "a day take this way, which is the fastest, however many wait here; the way by 'ford' takes 10 min longer; let both share "
                + "the load: 'policies: {routing: {rule: soonest}}' goes by the queues that are known");

    [Fact]
    public void So_is_one_beside_a_road_that_leads_round_it() =>
        (Narrow with { Routes = Narrow.Routes.Add(Leg("depot", "camp", 200)) }).Shortfalls().Should().ContainSingle().Which.Message.Should()
            .EndWith("the way by 'depot - camp' takes 50 min longer");

    // One that both ways lead past lets 24 a day through and is told itself, or 144, and it is the bridge that holds up.
    [Theory]
    [InlineData(60, "gate")]
    [InlineData(10, "bridge")]
    public void Where_both_lead_past_what_lets_less_through_nothing_is_shared(double minutes, string told) =>
        Chained(minutes).Shortfalls().Should().ContainSingle().Which.Path.Should().Be($"places.{told}.lanes");

    // It passes 48 a day, and 36 come; those who merely pass take half an hour of every one.
    [Fact]
    public void Those_who_merely_pass_take_their_part_of_it()
    {
        var quick = Beside().Bridge(bridge => bridge with
        {
            Inspection = Each<Duration>.Of(("aid", Minutes(30)), ("commercial", Minutes(10)), ("empty", Minutes(0))),
        }).Place<Crossing>("ford", ford => ford with { Inspection = Laden(Minutes(30)) });
        quick.Shortfalls().Should().BeEmpty();
        quick.Plus(Traders(Rate.PerDay(Quantity.Pieces(72)))).Shortfalls().Should().ContainSingle().Which.Message.Should()
            .Contain("at most 48 laden vehicles a day get through (30 min each; those who merely pass take 50 % of its time), and 36 loads");
    }

    // Five bring 24 a day.
    [Fact]
    public void Where_the_trucks_bring_no_more_than_can_pass_they_alone_are_told() =>
        Beside().Fleet("trucks", trucks => trucks with { Count = 5 }).Shortfalls().Should().ContainSingle().Which.Path.Should()
            .Be("fleets.trucks.count");

    private static Scenario Beside(int toFord = 70) => Narrow.Plus(new Crossing("ford") { Lanes = 1, Inspection = Minutes(30) },
        Leg("depot", "ford", toFord), Leg("ford", "camp", 60));

    // A gate behind both.
    private static Scenario Chained(double minutes) => Beside() with
    {
        Places = [.. Beside().Places, new Crossing("gate") { Lanes = 1, Inspection = Laden(Minutes(minutes)) }],
        Routes = [Leg("depot", "bridge", 60), Leg("bridge", "gate", 30), Leg("depot", "ford", 70), Leg("ford", "gate", 30),
            Leg("gate", "camp", 30)],
    };

    private static Each<Duration> Laden(Duration time) => Each<Duration>.Of(("aid", time), ("empty", Minutes(1)));

    // Three guns are lost a day for twenty days, and one is sent.
    private static Scenario Armed(int guns) => Sent with
    {
        Commodities = [new Commodity("gun") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(1) }],
        Places = [.. Sent.Places.Where(place => place is not Camp), new Force("camp")
        {
            Docks = 20, Unloading = Minutes(30), Needs = [("gun", Rate.PerDay(Quantity.Pieces(3)))],
            Equipment = [("gun", new Equipment { Authorised = 200, OnHand = guns })],
        }],
        SupplyLines = [Sent.SupplyLines[0] with { Commodities = ["gun"], Send = Rate.PerDay(Quantity.Pieces(1)) }],
    };

    private static Scenario Plane(Scenario scenario)
    {
        var field = new Airfield { Parking = 1, GroundTime = Minutes(60) };
        return scenario.Place<Depot>("depot", depot => depot with { Airfield = field }).Place<Camp>("camp",
            camp => camp with { Airfield = field })
            .Plus(new Fleet("planes") { Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(11),
                Speed = Speed.FromKilometresPerHour(400) }) with
        {
            Routes = scenario.Routes.Add(
                new Route("depot", "camp") { Name = "air", Mode = Mode.Air, Length = Distance.FromKilometres(400) }),
            SupplyLines = scenario.SupplyLines.Add(
                new SupplyLine("air") { From = "depot", To = "camp", By = "planes", WhenBelow = Food(10), UpTo = Food(30) }),
        };
    }
}
