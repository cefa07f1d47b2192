using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>For what a place went without whatever it lacked: in all as many person-days as were unmet,
/// shared out as helps when it is tried.</summary>
/// <remarks>The camp eats 1 t an hour, has 30 t and orders up to 72 t below 48 t, by trucks of 24 t that
/// are at the bridge at 1:30.</remarks>
public sealed class LackedTests
{
    // A truck a day comes to a bridge that is open for twelve hours; on day 10 it is shut for twelve days.
    // The camp lives for six days on what it has.
    internal static readonly Scenario Nightly = WhyTests.Behind() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(60) },
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
            new Crossing("bridge") { At = East(0), Lanes = 4, Inspection = Minutes(20), Hours = Hours.Daily(new(12, 0), new(23, 59)) },
            new Camp("camp") { People = 24_000, Stock = Food(144), Docks = 10, Unloading = Minutes(30), WarnBelow = TimeSpan.FromDays(4) },
        ],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            Send = Rate.PerDay(Quantity.Tonnes(24)),
            GivenUpAfter = TimeSpan.FromDays(50),
        }],
    };

    internal static readonly Scenario Flooded = Nightly.Fleet("trucks", fleet => fleet with { Count = 20 })
        .With(Closed("bridge", "240:00", "288:00", EnRoute.Hold, id: "flood"));

    // Two trucks are at the bridge from 1:30 on; it is shut until 61:00. The camp runs out at 30:00 and had enough at no time before; it
    // was not ordered, either, since both are on order.
    [Fact]
    public void What_was_lacking_while_a_closure_held_all_there_is_was_lacking_for_it()
    {
        var held = WhyTests.Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold)).Run(seed: 1).HeldUp;
        var all = held.Sum(one => one.Lacked);
        all.Should().BePositive();
        held.Where(one => one.Cause is "physical" or "not-ordered").Sum(one => one.Lacked).Should().BeApproximately(all, 0.02 * all);
    }

    [Fact]
    public void Where_nobody_runs_out_nothing_was_lacking()
    {
        var held = Nightly.Fleet("trucks", fleet => fleet with { Count = 20 }).Run(seed: 1).HeldUp;
        held.Should().NotBeEmpty().And.OnlyContain(one => one.Lacked == 0);
    }

    // A kilogram is a day's ration. Also what a cut ration leaves out, before food runs out, then, and after it.
    [Fact]
    public void All_that_was_lacking_is_what_was_unmet()
    {
        foreach (var scenario in (Scenario[])[LackedByNeedTests.Rationed(Flooded), LackedByNeedTests.Rationed(Sent(12)), Flooded,
            Flooded.Fleet("trucks", fleet => fleet with { Count = 2 }), Sent(12),
            WhyTests.Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold))])
        {
            var run = scenario.Run(seed: 1);
            var unmet = (24_000 * scenario.Clock.Length.TotalDays) - (run.Ledger.Single().Consumed / 1000.0);
            run.HeldUp.Sum(one => one.Lacked).Should().BeApproximately(unmet, 1e-6 * unmet);
        }
    }

    // Every truck waits ten hours for the bridge to open, in sixty days some six hundred; those that the
    // flood held waited for 1,900. What is late while the camp has enough is no reason why it runs out.
    [Fact]
    public void A_routine_wait_is_no_reason_for_what_a_closure_did()
    {
        var held = Flooded.Run(seed: 1).HeldUp;
        held.Where(one => one.Cause == "hours").Sum(one => one.Time.TotalHours).Should().BeGreaterThan(450);
        Share(held, "hours").Should().BeLessThan(0.2);
        Share(held, "physical").Should().BeGreaterThan(0.8);
    }

    // Tried out: without the flood nobody goes hungry, with a bridge that never closes at night as many as before do.
    [Fact]
    public void What_was_lacking_for_most_is_what_helps()
    {
        Hungry(Flooded).Should().BePositive();
        Hungry(Flooded with { Disruptions = [] }).Should().Be(0);
        Hungry(Flooded.Bridge(bridge => bridge with { Hours = Hours.Always })).Should().BeGreaterThan(Hungry(Flooded) * 9 / 10);
    }

    // Half of what is needed is sent: a bridge that is open at night brings each truck ten hours earlier, once.
    [Fact]
    public void What_is_sent_too_little_is_no_delay()
    {
        var held = Sent(12).Run(seed: 1).HeldUp;
        var helps = 1 - (Hungry(Sent(12).Bridge(bridge => bridge with { Hours = Hours.Always })) / (double)Hungry(Sent(12)));
        helps.Should().BeInRange(0.001, 0.1);
        Share(held, "too-little").Should().BeApproximately(1 - helps, 0.02);
        Share(held, "hours").Should().BeApproximately(helps, 0.02);
    }

    // Ordered below a day's need behind a road of two days: the camp is without for a day of each three, with or without opening hours.
    [Fact]
    public void A_level_below_the_lead_time_is_no_delay()
    {
        var low = Nightly.Line("road", line => line with { Send = null, WhenBelow = Food(24), UpTo = Food(72) }) with
        {
            Routes = [Leg("depot", "bridge", 2_820), Leg("bridge", "camp", 60)],
        };
        low = low.Fleet("trucks", fleet => fleet with { Count = 20 });
        var helps = 1 - (Hungry(low.Bridge(bridge => bridge with { Hours = Hours.Always })) / (double)Hungry(low));
        Share(low.Run(seed: 1).HeldUp, "too-little").Should().BeInRange(0.5, 1).And.BeApproximately(1 - helps, 0.1);
    }

    // A search takes three days: that is the way it is, and ordering sooner helps.
    [Fact]
    public void What_takes_long_as_a_rule_is_no_delay()
    {
        var searched = Nightly.Line("road", line => line with { Send = null, WhenBelow = Food(24), UpTo = Food(72) }).Fleet("trucks",
            fleet => fleet with { Count = 20 })
            .Bridge(bridge => bridge with { Hours = Hours.Always,
                Secondary = new SecondarySearch { Share = 1, Takes = Minutes(3 * 24 * 60) }, Lanes = 20 });
        Hungry(searched).Should().BePositive();
        Hungry(searched.Line("road", line => line with { WhenBelow = Food(144), UpTo = Food(168) })).Should().Be(0);
        Share(searched.Run(seed: 1).HeldUp, "too-little").Should().BeGreaterThan(0.95);
    }

    // Three hundred tonnes lie at the depot and nobody brings more: what waited before the bridge on the way is no reason.
    [Fact]
    public void An_empty_depot_is_no_delay()
    {
        var empty = Nightly.Place<Depot>("depot", depot => depot with { Stock = Food(300) }).Line("road",
            line => line with { Send = null, WhenBelow = Food(96), UpTo = Food(120) });
        Share(empty.Run(seed: 1).HeldUp, "too-little").Should().BeGreaterThan(0.95);
    }

    // All six trucks are held beyond another bridge; what waits for them is given up and ordered anew every
    // three days, and is wanted all the time.
    [Fact]
    public void What_is_ordered_anew_has_been_wanted_since_it_was_ordered_first()
    {
        var shared = Nightly.Line("road",
            line => line with { Send = null, WhenBelow = Food(96), UpTo = Food(120), GivenUpAfter = TimeSpan.FromDays(3) });
        shared = shared with
        {
            Places = [.. shared.Places, new Crossing("pass") { At = East(1), Lanes = 9, Inspection = Minutes(10) },
                new Depot("yard") { Docks = 10, Unloading = Minutes(10) }],
            Routes = [.. shared.Routes, Leg("depot", "pass", 60), Leg("pass", "yard", 60)],
            Commodities = [.. shared.Commodities, new Commodity("stone") { Unit = QuantityUnit.Gram }],
        };
        shared = shared.Bridge(bridge => bridge with { Hours = Hours.Always }).Fleet("trucks", fleet => fleet with { Count = 6 })
            .Line("road", line => line with { Commodities = ["food"] });
        shared = shared with
        {
            SupplyLines = [.. shared.SupplyLines, new SupplyLine("stones")
            {
                From = "depot",
                To = "yard",
                By = "trucks",
                Commodities = ["stone"],
                Send = Rate.PerDay(Quantity.Tonnes(72)),
            }],
        };
        shared = shared.With(Closed("pass", "240:00", "336:00", EnRoute.Hold, id: "flood"));
        Hungry(shared with { Disruptions = [] }).Should().Be(0);
        var held = shared.Run(seed: 1).HeldUp;
        held.Where(one => one is { Where: "pass", Cause: "physical", Awaited: "trucks" }).Sum(one => one.Lacked).Should()
            .BeGreaterThan(0.9 * held.Sum(one => one.Lacked));
    }

    // The bridge is shut for good, and everybody goes by a ford that is two days away: ordered in time for the bridge is too late for that.
    [Fact]
    public void A_longer_way_around_what_is_shut_is_told()
    {
        var around = Nightly.Line("road", line => line with { Send = null, WhenBelow = Food(48), UpTo = Food(72) })
            .Bridge(bridge => bridge with { Hours = Hours.Always });
        around = around.Fleet("trucks", fleet => fleet with { Count = 40 }) with
        {
            Places = [.. around.Places, new Crossing("ford") { At = East(1), Lanes = 1, Inspection = Minutes(20) }],
            Routes = [.. around.Routes, Leg("depot", "ford", 1_600), Leg("ford", "camp", 1_600)],
            Policies = new Policies { Reroute = new() { Longest = 100 } },
        };
        var shut = around.With(Closed("bridge", "240:00", "1200:00", id: "flood"));
        Hungry(around).Should().Be(0);
        Hungry(shut).Should().BePositive();
        var held = shut.Run(seed: 1).HeldUp;
        (Share(held, "detour") + Share(held, "not-ordered")).Should().BeGreaterThan(0.9);
        held.Where(one => one.Cause == "detour").Should().OnlyContain(one => one.Where == "bridge");
        Share(held, "detour").Should().BeGreaterThan(0.5);
    }

    // What is on the road to the camp is lost on day 20; the camp has no reserve, and what is sent is sent once.
    [Fact]
    public void What_is_lost_on_its_way_is_told()
    {
        var bare = Nightly.Bridge(bridge => bridge with { Hours = Hours.Always }).Fleet("trucks", fleet => fleet with { Count = 20 })
            .Place<Camp>("camp", camp => camp with { Stock = Food(30) });
        bare = bare with { Routes = [Leg("depot", "bridge", 60), Leg("bridge", "camp", 1_200)] };
        var raided = bare.With(Closed("bridge - camp", "490:00", "1:00", EnRoute.Lost, id: "raid"));
        Hungry(raided).Should().BeGreaterThan(Hungry(bare));
        var (all, without) = (raided.Run(seed: 1).HeldUp.Sum(one => one.Lacked), bare.Run(seed: 1).HeldUp.Sum(one => one.Lacked));
        raided.Run(seed: 1).HeldUp.Where(one => one.Cause == "lost").Sum(one => one.Lacked).Should()
            .BeApproximately(all - without, 0.1 * all);
    }

    // A van for a tenth of a truck's load waits as long as it does.
    [Fact]
    public void What_a_small_vehicle_brings_is_lacking_less()
    {
        var behind = WhyTests.Behind();
        var catalogue = new CompiledScenario(behind.Plus(behind.Fleets[0] with { Id = "vans", Carries = Mass.FromTonnes(2.4m) })).Catalogue;
        var (holdUps, camp) = (new HoldUps(catalogue), catalogue.PlaceNumber("camp"));
        holdUps.Lacks[camp].Watch([new Shortage(isOwed: false, isSent: true)]);
        holdUps.Lacks[camp].Begin(0, Hour(0), 0, 0);
        for (var fleet = 0; fleet < 2; fleet++)
            holdUps.Add(new HoldUpKey(camp, 1, HoldUp.Physical + fleet, fleet), Hour(0), Hour(5), TimeSpan.FromHours(5));
        holdUps.Lacks.Came(camp, new(0, 1, Hour(0), Hour(0), Hour(11), 11, IsOrderedByLevel: true), (_, _) => 24);
        holdUps.Lacks[camp].End(0, Hour(24), 24, 1);
        holdUps.All.Select(one => Math.Round(24 * one.Lacked, 6)).Should().Equal(10, 1, 13);
    }

    // Three hundred tonnes would do for the camp, and the depot that has none gets them too late.
    [Fact]
    public void What_is_late_for_a_depot_is_lacking_in_the_camp_behind_it()
    {
        var chain = WhyTests.Behind() with
        {
            Places =
            [
                new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
                new Crossing("bridge") { At = East(0), Lanes = 1, Inspection = Minutes(20) },
                new Depot("hub") { Stock = Food(0), Docks = 10, Loading = Minutes(30), Unloading = Minutes(30) },
                new Camp("camp") { People = 24_000, Stock = Food(30), Docks = 10, Unloading = Minutes(30) },
            ],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "hub", 60), Leg("hub", "camp", 60)],
            SupplyLines =
            [
                new SupplyLine("in") { From = "depot", To = "hub", By = "trucks", Commodities = ["food"], UpTo = Food(48),
                    WhenBelow = Food(24), GivenUpAfter = TimeSpan.FromDays(9) },
                new SupplyLine("out") { From = "hub", To = "camp", By = "vans", Commodities = ["food"], UpTo = Food(72),
                    WhenBelow = Food(48), GivenUpAfter = TimeSpan.FromDays(9) },
            ],
        };
        chain = chain.Plus(chain.Fleets[0] with { Id = "vans", Base = "hub" });
        Lacked(chain).Should().BeEmpty();
        Lacked(chain.With(Closed("bridge", "1:00", "60:00", EnRoute.Hold))).Should().Contain(("camp", "physical"));

        static IEnumerable<(string, string)> Lacked(Scenario scenario) =>
            scenario.Run(seed: 1).HeldUp.Where(one => one.Lacked > 1000).Select(one => (one.For, one.Cause));
    }

    // None of these orders by a level that its stock ever reaches: from the last time at which it had enough there would be no telling.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_without_a_level_that_is_ever_reached_tells_the_same(bool isFlown)
    {
        var levels = Flooded.Line("road",
            line => line with { Send = null, WhenBelow = isFlown ? Food(200) : null, UpTo = Food(isFlown ? 224 : 144) });
        var held = levels.Run(seed: 1).HeldUp;
        Share(held, "hours").Should().BeLessThan((Share(held, "physical") + Share(held, "not-ordered")) / 3);
    }

    // Nothing is ordered until 41:00, the camp runs out at 42:00, and what is ordered then comes after that.
    [Fact]
    public void What_could_not_be_ordered_is_wanted_since_it_could_not()
    {
        var paused = WhyTests.Behind(below: 36).Place<Camp>("camp", camp => camp with { Stock = Food(42) })
            .With(Closed("bridge", "1:00", "40:00"))
            with { Policies = new Policies { Knowledge = Knowledge.Perfect } };
        var run = paused.Run(seed: 1);
        run.RunOuts.Single().After.Should().Be(Span("42:00"));
        Share(run.HeldUp, "not-ordered").Should().BeGreaterThan(0.9);
    }

    // Behind a road of five days the camp has enough until the flood is over.
    [Fact]
    public void A_closure_that_is_over_before_anybody_lacks_anything_is_told()
    {
        var far = Flooded with { Routes = [Leg("depot", "bridge", 60), Leg("bridge", "camp", 7_200)] };
        far = far.Fleet("trucks", fleet => fleet with { Count = 60 }).Place<Camp>("camp", camp => camp with { Stock = Food(264) });
        far = far with { Disruptions = [Closed("bridge", "240:00", "216:00", EnRoute.Hold, id: "flood")] };
        var (held, without) = (far.Run(seed: 1).HeldUp, far with { Disruptions = [] });
        Hungry(far).Should().BePositive();
        Hungry(without).Should().Be(0);
        held.OrderByDescending(one => one.Lacked).First().Cause.Should().Be("physical");
    }

    // So much a day in place of what is needed, without a flood.
    internal static Scenario Sent(int tonnes) =>
        (Nightly with { Disruptions = [] }).Fleet("trucks", fleet => fleet with { Count = 20, Carries = Mass.FromTonnes(12) })
            .Line("road", line => line with { Send = Rate.PerDay(Quantity.Tonnes(tonnes)) });

    internal static double Share(IReadOnlyList<HeldUp> held, string cause) =>
        held.Where(one => one.Cause == cause).Sum(one => one.Lacked) / held.Sum(one => one.Lacked);

    private static SimTime Hour(int hour) => SimTime.Start + TimeSpan.FromHours(hour);

    private static long Hungry(Scenario scenario)
    {
        var run = scenario.Run(seed: 1);
        return run.RunOuts.IsEmpty ? 0 : (24_000L * 60 * 1000) - run.Ledger[0].Consumed;
    }
}
