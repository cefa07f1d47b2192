using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Remedies;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>What would help in words: the sentence to begin with, the rows of what helps, and what is told of all else.</summary>
internal sealed class RemedyWords(HelpsResult result)
{
    private const int MostNamed = 8;
    // [share of the value as it is] Less is told as next to nothing, however sure it is; assumed.
    private const double Worth = 0.005;
    private readonly Measure _measure = result.Scenario.Measures.First(one => one.Id == result.Column.Measure);

    /// <summary>What would help most, for whoever reads one sentence.</summary>
    public string Headline => (Helping(RemedyKind.Doable), Helping(RemedyKind.HadItNotHappened)) switch
    {
        ({ Length: > 0 } doable, _) => $"What would help most: {First(doable)}.",
        _ when !result.Failures.IsEmpty && double.IsNaN(result.AsItIs.HalfWidth) => "What would help most cannot be told, since runs have failed.",
        _ when result.Runs == 1 && result.Remedies.Any(one => one.Effect?.Test == DifferenceTest.TooFew) => "What would help most cannot be told from one run.",
        _ when IsBest => $"Nothing needs help: as to {Label} every run is at its best.{Others()}",
        (_, { Length: > 0 } spared) => $"What would help most: nothing that could be changed can be told to help. {Spared(spared[0])}",
        _ when result.Remedies.IsEmpty => "What would help most: nothing that could be lifted lies on the way of a supply line.",
        _ when IsFew => $"What would help most cannot be told from {Words.Count(result.Runs, "run")}: what is rare may be in none of them, and a mean is judged from {FewestRuns.ForAMean} on.",
        _ => $"What would help most: nothing that was tried can be told to help with {Label}.",
    };

    private bool IsFew => result.Remedies.Any(one => one is { Verdict: HelpVerdict.Untold, Effect.Test: DifferenceTest.TooFew });

    /// <summary>What was done, and by what it is judged.</summary>
    public string Question
    {
        get
        {
            var where = result.Scenario.Experiment.Compare.Length < 2 ? "" : $", in {Names.Clean(result.Baseline)}";
            return $"Each obstacle lifted in turn{where}: {Label} (--by {Names.Clean(_measure.Id)}), {Value(result.AsItIs.Mean, result.AsItIs.HalfWidth)} as it is";
        }
    }

    /// <summary>How many were, one at a time.</summary>
    public string Tried => Words.Number(result.Remedies.Count(IsOne));

    /// <summary>The rows of a table: what surely helps, most first, as far as there is room.</summary>
    public (string Rank, string Name, Figure Effect, string Last)[] Rows(RemedyKind kind, int most) =>
    [
        .. Helping(kind).Take(most).Select(one => (
            one.Rank!.Value.ToString(CultureInfo.InvariantCulture) + (one.IsTied ? "=" : ""), Names.Clean(one.Remedy.What), Figure.Signed(one.Effect!.Difference, one.Effect.HalfWidth, Scale), "")),
    ];

    /// <summary>The lines below the tables, each with its lead.</summary>
    public IEnumerable<(string Lead, string Text)> Notes(int most)
    {
        TriedRemedy[] helping = [.. Of(HelpVerdict.Helps).Where(IsWorthIt)];
        var shown = new[] { RemedyKind.Doable, RemedyKind.HadItNotHappened }.SelectMany(kind => Helping(kind).Take(most)).ToArray();
        if (helping.Length > shown.Length) yield return ("", $"and {Words.Number(helping.Length - shown.Length)} more, which --json lists");
        if (shown.Any(one => one.IsTied)) yield return ("=  ", "cannot be told apart from the strongest one of the same rank");
        if (shown.Any(one => one.Effect!.HalfWidth > 0))
            yield return ("±  ", $"half-width of the {Words.Percent(result.AsItIs.Level)} interval of the mean difference, run by run on the same luck; told is what can be when all are judged together");
        yield return ("", $"Of {Tried} tried {helping.Length switch { 0 => "none can be told to help", 1 => "one helps", var some => $"{Words.Number(some)} help" }}.");
        if (Of(HelpVerdict.Harms).Where(IsWorthIt).ToArray() is { Length: > 0 } worse) yield return ("", $"Worse: {Named(worse)}.");
        if (result.Remedies.Where(one => IsOne(one) && one.Verdict is HelpVerdict.Helps or HelpVerdict.Harms && !IsWorthIt(one)).ToArray() is { Length: > 0 } little)
            yield return ("", $"Next to nothing, less than {Words.Percent(Worth)} either way: {Named(little)}.");
        if (Of(HelpVerdict.Untold) is { Length: > 0 } untold) yield return ("", $"Not to be told from as it is: {Named(untold)}.");
        if (Of(HelpVerdict.Same) is { Length: > 0 } same) yield return ("", $"No effect in any run: {List(same.Select(one => Called(one.Remedy)))}.");
        if (result.Untried.Where(one => result.Failures.All(failure => failure.Remedy != one.Remedy)).ToArray() is { Length: > 0 } untried)
            yield return ("", $"Not tried, since the scenario would have a problem with it: {List(untried.Select(one => Called(one.Remedy)))}.");
        if (NothingHappens() is { } sentence) yield return ("", sentence);
        yield return ("", "Twice and half are assumed: they show where it pinches and propose nothing. What two remedies would do together was not tried.");
        if (!result.IsWhole) yield return ("", "It was stopped before it came to its end: not all may have been tried.");
    }

