using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>What differs between two results before anything is compared: how they were run, what their
/// scenarios say, and whether they are of the same thing at all.</summary>
/// <remarks>Pure. Results of different things are compared all the same where measures match, and that is warned of.</remarks>
/// <param name="Baseline">The letter of the first.</param>
/// <param name="Other">The letter of the other.</param>
/// <param name="Values">Of how they were run, then key by key.</param>
/// <param name="AreScenariosKnown">Whether both tell what their scenarios say; else
/// <paramref name="Values"/> has how they were run alone.</param>
/// <param name="Warnings">Each a sentence.</param>
internal sealed record ResultDifference(
    string Baseline, string Other, ImmutableArray<ScenarioDifference> Values, bool AreScenariosKnown, ImmutableArray<string> Warnings)
{
    /// <summary>Where in a scenario file each of <see cref="Values"/> stands.</summary>
    public required FileKeys Keys { get; init; }

    /// <summary>The differences of two results.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The other.</param>
    /// <param name="letters">Of each.</param>
    /// <param name="measures">Which are compared.</param>
    public static ResultDifference Of(KeptResult one, KeptResult other, (string One, string Other) letters, IEnumerable<string> measures)
    {
        var lines = one.Lines is { } ones && other.Lines is { } others ? ScenarioDifference.Between(Scenario(ones), Scenario(others)) : [];
        var isKnown = one.Lines is not null && other.Lines is not null;
        return new(letters.One, letters.Other, [.. Run(one.Summary, other.Summary), .. lines], isKnown,
            [.. Warn(one, other, letters, lines, measures)]) { Keys = new(one.Lines ?? [], other.Lines ?? []) };
    }

    // The seed stands among what was run.
    private static IEnumerable<ScenarioLine> Scenario(IEnumerable<ScenarioLine> lines) => lines.Where(line => line.Path != "seed");

    private static IEnumerable<ScenarioDifference> Run(Summary one, Summary other)
    {
        (string What, string One, string Other)[] all =
        [
            ("title", one.Scenario.Title, other.Scenario.Title), ("version", one.Version, other.Version),
            ("seed", Text(one.Seed), Text(other.Seed)),
            ("runs", Text(one.Runs), Text(other.Runs)), ("ended", one.Ended, other.Ended),
        ];
        return all.Where(what => what.One != what.Other).Select(what => new ScenarioDifference(what.What, what.One, what.Other));
    }

    private static IEnumerable<string> Warn(
        KeptResult one, KeptResult other, (string One, string Other) letters, ImmutableArray<ScenarioDifference> lines,
        IEnumerable<string> measures)
    {
        if (Strangers(one, other, letters) is { } strangers) yield return strangers;
        var (days, otherDays) = (one.Summary.HorizonDays, other.Summary.HorizonDays);
        if (days != otherDays)
            yield return $"a run of {letters.Other} lasts {Days(otherDays)}, one of {letters.One} {Days(days)}: what is summed or averaged "
                + $"over a run is not of the same time";
        if (one.Summary.Version != other.Summary.Version)
            yield return $"{letters.Other} was made by SupplySim {other.Summary.Version}, {letters.One} by {one.Summary.Version}: the same "
                + $"scenario may come to other figures";
        var changed = measures.Where(id =>
            lines.Any(line => line.Path == "measures." + id || line.Path.StartsWith($"measures.{id}.", StringComparison.Ordinal)))
                .Select(Names.Clean).ToArray();
        if (changed.Length > 0)
            yield return $"{Words.List(changed)} {(changed.Length == 1 ? "is" : "are")} not measured alike in both: see what differs "
                + $"below measures";
    }

    // Either by places of which they share too few, or, where those are not known, by name.
    private static string? Strangers(KeptResult one, KeptResult other, (string One, string Other) letters)
    {
        var (title, otherTitle) = (Names.Clean(one.Summary.Scenario.Title), Names.Clean(other.Summary.Scenario.Title));
        var called = title == otherTitle ? "" : $"it is called '{otherTitle}' and not '{title}'";
        if (one.Lines is not { } ones || other.Lines is not { } others)
            return called.Length == 0 ? null : $"{letters.Other} seems to be of another scenario than {letters.One}: {called}";
        var (here, there) = (Places(ones), Places(others));
        var shared = there.Count(here.Contains);
        if (2 * shared >= Math.Max(here.Count, there.Count)) return null;
        var places = $"{(shared == 0 ? "none" : shared.ToString(CultureInfo.InvariantCulture))} of "
            + $"its {Words.Count(there.Count, "place")} {(shared > 1 ? "are" : "is")} among the {here.Count} of {letters.One}";
        return $"{letters.Other} seems to be of another scenario "
            + $"than {letters.One}: {string.Join(", ", new[] { called, places }.Where(part => part.Length > 0))}; what has the same name "
            + $"is compared all the same";
    }

    private static HashSet<string> Places(ImmutableArray<ScenarioLine> lines) =>
        lines.Select(line => line.Path.Split('.')).Where(path => path is ["places", _]).Select(path => path[1])
            .ToHashSet(StringComparer.Ordinal);

    private static string Days(double days) => $"{Figure.Of(days, 0, Scale.Plain).Main} {(days == 1 ? "day" : "days")}";

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
