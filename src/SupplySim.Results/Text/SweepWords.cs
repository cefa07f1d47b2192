using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>A sweep in words: which point is best, which may be as good, and where each goal is met.</summary>
internal sealed class SweepWords(SweepResult result)
{
    private const int MostNamed = 4;
    private const int MostTried = 12;
    private readonly Measure _measure = result.All.Scenario.Measures.First(one => one.Id == result.Column.Measure);
    private readonly ImmutableArray<string> _called = CalledOf([.. result.Varied.Select(one => one.Name)]);

    /// <summary>What was tried, and by what it is judged.</summary>
    public string Question =>
        $"{Words.List([.. result.Varied.Select((one, i) => $"{_called[i]} {Tried(one.Value)}")])} tried{Where}: {Label} (--by {Names.Clean(_measure.Id)})";

    private static string Tried(ImmutableArray<string> values) => string.Join(", ", values.Length <= MostTried ? values.Select(Names.Clean)
        : [.. values.Take(MostNamed).Select(Names.Clean), "...", $"{Names.Clean(values[^1])} ({values.Length} values)"]);

    /// <summary>What is varied in the words of people: <c>trucks count</c> for <c>fleets.trucks.count</c>,
    /// where nothing else would be called so.</summary>
    public string Called(int varied) => _called[varied];

    private static ImmutableArray<string> CalledOf(ImmutableArray<string> keys)
    {
        var words = keys.Select(key =>
            Names.Clean(key.Contains('.', StringComparison.Ordinal)
                ? key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('.', ' ')
                : key)).ToImmutableArray();
        return words.Distinct().Count() == words.Length ? words : [.. keys.Select(Names.Clean)];
    }

    // What the points lie on top of.
    private string Where => result.All.Scenario.Experiment.Compare[0].From is { } from ? $" from {from} on" : "";

    /// <summary>What the measure that judges is called.</summary>
    public string Label => MeasureWords.Label(_measure, result.All.Scenario);

    /// <summary>What came of a point.</summary>
    public Figure FigureOf(SweptPoint point)
    {
        var scale = MeasureWords.Scale(_measure, result.Column.Unit, result.Points.Select(one => one.Measured.Estimate.Mean));
        return SummaryTable.Figure(point.Measured, scale.ForOne(point.Measured.Estimate.Mean, point.Measured.Estimate.HalfWidth));
    }

    /// <summary>For example <c>flights 4, trucks 90</c>.</summary>
    public string NameOf(SweptPoint point) => string.Join(", ", point.Values.Select((one, i) => $"{_called[i]} {Names.Clean(one.Value)}"));

    /// <summary>The answer: the best point, and which may be as good.</summary>
    public string Headline
    {
        get
        {
            if (!result.All.Failures.IsEmpty) return $"Which is best in {Label} cannot be told, since runs have failed.";
            if (result.Best is not { } first)
                return MeasureWords.Wish(_measure) == 0
                    ? $"Of {Label} neither more nor less is better."
                    : $"No point has a value of {Label}.";
            var (best, ties) = (result.Points[first], result.Points.Where((one, i) => one.MayBeBest && i != first).ToArray());
            if (ties.Any(one => one.FromBest?.Test == DifferenceTest.TooFew))
                return $"Best in {Label} in {Words.Count(result.All.Runs, "run")}: {NameOf(best)} ({FigureOf(best)}), which may be luck: a "
                    + $"mean is judged from {FewestRuns.ForAMean} runs on.";
            if (ties.Length == result.Points.Length - 1)
                return ties.All(one =>
                    one.Measured.Estimate.Mean == best.Measured.Estimate.Mean && one.FromBest is { HalfWidth: 0 or double.NaN })
                        ? $"All {result.Points.Length} points come to the same {Label}, {FigureOf(best)}."
                    : $"No point can be told from the best in {Label}: {NameOf(best)} ({FigureOf(best)}).";
            return $"Best "
                + $"in {Label}: {NameOf(best)} ({FigureOf(best)}){(ties.Length == 0 ? "" : $"; {(result.All.IsSettled() ? "the same" : "not to be told from it")}: {Some(ties)}")}.{Least([best, .. ties])}";
        }
    }

    /// <summary>On what it rests that the truly best is among the marked.</summary>
    public string Caution => result.All.IsSettled()
        ? ""
        : ", where runs are many for what is rare: of points whose few runs differ by something that comes in one of twenty, less often";

    /// <summary>Each goal: where it is met, or where it is nearest to that; in the order of the scenario.</summary>
    public ImmutableArray<string> Goals =>
    [
        .. result.Points[0].Alternative.Goals.Select((goal, number) =>
        {
            var met = result.Points.Where(one => one.Alternative.Goals[number].Met).ToArray();
            var nearest = result.Points.MaxBy(one => one.Alternative.Goals[number].Share)!;
            return $"{Names.Clean(goal.Goal.That.Text)} in {Words.Percent(goal.Goal.In)} of runs: "
                + (met.Length == result.Points.Length ? "met at every point."
                    : nearest.Alternative.Goals[number].Share == 0 ? "missed in every run at every point."
                    : met.Length == 0
                        ? $"missed at every point, most nearly met "
                            + $"at {NameOf(nearest)} ({Words.PercentOfRuns(nearest.Alternative.Goals[number].Share)} of runs)."
                    : $"met "
                        + $"at {met.Length} of {result.Points.Length} points{(met.Length <= MostNamed ? $": {Some(met)}" : "")}.{Least(met)}");
        }),
    ];

    // Those that have less, in the order tried, of one thing and not more of any other than any of them.
    private string Least(SweptPoint[] some)
    {
        var least = some.Where(one => !some.Any(other => IsLess(other, one))).ToArray();
        return least.Length == some.Length ? "" : $" The least of these, in the order tried: {Some(least)}.";
    }

    private bool IsLess(SweptPoint one, SweptPoint than)
    {
        var (less, more) = (false, false);
        foreach (var (what, values) in result.Varied)
        {
            var (mine, its) = (PositionOf(one), PositionOf(than));
            (less, more) = (less | mine < its, more | mine > its);

            int PositionOf(SweptPoint point) => point.Values.TryGet(what, out var value) ? values.IndexOf(value) : -1;
        }
        return less && !more;
    }

    private string Some(SweptPoint[] some) => some.Length > MostNamed ? $"{some.Length} points"
        : _called.Length == 1 ? $"{_called[0]} {Words.List([.. some.Select(one => Names.Clean(one.Values[0].Value))])}"
        : string.Join("; ", some.Select(NameOf));
}