    // All that happens at once, or the one thing that does.
    private string? NothingHappens()
    {
        var spared = result.Remedies.Where(one => one.Remedy.Kind == RemedyKind.HadItNotHappened).ToArray();
        var nothing = result.Remedies.FirstOrDefault(one => one.Remedy.Kind == RemedyKind.NothingHappens) ?? (spared.Length == 1 ? spared[0] : null);
        if (nothing is null || nothing.Effect is null) return null;
        return nothing.Verdict switch
        {
            HelpVerdict.Same => $"Had it not been for {Names.Clean(nothing.Remedy.What)}, {Label} would be the same in every run.",
            HelpVerdict.Untold => $"Had it not been for {Names.Clean(nothing.Remedy.What)}, whether {Label} would be any better cannot be told ({Difference(nothing)}).",
            _ => Spared(nothing),
        };
    }

    private string Spared(TriedRemedy one) =>
        $"Had it not been for {Names.Clean(one.Remedy.What)}, {Label} would be {With(one.Effect!)} in place of {AsItIs} ({Difference(one)}).";

    // Whoever is not hungry may be attacked.
    private string Others()
    {
        var others = result.Scenario.Measures.Where(one => one.Id != _measure.Id && one.Is.Wish() != 0 && one.Is is not (MeasureKind.FirstTimeBelowWarning or MeasureKind.TimeToRecover)).Select(one => Names.Clean(one.Id)).ToArray();
        return others.Length == 0 ? "" : $" Other measures are asked for with --by: {string.Join(", ", others)}.";
    }

    // The strongest, and what cannot be told from it.
    private string First(TriedRemedy[] helping)
    {
        var (first, tied) = (helping[0], helping.Skip(1).Where(one => one.Rank == 1).Select(one => Names.Clean(one.Remedy.What)).ToArray());
        var others = tied.Length == 0 ? "" : $" or, not to be told from it, {string.Join(" or ", tied.Length > 3 ? [.. tied.Take(2), $"{tied.Length - 2} others"] : tied)}";
        return $"{Names.Clean(first.Remedy.What)}{others}; {(tied.Length == 0 ? "that" : "the first")} takes {Label} from {AsItIs} to {With(first.Effect!)} ({Difference(first)})";
    }

    private TriedRemedy[] Helping(RemedyKind kind) => [.. result.Remedies.Where(one => one.Remedy.Kind == kind && one.Verdict == HelpVerdict.Helps && IsWorthIt(one))];

    private TriedRemedy[] Of(HelpVerdict verdict) => [.. result.Remedies.Where(one => IsOne(one) && one.Verdict == verdict)];

    private static bool IsOne(TriedRemedy one) => one.Remedy.Kind != RemedyKind.NothingHappens;

    private bool IsWorthIt(TriedRemedy one) => Math.Abs(one.Effect!.Difference) >= Worth * Math.Abs(result.AsItIs.Mean);

    // By the nature of what is measured: nobody goes without anything, say.
    private bool IsBest => MeasureWords.Wish(_measure) < 0 ? result.AsItIs.Max <= 0 : result.Column.Unit == "share" && result.AsItIs.Min >= 1;

    private string Named(TriedRemedy[] some) => List(some.Select(one => $"{Called(one.Remedy)} ({Difference(one)})"));

    // Of many nobody reads all.
    private static string List(IEnumerable<string> all)
    {
        string[] names = [.. all];
        return string.Join("; ", names.Length > MostNamed ? [.. names.Take(MostNamed - 1), $"and {Words.Number(names.Length - MostNamed + 1)} more, which --json lists"] : names);
    }

    private static string Called(Remedy remedy) => remedy.Kind == RemedyKind.Doable ? Names.Clean(remedy.What) : $"without {Names.Clean(remedy.What)}";

    private string Label => MeasureWords.Label(_measure, result.Scenario);

    private string Difference(TriedRemedy one) => one.Effect is { } effect
        ? Figure.Signed(effect.Difference, effect.HalfWidth, Scale.ForOne(effect.Difference, effect.HalfWidth)).ToString()
        : "nothing to compare";

    private string AsItIs => Value(result.AsItIs.Mean, result.AsItIs.HalfWidth).Main;

    // What rounding leaves of nothing is nothing.
    private string With(PairedDifference effect) => result.AsItIs.Mean + effect.Difference is var value && Math.Abs(value) <= 1e-9 * Math.Abs(result.AsItIs.Mean)
        ? Value(0, double.NaN).Main
        : Value(value, effect.HalfWidth).Main;

    private Figure Value(double value, double halfWidth) => Figure.Of(value, halfWidth, MeasureWords.Scale(_measure, result.Column.Unit, [result.AsItIs.Mean, value]).ForOne(value, halfWidth));

    // One for all, so that they can be compared at a glance.
    private Scale Scale => MeasureWords.DifferenceScale(_measure, result.Column.Unit, result.Remedies.Select(one => one.Effect?.Difference ?? double.NaN));
}
