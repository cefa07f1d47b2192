using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Puts the runs of an experiment together, in order of alternatives and replications.</summary>
internal sealed class Summing(
    Scenario scenario, ImmutableArray<Alternative> alternatives, CompiledScenario[] compiled, ulong seed,
    AlternativeRuns[] results, int runsPlanned)
{
    private readonly int _runs = results[0].Values.Count;

    /// <summary>What failed, in order. Then no interval is given: runs that fail are not like the others, and leaving them out is a choice.
    /// Default: nothing.</summary>
    public ImmutableArray<FailedRun> Failures { get; init; } = [];

    public ExperimentResult Result(TimeSpan elapsed, int workers, int found)
    {
        var summed = alternatives.Select((alternative, number) => Sum(alternative, compiled[number], results[number], workers))
            .ToImmutableArray();
        var comparisons = summed.Skip(1).SelectMany(other => Compare(summed[0], other));
        return new ExperimentResult
        {
            Scenario = scenario,
            Seed = seed,
            Runs = _runs,
            RunsPlanned = runsPlanned,
            Alternatives = summed.SetItem(0, summed[0] with { Why = LongestShortage.Explain(compiled[0], seed, summed[0].Shown) }),
            Comparisons = [.. Failures.IsEmpty
                ? comparisons
                : comparisons.Select(one => one with { Difference = one.Difference.WithoutInterval() })],
            Failures = Failures,
            Audit = results.Select(one => one.Totals.Audit)
                .Aggregate((one, other) => one is not null && other is not null ? one + other : null),
            Fingerprint = Digest(summed.Select(alternative => alternative.Fingerprint)),
            Cost = new ExperimentCost(results.Sum(one => one.Totals.Events), elapsed, workers) { RunsFound = found },
        };
    }

    private AlternativeResult Sum(Alternative alternative, CompiledScenario prepared, AlternativeRuns done, int workers)
    {
        var layout = prepared.Measures.Layout;
        var told = Told(done, layout, new Ignorance(Failures.IsEmpty ? prepared.Catalogue.Unknowns.All : [], seed, done.Replications));
        return new AlternativeResult
        {
            Name = alternative.Name,
            Scenario = alternative.Scenario,
            Layout = layout,
            Unknowns = prepared.Catalogue.Unknowns.All,
            Measures = [.. EachColumn(layout, workers)
                .Select(one => Estimated(one.Item, Column(done, one.Index), told[layout.SinceOf(one.Item)]))],
            Series = [.. layout.Series.Select((column, number) => new SeriesBand(column, Bands(done, number, layout.Days)))],
            Values = ImmutableCollectionsMarshal.AsImmutableArray(Flat(done.Values, layout.Columns.Length)),
            Replications = [.. done.Replications],
            Ledger = done.Totals.Ledger,
            Blamed = done.Totals.Blamed,
            Paused = done.Totals.Paused(alternative.Scenario),
            HeldUp = done.Totals.HeldUp,
            RunOuts = RunOuts(done),
            CutRations = CutRations(done),
            AircraftWaits = done.Totals.AircraftWaits,
            Equipment = done.Totals.Equipment,
            Strengths = done.Totals.Strengths,
            IsAlike = done.IsAlike,
            IsRandom = done.IsRandom,
            Goals = [.. alternative.Scenario.Goals.Select(goal => Judge(goal, layout, done))],
            Judgement = Failures.IsEmpty ? Judging.Of(prepared.Catalogue, prepared.Scenario.Observed, done.Observed) : new([]),
            Fingerprint = done.Fingerprint,
            Lifelines = new SoleWays(prepared.Catalogue, prepared.Roads).Find(),
            Utilisations = new Utilisations(prepared).Find(),
            Shown = Replication.Run(prepared, seed, Median(done, layout), tell: true),
        };
    }

    // A spread over many figures that nobody knows takes as long as some runs; each column is worked out by itself, and they stay in order.
    private static ParallelQuery<(int Index, Column Item)> EachColumn(ResultLayout layout, int workers) =>
        layout.Columns.Index().AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(workers, 1, 64));

    private ImmutableArray<RunOutEstimate> RunOuts(AlternativeRuns done)
    {
        var (days, runs) = (new Dictionary<(string Place, string Commodity), double[]>(), done.RunOuts.Count);
        for (var run = 0; run < runs; run++)
            foreach (var (place, commodity, after) in done.RunOuts[run])
            {
                if (!days.TryGetValue((place, commodity), out var all))
                    days.Add((place, commodity), all = [.. Enumerable.Repeat(double.NaN, runs)]);
                all[run] = after.TotalDays;
            }
        return [.. days.Select(one => new RunOutEstimate(one.Key.Place, one.Key.Commodity, Possible(one.Value)))
            .OrderByDescending(one => one.Days.Happened).ThenBy(one => one.Days.P50).ThenBy(one => one.Place, StringComparer.Ordinal)
            .ThenBy(one => one.Commodity, StringComparer.Ordinal)];
    }

    private ImmutableArray<CutRationsEstimate> CutRations(AlternativeRuns done)
    {
        var cuts = done.CutRations.SelectMany((run, number) => run.Select(one => (Run: number, Cut: one)))
            .GroupBy(one => (one.Cut.Place, one.Cut.Commodity));
        return [.. cuts.Select(place => new CutRationsEstimate(place.Key.Place, Possible(First(place)),
            place.Average(one => one.Cut.Time.TotalDays), place.Min(one => one.Cut.To)) { Commodity = place.Key.Commodity })
            .OrderByDescending(one => one.Days.Happened).ThenBy(one => one.Days.P50).ThenBy(one => one.Place, StringComparer.Ordinal)
            .ThenBy(one => one.Commodity, StringComparer.Ordinal)];

        double[] First(IEnumerable<(int Run, CutRations Cut)> place)
        {
            double[] days = [.. Enumerable.Repeat(double.NaN, done.CutRations.Count)];
            foreach (var (run, cut) in place) days[run] = cut.After.TotalDays;
            return days;
        }
    }

    private Estimate Possible(double[] values) =>
        Failures.IsEmpty ? Estimate.OfPossible(values) : Estimate.OfPossible(values).WithoutInterval();

    private static double[] Flat(List<ImmutableArray<double>> values, int columns)
    {
        var flat = new double[values.Count * columns];
        for (var run = 0; run < values.Count; run++) values[run].CopyTo(flat, run * columns);
        return flat;
    }

    private static double[] Column(AlternativeRuns done, int column) => [.. done.Values.Select(run => run[column])];

    // Of what could not be in some runs, such as a recovery where nothing fell short, the others tell: by the column that says from
    // when it counts, -1 for none.
    private static Dictionary<int, (bool[] Among, Ignorance Ignorance)> Told(AlternativeRuns done, ResultLayout layout, Ignorance ignorance)
    {
        var told = new Dictionary<int, (bool[], Ignorance)>();
        foreach (var since in layout.Columns.Select(layout.SinceOf).Distinct())
        {
            bool[] among = [.. done.Values.Select(run => since < 0 || !double.IsNaN(run[since]))];
            told.Add(since, (among, since < 0 ? ignorance : ignorance.Among(among)));
        }
        return told;
    }

    private MeasureEstimate Estimated(Column column, double[] all, (bool[] Among, Ignorance Ignorance) told)
    {
        double[] values = [.. all.Where((_, run) => told.Among[run])];
        return new(column, EstimateOf(column, values)) { Spread = told.Ignorance.Of(values) };
    }

    private Estimate EstimateOf(Column column, double[] values)
    {
        if (values.Length == 0) return Estimate.OfNone();
        var estimate = column.MayBeNever || values.Any(double.IsNaN) ? Estimate.OfPossible(values) : Estimate.Of(values);
        return Failures.IsEmpty ? estimate : estimate.WithoutInterval();
    }

    private ImmutableArray<DayBand> Bands(AlternativeRuns done, int series, int days)
    {
        var bands = new DayBand[days];
        var values = new double[done.Series.Count];
        for (var day = 0; day < days; day++)
        {
            var count = 0;
            foreach (var run in done.Series)
                if (run[series * days + day] is var value && !double.IsNaN(value)) values[count++] = value;
            bands[day] = Band(values.AsSpan(0, count));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(bands);
    }

    private DayBand Band(Span<double> values)
    {
        if (values.IsEmpty)
            return new DayBand(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN) { HalfWidth = double.NaN };
        double sum = 0;
        Statistics.Tally tally = default;
        foreach (var value in values)
        {
            sum += value;
            tally.Add(value);
        }
        // On many days all runs are alike: no need is unmet, nothing is shut.
        if (values.ContainsAnyExcept(values[0])) values.Sort();
        return new DayBand(sum / values.Length, Quantiles.Of(values, .05), Quantiles.Of(values, .25),
            Quantiles.Of(values, .5), Quantiles.Of(values, .75), Quantiles.Of(values, .95))
        {
            N = values.Length,
            HalfWidth = Failures.IsEmpty ? tally.HalfWidth(Statistics.Level.Usual) : double.NaN,
        };
    }

    private GoalResult Judge(Goal goal, ResultLayout layout, AlternativeRuns done)
    {
        var column = layout.Whole(goal.That.Measure);
        var since = layout.SinceOf(layout.Columns[column]);
        var held = done.Values.Count(run => Holds(goal.That, since >= 0 && double.IsNaN(run[since]) ? 0 : run[column]));
        var share = held / (double)done.Values.Count;
        return new GoalResult(goal, share,
            share >= goal.In) { Interval = Failures.IsEmpty ? Wilson.Interval(held, done.Values.Count) : null };
    }

    // What never happened lies beyond any value; what there was nothing to recover from took no time.
    private static bool Holds(GoalCondition goal, double value) => (double.IsNaN(value) ? double.PositiveInfinity : value) is var seen
        && goal.Comparison switch
        {
            Comparison.Below => seen < goal.Value,
            Comparison.AtMost => seen <= goal.Value,
            Comparison.Above => seen > goal.Value,
            _ => seen >= goal.Value,
        };

    // The run in the middle by the first measure; of equals the first.
    private static int Median(AlternativeRuns done, ResultLayout layout)
    {
        if (layout.Columns.IsEmpty) return done.Replications[0];
        var since = layout.SinceOf(layout.Columns[0]);
        return done.Values.Select((run, number) => (First: First(run), Replication: done.Replications[number]))
            .OrderBy(run => run.First).ThenBy(run => run.Replication).ElementAt(done.Values.Count / 2).Replication;

        // Who never recovered took longer than all others.
        double First(ImmutableArray<double> run) =>
            since >= 0 && double.IsNaN(run[0]) && !double.IsNaN(run[since]) ? double.PositiveInfinity : run[0];
    }

    private static IEnumerable<MeasureComparison> Compare(AlternativeResult baseline, AlternativeResult other)
    {
        var columns = baseline.Layout.Columns.Length;
        for (var column = 0; column < columns; column++)
        {
            var (key, at) = (baseline.Layout.Columns[column], other.Layout.Columns.IndexOf(baseline.Layout.Columns[column]));
            if (key.Place is not null && baseline.Layout.Columns.Any(c => c.Measure == key.Measure && c.Place is null)) continue;
            if (at < 0 || key.MayBeNever) continue;
            var (a, b) = (Every(other.Values, at, other.Layout.Columns.Length), Every(baseline.Values, column, columns));
            var isSettled = baseline.IsSettled && other.IsSettled;
            if ((a.Length < 2 && !isSettled) || a.Concat(b).Any(double.IsNaN)) continue;
            yield return new MeasureComparison(key, baseline.Name, other.Name, PairedDifference.Of(a, b, isSettled: isSettled));
        }
    }

    private static double[] Every(ImmutableArray<double> values, int column, int columns) =>
        [.. Enumerable.Range(0, values.Length / columns).Select(run => values[run * columns + column])];

    private static ulong Digest(IEnumerable<ulong> parts)
    {
        var fingerprint = new Fingerprint();
        foreach (var part in parts) fingerprint.Add(part);
        return fingerprint.Value;
    }
}
