using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Comparing;

/// <summary>One measure of two alternatives: the second minus the first.</summary>
/// <param name="First">What is compared with.</param>
/// <param name="Other">What is compared.</param>
/// <param name="Column">Which measure.</param>
/// <param name="FirstMean">Its mean, or the share of runs in which it happened.</param>
/// <param name="OtherMean">Likewise.</param>
/// <param name="Difference">Other minus first.</param>
/// <param name="HalfWidth">Of the interval; NaN where there is none.</param>
/// <param name="PValue">NaN where there is none.</param>
/// <param name="Test">By which it was found.</param>
/// <param name="N">[runs] Pairs, or runs of the first.</param>
/// <param name="OtherN">[runs] Of the other; null where they are paired.</param>
/// <param name="VarianceRatio">How many times as many runs it would have taken without common luck; NaN
/// where they are not paired or do not vary.</param>
internal sealed record Compared(
    ComparedRuns First, ComparedRuns Other, ComparedColumn Column, double FirstMean, double OtherMean, double Difference, double HalfWidth,
    double PValue,
    DifferenceTest Test, int N, int? OtherN, double VarianceRatio)
{
    /// <summary>The p-value, all comparisons judged together (Holm); 1 where there is none.</summary>
    public double AdjustedPValue { get; init; } = 1;

    /// <summary>[runs] Pairs in which the other has more than the first, and in which it has less; of unpaired ones none.</summary>
    public (int More, int Less) Moved { get; init; }

    /// <summary>Whether the two can be told apart, all comparisons judged together.</summary>
    public bool IsSure => AdjustedPValue <= 1 - Comparison.Level;

    /// <summary>Whether it is told, and not only judged with the others.</summary>
    public bool IsTold => First.IsTold(Column) && Other.IsTold(Column);

    /// <summary>Whether the two are the same in every pair of runs, or nothing in any run is random and they are the same.</summary>
    public bool IsNone => Difference == 0 && (Test == DifferenceTest.None || (OtherN is null && N > 1 && HalfWidth == 0));

    /// <summary>[runs] Of the first and of the other that are left aside, since they have no partner or no value.</summary>
    public (int First, int Other) LeftAside => (First.Replications.Length - N, Other.Replications.Length - (OtherN ?? N));

    /// <summary>In words.</summary>
    public string Verdict => IsNone ? N == 1 || Test == DifferenceTest.None ? "the same" : "the same in all"
        : Test == DifferenceTest.TooFew ? "too few runs"
        : !IsSure ? "not told apart"
        : (Difference > 0, Column.MayBeNever) switch
    {
        (true, false) => "more",
        (false, false) => "less",
        // How often something happened: that those were less is not said, and often rarer is worse.
        (true, true) => "in more runs",
        (false, true) => "in fewer runs",
    };
}

/// <summary>Compares runs, measure by measure, and judges all together.</summary>
/// <remarks>Runs of one seed are paired by their number, and what only one has is left aside; runs of two
/// seeds have nothing to do with one another (Welch). Of what may never happen the share of runs in which it did is compared (McNemar;
/// Fisher where they are not paired). Summary, report and `compare` judge by this one family, so that none
/// tells apart what another does not. Pure.</remarks>
internal static class Comparison
{
    public const double Level = 0.95;

    /// <summary>The alternatives of an experiment, each with the first.</summary>
    public static ImmutableArray<Compared> Of(ExperimentResult result)
    {
        var runs = result.Alternatives.Select(one => ComparedRuns.Of(one, result.Seed, "A")).ToArray();
        return Of(runs.Skip(1).Select(other => (runs[0], other)), result.Failures.IsEmpty);
    }

    /// <summary>All comparisons, those that are told and those that are only judged with them, pair by pair in the order given, measure by
    /// measure in the order of the first.</summary>
    /// <param name="pairs">Each what is compared with, and what is compared.</param>
    /// <param name="withIntervals">No where runs are missing from one because they failed: then nothing is told apart.</param>
    public static ImmutableArray<Compared> Of(IEnumerable<(ComparedRuns First, ComparedRuns Other)> pairs, bool withIntervals = true)
    {
        var all = pairs.SelectMany(pair => pair.First.Columns.Select(column => Between(pair.First, pair.Other, column))).OfType<Compared>()
            .Select(one => withIntervals ? one : one with { HalfWidth = double.NaN, PValue = double.NaN }).ToArray();
        var adjusted = Holm.Adjust([.. all.Select(one => double.IsNaN(one.PValue) ? 1 : one.PValue)]);
        return [.. all.Zip(adjusted, (one, p) => one with { AdjustedPValue = p })];
    }

    /// <summary>One measure of two, by itself; null where the other does not measure it.</summary>
    public static Compared? Between(ComparedRuns first, ComparedRuns other, ComparedColumn column)
    {
        var at = other.Columns.IndexOf(column);
        if (at < 0) return null;
        var (a, b) = (first.Values[first.Columns.IndexOf(column)], other.Values[at]);
        return first.Seed == other.Seed ? Paired(first, other, column, a, b) : Unpaired(first, other, column, a, b);
    }

    // A pair in which one of the two has no value is none.
    private static Compared? Paired(ComparedRuns first, ComparedRuns other, ComparedColumn column, double[] a, double[] b)
    {
        var there = first.Replications.Select((replication, at) => (replication, at)).ToDictionary(one => one.replication, one => one.at);
        var pairs = other.Replications.Select((replication, at) =>
            (First: there.TryGetValue(replication, out var i) ? a[i] : double.NaN, Other: b[at]))
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Other)).ToArray();
        if (pairs.Length == 0) return null;
        double[] ones = [.. pairs.Select(pair => pair.First)], others = [.. pairs.Select(pair => pair.Other)];
        var difference = PairedDifference.Of(others, ones, Level, first.IsSettled && other.IsSettled);
        return new(first, other, column, Mean(ones), Mean(others), difference.Difference, difference.HalfWidth, difference.PValue,
            difference.Test, difference.N, null, difference.VarianceRatio)
        {
            Moved = (pairs.Count(pair => pair.Other > pair.First), pairs.Count(pair => pair.Other < pair.First)),
        };
    }

    private static Compared? Unpaired(ComparedRuns first, ComparedRuns other, ComparedColumn column, double[] a, double[] b)
    {
        double[] ones = [.. a.Where(double.IsFinite)], others = [.. b.Where(double.IsFinite)];
        if (ones.Length == 0 || others.Length == 0) return null;
        var difference = UnpairedDifference.Of(others, ones, Level, first.IsSettled && other.IsSettled);
        return new(first, other, column, Mean(ones), Mean(others), difference.Difference, difference.HalfWidth, difference.PValue,
            difference.Test, ones.Length, others.Length, double.NaN);
    }

    private static double Mean(double[] values) => values.Average();
}
