using System.Collections.Immutable;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>What an experiment yields: the same runs of each alternative, and how surely they differ.</summary>
/// <remarks>Immutable. Depends on scenario, seed, number of runs and version alone, but for <see cref="Cost"/>.</remarks>
public sealed record ExperimentResult
{
    /// <summary>What was asked.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>From which all draws followed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>[runs] Done of each alternative, without those that failed in any.</summary>
    public required int Runs { get; init; }

    /// <summary>[runs] That should have been done; more than <see cref="Runs"/> where the experiment ended early.</summary>
    public required int RunsPlanned { get; init; }

    /// <summary>Why it ended when it did. Default: all runs were done.</summary>
    public ExperimentEnd Ended { get; init; }

    /// <summary>In the order of the scenario; the first is what the others are compared with.</summary>
    public required ImmutableArray<AlternativeResult> Alternatives { get; init; }

    /// <summary>Each other alternative against the first, measure by measure, over all places.</summary>
    public required ImmutableArray<MeasureComparison> Comparisons { get; init; }

    /// <summary>What failed, in order of replication; those replications are left out of all alternatives, and where there are any no
    /// interval is given. Default: nothing.</summary>
    public ImmutableArray<FailedRun> Failures { get; init; } = [];

    /// <summary>Of all outcomes, in the order of alternatives and replications.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>What the audit has looked at in all runs; null where they were not audited.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>What it took; not part of the result proper.</summary>
    public required ExperimentCost Cost { get; init; }

    /// <summary>The alternative of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists what there is.</exception>
    public AlternativeResult this[string name] => Alternatives.FirstOrDefault(a => a.Name == name)
        ?? throw new KeyNotFoundException(
            $"There is no alternative '{name}'. There is: {string.Join(", ", Alternatives.Select(a => a.Name))}.");

    /// <summary>How many runs, and of each alternative what was measured over all places, each on a line.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"{Scenario.Title}: {Runs} runs{(Runs < RunsPlanned ? $" of {RunsPlanned}" : "")} × {Brief.Of(Scenario.Clock.Length)}, "
            + $"seed {Seed}{(Failures.IsEmpty ? "" : $", {Failures.Length} failed, the first: {Failures[0].Message}")}",
        .. Alternatives.Select(one => one.ToString()),
    ]);
}

/// <summary>Why an experiment ended.</summary>
public enum ExperimentEnd
{
    /// <summary>All runs planned were done.</summary>
    AllRuns,

    /// <summary>What <see cref="ExperimentPlan.StopWhen"/> names was known closely enough. Having looked after every run makes
    /// intervals cover somewhat less often than their level: sequential, nominal.</summary>
    HalfWidth,

    /// <summary>It was told to stop.</summary>
    Cancelled,
}

/// <summary>That a place ran out of something.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="Days">[d] Since the start, for the first time; with the share of the runs in which it did.</param>
public sealed record RunOutEstimate(string Place, string Commodity, Estimate Days);

/// <summary>That rations were cut at a place: of all alike or, where any rule cuts some commodities and not others, of one.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Days">[d] Since the start, for the first time; with the share of the runs in which they were.</param>
/// <param name="Lasted">[d] For how long in all: the mean over the runs in which they were.</param>
/// <param name="To">[share] The least of a full ration that was given out in any run.</param>
public sealed record CutRationsEstimate(string Place, Estimate Days, double Lasted, double To)
{
    /// <summary>The id of the commodity. Default: all alike.</summary>
    public string? Commodity { get; init; }
}

/// <summary>What the runs of one alternative yield.</summary>
public sealed record AlternativeResult
{
    /// <summary>The alternative's name.</summary>
    public required string Name { get; init; }

    /// <summary>What was simulated.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Which value stands where.</summary>
    public required ResultLayout Layout { get; init; }

    /// <summary>One estimate for each column of the layout.</summary>
    public required ImmutableArray<MeasureEstimate> Measures { get; init; }

    /// <summary>What nobody knows of what was simulated, in the order of the scenario. Default: all is known.</summary>
    public ImmutableArray<UnknownFigure> Unknowns { get; init; } = [];

    /// <summary>One band for each series of the layout.</summary>
    public required ImmutableArray<SeriesBand> Series { get; init; }

