using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>Of all that is late, what was missed: from when a load was wanted to when it came, where the place had run out meanwhile.</summary>
/// <remarks>The camp eats 1 t an hour, has 30 t and orders up to 72 t below 48 t, by trucks of 24 t that are at the bridge at 1:30.</remarks>
public sealed class MissedTests
{
    // A truck a day comes to a bridge that is open for twelve hours; on day 10 it is shut for twelve days. The camp lives for six days on what it has.
    private static readonly Scenario Nightly = WhyTests.Behind() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(60) },
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
            new Crossing("bridge") { At = East(0), Lanes = 4, Inspection = Minutes(20), Hours = Hours.Daily(new(12, 0), new(23, 59)) },
            new Camp("camp") { People = 24_000, Stock = Food(144), Docks = 10, Unloading = Minutes(30), WarnBelow = TimeSpan.FromDays(4) },
        ],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", Send = Rate.PerDay(Quantity.Tonnes(24)), GivenUpAfter = TimeSpan.FromDays(50) }],
    };

    private static readonly Scenario Flooded = Nightly.Fleet("trucks", fleet => fleet with { Count = 20 }).With(Closed("bridge", "240:00", "288:00", EnRoute.Hold, id: "flood"));

    // Two trucks are at the bridge from 1:30 on; it is shut until 61:00. The camp runs out at 30:00 and had enough at no time before.
    [Fact]
    public void All_that_was_late_before_a_camp_ran_out_was_missed()
    {
        var held = WhyTests.Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold)).Run(seed: 1).HeldUp;
        var shut = held.Single(one => one.Cause == "physical");
        (shut.Missed, shut.Time).Should().Be((shut.Time, 2 * Span("59:30")));
    }

    [Fact]
    public void Where_nobody_runs_out_nothing_was_missed()
    {
        var held = Nightly.Fleet("trucks", fleet => fleet with { Count = 20 }).Run(seed: 1).HeldUp;
        held.Should().NotBeEmpty().And.OnlyContain(one => one.Missed == TimeSpan.Zero);
    }

    // Every truck waits ten hours for the bridge to open, in sixty days some six hundred; those that the flood held waited for 1,900. What is late
    // while the camp has enough is no reason why it runs out.
    [Fact]
    public void A_routine_wait_is_no_reason_for_what_a_closure_did()
    {
        var held = Flooded.Run(seed: 1).HeldUp;
        double All(string cause) => held.Where(one => one.Cause == cause).Sum(one => one.Time.TotalHours);
        double Missed(string cause) => held.Where(one => one.Cause == cause).Sum(one => one.Missed.TotalHours);
        All("hours").Should().BeGreaterThan(450);
        Missed("hours").Should().BeLessThan(All("hours") / 4);
        Missed("physical").Should().BeGreaterThan(0.9 * All("physical"));
    }

    // Tried out: without the flood nobody goes hungry, with a bridge that never closes at night as many as before do.
    [Fact]
    public void What_is_missed_most_is_what_helps()
    {
        Hungry(Flooded).Should().BePositive();
        Hungry(Flooded with { Disruptions = [] }).Should().Be(0);
        Hungry(Flooded.Bridge(bridge => bridge with { Hours = Hours.Always })).Should().BeGreaterThan(Hungry(Flooded) * 9 / 10);
    }

    // Three hundred tonnes would do for the camp, and the depot that has none gets them too late.
    [Fact]
    public void What_is_late_for_a_depot_is_missed_by_the_camp_behind_it()
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
                new SupplyLine("in") { From = "depot", To = "hub", By = "trucks", Commodities = ["food"], UpTo = Food(48), WhenBelow = Food(24), GivenUpAfter = TimeSpan.FromDays(9) },
                new SupplyLine("out") { From = "hub", To = "camp", By = "vans", Commodities = ["food"], UpTo = Food(72), WhenBelow = Food(48), GivenUpAfter = TimeSpan.FromDays(9) },
            ],
        };
        chain = chain.Plus(chain.Fleets[0] with { Id = "vans", Base = "hub" });
        Missed(chain).Should().BeEmpty();
        Missed(chain.With(Closed("bridge", "1:00", "60:00", EnRoute.Hold))).Should().Contain(("hub", "physical"));

        static IEnumerable<(string, string)> Missed(Scenario scenario) => scenario.Run(seed: 1).HeldUp.Where(one => one.Missed > Span("1:00")).Select(one => (one.For, one.Cause));
    }

    // A load that was wanted in hour 1 comes in hour 3, to a place that has lacked something since 2; one of hours 4 to 5 comes to a place that has enough.
    [Fact]
    public void What_came_while_something_was_lacking_was_missed_since_it_was_wanted()
    {
        var (lacks, place) = (new Lacks(new CompiledScenario(WhyTests.Behind()).Catalogue), 2);
        lacks[place].IsBrought = [true];
        lacks.Came(place, Hour(0), Hour(1));
        lacks[place].Begin(0);
        lacks.Came(place, Hour(1), Hour(3));
        lacks[place].End(Hour(3));
        lacks.Came(place, Hour(4), Hour(5));
        lacks[place].Begin(0);
        lacks.Came(place, Hour(6), Hour(7));
        lacks.Came(place, Hour(7), Hour(8));
        Shares(lacks, place).Should().Equal(0, 1, 1, 0, 0, 0, 1, 1);
        // One that was wanted long before takes up all that came meanwhile, once.
        lacks.Came(place, Hour(2), Hour(8));
        Shares(lacks, place).Should().Equal(0, 1, 1, 1, 1, 1, 1, 1);
    }

    [Fact]
    public void What_nothing_brings_is_late_for_nobody()
    {
        var lacks = new Lacks(new CompiledScenario(WhyTests.Behind()).Catalogue);
        lacks[2].IsBrought = [false];
        lacks[2].Begin(0);
        lacks.Came(2, Hour(0), Hour(1));
        lacks[2].Shares(new TimeByPart(SimTime.Start, TimeSpan.FromHours(128))).Should().BeNull();
    }

    // None of these orders by a level that its stock ever reaches: from the last time at which it had enough there would be no telling.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_without_a_level_that_is_ever_reached_tells_the_same(bool isFlown)
    {
        var levels = Flooded.Line("road", line => line with { Send = null, WhenBelow = isFlown ? Food(200) : null, UpTo = Food(isFlown ? 224 : 144) });
        var held = levels.Run(seed: 1).HeldUp;
        held.Where(one => one.Cause == "hours").Sum(one => one.Missed.TotalHours).Should().BeLessThan(held.Where(one => one.Cause is "physical" or "not-ordered").Sum(one => one.Missed.TotalHours) / 3);
    }

    // Nothing is ordered until 41:00, the camp runs out at 42:00, and what is ordered then comes after that.
    [Fact]
    public void What_could_not_be_ordered_is_wanted_since_it_could_not()
    {
        var paused = WhyTests.Behind(below: 36).Place<Camp>("camp", camp => camp with { Stock = Food(42) }).With(Closed("bridge", "1:00", "40:00"))
            with { Policies = new Policies { Knowledge = Knowledge.Perfect } };
        var run = paused.Run(seed: 1);
        run.RunOuts.Single().After.Should().Be(Span("42:00"));
        var unordered = run.HeldUp.Single(one => one.Cause == "not-ordered");
        (unordered.Missed / unordered.Time).Should().BeInRange(0.99, 1); // but for the part in which it began
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
        held.OrderByDescending(one => one.Missed).First().Cause.Should().Be("physical");
    }

    [Fact]
    public void No_more_is_missed_than_is_late()
    {
        foreach (var scenario in (Scenario[])[Flooded, Flooded.Fleet("trucks", fleet => fleet with { Count = 2 })])
        {
            var held = scenario.Run(seed: 1).HeldUp;
            held.Should().OnlyContain(one => one.Missed <= one.Time).And.Contain(one => one.Missed > TimeSpan.Zero);
        }
    }

    private static IEnumerable<double> Shares(Lacks lacks, int place) => lacks[place].Shares(new TimeByPart(SimTime.Start, TimeSpan.FromHours(128)))!.Take(8);

    private static SimTime Hour(int hour) => SimTime.Start + TimeSpan.FromHours(hour);

    private static long Hungry(Scenario scenario)
    {
        var run = scenario.Run(seed: 1);
        return run.RunOuts.IsEmpty ? 0 : (24_000L * 60 * 1000) - run.Ledger.Single().Consumed;
    }
}
