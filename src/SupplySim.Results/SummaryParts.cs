using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Quantities;

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
    internal static SummaryAlternative Of(AlternativeResult result) => new(
        result.Name,
        Summary.Hex(result.Fingerprint),
        [.. result.Measures.Select(SummaryMeasure.Of)],
        [.. result.Ledger.Select(total => SummaryLedger.Of(total, result.Scenario))],
        [.. result.Goals.Select(g => new SummaryGoal(g.Goal.That.Text, g.Goal.In, g.Share, g.Met))]);
}

/// <summary>Where a commodity went in all runs together: initial + supplied = stock + inTransit + consumed + lost.</summary>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="Unit">The smallest unit: <c>g</c>, <c>ml</c> or <c>piece</c>.</param>
/// <param name="Initial">In limited stocks at the start.</param>
/// <param name="Supplied">Loaded from unlimited stocks.</param>
/// <param name="Stock">In stocks at the end.</param>
/// <param name="InTransit">On vehicles at the end.</param>
/// <param name="Consumed">Used.</param>
/// <param name="Lost">Lost or seized.</param>
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
public sealed record SummaryGoal(string That, double Required, double Share, bool Met);