    /// <summary>The values of each run, in order of replication: position = run * columns + column.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>The number of each run's replication: from 0 without a gap, but for those that failed. Default: 0, 1, 2, ...</summary>
    public ImmutableArray<int> Replications
    {
        get => field.IsDefault ? [.. Enumerable.Range(0, Values.Length / Math.Max(1, Layout.Columns.Length))] : field;
        init;
    }

    /// <summary>Totals over all runs.</summary>
    public required ImmutableArray<LedgerTotal> Ledger { get; init; }

    /// <summary>[vehicle-time] What disruptions are blamed for in a run, by id: the mean over all runs.</summary>
    public ImmutableArray<BlamedWait> Blamed { get; init; } = [];

    /// <summary>[time] For how long supply lines have ordered nothing in a run because their ways were
    /// known to be shut: the mean over all runs; in the order of the scenario, those that never paused left out.</summary>
    public ImmutableArray<PausedLine> Paused { get; init; } = [];

    /// <summary>Which places ran out of what, in how many runs and when for the first time, the most often
    /// first; what never ran out is left out. Default: nothing did.</summary>
    public ImmutableArray<RunOutEstimate> RunOuts { get; init; } = [];

    /// <summary>Where rations were cut, in how many runs, when for the first time and for how long, the
    /// most often first. Default: nowhere.</summary>
    public ImmutableArray<CutRationsEstimate> CutRations { get; init; } = [];

    /// <summary>[load-time] What held up what was sent to places or wanted there in a run: the mean over
    /// all runs, the longest first. Default: nothing.</summary>
    public ImmutableArray<HeldUp> HeldUp { get; init; } = [];

    /// <summary>[aircraft-time] What aircraft waited for in a run: the mean over all runs; what is zero is left out.</summary>
    public ImmutableArray<AircraftWait> AircraftWaits { get; init; } = [];

    /// <summary>What became of the equipment that fights, over all runs. Default: nothing is counted.</summary>
    public ImmutableArray<EquipmentTotal> Equipment { get; init; } = [];

    /// <summary>What became of those who fight, over all runs. Default: nobody is counted.</summary>
    public ImmutableArray<StrengthTotal> Strengths { get; init; } = [];

    /// <summary>Whether every run came out the same, outcome by outcome. What is rare may still come in the next. Default: no.</summary>
    public bool IsAlike { get; init; }

    /// <summary>Whether anything was drawn at random in any run, or anything that is unknown:
    /// <see cref="RunResult.IsRandom"/>. Default: no.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Whether every run came out the same and could not do otherwise: two are as good as any number.</summary>
    public bool IsSettled => IsAlike && !IsRandom;

    /// <summary>How the goals were met.</summary>
    public required ImmutableArray<GoalResult> Goals { get; init; }

    /// <summary>How the runs stand against what was observed. Default: nothing was, or runs have failed.</summary>
    public Judgement Judgement { get; init; } = new([]);

    /// <summary>Of the outcomes, in order of replication.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>What its places depend on. Default: not looked at.</summary>
    public ImmutableArray<Lifeline> Lifelines { get; init; } = [];

    /// <summary>How busy each crossing would be if all that is needed came by road, as things stand at the start.</summary>
    public ImmutableArray<Utilisation> Utilisations { get; init; } = [];

    /// <summary>One run with its story and trips recorded: that whose first measure is the median.</summary>
    public required RunResult Shown { get; init; }

    /// <summary>Of the first alternative: why the place went short that was short longest in
    /// <see cref="Shown"/>, as that ended; null where none was, and of the others. Default: null.</summary>
    public Explanation? Why { get; init; }

    /// <summary>The estimate of a measure, over all its places or of one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such measure; the message lists what there is.</exception>
    public MeasureEstimate Measure(string measure, string? place = null, string? commodity = null, string? detail = null) =>
        Measures[Layout.Find(measure, place, commodity, detail)];

    /// <summary>Its name, and what was measured over all places, each on a line.</summary>
    public override string ToString() =>
        string.Join('\n', [$"{Name}:", .. Measures.Where(one => Layout.IsTold(one.Column)).Select(one => $"  {one}")]);
}

