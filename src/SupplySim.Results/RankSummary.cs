using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results;

/// <summary>The numbers of a ranking as one JSON document, <c>supplysim.rank/1</c>.</summary>
/// <remarks>Depends on scenario, plan, seed, runs and version alone, byte by byte. Fields may be added; renaming or removing one makes
/// <c>supplysim.rank/2</c>. A number that does not exist is null, never NaN. Immutable.</remarks>
public sealed record RankSummary() : ResultDocument("supplysim.rank/1")
{
    /// <summary>Whether it came to its end and nothing failed.</summary>
    [JsonPropertyOrder(-20)]
    public required bool Whole { get; init; }

    /// <summary>What was closed: <c>places</c>, <c>routes</c>.</summary>
    public required ImmutableArray<string> What { get; init; }

    /// <summary>When, as it was said.</summary>
    public required string At { get; init; }

    /// <summary>[d] How long each was shut.</summary>
    public required double ShutForDays { get; init; }

    /// <summary>The measure that ranks.</summary>
    public required string By { get; init; }

    /// <summary>Of the measure.</summary>
    public required string Unit { get; init; }

    /// <summary>The alternative in which they were closed.</summary>
    public required string Baseline { get; init; }

    /// <summary>The value with nothing closed.</summary>
    public required RankValue Open { get; init; }

    /// <summary>The most harmful first.</summary>
    public required ImmutableArray<RankSummaryClosure> Closures { get; init; }

    /// <summary>What has no rank, since runs in which it was closed failed; left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RankSummaryUnranked>? Unranked { get; init; }

    /// <summary>Every run that failed; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RankSummaryFailure>? Failures { get; init; }

    /// <summary>What was not closed in turn.</summary>
    public required ImmutableArray<RankSummarySpared> Spared { get; init; }

    /// <summary>Whether closing all of <see cref="Spared"/> at once changed no run.</summary>
    public required bool SparedChangesNothing { get; init; }

    /// <summary>The places that were left out, as to shut them starves by itself; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? LeftOut { get; init; }

    /// <summary>The alternatives asked whether they protect.</summary>
    public required ImmutableArray<string> Alternatives { get; init; }

    /// <summary>[events] Executed in all runs.</summary>
    public required long Events { get; init; }

    /// <summary>The document of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static RankSummary Of(RankResult result, ScenarioSource? source) => new()
    {
        Scenario = SummaryScenario.Of(result.Scenario, source),
        Version = ToolVersion.Number,
        Seed = result.Seed,
        Runs = result.Runs,
        RunsPlanned = result.RunsPlanned,
        Whole = result.IsWhole && result.Failures.IsEmpty,
        HorizonDays = result.Scenario.Clock.Length.TotalDays,
        What = result.Plan.What,
        At = result.Plan.At.ToString(),
        ShutForDays = result.Plan.ShutFor.TotalDays,
        By = result.Column.Measure,
        Unit = result.Column.Unit,
        Baseline = result.Baseline,
        Open = RankValue.Of(result.Open),
        Closures = [.. result.Closures.Select(RankSummaryClosure.Of)],
        Unranked = result.Unranked.IsEmpty
            ? null
            : [.. result.Unranked.Select(one => new RankSummaryUnranked(one.Target, Kind(one.IsRoute), one.Failed))],
        Failures = result.Failures.IsEmpty ? null : [.. result.Failures.Select(one => RankSummaryFailure.Of(one, result, source))],
        Spared = [.. result.Spared.Select(one => new RankSummarySpared(one.Target, Kind(one.IsRoute), Because(one.Because)))],
        SparedChangesNothing = result.SparedChangesNothing,
        LeftOut = result.LeftOut.IsEmpty ? null : result.LeftOut,
        Alternatives = result.Alternatives,
        Events = result.Cost.Events,
    };

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.RankSummary) + "\n";

    private static string Because(SparedBecause why) => why switch
    {
        SparedBecause.NoWayLeadsPast => "no-way-leads-past",
        SparedBecause.NeverOpen => "never-open",
        SparedBecause.NothingIsHandled => "nothing-is-handled",
        _ => "nobody-flies",
    };

    internal static string Kind(bool isRoute) => isRoute ? "route" : "place";
}

/// <summary>What was closed in turn and has no rank.</summary>
/// <param name="Target">The id of the place or route.</param>
/// <param name="Kind"><c>place</c> or <c>route</c>.</param>
/// <param name="Failed">[runs] That failed.</param>
public sealed record RankSummaryUnranked(string Target, string Kind, int Failed);

