using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>How an alternative differs from the first in one measure, and whether that is sure.</summary>
/// <param name="Comparison">The two, run by run.</param>
/// <param name="Measure">The measure compared.</param>
/// <param name="IsSure">Whether they can be told apart, all comparisons judged together.</param>
internal sealed record Effect(MeasureComparison Comparison, Measure Measure, bool IsSure)
{
    /// <summary>1 where the alternative is surely better, -1 where it is surely worse, 0 where neither can be said.</summary>
    public int Verdict => IsSure ? Math.Sign(Comparison.Difference.Difference) * MeasureWords.Wish(Measure) : 0;

    /// <summary>The difference on the scale of the measure, with its sign.</summary>
    public Figure Figure
    {
        get
        {
            var difference = Comparison.Difference;
            var scale = MeasureWords.Scale(Measure, Comparison.Column.Unit, [difference.Difference]);
            if (scale == Scale.Percent) scale = scale with { Suffix = " points" };
            return Figure.Signed(difference.Difference, difference.HalfWidth, scale);
        }
    }

    /// <summary>Whether no run differs at all: then there is nothing to tell apart.</summary>
    public bool IsNone => Comparison.IsNone();

    /// <summary>The verdict in words.</summary>
    public string InWords => Verdict switch
    {
        > 0 => "better",
        < 0 => "worse",
        _ when IsNone => Comparison.Difference.N == 1 ? "the same" : "the same in every run",
        _ when IsSure => "different",
        _ when Comparison.Difference.Test == DifferenceTest.TooFew => "too few runs to tell",
        _ => "cannot be told apart",
    };

    /// <summary>The effects on each measure as a whole, in the order of the result.</summary>
    public static ImmutableArray<Effect> All(ExperimentResult result)
    {
        var adjusted = Verdicts.Adjusted(result);
        var effects = ImmutableArray.CreateBuilder<Effect>();
        for (var i = 0; i < result.Comparisons.Length; i++)
        {
            var comparison = result.Comparisons[i];
            if (result.Scenario.Measures.FirstOrDefault(m => m.Id == comparison.Column.Measure) is { } measure
                && SummaryTable.Main(measure, result.Alternatives[0].Layout) == comparison.Column)
                effects.Add(new(comparison, measure, adjusted[i] <= 1 - comparison.Difference.Level));
        }
        return effects.ToImmutable();
    }
}
