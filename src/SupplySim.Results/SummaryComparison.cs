using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results;

/// <summary>How surely an alternative differs from the first, run by run on the same luck.</summary>
public sealed record SummaryComparison
{
    /// <summary>The measure's id.</summary>
    public required string Measure { get; init; }

    /// <summary>The place's id; null over all places of the measure.</summary>
    public required string? Place { get; init; }

    /// <summary>The commodity's id; null over all.</summary>
    public required string? Commodity { get; init; }

    /// <summary>The cause of a wait, or a quantile; null for the measure itself.</summary>
    public required string? Detail { get; init; }

    /// <summary>The first alternative.</summary>
    public required string Baseline { get; init; }

    /// <summary>The other.</summary>
    public required string Alternative { get; init; }

    /// <summary>The mean of the other minus the first.</summary>
    public required double? Difference { get; init; }

    /// <summary>Of the interval of the difference.</summary>
    public required double? HalfWidth { get; init; }

    /// <summary>[share] The confidence of the interval.</summary>
    public required double Level { get; init; }

    /// <summary>[pairs of runs] That the difference is of.</summary>
    public required int N { get; init; }

    /// <summary>How many times as many runs independent draws would need for the same half-width.</summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>How the interval was made: <c>paired t</c>, on common random numbers.</summary>
    public string Method { get; } = "paired t, common random numbers";

    /// <summary>The probability of a difference at least this large if there were none, by itself; null from too few pairs.</summary>
    public required double? PValue { get; init; }

    /// <summary>By which that was found: <c>t</c>; <c>sign</c> (exact, McNemar's where they are shares) of noughts and ones and of runs
    /// that all differ alike; <c>fisher</c> of such that are not paired; <c>none</c> where nothing in the runs is random; <c>too-few</c>
    /// where a mean is not judged, of fewer than 30 runs.</summary>
    public required string Test { get; init; }

    /// <summary>The same with all comparisons of the experiment judged together (Holm).</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Whether the two can be told apart when all comparisons of the experiment are judged
    /// together (Holm).</summary>
    public required bool Distinguishable { get; init; }

    /// <summary>Whether the two are the same in every run.</summary>
    public required bool Same { get; init; }

    internal static SummaryComparison Of(MeasureComparison comparison, double adjusted)
    {
        var (column, difference) = (comparison.Column, comparison.Difference);
        return new()
        {
            Measure = column.Measure,
            Place = column.Place,
            Commodity = column.Commodity,
            Detail = column.Detail,
            Baseline = comparison.Baseline,
            Alternative = comparison.Alternative,
            Difference = Summary.Finite(difference.Difference),
            HalfWidth = Summary.Finite(difference.HalfWidth),
            Level = difference.Level,
            N = difference.N,
            VarianceRatio = Summary.Finite(difference.VarianceRatio),
            PValue = Summary.Finite(difference.PValue),
            Test = TestName(difference.Test),
            AdjustedPValue = adjusted,
            Distinguishable = adjusted <= 1 - difference.Level,
            Same = comparison.IsNone(),
        };
    }

    internal static string TestName(DifferenceTest test) => test switch
    {
        DifferenceTest.Student => "t",
        DifferenceTest.Sign => "sign",
        DifferenceTest.Fisher => "fisher",
        DifferenceTest.TooFew => "too-few",
        _ => "none",
    };
}