/// <summary>What the runs say about one value.</summary>
/// <param name="Column">Which value.</param>
/// <param name="Estimate">Mean, interval, quantiles, and the share of runs in which it happened at all.</param>
public sealed record MeasureEstimate(Column Column, Estimate Estimate)
{
    /// <summary>The interval of the mean: <see cref="Estimate.HalfWidth"/> to both sides, Student's, where that stays within what is
    /// possible; nothing measured is below zero, and no share of a whole above one. Where it would not, what is measured is lopsided: then
    /// it is Student's after a transformation for skewness (Hall 1992), cut at what is possible. NaN where there is none.</summary>
    public (double Low, double High) Interval => Estimate.Within(0, Column.Most) is var (low, high, _) ? (low, high) : default;

    /// <summary>How <see cref="Interval"/> was made: <c>t</c>, or <c>t for skewness (Hall), cut</c>.</summary>
    public string IntervalMethod => Estimate.Within(0, Column.Most).IsSkewed ? SkewedMean.Method : Estimate.Method;

    /// <summary>How much of its spread is not knowing something. Default: not told, since nothing is unknown, there are fewer runs than
    /// <see cref="VarianceSplit.Fewest"/>, or all but a few of them are the same (<see cref="VarianceSplit.FewestOthers"/>).</summary>
    public Spread? Spread { get; init; }

    /// <summary>For example <c>hungry ain-issa food: 12,300 ± 1,100 person-day (95 %, t, n = 200)</c>, with both ends of
    /// <see cref="Interval"/> where ± would leave what is possible: <c>0.31 [0.04 to 1.2] d</c>.</summary>
    public override string ToString() => $"{Column}: {Estimate.ToString(Column.Unit, 0, Column.Most)}";
}

/// <summary>A series over all runs: for each day the mean and the quantiles over the runs.</summary>
/// <param name="Column">Which series.</param>
/// <param name="Days">From day 0.</param>
public sealed record SeriesBand(Column Column, ImmutableArray<DayBand> Days);

/// <summary>One day of a band; all NaN where no run had anything to say that day.</summary>
/// <param name="Mean">The mean over runs.</param>
/// <param name="P05">5 % of the runs are at or below.</param>
/// <param name="P25">25 %.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">75 %.</param>
/// <param name="P95">95 %.</param>
public readonly record struct DayBand(double Mean, double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>[runs] That have something to say that day.</summary>
    public int N { get; init; }

    /// <summary>Half the length of Student's interval of the mean at 95 %; NaN from fewer than two runs.</summary>
    public double HalfWidth { get; init; }
}

/// <summary>How a goal was met.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Share">The share of runs in which it held.</param>
/// <param name="Met">Whether that share is enough.</param>
public sealed record GoalResult(Goal Goal, double Share, bool Met)
{
    /// <summary>[share] The interval of the share by <see cref="Wilson"/> at 95 %. Default: none is given.</summary>
    public (double Low, double High)? Interval { get; init; }
}

/// <summary>How surely an alternative differs from the first.</summary>
/// <param name="Column">Which value.</param>
/// <param name="Baseline">The name of the first alternative.</param>
/// <param name="Alternative">The name of the other.</param>
/// <param name="Difference">The other minus the first, run by run.</param>
public sealed record MeasureComparison(Column Column, string Baseline, string Alternative, PairedDifference Difference)
{
    /// <summary>For example <c>fuller-stores against as-it-is, hungry food: -36,000 ± 9,000 person-day (95 %, n = 200)</c>.</summary>
    public override string ToString() => $"{Alternative} against {Baseline}, {Column}: {Difference.ToString(Column.Unit)}";
}

/// <summary>What an experiment took.</summary>
/// <param name="Events">Executed in all runs.</param>
/// <param name="Elapsed">On the clock.</param>
/// <param name="Workers">Threads.</param>
public sealed record ExperimentCost(long Events, TimeSpan Elapsed, int Workers)
{
    /// <summary>[runs] Of all alternatives together, that a store had and that were not run again. Default: none.</summary>
    public int RunsFound { get; init; }

    /// <summary>For example <c>47,709 events in 0.31 s on 2 workers</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Events:#,0} events in {Elapsed.TotalSeconds:0.##} s on {Workers} worker{(Workers == 1 ? "" : "s")}");
}
