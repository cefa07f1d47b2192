using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Experiments;

/// <summary>All that the runs of an experiment follow from, but for the version: scenario, alternatives and seed, line by line.</summary>
/// <remarks>Left out is what changes no run: titles, sources, goals, the number of runs, when to stop. Immutable; two are the same where no
/// line differs, and where one does it says what.</remarks>
public sealed record ExperimentIdentity
{
    /// <summary>In order of path; the seed is the line <c>seed</c>.</summary>
    public required ImmutableArray<ScenarioLine> Lines { get; init; }

    /// <summary>The identity of what <see cref="Experiment.Run"/> would run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">Default: the scenario's.</param>
    public static ExperimentIdentity Of(Scenario scenario, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario, seed, []);
    }

    /// <summary>The identity of what <see cref="Experiment.Rank"/> would run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">Default: the scenario's own.</param>
    /// <param name="seed">Default: the scenario's.</param>
    public static ExperimentIdentity OfRanking(Scenario scenario, RankPlan? plan = null, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var ranked = Experiment.PlanOf(scenario, plan);
        // What is closed is not part of it: each closure stands in the store by its own name.
        return Of(scenario, seed, [("rank.at", ranked.At), ("rank.by", ranked.By), ("rank.shut-for", ranked.ShutFor)]);
    }

    /// <summary>The identity of what <see cref="Experiment.Helps"/> would run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="by">The measure that judges. Default: the scenario's own.</param>
    /// <param name="seed">Default: the scenario's.</param>
    public static ExperimentIdentity OfHelps(Scenario scenario, string? by = null, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario, seed, [("helps.by", Experiment.PlanOf(scenario, by).By)]);
    }

    /// <summary>The identity of what <see cref="Experiment.Sweep"/> would run.</summary>
    /// <param name="grid">A scenario whose alternatives are the points of a grid.</param>
    /// <param name="seed">Default: the scenario's.</param>
    public static ExperimentIdentity OfSweep(Scenario grid, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Of(Experiment.Bare(grid), seed);
    }

    /// <summary>What differs, each as <c>fleets.trucks.count: 40 there, 50 here</c>, alternatives last;
    /// empty where both are the same.</summary>
    /// <param name="there">The lines of another.</param>
    public ImmutableArray<string> Differences(IEnumerable<ScenarioLine> there) =>
        [.. ScenarioDifference.Between(there, Lines).Select(one => $"{one.Path}: {Side(one.One, "there")}, {Side(one.Other, "here")}")];

    // What has no value of its own is there or not.
    private static string Side(string? value, string where) => value switch
    {
        null => $"not {where}",
        ScenarioDifference.There => where,
        _ => $"{Shortened(value)} {where}",
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static ExperimentIdentity Of(Scenario scenario, ulong? seed, (string, object?)[] more)
    {
        var alternatives = Experiment.AlternativesOf(scenario);
        var lines = ScenarioLines.Of(
        [
            .. Sections(scenario), .. more,
            ("seed", seed ?? scenario.Experiment.Seed),
            ("compare", string.Join(", ", alternatives.Select(one => one.Name))),
        ]);
        return new()
        {
            Lines = [.. lines.Values.Concat(
                alternatives.Where(one => !ReferenceEquals(one.Scenario, scenario) || one.From is not null)
                    .SelectMany(one => Variations(one, lines))).OrderBy(line => line.Path, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<(string, object?)> Sections(Scenario scenario) => Likeness.PropertiesOf(typeof(Scenario))
        .Where(section =>
            section.Name is not (nameof(Scenario.Title) or nameof(Scenario.Summary) or nameof(Scenario.Status) or nameof(Scenario.Sources)
            or nameof(Scenario.Parameters) or nameof(Scenario.Goals) or nameof(Scenario.Experiment)))
        .Select(section => (Likeness.Kebab(section.Name), section.GetValue(scenario)));

    // Of an alternative what differs from the scenario.
    private static IEnumerable<ScenarioLine> Variations(Alternative alternative, ImmutableSortedDictionary<string, ScenarioLine> scenario)
    {
        var own = ScenarioLines.Of([.. Sections(alternative.Scenario), ("from", alternative.From)]);
        string Path(string path) => string.Create(CultureInfo.InvariantCulture, $"compare.{alternative.Name}.{path}");
        foreach (var line in own.Values)
            if (!scenario.TryGetValue(line.Path, out var before) || before != line) yield return line with { Path = Path(line.Path) };
        foreach (var path in scenario.Keys)
            if (!own.ContainsKey(path) && path is not ("seed" or "compare") && !path.StartsWith("rank.", StringComparison.Ordinal)
                && !path.StartsWith("helps.", StringComparison.Ordinal))
                yield return new ScenarioLine(Path(path), "nothing", "");
    }
}
