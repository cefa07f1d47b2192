using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Laws.Inventory;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws.Closures;

/// <summary>Crossings whose systems fail and are repaired, against the closed forms (V7, V11, V12).</summary>
public class BreakdownTheoryTests
{
    /// <summary>M/M/1 with breakdowns at any time and preemptive resume (V7): the mean number in the system. Vehicles wait for the lane and
    /// are held in it, which the delay ledger counts; those that are being inspected are load / rate in the mean.</summary>
    [Theory]
    [InlineData(1, 3, 0.2, 0.6, 1.55, 4_000, 1_600_000)]
    [InlineData(2, 5, 0.1, 0.3, 4.7142857, 8_000, 4_000_000)]
    [InlineData(0.5, 1, 0.01, 0.05, 5.6666667, 40_000, 28_000_000)]
    public void Strangers_at_a_lane_that_breaks_down_are_as_many_as_in_an_M_M_1_queue_with_breakdowns(
        double arrivals, double served, double fails, double repaired, double published, int hours, int hoursAtLength)
    {
        const int runs = 40;
        var both = fails + repaired;
        var theory = arrivals * (both * both + served * fails) / (both * (repaired * served - arrivals * both));
        theory.Should().BeApproximately(published, 1e-6);
        var length = TimeSpan.FromHours(Estimated.Size(hoursAtLength / runs, hours));
        var scenario = Post(length, new Arrivals(new Rate(Quantity.Pieces((long)(arrivals * 10)), TimeSpan.FromHours(10)), IsRandom: true),
            Mean(1 / served))
            with { Disruptions = [Breaks("systems", "post", 1 / fails, 1 / repaired)] };
        var inSystem = Ends(scenario, runs, 7,
            (world, place) => world.Delays.Waited(place).Ticks / (double)length.Ticks + arrivals / served);
        Estimated.ShouldBe(inSystem, theory, 0.06, "the mean number in the system");
    }

    /// <summary>Alternating renewal (V11): the share of time for which a crossing works is up / (up +
    /// down), of two in a row the product, of two side by side 1 - the product of what is missing. A gate stands open while both work,
    /// another while one does.</summary>
    [Fact]
    public void Crossings_that_fail_are_available_as_long_as_they_should_be_alone_in_a_row_and_side_by_side()
    {
        var length = TimeSpan.FromDays(Estimated.Size(30_000, 3_000));
        var scenario = Post(length, null, Mean(1)) with
        {
            Places = [Lane("nine"), Lane("six"), Lane("both"), Lane("one")],
            Disruptions =
            [
                Breaks("first", "nine", 9 * 24, 24), Breaks("second", "six", 6 * 24, 4 * 24),
                new Closure("a-row") { Close = "both", While = Condition.Open("nine").And(Condition.Open("six")).Not() },
                new Closure("side-by-side") { Close = "one", While = Condition.Open("nine").Or(Condition.Open("six")).Not() },
            ],
        };
        foreach (var (place, theory) in ((string, double)[])[("nine", 0.9), ("six", 0.6), ("both", 0.54), ("one", 0.96)])
            Estimated.ShouldBe(
                Ends(scenario, 40, 11, (world, _) => 1 - world.Crossings[world.Catalogue.PlaceNumber(place)]!.ShutTime / length), theory,
                0.02, $"the availability of '{place}'");
    }

    /// <summary>The same at one instant: A(t) = repair / both + failure / both x exp(-both x t), from a
    /// crossing that works at the start.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void A_crossing_works_at_an_instant_with_the_chance_that_it_should(int hours)
    {
        const double fails = 0.1, repaired = 0.2, both = fails + repaired;
        var theory = repaired / both + fails / both * Math.Exp(-both * hours);
        var scenario = Post(TimeSpan.FromHours(hours), null,
            Mean(1)) with { Disruptions = [Breaks("systems", "post", 1 / fails, 1 / repaired)] };
        var works = Ends(scenario, Estimated.Size(30_000, 2_000), 12, (world, place) => world.Crossings[place]!.IsShut ? 0 : 1);
        Estimated.ShouldBe(works, theory, 0.02, "the chance that it works");
    }

