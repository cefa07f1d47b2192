using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What was simulated.</summary>
/// <param name="Title">The scenario's title.</param>
/// <param name="File">The file's name; null for a scenario built in code.</param>
/// <param name="Sha256">Of the file's text; null for a scenario built in code.</param>
/// <param name="Set">What the command line changed in it, each as <c>KEY=VALUE</c>.</param>
public sealed record SummaryScenario(string Title, string? File, string? Sha256, ImmutableArray<string> Set)
{
    internal static SummaryScenario Of(Scenario scenario, ScenarioSource? source) =>
        new(scenario.Title, source?.FileName, source?.Sha256, source?.Settings ?? []);
}

/// <summary>A run that failed.</summary>
/// <param name="Alternative">The alternative's name.</param>
/// <param name="Run">The number of the replication, from 0.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Command">The command that comes to it; null for a scenario built in code.</param>
public sealed record SummaryFailure(string Alternative, int Run, string Message, string? Command)
{
    internal static SummaryFailure Of(FailedRun failed, ExperimentResult result, ScenarioSource? source) => new(
        failed.Alternative, failed.Replication, failed.Message,
        source is null ? null : RepeatCommand.Of(source.FileName, failed.Replication + 1, result.Seed, source.Settings));
}

/// <summary>What an experiment took. Only <see cref="Events"/> is the same on every machine and goes into summary.json.</summary>
public sealed record SummaryEngine
{
    /// <summary>Executed in all runs.</summary>
    public required long Events { get; init; }

    /// <summary>[s] On the clock.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>[events/s]</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? EventsPerSecond { get; init; }

    /// <summary>How many worked at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Threads { get; init; }

    internal static SummaryEngine Of(ExperimentCost cost) => new()
    {
        Events = cost.Events,
        Seconds = Math.Round(cost.Elapsed.TotalSeconds, 3),
        EventsPerSecond = Math.Round(cost.Events / Math.Max(cost.Elapsed.TotalSeconds, 1e-6)),
        Threads = cost.Workers,
    };
}

/// <summary>What the audit has looked at in all runs.</summary>
/// <param name="Events">After how many events.</param>
/// <param name="Recounts">How often everything was counted again.</param>
/// <param name="Invariants">How many invariants held.</param>
public sealed record SummaryAudit(long Events, long Recounts, int Invariants);

