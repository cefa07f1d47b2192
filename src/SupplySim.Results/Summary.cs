using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>The numbers of an experiment as one JSON document, <c>supplysim.summary/1</c>.</summary>
/// <remarks>
/// Two forms of one thing: as written to summary.json it depends on scenario, seed, runs and version alone, byte by
/// byte; <see cref="WithRun"/> adds what the command line prints besides, which differs from machine to machine. Fields
/// may be added; renaming or removing one makes <c>supplysim.summary/2</c>. A number that does not exist (the mean of
/// something that never happened, an interval from one run) is null, never NaN. Immutable.
/// </remarks>
public sealed record Summary() : ResultDocument("supplysim.summary/1")
{
    /// <summary>Why it ended: <c>all-runs</c>, <c>half-width</c> (see <see cref="ExperimentPlan.StopWhen"/>; the level of intervals is then
    /// nominal), <c>cancelled</c>, or <c>incomplete</c> where runs have failed; then no interval is given.</summary>
    [JsonPropertyOrder(-20)]
    public required string Ended { get; init; }

    /// <summary>What it took.</summary>
    public required SummaryEngine Engine { get; init; }

    /// <summary>Of all outcomes: 16 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>In the order of the scenario.</summary>
    public required ImmutableArray<SummaryAlternative> Alternatives { get; init; }

    /// <summary>Each other alternative against the first.</summary>
    public required ImmutableArray<SummaryComparison> Comparisons { get; init; }

    /// <summary>Which alternatives do better than the first, in what order: by the measure that tells, and
    /// where the first is at its best in that, by the next one in which it is not. Empty where there is one alternative, or nothing is
    /// measured by which one could be better.</summary>
    public ImmutableArray<SummaryHelps> Helps { get; init; } = [];

    /// <summary>What failed, in order of replication; left out where nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SummaryFailure>? Failures { get; init; }

    /// <summary>What the audit has looked at; left out of summary.json, and where the runs were not audited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SummaryAudit? Audit { get; init; }

    /// <summary>Where the result was written; left out of summary.json, and where nothing was written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RunDirectory { get; init; }

    /// <summary>The summary of a result, as it is written to summary.json.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static Summary Of(ExperimentResult result, ScenarioSource? source) => new()
    {
        Scenario = SummaryScenario.Of(result.Scenario, source),
        Version = ToolVersion.Number,
        Seed = result.Seed,
        Runs = result.Runs,
        RunsPlanned = result.RunsPlanned,
        Ended = !result.Failures.IsEmpty ? "incomplete" : result.Ended switch
        {
            ExperimentEnd.HalfWidth => "half-width",
            ExperimentEnd.Cancelled => "cancelled",
            _ => "all-runs",
        },
        HorizonDays = result.Scenario.Clock.Length.TotalDays,
        Engine = new() { Events = result.Cost.Events },
        Fingerprint = Hex(result.Fingerprint),
        Alternatives = [.. result.Alternatives.Select(a => SummaryAlternative.Of(a, result.Runs, result.Ended == ExperimentEnd.HalfWidth))],
        Failures = result.Failures.IsEmpty ? null : [.. result.Failures.Select(one => SummaryFailure.Of(one, result, source))],
        Comparisons = [.. result.Comparisons.Zip(Verdicts.Adjusted(result), SummaryComparison.Of)],
        Helps = SummaryHelps.Of(result),
    };

    /// <summary>The form that <c>--json</c> prints: with the time it took, the threads, the audit, and where the result lies.</summary>
    /// <param name="result">The result.</param>
    /// <param name="runDirectory">The folder written; null where none was.</param>
    public Summary WithRun(ExperimentResult result, string? runDirectory) => this with
    {
        Engine = SummaryEngine.Of(result.Cost),
        Audit = result.Audit is { } audit ? new SummaryAudit(audit.Events, audit.Recounts, audit.Invariants) : null,
        RunDirectory = runDirectory,
    };

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.Summary) + "\n";

    internal static string Hex(ulong fingerprint) => fingerprint.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>JSON knows neither NaN nor infinity: both are null.</summary>
    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