    /// <summary>A closure and what comes after (V12): 30 trucks a day come, 45 can pass, shut for 10 days.
    /// Fluid: 300 wait, they are gone in 20 days, and wait 4,500 truck-days in all. Trucks are no fluid: each counts what Lindley's
    /// recursion says, in whole minutes, and ten times as many of a tenth each come ten times as near.</summary>
    [Theory]
    [InlineData(1, 0.006)]
    [InlineData(10, 0.0006)]
    public void After_a_closure_the_queue_grows_and_clears_as_it_should(int parts, double near)
    {
        var (come, pass, shut) = (TimeSpan.FromMinutes(48) / parts, TimeSpan.FromMinutes(32) / parts, TimeSpan.FromDays(10));
        var scenario = Post(TimeSpan.FromDays(40), new Arrivals(new Rate(Quantity.Pieces(1), come), IsRandom: false), pass)
            with { Disruptions = [new Closure("flood") { Close = "post", At = Moment.Day(0), For = shut }] };
        var (waiting, waited) = (0L, 0L);
        Replication.Run(new CompiledScenario(scenario with { Clock = new Clock { Length = shut } }), 1, 0, audit: true,
            look: (_, transport) =>
        {
            for (var entry = transport.Queues[0]!.Lines.Select(line => line.First)
                .First(first => first is not null); entry is not null; entry = entry.Behind) waiting++;
        });
        var last = TimeSpan.Zero;
        Replication.Run(new CompiledScenario(scenario), 1, 0, audit: true, look: (_, transport) =>
        {
            var waits = transport.Queues[0]!.Waits;
            waited = waits.Sum(wait => wait.Ticks);
            last = come * (waits.FindLastIndex(wait => wait > TimeSpan.Zero) + 1) + waits.FindLast(wait => wait > TimeSpan.Zero) + pass;
        });
        waiting.Should().Be(300 * parts - 1, "the last comes at the instant at which it opens");
        waited.Should().Be(Lindley(come.Ticks, pass.Ticks, shut.Ticks, TimeSpan.FromDays(40).Ticks));
        (waited / (double)TimeSpan.TicksPerDay / parts).Should().BeApproximately(4_500, 4_500 * near);
        (last - shut).TotalDays.Should().BeApproximately(20, 20 * near);
    }

    private static long Lindley(long come, long pass, long shut, long end)
    {
        var (free, sum) = (shut, 0L);
        for (var at = come; at < end; at += come)
        {
            sum += Math.Max(0, free - at);
            free = Math.Max(free, at) + pass;
        }
        return sum;
    }

    private static double[] Ends(Scenario scenario, int runs, ulong seed, Func<World, int, double> read)
    {
        var compiled = new CompiledScenario(scenario);
        var values = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var number = run;
            Replication.Run(compiled, seed, run, look: (world, _) => values[number] = read(world, 0));
        }
        return values;
    }

    private static Scenario Post(TimeSpan length, Arrivals? arrivals, Duration inspection) => new()
    {
        Title = "A crossing that breaks down",
        Clock = new Clock { Length = length },
        Places = [new Crossing("post") { Lanes = 1, Inspection = inspection }],
        Fleets = arrivals is null ? [] : [new Fleet("traders") { Traffic = "commercial", Through = "post", Arrivals = arrivals }],
    };

    private static Crossing Lane(string id) => new(id) { Lanes = 1, Inspection = Mean(1) };

    private static Closure Breaks(string id, string place, double up, double down) =>
        new(id) { Close = place, Every = Mean(up), For = Mean(down), EnRoute = EnRoute.Hold, Cause = LossCause.Breakdown };

    private static Duration Mean(double hours) => Duration.Exponential(TimeSpan.FromHours(hours));
}
