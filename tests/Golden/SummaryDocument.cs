using System.Text.Json;

namespace SupplySim.Golden;

/// <summary>A <c>supplysim.summary/1</c> document, read as whoever gets the output of <c>--json</c> would read it.</summary>
/// <remarks>What is asked for and is not there is an error that names it. Immutable.</remarks>
internal sealed class SummaryDocument(string json)
{
    private readonly JsonElement _root = JsonDocument.Parse(json).RootElement;

    /// <summary>The names of the alternatives, in order.</summary>
    public IEnumerable<string> Alternatives => _root.GetProperty("alternatives").EnumerateArray().Select(NameOf);

    /// <summary>A field, such as <c>mean</c>, of a measure over all its places, or of one.</summary>
    public double Value(string alternative, string field, string measure, string? place = null) =>
        Entry(_root.GetProperty("alternatives").EnumerateArray().Single(a => NameOf(a) == alternative).GetProperty("measures"),
            measure, place)
            .GetProperty(field).GetDouble();

    /// <summary>The interval of what an alternative has more than the first one, over all places of the measure.</summary>
    public (double Low, double High) Difference(string alternative, string measure)
    {
        var entry = Entry(_root.GetProperty("comparisons"), measure, null, alternative);
        var (middle, half) = (entry.GetProperty("difference").GetDouble(), entry.GetProperty("halfWidth").GetDouble());
        return (middle - half, middle + half);
    }

    // A measure of several places has its total first; that of one place is its total.
    private static JsonElement Entry(JsonElement list, string measure, string? place, string? alternative = null)
    {
        foreach (var entry in list.EnumerateArray())
            if (Text(entry, "measure") == measure && (place is null || Text(entry, "place") == place) && Text(entry, "detail") is null
                && (alternative is null || Text(entry, "alternative") == alternative)) return entry;
        throw new KeyNotFoundException($"the document has no '{measure}' of '{place ?? "all places"}'");
    }

    private static string NameOf(JsonElement alternative) => Text(alternative, "name")!;

    private static string? Text(JsonElement entry, string field) => entry.GetProperty(field).GetString();
}
