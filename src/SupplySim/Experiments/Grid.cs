using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SupplySim.Experiments;

/// <summary>Makes a grid of a scenario: every combination of values of what is varied, each an alternative.</summary>
public static class Grid
{
    /// <summary>[points] The most that a grid may have (assumed: beyond it nobody reads the answer).</summary>
    public const int MostPoints = 1000;

    private const int LongestName = 64;

    /// <summary>The scenario with a point for each value; of a grid, with one for each point and value, the
    /// last that is varied changing fastest.</summary>
    /// <param name="scenario">A grid, or any other: then its first alternative, or itself where it has
    /// none, is varied, and the others are left out.</param>
    /// <param name="what">What is varied, such as <c>trucks</c>; shown above its values. Not one that is varied already.</param>
    /// <param name="values">What to try, at least one, shown as they print themselves; in the order in
    /// which they cost more, if they do.</param>
    /// <param name="vary">The scenario with a value.</param>
    /// <returns>To be run by <see cref="Experiment.Sweep"/>.</returns>
    /// <exception cref="ArgumentException">There are no values, two are shown alike, it is varied already, or there would be more than
    /// <see cref="MostPoints"/> points.</exception>
    public static Scenario Vary<T>(this Scenario scenario, string what, IEnumerable<T> values, Func<Scenario, T, Scenario> vary)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(vary);
        var before = scenario.Experiment.Compare is [{ Values.Count: > 0 }, ..] grid ? grid : Experiment.AlternativesOf(scenario)[..1];
        (T Value, string Shown)[] tried = [.. values.Select(value => (value, Shown(value)))];
        if (tried.Length == 0) throw new ArgumentException($"There are no values of '{what}' to try.", nameof(values));
        if (tried.Select(one => one.Shown).Distinct(StringComparer.Ordinal).Count() < tried.Length)
            throw new ArgumentException($"Two values of '{what}' are shown alike: {string.Join(", ", tried.Select(one => one.Shown))}.",
                nameof(values));
        if (before[0].Values.Has(what)) throw new ArgumentException($"'{what}' is varied already.", nameof(what));
        if ((long)before.Length * tried.Length > MostPoints)
            throw new ArgumentException($"{(long)before.Length * tried.Length} points are too many; allowed: {MostPoints}.",
                nameof(values));
        (Alternative Point, T Value, ByName<string> At)[] points =
            [.. from point in before from one in tried select (point, one.Value, (ByName<string>)[.. point.Values, (what, one.Shown)])];
        return scenario with
        {
            Experiment = scenario.Experiment with
            {
                StopWhen = null,
                Compare = [.. points.Zip(NamesOf(points.Select(one => one.At)),
                    (one, name) => one.Point with { Name = name, Scenario = vary(one.Point.Scenario, one.Value), Values = one.At })],
            },
        };
    }

    private static string Shown<T>(T value) =>
        value is TimeSpan time ? Brief.Of(time) : string.Create(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Names for the points of one grid, which are ids and differ: <c>flights-4-trucks-90</c>;
    /// where that would be none, <c>point-7</c>.</summary>
    /// <param name="points">What each has, in the order of the grid.</param>
    public static ImmutableArray<string> NamesOf(IEnumerable<ByName<string>> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var given = new HashSet<string>(StringComparer.Ordinal);
        return [.. points.Select((point, i) =>
            NameOf(point) is { } name && given.Add(name) ? name : string.Create(CultureInfo.InvariantCulture, $"point-{i + 1}"))];
    }

    private static string? NameOf(ByName<string> point)
    {
        var name = new StringBuilder();
        foreach (var letter in string.Join('-', point.Select(one => $"{one.Name}-{one.Value}")).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        var id = name.ToString().TrimEnd('-');
        return id.Length is > 0 and <= LongestName && char.IsAsciiLetter(id[0]) && !id.StartsWith("point-", StringComparison.Ordinal)
            ? id
            : null;
    }
}
