using System.Text.Json.Serialization;

namespace SupplySim.Results;

/// <summary>What every document of numbers begins with: its form, of what, with which seed and how many runs.</summary>
/// <remarks>Fields may be added; renaming or removing one is a new form. A number that does not exist is
/// null, never NaN. Immutable.</remarks>
public abstract record ResultDocument
{
    private protected ResultDocument(string schema) => Schema = schema;

    /// <summary>The name of this form.</summary>
    [JsonPropertyOrder(-90)]
    public string Schema { get; }

    /// <summary>What was simulated.</summary>
    [JsonPropertyOrder(-80)]
    public required SummaryScenario Scenario { get; init; }

    /// <summary>Of SupplySim.</summary>
    [JsonPropertyOrder(-70)]
    public required string Version { get; init; }

    /// <summary>From which all draws followed.</summary>
    [JsonPropertyOrder(-60)]
    public required ulong Seed { get; init; }

    /// <summary>[runs] Done of each alternative or with each thing closed or lifted.</summary>
    [JsonPropertyOrder(-50)]
    public required int Runs { get; init; }

    /// <summary>[runs] That should have been done.</summary>
    [JsonPropertyOrder(-40)]
    public required int RunsPlanned { get; init; }

    /// <summary>[d] How long a run is.</summary>
    [JsonPropertyOrder(-10)]
    public required double HorizonDays { get; init; }

    /// <summary>The document, indented, ending in a line feed; the same on every machine and in every culture.</summary>
    public abstract string ToJson();
}
