using System.Text.Json.Serialization;

namespace SupplySim.Results;

/// <summary>What a document of numbers begins with that answers a question by one measure: the answer, and the measure.</summary>
/// <remarks>Immutable.</remarks>
public abstract record JudgedDocument : ResultDocument
{
    private protected JudgedDocument(string schema)
        : base(schema)
    {
    }

    /// <summary>Whether it came to its end and nothing failed.</summary>
    [JsonPropertyOrder(-20)]
    public required bool Whole { get; init; }

    /// <summary>The sentence that the screen begins with.</summary>
    [JsonPropertyOrder(-5)]
    public required string Headline { get; init; }

    /// <summary>The measure that judges.</summary>
    [JsonPropertyOrder(-4)]
    public required string By { get; init; }

    /// <summary>Of the measure.</summary>
    [JsonPropertyOrder(-3)]
    public required string Unit { get; init; }

    /// <summary>1 where more of it is better, -1 where less is, 0 where neither is.</summary>
    [JsonPropertyOrder(-2)]
    public required int Wish { get; init; }
}
