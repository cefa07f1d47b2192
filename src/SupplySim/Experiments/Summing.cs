using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Puts the runs of an experiment together, in order of alternatives and replications.</summary>
internal sealed class Summing(
    Scenario scenario, ImmutableArray<Alternative> alternatives, CompiledScenario[] compiled, ulong seed,
    RunResult[][] results, int runs, int runsPlanned)
{
    public ExperimentResult Result(TimeSpan elapsed, int workers)
    {
        var summed = alternatives.Select((alternative, number) => Sum(alternative, compiled[number], Done(number))).ToImmutableArray();
        return new ExperimentResult
        {
            Scenario = scenario,
            Seed = seed,
            Runs = runs,
            RunsPlanned = runsPlanned,
            Alternatives = summed,
            Comparisons = [.. summed.Skip(1).SelectMany(other => Compare(summed[0], other))],
            Audit = Audited(),
            Fingerprint = Digest(summed.Select(alternative => alternative.Fingerprint)),
            Cost = new ExperimentCost(results.SelectMany(one => one.Take(runs)).Sum(run => run.Events), elapsed, workers),
        };
    }

    private AuditReport? Audited() => results.SelectMany(one => one.Take(runs)).Select(run => run.Audit)
        .Aggregate((one, other) => one is not null && other is not null ? one + other : null);

    private RunResult[] Done(int alternative) => results[alternative][..runs];

    private AlternativeResult Sum(Alternative alternative, CompiledScenario prepared, RunResult[] done)
    {
        var layout = prepared.Measures.Layout;
        var values = done.SelectMany(run => run.Values).ToArray();
        return new AlternativeResult
        {
            Name = alternative.Name,
            Scenario = alternative.Scenario,
            Layout = layout,
            Measures = [.. layout.Columns.Select((column, number) => new MeasureEstimate(column, EstimateOf(column, Column(done, number))))],
            Series = [.. layout.Series.Select((column, number) => new SeriesBand(column, Bands(done, number, layout.Days)))],
            Values = ImmutableCollectionsMarshal.AsImmutableArray(values),
            Ledger = [.. prepared.Catalogue.Commodities.Select((_, commodity) => Total(done, commodity))],
            Blamed = RunTotals.Blamed(done),
            Paused = RunTotals.Paused(done, alternative.Scenario),
            AircraftWaits = RunTotals.AircraftWaits(done),
            Equipment = RunTotals.Equipment(done),
            Strengths = RunTotals.Strengths(done),
            IsSettled = done.All(run => run.OutcomeFingerprint == done[0].OutcomeFingerprint),
            Goals = [.. alternative.Scenario.Goals.Select(goal => Judge(goal, layout, done))],
            Fingerprint = Digest(done.Select(run => run.OutcomeFingerprint)),
            Lifelines = new SoleWays(prepared.Catalogue, prepared.Roads).Find(),
            Shown = Replication.Run(prepared, seed, Median(done), tell: true),
        };
    }

    private static double[] Column(RunResult[] done, int column) => [.. done.Select(run => run.Values[column])];

    private static Estimate EstimateOf(Column column, double[] values) =>
        column.MayBeNever || values.Any(double.IsNaN) ? Estimate.OfPossible(values) : Estimate.Of(values);

    private static ImmutableArray<DayBand> Bands(RunResult[] done, int series, int days)
    {
        var bands = new DayBand[days];
        var values = new double[done.Length];
        for (var day = 0; day < days; day++)
        {
            var count = 0;
            foreach (var run in done)
                if (run.Series[series * days + day] is var value && !double.IsNaN(value)) values[count++] = value;
            bands[day] = Band(values.AsSpan(0, count));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(bands);
    }

    private static DayBand Band(Span<double> values)
    {
        if (values.IsEmpty) return new DayBand(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        double sum = 0;
        foreach (var value in values) sum += value;
        values.Sort();
        return new DayBand(sum / values.Length, Quantiles.Of(values, .05), Quantiles.Of(values, .25),
            Quantiles.Of(values, .5), Quantiles.Of(values, .75), Quantiles.Of(values, .95));
    }

    private static LedgerTotal Total(RunResult[] done, int commodity) => done.Select(run => run.Ledger[commodity]).Aggregate((a, b) => new LedgerTotal(
        a.Commodity, a.Initial + b.Initial, a.Supplied + b.Supplied, a.Stock + b.Stock, a.InTransit + b.InTransit,
        a.Consumed + b.Consumed, a.Lost + b.Lost));

    private static GoalResult Judge(Goal goal, ResultLayout layout, RunResult[] done)
    {
        var column = layout.Whole(goal.That.Measure);
        var share = done.Count(run => Holds(goal.That, run.Values[column])) / (double)done.Length;
        return new GoalResult(goal, share, share >= goal.In);
    }

    // What never happened lies beyond any value.
    private static bool Holds(GoalCondition goal, double value) => (double.IsNaN(value) ? double.PositiveInfinity : value) is var seen
        && goal.Comparison switch
        {
            Comparison.Below => seen < goal.Value,
            Comparison.AtMost => seen <= goal.Value,
            Comparison.Above => seen > goal.Value,
            _ => seen >= goal.Value,
        };

    // The run in the middle by the first measure; of equals the first.
    private static int Median(RunResult[] done) => done[0].Values.IsEmpty
        ? 0
        : done.OrderBy(run => run.Values[0]).ThenBy(run => run.Replication).ElementAt(done.Length / 2).Replication;

    private static IEnumerable<MeasureComparison> Compare(AlternativeResult baseline, AlternativeResult other)
    {
        var columns = baseline.Layout.Columns.Length;
        for (var column = 0; column < columns; column++)
        {
            var (key, at) = (baseline.Layout.Columns[column], other.Layout.Columns.IndexOf(baseline.Layout.Columns[column]));
            if (key.Place is not null && baseline.Layout.Columns.Any(c => c.Measure == key.Measure && c.Place is null)) continue;
            if (at < 0 || key.MayBeNever) continue;
            var (a, b) = (Every(other.Values, at, other.Layout.Columns.Length), Every(baseline.Values, column, columns));
            if (a.Length < 2 || a.Concat(b).Any(double.IsNaN)) continue;
            yield return new MeasureComparison(key, baseline.Name, other.Name, PairedDifference.Of(a, b));
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
