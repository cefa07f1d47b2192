using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Remedies;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What would help, in numbers, as one JSON document, <c>supplysim.helps/1</c>.</summary>
/// <remarks>Depends on scenario, measure, seed, runs and version alone, byte by byte. Fields may be added; renaming or removing one makes
/// <c>supplysim.helps/2</c>. A number that does not exist is null, never NaN. Immutable.</remarks>
public sealed record HelpsSummary() : JudgedDocument("supplysim.helps/1")
{
    /// <summary>The alternative in which they were lifted.</summary>
    public required string Baseline { get; init; }

    /// <summary>The value with nothing lifted.</summary>
    public required RankValue AsItIs { get; init; }

    /// <summary>Those of each kind behind one another: first what helps and is not negligible, most first,
    /// then the others by what they did.</summary>
    public required ImmutableArray<HelpsSummaryRemedy> Remedies { get; init; }

    /// <summary>What could not be tried; left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HelpsSummaryUntried>? Untried { get; init; }

    /// <summary>[remedies] Whose turn had not come when it was stopped; left out where it came to its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Unreached { get; init; }

    /// <summary>Every run that failed; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HelpsSummaryFailure>? Failures { get; init; }

    /// <summary>[events] Executed in all runs.</summary>
    public required long Events { get; init; }

    /// <summary>The document of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static HelpsSummary Of(HelpsResult result, ScenarioSource? source) => new()
    {
        Scenario = SummaryScenario.Of(result.Scenario, source),
        Version = ToolVersion.Number,
        Seed = result.Seed,
        Runs = result.Runs,
        RunsPlanned = result.RunsPlanned,
        Whole = result.IsWhole && result.Failures.IsEmpty,
        HorizonDays = result.Scenario.Clock.Length.TotalDays,
        Headline = new RemedyWords(result).Headline,
        By = result.Column.Measure,
        Unit = result.Column.Unit,
        Wish = WishOf(result),
        Baseline = result.Baseline,
        AsItIs = RankValue.Of(result.AsItIs),
        Remedies = [.. result.Remedies.Select(one => HelpsSummaryRemedy.Of(one, result))],
        Untried = result.Untried.IsEmpty
            ? null
            : [.. result.Untried.Select(one => new HelpsSummaryUntried(one.Remedy.Id, one.Remedy.What, one.Why))],
        Unreached = result.Unreached == 0 ? null : result.Unreached,
        Failures = result.Failures.IsEmpty ? null : [.. result.Failures.Select(one => HelpsSummaryFailure.Of(one, result, source))],
        Events = result.Cost.Events,
    };

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.HelpsSummary) + "\n";

    internal static int WishOf(HelpsResult result) => result.Scenario.Measures.First(one => one.Id == result.Column.Measure).Is.Wish();

    internal static string Kind(Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Doable => "doable",
        RemedyKind.OfOthers => "of-others",
        RemedyKind.HadItNotHappened => "had-it-not-happened",
        _ => "nothing-happens",
    };

    internal static string Verdict(HelpVerdict verdict) => verdict switch
    {
        HelpVerdict.Helps => "helps",
        HelpVerdict.Harms => "harms",
        HelpVerdict.Untold => "untold",
        _ => "same",
    };
}

/// <summary>What lifting one obstacle does.</summary>
/// <param name="Remedy">The id of what was lifted, such as <c>lanes/gate</c>.</param>
/// <param name="What">The same in words.</param>
/// <param name="Kind"><c>doable</c>; <c>of-others</c> who bring nothing to whom it is asked for; <c>had-it-not-happened</c>, or
/// <c>nothing-happens</c>: all of the latter at once.</param>
/// <param name="Verdict"><c>helps</c>, <c>harms</c>, <c>untold</c>, or <c>same</c> in every run: all judged together (Holm).</param>
/// <param name="Rank">Of what helps and is not negligible, from 1 among those of its kind; the same for those that cannot be told apart
/// from the strongest of them, or by next to nothing. Null of all else.</param>
/// <param name="Tied">Whether others have the same rank.</param>
/// <param name="Effect">With it minus as it is; null where there is nothing to compare.</param>
/// <param name="VarianceRatio">How many times as many runs independent draws would need.</param>
/// <param name="MayBeMost">Whether it may be what helps most of its kind: it cannot be told apart from the
/// strongest that surely helps, or is that.</param>
/// <param name="Negligible">Whether it surely helps or harms, by less than 0.5 % of the value as it is: next to nothing.</param>
/// <param name="BetterIn">[runs] In which it is better with it; null where there is nothing to compare.</param>
/// <param name="WorseIn">[runs] In which it is worse; in the rest it is the same.</param>
public sealed record HelpsSummaryRemedy(
    string Remedy, string What, string Kind, string Verdict, int? Rank, bool Tied, RankValue? Effect, double? VarianceRatio, bool MayBeMost,
    bool Negligible, int? BetterIn, int? WorseIn)
{
    /// <summary>[runs] In which a place runs out of something sooner with it than as it is, or only with it.</summary>
    public int SoonerIn { get; init; }

    internal static HelpsSummaryRemedy Of(TriedRemedy one, HelpsResult result)
    {
        (int Better, int Worse)? moved = one.Effect is { } effect ? Betters.Of(effect, HelpsSummary.WishOf(result)) : null;
        return new(
            one.Remedy.Id, one.Remedy.What, HelpsSummary.Kind(one.Remedy), HelpsSummary.Verdict(one.Verdict), one.Rank, one.IsTied,
            RankValue.Of(one.Effect),
            one.Effect is null ? null : Summary.Finite(one.Effect.VarianceRatio), one.MayBeMost, result.IsNegligible(one), moved?.Better,
            moved?.Worse) { SoonerIn = one.Sooner };
    }
}

/// <summary>What could not be tried.</summary>
/// <param name="Remedy">The id of what was to be lifted.</param>
/// <param name="What">The same in words.</param>
/// <param name="Why">The first problem of the scenario with it, or that runs with it failed.</param>
public sealed record HelpsSummaryUntried(string Remedy, string What, string Why);

/// <summary>A run that failed.</summary>
/// <param name="Remedy">The id of what was lifted in it; null for nothing.</param>
/// <param name="Run">The number of the replication, from 0.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Command">The command that comes to it; null for a scenario built in code.</param>
public sealed record HelpsSummaryFailure(string? Remedy, int Run, string Message, string? Command)
{
    internal static HelpsSummaryFailure Of(FailedRemedy failed, HelpsResult result, ScenarioSource? source) => new(
        failed.Remedy?.Id, failed.Replication, failed.Message,
        source is null ? null : RepeatCommand.Of(source.FileName, failed.Replication + 1, result.Seed, source.Settings, "helps"));
}
