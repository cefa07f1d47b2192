using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Comparing;

namespace SupplySim.Results.Text;

/// <summary>How the other alternatives stand against the first by the measure that tells: which do better,
/// in what order, and which cannot be told.</summary>
/// <remarks>
/// <para>Whether one does better than the first is judged as everywhere: on common random numbers, with all
/// comparisons of the experiment together (Holm).</para>
/// <para>Those that do better are in order of how much, in groups: of the first of a group the others
/// cannot be told, that is, the p-value of their paired difference is above (1 - level) / number of all pairs of alternatives (Bonferroni),
/// since which are compared depends on what came out.</para>
/// </remarks>
/// <param name="Measure">That tells.</param>
/// <param name="Better">In groups, the best first; in each the one first of which the others cannot be told.</param>
/// <param name="Worse">The worst first.</param>
/// <param name="Untold">That can be told neither better nor worse, in the order of the scenario.</param>
/// <param name="Same">That are the same as the first in every run.</param>
/// <param name="Judged">How many comparisons were judged together.</param>
internal sealed record Helping(
    Measure Measure, ImmutableArray<ImmutableArray<Comparing.Compared>> Better, ImmutableArray<Comparing.Compared> Worse,
    ImmutableArray<Comparing.Compared> Untold, ImmutableArray<Comparing.Compared> Same, int Judged)
{
    /// <summary>Whether no run of the first could be better, by the nature of what is measured: nobody goes
    /// without anything, say.</summary>
    public required bool IsBest { get; init; }

    /// <summary>1 where more is better, -1 where less is.</summary>
    public required int Wish { get; init; }

    /// <summary>Of an experiment: by the measure that tells; and where the first is at its best in that, by
    /// the next one in the order of the scenario in which it is not. Empty where there is one alternative, or nothing is measured by which
    /// one could be better.</summary>
    public static ImmutableArray<Helping> All(ExperimentResult result)
    {
        if (result.Alternatives.Length < 2 || result.Scenario.Measures.Telling() is not { } telling) return [];
        var all = Comparing.Comparison.Of(result);
        var standings = result.Scenario.Measures.Remove(telling).Insert(0, telling).Select(measure => Of(result, measure, all))
            .OfType<Helping>();
        return standings.FirstOrDefault() is not { } first ? []
            : first.IsBest && standings.FirstOrDefault(one => !one.IsBest) is { } next ? [first, next] : [first];
    }

    private static Helping? Of(ExperimentResult result, Measure measure, ImmutableArray<Comparing.Compared> all)
    {
        var first = result.Alternatives[0];
        if (SummaryTable.Main(measure, first.Layout) is not { } column || WishOf(measure) is var wish && wish == 0) return null;
        var told = all.Where(one => one.Column == ComparedColumn.Of(column)).ToArray();
        if (told.Length == 0) return null;
        var sure = told.Where(one => one is { IsSure: true, IsNone: false }).OrderByDescending(one => wish * one.Difference).ToArray();
        return new(
            measure, Groups([.. sure.Where(one => wish * one.Difference > 0)], told.Length),
            [.. sure.Where(one => wish * one.Difference < 0).Reverse()],
            [.. told.Where(one => !one.IsSure && !one.IsNone)], [.. told.Where(one => one.IsNone)], all.Length)
        {
            Wish = wish,
            IsBest = first.Measures.First(one => one.Column == column).Estimate is var estimate
                && (column.MayBeNever ? estimate.Happened == 0
                    : wish < 0 ? estimate.Max <= 0
                    : column.Unit == "share" && estimate.Min >= 1),
        };
    }

    /// <summary>Which way of what is compared is better: of what may never happen that is how often it
    /// does, and that one recovers more often is no gain where it had to more often.</summary>
    private static int WishOf(Measure measure) => measure.Is switch
    {
        MeasureKind.FirstTimeBelowWarning => -1,
        MeasureKind.TimeToRecover => 0,
        _ => measure.Is.Wish(),
    };

    private static ImmutableArray<ImmutableArray<Comparing.Compared>> Groups(Comparing.Compared[] better, int others)
    {
        var limit = (1 - Comparing.Comparison.Level) / Math.Max(1, others * (others - 1L) / 2);
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<Comparing.Compared>>();
        foreach (var one in better)
        {
            var tied = groups.Count > 0 && !(Comparing.Comparison.Between(groups[^1][0].Other, one.Other, one.Column)?.PValue <= limit);
            if (tied) groups[^1] = groups[^1].Add(one);
            else groups.Add([one]);
        }
        return groups.ToImmutable();
    }
}
