using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>How much of the spread of what is measured is not knowing something, in words.</summary>
/// <remarks>Only what can be told from none is named. Nothing is said where nothing is unknown.</remarks>
internal static class Spreads
{
    private const int Named = 3;

    /// <summary>Of the measure in which it shows most, of those of what came of it where there is any, for example <c>61 % (48 to 72 %)
    /// of the spread of person-days without food is not knowing people of Ain Issa camp; the rest is chance or cannot be told from
    /// it.</c> Of the first alternative, and of another where it shows more. Empty where there is nothing to say.</summary>
    public static ImmutableArray<string> Sentences(ExperimentResult result)
    {
        if (result.Runs < 2 || result.Alternatives.All(one => one.Unknowns.IsEmpty || one.IsAlike)) return [];
        if (result.Runs < VarianceSplit.Fewest)
            return [$"from fewer than {VarianceSplit.Fewest} runs the spread cannot be split between chance and what is not known."];
        var told = result.Alternatives.Select(one => Most(one, result.Scenario)).ToArray();
        var most = Array.IndexOf(told, told.MaxBy(one => one?.Rank ?? default));
        var sentences = new[] { told[0] is { } here ? Sure(here, result.Scenario) : Unseen(result.Alternatives[0], result.Scenario) }
            .OfType<string>();
        // Which alternative is spoken of, where there are several.
        sentences = sentences.Select(sentence => SummaryScreen.In(result) + sentence);
        return most > 0 && told[most] is { } there
            ? [.. sentences, $"in {Names.Clean(result.Alternatives[most].Name)}, {Sure(there, result.Scenario)}"]
            : [.. sentences];
    }

    /// <summary>The measures that have a split, each as a whole, in the order of the scenario.</summary>
    public static ImmutableArray<MeasureSpread> Rows(AlternativeResult result, Scenario scenario) =>
    [
        .. from measure in scenario.Measures
           let column = SummaryTable.Main(measure, result.Layout)
           where column is not null
           let spread = result.Measures.First(one => one.Column == column).Spread
           where spread is not null && !IsRounding(result.Measures.First(one => one.Column == column).Estimate)
           select new MeasureSpread(measure, spread),
    ];

    // Whose stock falls below a level at the very start does so some ticks later with fewer people: that is no spread.
    private static bool IsRounding(Estimate estimate) => estimate.Max - estimate.Min <= 1e-6 * Math.Max(1, Math.Abs(estimate.P50));

    /// <summary>A figure as people call it: <c>people of Ain Issa camp</c>, <c>inspection of slow-searches</c>.</summary>
    public static string NameOf(UnknownFigure figure, Scenario scenario)
    {
        var keys = figure.Path.Split('.', 3);
        return keys.Length == 3 && HowIs(keys[2]) is var (before, behind) ? $"{before} {Names.Of(scenario, keys[1])} {behind}"
            : keys.Length == 3 ? $"{Names.Clean(keys[2].Replace('.', ' '))} of {Names.Of(scenario, keys[1])}"
            : $"{Names.Clean(keys[^1])} of {keys[0]}";
    }

    // Where the key is no noun.
    private static (string Before, string Behind)? HowIs(string key) => key switch
    {
        "for" => ("how long", "lasts"),
        "at" => ("when", "begins"),
        "every" => ("how often", "comes"),
        _ => null,
    };

