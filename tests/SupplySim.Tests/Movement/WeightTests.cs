using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Movement.WeightRoads;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>A weight limit binds what a vehicle weighs with what lies on it now: the way out is another than the way home.</summary>
/// <remarks>
/// <code>
/// depot ---- 60 km, 1 h ---- bridge ---- 60 km, 1 h ---- town
///    |------------------- 150 km, 2 h 30 min --------------|
/// </code>
/// A truck weighs 16 t, and 26 t with a crate. It sets out at 0:30. Over the bridge it is unloaded at 3:20,
/// back at the bridge 4:20 and through 4:40; round it, unloaded at 3:30, and back at the bridge at 4:30, or on the long road again.
/// </remarks>
public sealed class WeightTests
{
    // A limit that is just what it weighs lets it pass.
    [Theory]
    [InlineData(26, "bridge", "bridge")]
    [InlineData(25, "round", "bridge")]
    [InlineData(16, "round", "bridge")]
    [InlineData(15, "round", "round")]
    public void Out_laden_and_home_empty_each_goes_where_it_may(int limit, string outward, string home)
    {
        var run = Play.Of(Trucks(1).Detour(150).Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(limit) }));
        run.Legs("bridge", "town").Should().Equal(outward == "bridge" ? ["d0 01:50 x1"] : []);
        run.Legs("depot", "town").Should().Equal(outward == "round" ? ["d0 00:30 x1"] : []);
        run.When(HappeningKind.Arrived).Should().Equal(outward == "bridge" ? "d0 03:20" : "d0 03:30");
        run.Legs("bridge", "depot").Should().Equal(home == "round" ? [] : outward == "bridge" ? ["d0 04:40 x1"] : ["d0 04:50 x1"]);
        run.Legs("town", "depot").Should().Equal(home == "round" ? ["d0 03:30 x1"] : []);
        run.Vehicles("trucks").Should().Be("1 0 0 0");
    }

    [Theory]
    [InlineData(25, "round", "bridge")]
    [InlineData(15, "round", "round")]
    public void So_it_is_on_a_road(int limit, string outward, string home)
    {
        var run = Play.Of(Trucks(1).Detour(150).Route("bridge - town", road => road with { WeightLimit = Mass.FromTonnes(limit) }));
        run.Legs("depot", "town").Should().HaveCount(outward == "round" ? 1 : 0);
        run.Legs("bridge", "depot").Should().HaveCount(home == "bridge" ? 1 : 0);
    }

    // Nothing says what a truck without a gross mass weighs empty: its payload of 10 t stands for it, there and back.
    [Theory]
    [InlineData(10, "bridge")]
    [InlineData(9, "round")]
    public void Without_a_gross_mass_the_payload_counts_there_and_back(int limit, string way)
    {
        var run = Play.Of(Road().Detour(150).Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(limit) }));
        run.Legs("depot", "town").Should().HaveCount(way == "round" ? 1 : 0);
        run.Legs("town", "depot").Should().HaveCount(way == "round" ? 1 : 0);
    }

    // Half a load, 5 t: it weighs 21 t.
    [Theory]
    [InlineData(21, "d0 03:20")]
    [InlineData(20, "d0 03:30")]
    public void Who_is_half_laden_weighs_less(int limit, string arrived) => Play.Of(Trucks(1).Detour(150)
        .Commodity("crate", crate => crate with { Weight = Mass.FromTonnes(5) })
        .Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(limit) }))
        .When(HappeningKind.Arrived).Should().Equal(arrived);

    // Two trucks, three crates of 5 t: 26 and 21 t in one column, which goes round; on the way home it is empty.
    [Fact]
    public void A_column_is_as_heavy_as_the_heaviest_in_it()
    {
        var run = Play.Of(Trucks(3).Detour(150).Commodity("crate", crate => crate with { Weight = Mass.FromTonnes(5) })
            .Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(21), Lanes = 2 })
            .Fleet("trucks",
                fleet => fleet with { Count = 2,
                    Convoy = new ConvoyRules { Size = new SizeRange(2, 2), Wait = TimeSpan.FromHours(9), Density = 1000 } }));
        run.Legs("depot", "town").Should().Equal("d0 00:30 x2");
        run.Legs("town", "bridge").Should().ContainSingle().Which.Should().StartWith("d0 03:30").And.EndWith("x2");
    }

    // The escort weighs 20 t and carries nothing, out or back: what it could carry is not on it.
    [Theory]
    [InlineData(20, "bridge")]
    [InlineData(19, "round")]
    public void An_escort_counts_as_what_it_weighs_empty(int limit, string home)
    {
        var run = Play.Of(Trucks(1).Detour(150).Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(limit), Lanes = 2 })
            .Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(12),
                Gross = Mass.FromTonnes(32) })
            .Fleet("trucks", fleet => fleet with
            {
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero,
                    Escort = new Escort { From = "escorts", Count = 1 }, Density = 1000 },
            }));
        run.Legs("depot", "town").Should().Equal("d0 00:30 x2");
        run.Legs("town", "bridge").Should().HaveCount(home == "bridge" ? 1 : 0);
        run.Legs("town", "depot").Should().HaveCount(home == "round" ? 1 : 0);
    }

    // A truck of 26 t, a guard of 30 t: it stays at home for the guard's sake, who could not pass, until
    // 5:00, and keeps no guard from others.
    [Fact]
    public void Whether_a_column_sets_out_is_decided_with_its_escort()
    {
        var scenario = Trucks(1).With(
            new Restriction("ice") { Limit = "bridge", At = Moment.After(Span("0:10")), For = Span("4:50"),
                WeightLimit = Mass.FromTonnes(29) })
            .Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1, Gross = Mass.FromTonnes(30) })
            .Fleet("trucks", fleet => fleet with
            {
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero,
                    Escort = new Escort { From = "escorts", Count = 1 }, Density = 1000 },
            }) with { Policies = new Policies { Dispatch = new StayAtBase() } };
        Play.Of(scenario.Until("4:00")).Vehicles("trucks").Should().Be("1 0 0 0");
        Play.Of(scenario.Until("20:00")).Legs("depot", "bridge").Should().Equal("d0 05:00 x2");
    }

    // From the yard over the bridge empty, 0:00 to 1:20, to the depot 2:20, loaded 2:50, at the town 3:50, unloaded 4:20; home by 7:40.
    [Fact]
    public void Empty_it_fetches_a_load_over_a_bridge_that_would_not_bear_it_laden()
    {
        var run = Play.Of(Fetched(limit: 16));
        run.Legs("bridge", "depot").Should().Equal("d0 01:20 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 04:20");
        run.Legs("bridge", "yard").Should().Equal("d0 06:40 x1");
        run.Vehicles("trucks").Should().Be("1 0 0 0");
    }

    // What it cannot do is told before the run: come empty, or bring what it has fetched back over the bridge.
    [Theory]
    [InlineData(15, "town", "16 t empty, above a weight limit on every way from 'town' to 'yard'")]
    [InlineData(16, "yard", "26 t laden, above a weight limit on every way from 'depot' to 'yard'")]
    [InlineData(25, "yard", "26 t laden, above a weight limit on every way from 'depot' to 'yard'")]
    public void What_cannot_pass_is_told_before_the_run(int limit, string to, string says) =>
        Fetched(limit).Line("road", line => line with { To = to }).Problems()
            .Select(problem => problem.ToString()).Should().ContainSingle().Which.Should().StartWith("fleets.trucks.gross").And
            .Contain(says);

    // Out by a road that leads one way, and home by one that does not bear it even empty.
    [Fact]
    public void The_way_home_is_looked_at_too_where_it_begins_at_the_base()
    {
        var scenario = Trucks(1) with
        {
            Routes = [Leg("depot", "town", 150) with { OneWay = true }, Leg("town", "bridge", 60),
                Leg("bridge", "depot", 60) with { WeightLimit = Mass.FromTonnes(15) }],
        };
        scenario.Problems().Select(problem => problem.Message).Should()
            .Equal("16 t empty, above a weight limit on every way from 'town' to 'depot'");
        scenario.Fleet("trucks", fleet => fleet with { Gross = null, Carries = Mass.FromTonnes(16) }).Problems()
            .Select(problem => problem.ToString()).Should().ContainSingle()
            .Which.Should().Contain("give their 'gross' mass: without it they count as heavy empty as laden");
    }

    // Who is not full may come to a crossing that no full truck passes: what it needs is asked of it as of any other.
    [Theory]
    [InlineData(21, true)]
    [InlineData(15, false)]
    public void What_a_crossing_needs_is_told_if_anybody_is_light_enough_to_pass_it(int limit, bool isTold)
    {
        var scenario = Trucks(1).Detour(150).Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(limit) });
        string[] Told(Scenario changed) => [.. changed.Problems().Select(problem => problem.ToString())];
        string[] OnlyIf(string text) => isTold ? [text] : [];

        Told(scenario.Bridge(bridge => bridge with { Inspection = Each<Duration>.Of(("commercial", Minutes(20))) })
            .Plus(Traders(Each("1:00")))).Select(told => told.Split(':')[0])
            .Should().Equal(OnlyIf("places.bridge.inspection"));
        Told(scenario.With(Closed("bridge", "1:00", "2:00") with { Queue = QueueRule.Disperse })).Select(told => told.Split(':')[0])
            .Should().Equal(OnlyIf("disruptions.flood.queue"));
        Told(
            scenario.Bridge(bridge => bridge with { Transshipment = new Transshipment { Onto = "locals", Takes = Minutes(30), Docks = 1 } })
            .Plus(new Fleet("locals") { Traffic = "aid", Base = "town", Count = 1, Carries = Mass.FromTonnes(4) }))
            .Where(told => told.Contains("onto", StringComparison.Ordinal))
            .Should().HaveCount(isTold ? 1 : 0);
    }

    // depot ==== bridge ---> camp ~~~> town ~~~> bridge, a kilometre a minute. At the bridge loads go onto
    // trucks of the town, which come there and go home over roads that bear them empty. At the bridge 1:30, through 1:50; a truck comes
    // from the town by 2:50; on it 3:20, at the camp 4:20, unloaded 4:50, home 5:50.
    [Fact]
    public void Trucks_of_the_far_bank_come_and_go_home_over_what_bears_them_empty()
    {
        var scenario = Road()
            .Plus(new Fleet("locals") { Traffic = "aid", Base = "town", Count = 1, Carries = Mass.FromTonnes(10),
                Gross = Mass.FromTonnes(26) }).Plus(new Town("camp") { Unloading = Minutes(30) })
            .Bridge(bridge => bridge with { Transshipment = new Transshipment { Onto = "locals", Takes = Minutes(30), Docks = 1 } })
            .Line("road", line => line with { To = "camp" });
        Route Light(string from, string to) => Leg(from, to, 60) with { OneWay = true, WeightLimit = Mass.FromTonnes(16) };
        var run =
            Play.Of(
                scenario with { Routes = [Leg("depot", "bridge", 60), Leg("bridge", "camp", 60) with { OneWay = true },
                    Light("camp", "town"), Light("town", "bridge")] });
        run.Legs("town", "bridge").Should().Equal("d0 01:50 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 04:50");
        run.Legs("camp", "town").Should().Equal("d0 04:50 x1");
        run.Vehicles("locals").Should().Be("1 0 0 0");
    }

    // Weak from 2:30 on, when the truck is being loaded beyond it, to 12:30: it waits there from 3:50 on,
    // is through 12:50 and unloaded at the yard 14:20.
    [Fact]
    public void Who_has_fetched_a_load_waits_until_the_bridge_bears_it_again()
    {
        var scenario = Fetched(null).Line("road", line => line with { To = "yard" }).With(Weak("2:30", "10:00", 20));
        var run = Play.Of(scenario);
        run.When(HappeningKind.Arrived).Should().Equal("d0 14:20");
        run.Waits("bridge").Should().Be("physical 8:40");
        run.Vehicles("trucks").Should().Be("1 0 0 0");
    }

    // The limit comes at 1:55, when the truck is over: empty it comes home as ever; below what it weighs
    // empty it waits at the bridge until 11:55.
    [Theory]
    [InlineData(16, "d0 04:40 x1")]
    [InlineData(15, "d0 12:15 x1")]
    public void A_limit_that_comes_lets_those_home_who_are_light_enough(int limit, string through) =>
        Play.Of(Trucks(1).With(Weak("1:55", "10:00", limit))).Legs("bridge", "depot").Should().Equal(through);

    // On the road to the bridge it is told that it is weak: the town beyond is out of reach with what it
    // carries, and it turns to a camp on this side, the nearer one if the road there bears it: 26 t, or 21 t with half a load. What could
    // go there empty does not count, nor could it be full.
    [Theory]
    [InlineData(10, 20, 20, "d0 01:30 town to far: 1 crate")]
    [InlineData(10, 20, 26, "d0 01:30 town to near: 1 crate")]
    [InlineData(5, 20, 20, "d0 01:30 town to far: 1 crate")]
    [InlineData(5, 20, 21, "d0 01:30 town to near: 1 crate")]
    [InlineData(5, 21, 21, null)]
    public void A_laden_column_is_diverted_to_where_it_can_go_as_it_is(int crate, int bridge, int road, string? diverted)
    {
        Camp Hungry(string id) =>
            new(id) { People = 1000, Unloading = Minutes(30), Rations = [("crate", new Rate(Quantity.Pieces(1), TimeSpan.FromDays(900)))] };
        var scenario =
            (Trucks(1).Commodity("crate", one => one with { Weight = Mass.FromTonnes(crate) }).With(Weak("1:00", "90:00", bridge)) with
            {
                Routes = [Leg("depot", "fork", 60), Leg("fork", "bridge", 60), Leg("bridge", "town", 60)],
                Policies = new Policies { Divert = new ToNeed() },
            }).Plus(new Town("fork")).Plus(Hungry("near"), Leg("fork", "near", 10) with { WeightLimit = Mass.FromTonnes(road) })
                .Plus(Hungry("far"), Leg("fork", "far", 90));
        Play.Of(scenario.Until("9:00")).Tell(HappeningKind.Diverted).Take(1).Should().Equal(diverted is null ? [] : [diverted]);
    }

    // At the fork it has been told that the bridge is weak, and takes what it carries back, unless the bridge bears it as it is.
    [Theory]
    [InlineData(10, 1)]
    [InlineData(5, 0)]
    public void Nobody_is_cut_off_by_a_bridge_that_bears_what_it_carries(int crate, int diverted) =>
        Play.Of((Trucks(1).With(Weak("1:00", "90:00", 21))
            .Commodity("crate", one => one with { Weight = Mass.FromTonnes(crate) }).Place<Depot>("depot",
                depot => depot with { Unloading = Minutes(30) })
            with { Routes = [Leg("depot", "fork", 60), Leg("fork", "bridge", 60), Leg("bridge", "town", 60)],
                Policies = new Policies { Divert = new Return() } })
            .Plus(new Town("fork")).Until("9:00")).When(HappeningKind.Diverted).Should().HaveCount(diverted);

    // Half laden it need not stay at home for a bridge that bears it; full it does until 5:00.
    [Theory]
    [InlineData(5, "d0 00:30 x1")]
    [InlineData(10, "d0 05:00 x1")]
    public void Whether_it_sets_out_is_decided_by_what_it_carries(int crate, string departs) =>
        Play.Of((Trucks(1).With(Weak("0:10", "4:50", 21))
            .Commodity("crate", one => one with { Weight = Mass.FromTonnes(crate) }) with
            {
                Policies = new Policies { Dispatch = new StayAtBase() },
            }).Until("20:00"))
            .Legs("depot", "bridge").Should().Equal(departs);

    // In the queue behind a trader since 4:20; the bridge is shut at 4:30: back to the town, 5:30, and home
    // by a road that would not bear it laden.
    [Fact]
    public void Empty_it_leaves_a_queue_for_a_way_that_bears_it_empty() =>
        Play.Of(Light().Plus(Traders(Each("4:19"))).With(Closed("bridge", "4:30", "90:00")).Until("9:00"))
            .Legs("town", "depot").Should().Equal("d0 05:30 x1");

    // The road to the bridge is shut from 3:00 on, the light one until 6:00: it waits in the town for what opens first.
    [Fact]
    public void Empty_it_waits_for_what_bears_it_empty() =>
        Play.Of(Light().With(Closed("bridge - town", "3:00", "90:00"), Closed("depot - town", "3:00", "3:00", id: "mines")).Until("9:00"))
            .Legs("town", "depot").Should().Equal("d0 06:00 x1");

    // Cut off is who cannot get home empty: by the light road it can.
    [Fact]
    public void Who_can_go_home_empty_is_not_cut_off()
    {
        var scenario = CutOffTests.FarStore().Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(26) })
            .With(Closed("bridge", "2:00", "18:00")).Until("7:00");
        Play.Of(scenario).Legs("town", "store").Should().Equal("d0 03:20 x1");
        Play.Of(scenario with { Routes = scenario.Routes.Add(Leg("depot", "town", 150) with { WeightLimit = Mass.FromTonnes(16) }) })
            .Legs("town", "depot").Should().Equal("d0 03:20 x1");
    }

    // Shut from 2:00 to 20:00, and from then on too weak for laden trucks: those who stand in the store go home all the same.
    [Fact]
    public void Those_who_stand_idle_go_home_over_what_bears_them_empty() =>
        Play.Of(CutOffTests.FarStore().Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(26) })
            .Line("local", line => line with { Send = Rate.PerWeek(Quantity.Pieces(1)), Every = TimeSpan.FromDays(7) })
            .With(Closed("bridge", "2:00", "18:00"), Weak("2:00", "90:00", 20)).Until("23:00")).Legs("store", "town").Should()
            .Equal("d0 20:00 x1");

    // Two stores to work from, one at 100 km and one at 300, or at 30 by a road that bears empty trucks: it
    // goes there, and would not laden.
    [Fact]
    public void Who_is_cut_off_goes_to_the_place_that_is_nearest_empty()
    {
        var scenario = CutOffTests.FarStore().Fleet("trucks",
            fleet => fleet with { Gross = Mass.FromTonnes(26), WorksFrom = ["store", "second"] })
            .Plus(new Depot("second") { Stock = Supply.Unlimited, Loading = Minutes(30) }, Leg("town", "second", 100));
        scenario = scenario with { SupplyLines = scenario.SupplyLines.Add(scenario.SupplyLines[1] with { Id = "other", From = "second" }) };
        scenario = scenario with { Routes = [.. scenario.Routes.Where(road => road.Id != "town - store"),
            Leg("town", "store", 30) with { Name = "light", WeightLimit = Mass.FromTonnes(16) }, Leg("town", "store", 300)] };
        Play.Of(scenario.With(Closed("bridge", "2:00", "18:00")).Until("5:00")).Legs("town", "store").Should().Equal("d0 03:20 x1");
    }

    // Unloaded at 3:30, it asks for clearance of the bridge on its way home, which takes an hour, and at 4:30 it is there and cleared.
    [Fact]
    public void Clearance_is_asked_along_the_way_home() => Play.Of(Trucks(1).Detour(150).Bridge(bridge => bridge with
    {
        WeightLimit = Mass.FromTonnes(20), HeldBy = "blue", Passage = [("blue", [("aid", Permission.WithClearance)])],
        Clearance = new Clearance { Channels = ["liaison"], GrantedIn = Minutes(60), Valid = TimeSpan.FromHours(9) },
    })).Legs("bridge", "depot").Should().Equal("d0 04:50 x1");

    // 26 and 21 t in one column go round, the light road from the fork bears 21 t. Whoever breaks down
    // before the fork goes on from there alone, and by what it weighs itself; an audit weighs all who are
    // on a road. In 40 runs each of the two does so.
    [Fact]
    public void Who_is_left_behind_goes_on_by_what_it_weighs_itself()
    {
        var scenario = Trucks(3).Until("60:00").Commodity("crate", crate => crate with { Weight = Mass.FromTonnes(5) })
            .Plus(new Town("fork"))
            .Fleet("trucks", fleet => fleet with
            {
                Count = 2, Breakdown = new Breakdown { Every = Distance.FromKilometres(400), Repair = Minutes(60) },
                Convoy = new ConvoyRules { Size = new SizeRange(2, 2), Wait = TimeSpan.FromHours(9), Density = 1000 },
            }) with { Routes = [Leg("depot", "fork", 60), Leg("fork", "town", 60) with { WeightLimit = Mass.FromTonnes(21) },
                Leg("fork", "bridge", 60), Leg("bridge", "town", 60)] };
        var runs = Enumerable.Range(1, 40).Select(seed => Play.Of(scenario, (ulong)seed).Result.Trips).ToArray();
        int[] Laden(int route, int vehicles) =>
            [.. runs.Index().Where(run => run.Item.Any(trip => trip.Route == route && trip.Laden && trip.Vehicles == vehicles))
                .Select(run => run.Index)];
        Laden(route: 1, vehicles: 2).Should().BeEmpty("the heavier one is with it");
        Laden(route: 1, vehicles: 1).Should().HaveCountGreaterThan(2, "the lighter one is alone in some");
        Laden(route: 2, vehicles: 2).Length.Should().BeGreaterThan(10);
        Laden(route: 2, vehicles: 1).Should().HaveCountGreaterThan(2, "the heavier one is alone in some");
    }

    // Laden over the bridge; the road beside it bears empty trucks.
    private static Scenario Light() => Trucks(1).Detour(150) is var scenario
        ? scenario with { Routes = scenario.Routes.SetItem(2, scenario.Routes[2] with { WeightLimit = Mass.FromTonnes(20) }) } : scenario;

    // yard ---- 60 km ---- bridge ---- 60 km ---- depot ---- 60 km ---- town: the trucks stand in the yard and load at the depot.
    private static Scenario Fetched(int? limit) =>
        Trucks(1).Until("40:00").Bridge(bridge => bridge with { WeightLimit = limit is { } most ? Mass.FromTonnes(most) : null })
            .Plus(new Town("yard") { Unloading = Minutes(30) })
            .Fleet("trucks", fleet => fleet with { Base = "yard", WorksFrom = ["depot"] })
            with { Routes = [Leg("yard", "bridge", 60), Leg("bridge", "depot", 60), Leg("depot", "town", 60)] };
}