/// <summary>What the runs of one alternative say.</summary>
/// <param name="Name">The alternative's name.</param>
/// <param name="Fingerprint">Of its outcomes: 16 hexadecimal digits.</param>
/// <param name="Measures">In the order of the layout.</param>
/// <param name="Ledger">Totals over all runs, commodity by commodity.</param>
/// <param name="Goals">In the order of the scenario.</param>
public sealed record SummaryAlternative(
    string Name,
    string Fingerprint,
    ImmutableArray<SummaryMeasure> Measures,
    ImmutableArray<SummaryLedger> Ledger,
    ImmutableArray<SummaryGoal> Goals)
{
    /// <summary>Whether every run came out the same and could not do otherwise: nothing was drawn at random in any.</summary>
    public bool Settled { get; init; }

    /// <summary>What nobody knows of what was simulated, each drawn once for a run; empty where all is known.</summary>
    public ImmutableArray<UnknownFigure> Unknowns { get; init; } = [];

    /// <summary>How the runs stand against what was observed; left out where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SummaryJudgement? Observed { get; init; }

    /// <summary>Which disruptions are blamed for the waiting for what was shut; empty where there was none.</summary>
    public ImmutableArray<SummaryBlame> Blamed { get; init; } = [];

    /// <summary>Which supply lines ordered nothing because their ways were known to be shut; empty where none paused.</summary>
    public ImmutableArray<SummaryPause> Paused { get; init; } = [];

    /// <summary>What held up what was sent to places or wanted there, the longest first; empty where nothing did.</summary>
    public ImmutableArray<SummaryHeldUp> HeldUp { get; init; } = [];

    /// <summary>Which places ran out of what, the most often first; empty where none did.</summary>
    public ImmutableArray<SummaryRunOut> RunOuts { get; init; } = [];

    /// <summary>Where rations were cut, the most often first; empty where they never were.</summary>
    public ImmutableArray<SummaryCutRations> CutRations { get; init; } = [];

    /// <summary>What aircraft waited for, by cause; empty where none waited.</summary>
    public ImmutableArray<SummaryAircraftWait> AircraftWaits { get; init; } = [];

    /// <summary>What became of the equipment that fights, over all runs.</summary>
    public ImmutableArray<EquipmentTotal> Equipment { get; init; } = [];

    /// <summary>What became of those who fight, over all runs.</summary>
    public ImmutableArray<StrengthTotal> Strengths { get; init; } = [];

    internal static SummaryAlternative Of(AlternativeResult result, int runs, bool isSequential) => new(
        result.Name,
        Summary.Hex(result.Fingerprint),
        [.. result.Measures.Select(one => SummaryMeasure.Of(one, result.Scenario, isSequential))],
        [.. result.Ledger.Select(total => SummaryLedger.Of(total, result.Scenario))],
        [.. result.Goals.Select(g => SummaryGoal.Of(g, runs))])
    {
        Settled = result.IsSettled,
        Unknowns = result.Unknowns,
        Observed = SummaryJudgement.Of(result.Judgement),
        Blamed = [.. result.Blamed.Select(one => new SummaryBlame(one.Disruption, one.Waited.TotalDays))],
        Paused = [.. result.Paused.Select(one => new SummaryPause(one.Line, one.Paused.TotalDays))],
        HeldUp = [.. result.HeldUp.Select(one =>
            new SummaryHeldUp(one.For, one.Where, one.Cause, one.Time.TotalDays) { Lacked = one.Lacked, Awaited = one.Awaited })],
        RunOuts = [.. result.RunOuts.Select(one => new SummaryRunOut(
            one.Place, one.Commodity, one.Days.Happened, one.Days.Share, Summary.Finite(one.Days.P05), Summary.Finite(one.Days.P50),
            Summary.Finite(one.Days.P95)))],
        CutRations = [.. result.CutRations.Select(one => new SummaryCutRations(
            one.Place, one.To, one.Days.Happened, one.Days.Share, Summary.Finite(one.Days.P05), Summary.Finite(one.Days.P50),
            Summary.Finite(one.Days.P95), one.Lasted) { Commodity = one.Commodity })],
        AircraftWaits = [.. result.AircraftWaits.Select(one => new SummaryAircraftWait(one.Cause, one.Waited.TotalDays))],
        Equipment = result.Equipment,
        Strengths = result.Strengths,
    };
}

/// <summary>What a disruption is blamed for.</summary>
/// <param name="Disruption">Its id, and why where that is said: <c>high-water (flood)</c>.</param>
/// <param name="VehicleDays">[vehicle-day] Waited for what it shut, the mean over the runs.</param>
public sealed record SummaryBlame(string Disruption, double VehicleDays);

/// <summary>How long a supply line ordered nothing because its way was known to be shut.</summary>
/// <param name="Line">Its id.</param>
/// <param name="Days">[d] The mean over the runs.</param>
public sealed record SummaryPause(string Line, double Days);

/// <summary>What held up supplies for one place.</summary>
/// <param name="For">The place's id.</param>
/// <param name="Where">The id of the place or route at which; of the fleet for <c>no-vehicle</c>, <c>departure</c> and <c>rest</c>.</param>
/// <param name="Cause">A cause of the delay ledger, or <c>daylight</c>, <c>departure</c>,
/// <c>no-vehicle</c>, <c>no-goods</c>, <c>not-ordered</c>,
/// <c>orders-stopped</c>, <c>too-small</c>, <c>slow</c>, <c>breakdown</c>, <c>dock</c>, <c>room</c>, <c>rest</c>, <c>detour</c>,
/// <c>lost</c>; <c>rations</c>: nothing was late, and a rule cut the rations; <c>too-little</c>: nothing
/// was late, and yet it was lacking.</param>
/// <param name="LoadDays">[load-day] A load is what one vehicle takes; the mean over the runs.</param>
public sealed record SummaryHeldUp(string For, string Where, string Cause, double LoadDays)
{
    /// <summary>[person-day] What was lacking for it, as <see cref="HeldUp.Lacked"/>; of a force [day]. The mean over the runs.</summary>
    public double Lacked { get; init; }