/// <summary>A run that failed.</summary>
/// <param name="Alternative">The alternative's name.</param>
/// <param name="Shut">What was closed in it: nothing, one, or all that was to be spared at once.</param>
/// <param name="Run">The number of the replication, from 0.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Command">The command that comes to it; null for a scenario built in code.</param>
public sealed record RankSummaryFailure(string Alternative, ImmutableArray<RankSummaryShut> Shut, int Run, string Message, string? Command)
{
    internal static RankSummaryFailure Of(FailedClosure failed, RankResult result, ScenarioSource? source) => new(
        failed.Alternative, [.. failed.Shut.Select(one => new RankSummaryShut(one.Target, RankSummary.Kind(one.IsRoute)))],
        failed.Replication, failed.Message,
        source is null ? null : RepeatCommand.Of(source.FileName, failed.Replication + 1, result.Seed, source.Settings, "rank"));
}

/// <summary>A place or route that is closed.</summary>
/// <param name="Target">Its id.</param>
/// <param name="Kind"><c>place</c> or <c>route</c>.</param>
public sealed record RankSummaryShut(string Target, string Kind);

/// <summary>A mean, or a mean difference run by run, with its interval.</summary>
/// <param name="N">[runs] Or pairs of them.</param>
/// <param name="Mean">In the unit of the measure.</param>
/// <param name="HalfWidth">Of the interval.</param>
/// <param name="Level">[share] The confidence of the interval.</param>
/// <param name="Method"><c>t</c>, or <c>paired-t</c> for a difference.</param>
public sealed record RankValue(int N, double? Mean, double? HalfWidth, double Level, string Method)
{
    internal static RankValue Of(Estimate estimate) =>
        new(estimate.Happened, Summary.Finite(estimate.Mean), Summary.Finite(estimate.HalfWidth), estimate.Level, estimate.Method);

    internal static RankValue? Of(PairedDifference? difference) => difference is null
        ? null
        : new(difference.N, Summary.Finite(difference.Difference), Summary.Finite(difference.HalfWidth), difference.Level, "paired-t");
}

/// <summary>What one closure does.</summary>
/// <param name="Rank">From 1; the same for those that cannot be told apart from the most harmful of them.</param>
/// <param name="Tied">Whether others have the same rank.</param>
/// <param name="Target">The id of the place or route.</param>
/// <param name="Kind"><c>place</c> or <c>route</c>.</param>
/// <param name="Effect">Closed minus open; null where there is nothing to compare.</param>
/// <param name="VarianceRatio">How many times as many runs independent draws would need.</param>
/// <param name="Distinguishable">Whether closed can be told apart from open, all closures judged together (Holm).</param>
/// <param name="ChangesNothing">Whether every run is the same.</param>
/// <param name="OnlyWayTo">The places that can be supplied past it only, as things stand at the start.</param>
/// <param name="Protection">What lowers the effect most; null where nothing surely does or nothing was asked.</param>
public sealed record RankSummaryClosure(
    int Rank, bool Tied, string Target, string Kind, RankValue? Effect, double? VarianceRatio, bool Distinguishable, bool ChangesNothing,
    ImmutableArray<string> OnlyWayTo, RankSummaryProtection? Protection)
{
    /// <summary>The effect were there none of those who merely pass; left out where there are none, or it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RankValue? EffectWithoutStrangers { get; init; }

    internal static RankSummaryClosure Of(RankedClosure closure) => new(
        closure.Rank, closure.IsTied, closure.Target, RankSummary.Kind(closure.IsRoute), RankValue.Of(closure.Effect),
        closure.Effect is { } effect ? Summary.Finite(effect.VarianceRatio) : null, closure.IsSure, closure.ChangesNothing,
        [.. closure.OnlyWayTo.Select(place => place.Value)],
        closure.Protection is { } by ? new(by.Alternative, RankValue.Of(by.Effect)!, RankValue.Of(by.Lowers)!) : null)
        {
            EffectWithoutStrangers = RankValue.Of(closure.EffectWithoutStrangers),
        };
}

/// <summary>An alternative that lowers the effect of a closure.</summary>
/// <param name="Alternative">Its name.</param>
/// <param name="Effect">The effect of the closure in it.</param>
/// <param name="Lowers">By how much less harm the closure does in it.</param>
public sealed record RankSummaryProtection(string Alternative, RankValue Effect, RankValue Lowers);

/// <summary>What was not closed in turn.</summary>
/// <param name="Target">The id of the place or route.</param>
/// <param name="Kind"><c>place</c> or <c>route</c>.</param>
/// <param name="Because"><c>no-way-leads-past</c>, <c>never-open</c>, <c>nothing-is-handled</c> or <c>nobody-flies</c>.</param>
public sealed record RankSummarySpared(string Target, string Kind, string Because);
