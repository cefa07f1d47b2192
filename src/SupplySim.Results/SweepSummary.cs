using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>The numbers of a sweep as one JSON document, <c>supplysim.sweep/1</c>.</summary>
/// <remarks>Depends on scenario, what is varied, measure, seed, runs and version alone, byte by byte.
/// Fields may be added; renaming or removing one makes
/// <c>supplysim.sweep/2</c>. A number that does not exist is null, never NaN. Immutable.</remarks>
public sealed record SweepSummary() : JudgedDocument("supplysim.sweep/1")
{
    /// <summary>What is varied, with the values tried, in order.</summary>
    public required ImmutableArray<SweepSummaryVaried> Varied { get; init; }

    /// <summary>The name of the best point; null where none is.</summary>
    public required string? Best { get; init; }

    /// <summary>In the order of the grid, the last that is varied changing fastest.</summary>
    public required ImmutableArray<SweepSummaryPoint> Points { get; init; }

    /// <summary>Every run that failed; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SweepSummaryFailure>? Failures { get; init; }

    /// <summary>[events] Executed in all runs.</summary>
    public required long Events { get; init; }

    /// <summary>The document of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static SweepSummary Of(SweepResult result, ScenarioSource? source)
    {
        ArgumentNullException.ThrowIfNull(result);
        var all = result.All;
        return new()
        {
            Scenario = SummaryScenario.Of(all.Scenario, source),
            Version = ToolVersion.Number,
            Seed = all.Seed,
            Runs = all.Runs,
            RunsPlanned = all.RunsPlanned,
            Whole = IsWhole(result),
            HorizonDays = all.Scenario.Clock.Length.TotalDays,
            Headline = new SweepWords(result).Headline,
            By = result.Column.Measure,
            Unit = result.Column.Unit,
            Wish = all.Scenario.Measures.First(one => one.Id == result.Column.Measure).Is.Wish(),
            Varied = [.. result.Varied.Select(one => new SweepSummaryVaried(one.Name, one.Value))],
            Best = result.Best is { } best ? result.Points[best].Alternative.Name : null,
            Points = [.. result.Points.Select(one => SweepSummaryPoint.Of(one, all))],
            Failures = all.Failures.IsEmpty
                ? null
                : [.. all.Failures.Select(one => new SweepSummaryFailure(one.Alternative, one.Replication, one.Message))],
            Events = all.Cost.Events,
        };
    }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.SweepSummary) + "\n";

    internal static bool IsWhole(SweepResult result) => result.All.Ended != ExperimentEnd.Cancelled && result.All.Failures.IsEmpty;
}

/// <summary>One thing that is varied.</summary>
/// <param name="What">As it is called.</param>
/// <param name="Values">As shown, in the order tried.</param>
public sealed record SweepSummaryVaried(string What, ImmutableArray<string> Values);

/// <summary>A point of the grid.</summary>
/// <param name="Name">Its name as an alternative.</param>
/// <param name="Values">What it has of each thing that is varied, in the order of <see cref="SweepSummary.Varied"/>.</param>
/// <param name="FromBest">This minus the best, run by run; null where none is best.</param>
/// <param name="MayBeBest">Whether it is the best or cannot be told apart from it.</param>
/// <param name="Measures">What its runs say of each measure, over all that it is of.</param>
/// <param name="Goals">How the goals are met.</param>
public sealed record SweepSummaryPoint(
    string Name, ImmutableArray<string> Values, RankValue? FromBest, bool MayBeBest, ImmutableArray<SummaryMeasure> Measures,
    ImmutableArray<SummaryGoal> Goals)
{
    internal static SweepSummaryPoint Of(SweptPoint point, ExperimentResult all) => new(
        point.Alternative.Name, [.. point.Values.Select(one => one.Value)], RankValue.Of(point.FromBest), point.MayBeBest,
        [.. point.Alternative.Measures.Where(one => point.Alternative.Layout.IsTold(one.Column))
            .Select(one => SummaryMeasure.Of(one, all.Scenario, isSequential: false))],
        [.. point.Alternative.Goals.Select(goal => SummaryGoal.Of(goal, all.Runs))]);
}

/// <summary>A run that failed.</summary>
/// <param name="Point">The name of the point.</param>
/// <param name="Run">The number of the replication, from 0.</param>
/// <param name="Message">What went wrong.</param>
public sealed record SweepSummaryFailure(string Point, int Run, string Message);
