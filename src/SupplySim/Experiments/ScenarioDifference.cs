using System.Collections.Immutable;

namespace SupplySim.Experiments;

/// <summary>One thing that two scenarios say otherwise.</summary>
/// <param name="Path">For example <c>fleets.trucks.count</c>.</param>
/// <param name="One">What the first says, <c>there</c> of what has parts; null where it says nothing.</param>
/// <param name="Other">What the other says, likewise.</param>
public readonly record struct ScenarioDifference(string Path, string? One, string? Other)
{
    /// <summary>What is said of what has parts and is there in one alone.</summary>
    internal const string There = "there";

    /// <summary>What differs between two scenarios taken apart into lines, in order of path, what
    /// alternatives change last; empty where they are the same.</summary>
    /// <remarks>What is there in one alone is named by itself, without all that it holds and without the list that it stands in.</remarks>
    /// <param name="one">The lines of the first.</param>
    /// <param name="other">The lines of the other.</param>
    public static ImmutableArray<ScenarioDifference> Between(IEnumerable<ScenarioLine> one, IEnumerable<ScenarioLine> other)
    {
        var (ones, others) = (one.ToDictionary(line => line.Path, StringComparer.Ordinal),
            other.ToDictionary(line => line.Path, StringComparer.Ordinal));
        var differing = ones.Keys.Union(others.Keys)
            .Where(path => !ones.TryGetValue(path, out var here) || !others.TryGetValue(path, out var there) || here != there)
            .ToHashSet(StringComparer.Ordinal);
        var alone = differing.Where(path => !ones.ContainsKey(path) || !others.ContainsKey(path)).ToHashSet(StringComparer.Ordinal);
        var holders = alone.Select(ParentOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. differing.Where(path =>
                !Above(path).Any(alone.Contains) && !(holders.Contains(path) && IsList(ones, path) && IsList(others, path)))
                .OrderBy(path => path.StartsWith("compare.", StringComparison.Ordinal)).ThenBy(path => path, StringComparer.Ordinal)
                .Select(path => Of(path, ones.TryGetValue(path, out var here) ? here : null,
                    others.TryGetValue(path, out var there) ? there : null, holders.Contains(path))),
        ];

        static bool IsList(Dictionary<string, ScenarioLine> lines, string path) =>
            lines.TryGetValue(path, out var line) && line.Value.StartsWith('[');
    }

    // To the last bit only where the text does not tell.
    private static ScenarioDifference Of(string path, ScenarioLine? one, ScenarioLine? other, bool hasParts)
    {
        string? Shown(ScenarioLine? line) => line is not { } said ? null
            : hasParts && (one is null || other is null) ? There
            : one?.Value == other?.Value ? $"{said.Value} [{said.Exact}]"
            : said.Value;
        return new(path, Shown(one), Shown(other));
    }

    private static string? ParentOf(string path) => path.LastIndexOf('.') is > 0 and var end ? path[..end] : null;

    private static IEnumerable<string> Above(string path)
    {
        for (var above = ParentOf(path); above is not null; above = ParentOf(above)) yield return above;
    }
}