    /// <summary>The id of the fleet for one of whose vehicles loads waited, which were held up so; left out
    /// where it is what was held up itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Awaited { get; init; }
}

/// <summary>That a place ran out of something.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="Happened">[runs] In which it did.</param>
/// <param name="Share">[share] Of the runs in which it did.</param>
/// <param name="P05">[d] Of the runs in which it did, 5 % had by then; since the start, for the first time.</param>
/// <param name="P50">[d] The median.</param>
/// <param name="P95">[d] 95 % had by then.</param>
public sealed record SummaryRunOut(string Place, string Commodity, int Happened, double? Share, double? P05, double? P50, double? P95);

/// <summary>That rations were cut at a place.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="To">[share] The least of a full ration that was given out in any run.</param>
/// <param name="Happened">[runs] In which they were.</param>
/// <param name="Share">[share] Of the runs in which they were.</param>
/// <param name="P05">[d] Of the runs in which they were, they had been in 5 % by then; since the start, for the first time.</param>
/// <param name="P50">[d] The median.</param>
/// <param name="P95">[d] 95 % had by then.</param>
/// <param name="Lasted">[d] For how long in all, the mean over the runs in which they were.</param>
public sealed record SummaryCutRations(string Place, double To, int Happened, double? Share, double? P05, double? P50, double? P95,
    double Lasted)
{
    /// <summary>The id of the commodity; left out where rations of all are cut alike.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commodity { get; init; }
}

/// <summary>What aircraft waited for.</summary>
/// <param name="Cause">Such as <c>hours</c>, <c>fleet</c> (crew), <c>lane</c> (stand or loading crew) or <c>fuel</c>.</param>
/// <param name="AircraftDays">[aircraft-day] The mean over the runs.</param>
public sealed record SummaryAircraftWait(string Cause, double AircraftDays);

/// <summary>Where a commodity went in all runs together: initial + supplied = stock + inTransit + consumed + lost.</summary>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="Unit">The smallest unit: <c>g</c>, <c>ml</c> or <c>piece</c>.</param>
/// <param name="Initial">In limited stocks at the start.</param>
/// <param name="Supplied">Loaded from unlimited stocks.</param>
/// <param name="Stock">In stocks at the end.</param>
/// <param name="InTransit">On vehicles at the end.</param>
/// <param name="Consumed">Used.</param>
/// <param name="Lost">Lost on the way, seized or destroyed.</param>
public sealed record SummaryLedger(
    string Commodity, string Unit, long Initial, long Supplied, long Stock, long InTransit, long Consumed, long Lost)
{
    internal static SummaryLedger Of(LedgerTotal total, Scenario scenario) => new(
        total.Commodity,
        scenario.Commodities.First(c => c.Id == total.Commodity).Unit switch
        {
            QuantityUnit.Gram => "g",
            QuantityUnit.Millilitre => "ml",
            _ => "piece",
        },
        total.Initial, total.Supplied, total.Stock, total.InTransit, total.Consumed, total.Lost);
}

/// <summary>How a goal was met.</summary>
/// <param name="That">As it was written.</param>
/// <param name="Required">[share] Of the runs in which it should hold.</param>
/// <param name="Share">[share] Of the runs in which it held.</param>
/// <param name="Met">Whether that is enough.</param>
/// <param name="N">[runs] Looked at.</param>
/// <param name="ShareLow">[share] The lower end of the Wilson interval of <paramref name="Share"/>, at 95
/// %; null where runs have failed.</param>
/// <param name="ShareHigh">[share] The upper end.</param>
public sealed record SummaryGoal(string That, double Required, double Share, bool Met, int N, double? ShareLow, double? ShareHigh)
{
    internal static SummaryGoal Of(GoalResult goal, int runs) =>
        new(goal.Goal.That.Text, goal.Goal.In, goal.Share, goal.Met, runs, goal.Interval?.Low, goal.Interval?.High);
}
