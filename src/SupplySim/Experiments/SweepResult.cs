using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>The points of a grid beside each other: what came of each by one measure, which is best, which
/// may be as good, and where goals are met.</summary>
/// <remarks>Immutable. Depends on scenario, measure, seed, number of runs and version alone, but for what it cost.</remarks>
public sealed record SweepResult
{
    /// <summary>All that the runs yield, each point an alternative: every measure, series and goal.</summary>
    public required ExperimentResult All { get; init; }

    /// <summary>The measure that judges, over all that it is of.</summary>
    public required Column Column { get; init; }

    /// <summary>What is varied, with the values tried, in order.</summary>
    public required ByName<ImmutableArray<string>> Varied { get; init; }

    /// <summary>In the order of the grid, the last that is varied changing fastest.</summary>
    public required ImmutableArray<SweptPoint> Points { get; init; }

    /// <summary>The position of the point that came out best, of equals the first; null where neither more
    /// nor less of the measure is better, none has a value, or runs have failed.</summary>
    public int? Best { get; init; }

    /// <summary>The answer to a sweep, from the runs of its points.</summary>
    /// <param name="all">An experiment whose alternatives are the points of a grid.</param>
    /// <param name="by">The measure that judges.</param>
    /// <exception cref="ArgumentException">They are not, or that is not measured.</exception>
    public static SweepResult Of(ExperimentResult all, string by)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        if (Experiment.SweepProblems(all.Scenario, by) is [var problem, ..]) throw new ArgumentException(problem.ToString(), nameof(all));
        var values = all.Alternatives.Select(one => ValuesOf(one, by)).ToArray();
        var wish = all.Scenario.Measures.First(one => one.Id == by).Is.Wish();
        int? best = wish == 0 || !all.Failures.IsEmpty ? null : BestOf(all, by, wish);
        var order = new EffectOrder(wish, isSettled: all.Alternatives.All(one => one.IsSettled));
        return new()
        {
            All = all,
            Column = Whole(all.Alternatives[0], by).Column,
            Varied = [.. all.Scenario.Experiment.Compare.SelectMany(point => point.Values).GroupBy(one => one.Name, one => one.Value)
                .Select(one => (one.Key, one.Distinct().ToImmutableArray()))],
            Best = best,
            Points =
            [
                .. all.Scenario.Experiment.Compare.Select((point, i) => new SweptPoint(
                    point.Values, all.Alternatives[i], Whole(all.Alternatives[i], by),
                    best is { } first ? order.Difference(values[i], values[first]) : null,
                    best is { } strongest && double.IsFinite(Whole(all.Alternatives[i], by).Estimate.Mean)
                        && order.MayEqual(values[strongest], values[i], values.Length))),
            ],
        };
    }

    // Of one place alone what is measured there is the whole.
    private static MeasureEstimate Whole(AlternativeResult point, string by) => point.Measures[point.Layout.Whole(by)];

    private static double[] ValuesOf(AlternativeResult point, string by)
    {
        var (columns, column) = (point.Layout.Columns.Length, point.Layout.Whole(by));
        return [.. Enumerable.Range(0, point.Values.Length / columns).Select(run => point.Values[run * columns + column])];
    }

    private static int? BestOf(ExperimentResult all, string by, int wish)
    {
        var means = all.Alternatives.Select(one => wish * Whole(one, by).Estimate.Mean).ToArray();
        return means.Any(double.IsFinite) ? Array.FindIndex(means, mean => mean == means.Where(double.IsFinite).Max()) : null;
    }

    /// <summary>How many runs, and what came of each point, each on a line; <c>*</c> where it is best or may be.</summary>
    public override string ToString() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{All.Scenario.Title}: {Points.Length} points, {All.Runs} run{(All.Runs == 1 ? "" : "s")} each, seed {All.Seed}"),
        .. Points.Select(point => $"  {point}"),
    ]);
}

/// <summary>A point of a grid.</summary>
/// <param name="Values">What it has of each thing that is varied, as shown.</param>
/// <param name="Alternative">All that its runs yield.</param>
/// <param name="Measured">By the measure that judges.</param>
/// <param name="FromBest">This minus the best, run by run on the same luck; null where none is best.</param>
/// <param name="MayBeBest">Whether it is the best or cannot be told apart from it: the one that truly is,
/// is among these at the level.</param>
public sealed record SweptPoint(ByName<string> Values, AlternativeResult Alternative, MeasureEstimate Measured, PairedDifference? FromBest,
    bool MayBeBest)
{
    /// <summary>For example <c>flights 4, trucks 90: hungry: 12,300 ± 1,100 person-day (95 %, t, n = 200) *</c>.</summary>
    public override string ToString() =>
        $"{string.Join(", ", Values.Select(one => $"{one.Name} {one.Value}"))}: {Measured}{(MayBeBest ? " *" : "")}";
}