    /// <summary>A share of a spread, in whole percent.</summary>
    public static string Share(double share) =>
        share is > 0 and < 0.005 ? "under 1 %" : Math.Round(100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>What the spread is of: the measure, or whether what it measures happens.</summary>
    public static string Of(MeasureSpread row, Scenario scenario) =>
        row.Spread.IsOfHappening ? MeasureWords.Whether(row.Measure, scenario)
            : MeasureWords.IsFirstTime(row.Measure)
                ? "when " + MeasureWords.Label(row.Measure, scenario).Replace(" below ", " is first below ", StringComparison.Ordinal)
                    .Replace(" running short", " first runs short", StringComparison.Ordinal).Replace(" captured", " is first captured",
                        StringComparison.Ordinal)
            : MeasureWords.Label(row.Measure, scenario);

    // The measure of which most is surely ignorance. It is chosen among many, so each is held to all tests together (Bonferroni).
    private static Told? Most(AlternativeResult result, Scenario scenario)
    {
        var rows = Rows(result, scenario);
        var tests = rows.Sum(row => row.Spread.Unknowns.Length);
        var told = rows.Select(row =>
            new Told(row, [.. row.Spread.Unknowns.Where(one => one.Share.PValue * tests <= 1 - row.Spread.Split.Level)]))
            .Where(one => one.Sure.Length > 0).ToArray();
        // That how many lorries passed hangs on it is no answer where it cannot be told of what came of it.
        return rows.Any(row => IsOutcome(row.Measure))
            ? told.Where(one => IsOutcome(one.Row.Measure)).MaxBy(one => one.Rank)
            : told.MaxBy(one => one.Rank);
    }

    // What came of it, and not how many people there were or how long something was shut: that may be nothing but what is unknown.
    private static bool IsOutcome(Measure measure) => measure.Is.Wish() != 0 && measure.Is != MeasureKind.Shut;

    private static string Sure(Told told, Scenario scenario)
    {
        var (row, sure) = (told.Row, told.Sure);
        var named = sure.Length == 1
            ? NameOf(sure[0].Figure, scenario)
            : Words.List(
                [.. sure.Take(Named).Select(one => $"{NameOf(one.Figure, scenario)} ({Share(one.Share.Share)}, {Between(one.Share)})")])
                    + (sure.Length > Named ? " and others" : "");
        // Where all of it is named there is no rest.
        var rest = Share(told.Share) == Share(1) ? "." : "; the rest is chance or cannot be told from it.";
        if (row.Spread.IsOfHappening)
            return $"{Of(row, scenario)} hangs {(told.Share >= 0.5 ? "mostly" : "in part")} on what nobody knows: "
                + $"{(sure.Length > 1 ? named : $"{named} ({Share(told.Share)}{(Between(sure[0].Share) is var span && span != Share(told.Share) ? ", " + span : "")})")}{rest}";
        return $"{Share(told.Share)}{(sure.Length == 1 && Between(sure[0].Share) != Share(told.Share) ? $" ({Between(sure[0].Share)})" : "")} of "
            + $"the spread of {Of(row, scenario)} is not knowing {named}{rest}";
    }

    // The interval, which is wide where runs are few.
    private static string Between(VarianceShare share) => Share(share.Low) is var low && Share(share.High) is var high && low == high
        ? low
        : $"{low.Replace(" %", "", StringComparison.Ordinal)} to {high}";

    private static string? Unseen(AlternativeResult result, Scenario scenario)
    {
        var rows = Rows(result, scenario);
        if (rows.IsEmpty) return null;
        var names = result.Unknowns.Take(Named).Select(one => NameOf(one, scenario)).ToArray();
        var most = Share(rows[0].Spread.Split.Together.High);
        return $"of what is not known ({string.Join(", ", names)}{(result.Unknowns.Length > Named ? ", ..." : "")}) nothing can be told "
            + $"from chance"
            + (most == Share(1)
                ? $", and from {Words.Count(rows[0].Spread.Split.N, "run")} it cannot be said how much it is at most."
                : $": it is at most {most} of the spread of {Of(rows[0], scenario)}.");
    }

    /// <summary>A measure, and what can be told from none in its spread.</summary>
    private sealed record Told(MeasureSpread Row, UnknownShare[] Sure)
    {
        public double Share => Sure.Sum(one => one.Share.Share);

        /// <summary>By what is surely ignorance: of what hardly ever happens the share is anything.</summary>
        public (double, double) Rank => (Sure.Sum(one => one.Share.Low), Share);
    }
}

/// <summary>A measure as a whole, and how its spread splits.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Spread">Its split.</param>
internal sealed record MeasureSpread(Measure Measure, Spread Spread);
