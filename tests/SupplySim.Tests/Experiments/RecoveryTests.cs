using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Statistics;

namespace SupplySim.Tests.Experiments;

/// <summary>A time to recover is told of the runs in which there was something to recover from: some had
/// to, and of these some did by the end.</summary>
public sealed class RecoveryTests
{
    private const int Runs = 120;

    // A camp that eats a tonne an hour; its road is shut from day 2 for an exponential time of two days in
    // the mean, and the run ends on day 13: a week of enough must begin on day 6 at the latest.
    private static readonly Scenario Shut = (Small.Camp() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(13) },
        Disruptions = [new Closure("flood")
        {
            Close = "depot - camp",
            At = Moment.Day(2),
            For = Duration.Exponential(TimeSpan.FromDays(2)),
        }],
        Measures =
        [
            new Measure("recovery") { Of = "camps", Is = MeasureKind.TimeToRecover,
                After = Condition.Stock("camp").IsBelow(TimeSpan.FromHours(1)) },
            new Measure("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed },
        ],
        Goals = [new Goal { That = new("recovery", Comparison.Below, 2, "recovery < 2 d"), In = 0.5 }],
    }).With(Small.Line("road", "trucks") with { WhenBelow = Small.Food(40), UpTo = Small.Food(60), Commodities = ["food"] });

    private static readonly AlternativeResult Result = Experiment.Run(Shut, new() { Runs = Runs }).Alternatives[0];

    [Fact]
    public void It_is_a_share_of_those_that_had_to_with_the_interval_of_their_number()
    {
        double[] since = Values("since"), recovery = Values(null);
        var (had, did) = (since.Count(double.IsFinite), recovery.Count(double.IsFinite));
        (had, did).Should().Match<(int Had, int Did)>(one => one.Had > 30 && one.Had < Runs - 10 && one.Did > 20 && one.Did < one.Had - 5);
        since.Zip(recovery).Should().OnlyContain(run => !double.IsNaN(run.First) || double.IsNaN(run.Second));

        var (among, all) = (Result.Measure("recovery").Estimate, Result.Measure("recovery", detail: "since").Estimate);
        (among.N, among.Happened, among.Share).Should().Be((had, did, (double)did / had));
        (among.ShareLow!.Value, among.ShareHigh!.Value).Should().Be(Wilson.Interval(did, had));
        (all.N, all.Happened, all.Share).Should().Be((Runs, had, (double)had / Runs));
        // It counts from when the stock is gone, after two days of the road.
        all.Min.Should().BeInRange(2, 5);
    }

    /// <summary>Where there was nothing to recover from it took no time; where it never did, longer than any.</summary>
    [Fact]
    public void A_goal_holds_where_there_was_nothing_to_recover_from() =>
        Result.Goals[0].Share.Should()
            .Be(Values("since").Zip(Values(null)).Count(run => double.IsNaN(run.First) || run.Second < 2) / (double)Runs);

    /// <summary>In the order of the time it took those that never recovered are last and those that had not to are first.</summary>
    [Fact]
    public void The_run_that_is_told_is_the_one_in_the_middle()
    {
        double[] since = Values("since"), recovery = Values(null);
        double Took(int run) => double.IsNaN(since[run]) ? -1 : double.IsNaN(recovery[run]) ? double.PositiveInfinity : recovery[run];
        Result.Shown.Replication.Should().Be(Enumerable.Range(0, Runs).OrderBy(Took).ThenBy(run => run).ElementAt(Runs / 2));
    }

    [Fact]
    public void Of_no_run_that_had_to_nothing_is_told()
    {
        var estimate = Experiment.Run(Shut with { Disruptions = [] }, new() { Runs = 3 }).Alternatives[0].Measure("recovery").Estimate;
        (estimate.N, estimate.Happened, estimate.Share, estimate.ToString()).Should().Be((0, 0, null, "in no run"));
    }

    private static double[] Values(string? detail) => [.. Enumerable.Range(0, Runs).Select(run =>
        Result.Values[run * Result.Layout.Columns.Length + Result.Layout.Find("recovery", detail: detail)])];
}
