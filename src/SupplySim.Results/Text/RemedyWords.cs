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
    private const int MostInSentence = 3;
    private const int MostUntold = 12;
    // [remedies] Where fewer help, two narrow places one behind the other may be why.
    private const int Few = 3;
    private readonly Measure _measure = result.Scenario.Measures.First(one => one.Id == result.Column.Measure);
    private readonly Alternative _asked = result.Scenario.Experiment.Compare.FirstOrDefault() ?? new(result.Baseline, result.Scenario);

    /// <summary>What would help most, for whoever reads one sentence; and on how little that rests where it was stopped early.</summary>
    public string Headline => Answer + Reserve;

    private string Answer => (Helping(RemedyKind.Doable), Helping(RemedyKind.OfOthers), Helping(RemedyKind.HadItNotHappened)) switch
    {
        ({ Length: > 0 } doable, _, _) => $"What would help most: {First(doable)}.{AsMuch(doable[0])}",
        _ when !result.Failures.IsEmpty && double.IsNaN(result.AsItIs.HalfWidth) =>
            "What would help most cannot be told, since runs have failed.",
        _ when result.Runs == 1 && result.Remedies.Any(one => one.Effect?.Test == DifferenceTest.TooFew) =>
            "What would help most cannot be told from one run.",
        _ when IsBest => $"Nothing needs help: as to {Label} every run is at its best.{Others()}",
        (_, { Length: > 0 } others, _) => $"What would help most: nothing can be told to help that could be changed on the supply lines "
            + $"concerned; of what others could change, {First(others)}.{AsMuch(others[0])}",
        (_, _, { Length: > 0 } spared) => $"What would help most: nothing that could be changed can be told to help. {Spared(spared[0])}",
        _ when _asked.Scenario.SupplyLines.IsEmpty => "What would help most: the scenario has no supply line, so that nothing is brought "
            + "to anybody and there is nothing to change on its way.",
        _ when result.Remedies.IsEmpty => "What would help most: nothing that could be lifted lies on the way of a supply line.",
        _ when IsFew => $"What would help most cannot be told from {Words.Count(result.Runs, "run")}: what is rare may be in none of them, "
            + $"and a mean is judged from {FewestRuns.ForAMean} on.",
        _ => $"What would help most: nothing that was tried can be told to help "
            + $"with {Label}{(Of(HelpVerdict.Helps).Length > 0 ? " by more than next to nothing" : "")}.",
    };

    private bool IsFew => result.Remedies.Any(one => one is { Verdict: HelpVerdict.Untold, Effect.Test: DifferenceTest.TooFew });

    private string Reserve => (result.Runs < result.RunsPlanned && !result.IsWhole, result.Unreached > 0) switch
    {
        (true, false) => $" It was stopped early: this rests on {Words.Number(result.Runs)} of {Words.Count(result.RunsPlanned, "run")}.",
        (true, true) => $" It was stopped early: this rests on {Words.Number(result.Runs)} of {Words.Count(result.RunsPlanned, "run")}, "
            + $"and {Words.Number(result.Unreached)} more were not tried.",
        (false, true) => $" It was stopped early: {Words.Number(result.Unreached)} more were not tried.",
        _ => "",
    };

    /// <summary>What was done, and by what it is judged.</summary>
    public string Question
    {
        get
        {
            var where = result.Scenario.Experiment.Compare.Length < 2 && _asked.From is null
                ? ""
                : $", in {Names.Clean(result.Baseline)}{(_asked.From is { } from ? $" (from {from} on)" : "")}";
            return $"Each obstacle lifted in "
                + $"turn{where}: {Label} (--by {Names.Clean(_measure.Id)}), {Value(result.AsItIs.Mean, result.AsItIs.HalfWidth)} as it is";
        }
    }

    /// <summary>How many were, one at a time.</summary>
    public string Tried => Words.Number(result.Remedies.Count(IsOne));

    /// <summary>The rows of a table: what surely helps, most first, as far as there is room.</summary>
    public (string Rank, string Name, Figure Effect, string Last)[] Rows(RemedyKind kind, int most) =>
    [
        .. Helping(kind).Take(most).Select(one => (
            one.Rank!.Value.ToString(CultureInfo.InvariantCulture) + (one.IsTied ? "=" : ""), Names.Clean(one.Remedy.What),
            Figure.Signed(one.Effect!.Difference, one.Effect.HalfWidth, Scale), "")),
    ];

    /// <summary>The rows of what cannot be told from as it is, which did most good first; none where they are so few that a sentence
    /// holds them.</summary>
    public (string Rank, string Name, Figure Effect, string Last)[] UntoldRows =>
        Of(HelpVerdict.Untold) is { Length: > MostInSentence } untold
            ? [.. untold.Where(one => one.Effect is not null)
                .OrderByDescending(one => MeasureWords.Wish(_measure) * one.Effect!.Difference).Take(MostUntold)
                .Select(one => ("", Called(one.Remedy), Figure.Signed(one.Effect!.Difference, one.Effect.HalfWidth, Scale),
                    RunsMoved(one.Effect)))]
            : [];

    private string RunsMoved(PairedDifference effect)
    {
        var (better, worse) = Betters.Of(effect, MeasureWords.Wish(_measure));
        return $"{Words.Number(better)} better, {Words.Number(worse)} worse";
    }

    /// <summary>Above these rows.</summary>
    public string UntoldHead => IsFew ? "too few runs to tell" : "not to be told from none";

    /// <summary>The lines below the tables, each with its lead.</summary>
    public IEnumerable<(string Lead, string Text)> Notes(int most)
    {
        TriedRemedy[] helping = [.. Of(HelpVerdict.Helps).Where(IsWorthIt)], little =
            [.. result.Remedies.Where(one => IsOne(one) && one.Verdict is HelpVerdict.Helps or HelpVerdict.Harms && !IsWorthIt(one))];
        foreach (var mark in Marks(helping, [.. Tables.SelectMany(table => Helping(table.Kind).Take(most))])) yield return mark;
        if (result.Remedies.Any(IsOne))
            yield return ("",
                $"Of {Tried} tried {(helping.Length, little.Length) switch { (0, 0) => "none can be told to help", (0, _) => "none can be told to help by more than next to nothing", (1, _) => "one helps", var (some, _) => $"{Words.Number(some)} help" }}.");
        if (Of(HelpVerdict.Harms).Where(IsWorthIt).ToArray() is { Length: > 0 } worse) yield return ("", $"Worse: {Named(worse)}.");
        if (little.Length > 0)
            yield return ("", $"Next to nothing, less than {Words.Percent(HelpsResult.Negligible)} either way: {Named(little)}.");
        if (Of(HelpVerdict.Untold) is { Length: > 0 } untold) yield return ("", Untold(untold));
        if (Of(HelpVerdict.Same) is { Length: > 0 } same)
            yield return ("", $"No effect in any run: {List(same.Select(one => Called(one.Remedy)))}.");
        if (result.Untried.Where(one => result.Failures.All(failure => failure.Remedy != one.Remedy)).ToArray() is { Length: > 0 } untried)
            yield return ("",
                $"Not tried, since the scenario would have a problem with it: {List(untried.Select(one => Called(one.Remedy)))}.");
        if (Sooner() is { } cost) yield return ("", cost);
        if (NothingHappens() is { } sentence) yield return ("", sentence);
        if (result.Remedies.Any(one => one.Remedy.IsChange))
            yield return ("",
                "Twice and half are assumed: they show where it pinches and propose nothing. What two remedies would do together "
                    + "was not tried"
                + (!IsBest && Helping(RemedyKind.Doable).Length < Few
                    ? ": two narrow places one behind the other may each help nothing alone."
                    : "."));
    }

    /// <summary>The tables, each with its head.</summary>
    public static (RemedyKind Kind, string Head)[] Tables { get; } =
        [(RemedyKind.Doable, "what could be changed"), (RemedyKind.OfOthers, "what others could change"),
            (RemedyKind.HadItNotHappened, "had it not happened")];

    // What the signs and heads of the tables mean.
    private IEnumerable<(string Lead, string Text)> Marks(TriedRemedy[] helping, TriedRemedy[] shown)
    {
        if (helping.Length > shown.Length) yield return ("", $"and {Words.Number(helping.Length - shown.Length)} more, which --json lists");
        if (shown.Any(one => one.IsTied))
            yield return ("=  ", "cannot be told apart from the strongest one of the same rank, or only by next to nothing");
        if (shown.Any(one => one.Effect!.HalfWidth > 0))
            yield return ("±  ",
                $"half-width of the {Words.Percent(result.AsItIs.Level)} interval of the mean difference, run by run on the same luck; "
                    + $"told is what can be when all are judged together");
        if (shown.Any(one => one.Remedy.Kind == RemedyKind.OfOthers))
            yield return ("",
                "Others are supply lines that bring nothing to whom it is asked for, what carries for them alone, and those who "
                    + "merely pass.");
    }

    // A mean that hangs on a few bad runs says little; in how many it is better and in how many worse says something.
    private string Untold(TriedRemedy[] untold)
    {
        var rest = untold.Any(one => one.Effect is { } effect && effect.More + effect.Less < effect.N)
            ? ", the same in the runs not counted here"
            : "";
        var lead = IsFew ? $"Too few runs to tell (a mean is judged from {FewestRuns.ForAMean} on); differences seen so far"
            : "Not to be told from as it is";
        if (untold.Length > MostInSentence)
            return $"{(IsFew ? $"Too few runs to tell (a mean is judged from {FewestRuns.ForAMean} on)" : lead)}: {Words.Number(untold.Length)}"
                + $"{(untold.Length > UntoldRows.Length ? $"; the table has the {UntoldRows.Length} that did most good, --json all" : ", in the last table")}.";
        return $"{lead}{rest}: "
            + $"{List(untold.Select(one => $"{Called(one.Remedy)} ({Difference(one)}{(Moved(one.Effect) is { Length: > 0 } moved ? "; " + moved : "")})"))}.";
    }

    private string Moved(PairedDifference? effect) =>
        effect is not { N: > 1 } || effect.More + effect.Less == 0 ? "" : Betters.Of(effect, MeasureWords.Wish(_measure)) switch
        {
            ( > 0 and var better, var worse) =>
                $"better in {Words.Count(better, "run")}, worse in {(worse == 0 ? "none" : Words.Number(worse))}",
            (_, var worse) => $"worse in {Words.Count(worse, "run")}, better in none",
        };

    // What is eaten sooner is not there later.
    private string? Sooner() => result.Remedies.FirstOrDefault(one => one.Remedy.Id == "rations") is not { Sooner: > 0 } full ? null
        : $"{Words.Sentence(Names.Clean(full.Remedy.What))}: "
            + $"in {(result.Runs == 1 ? "the run" : $"{Words.Number(full.Sooner)} of {Words.Number(result.Runs)} runs")} a place runs out "
            + $"of something sooner than as it is, or only then.";

    // All that happens at once, or the one thing that does.
    private string? NothingHappens()
    {
        var spared = result.Remedies.Where(one => one.Remedy.Kind == RemedyKind.HadItNotHappened).ToArray();
        var nothing = result.Remedies.FirstOrDefault(one => one.Remedy.Kind == RemedyKind.NothingHappens)
            ?? (spared.Length == 1 ? spared[0] : null);
        if (nothing is null || nothing.Effect is null) return null;
        return nothing.Verdict switch
        {
            HelpVerdict.Same => $"Had it not been for {Names.Clean(nothing.Remedy.What)}, {Label} would be the same in every run.",
            HelpVerdict.Untold => $"Had it not been for {Names.Clean(nothing.Remedy.What)}, whether {Label} would be any better cannot be "
                + $"told ({Difference(nothing)}).",
            _ => Spared(nothing),
        };
    }

    private string Spared(TriedRemedy one) => Change(one) is var change
        ? $"Had it not been for {Names.Clean(one.Remedy.What)}, {Label} would be {change.To} in place of {change.From} ({change.By})."
        : "";

    // Whoever is not hungry may be attacked.
    private string Others()
    {
        var others = result.Scenario.Measures.Where(one => one.Id != _measure.Id && one.Is.Wish() != 0
            && one.Is is not (MeasureKind.FirstTimeBelowWarning or MeasureKind.TimeToRecover)).Select(one => Names.Clean(one.Id)).ToArray();
        return others.Length == 0 ? "" : $" Other measures are asked for with --by: {string.Join(", ", others)}.";
    }

    // The strongest, and what helps, too, and cannot be told from it.
    private string First(TriedRemedy[] helping)
    {
        var (first, tied, change) = (helping[0], helping.Skip(1).Where(one => one.MayBeMost).ToArray(), Change(helping[0]));
        var others = tied.Length == 0 ? "" : $" or, not to be told from it, {Or(tied)}";
        return $"{Names.Clean(first.Remedy.What)}{others}; {(tied.Length == 0 ? "that" : "the first")} takes {Label} from {change.From} to {change.To} ({change.By})";
    }

    // What cannot be told from nothing may still not be told from the strongest.
    private string AsMuch(TriedRemedy first)
    {
        var untold = result.Remedies.Where(one =>
            one.Remedy.Kind == first.Remedy.Kind && one.MayBeMost && one.Verdict == HelpVerdict.Untold).ToArray();
        return untold.Length == 0 ? "" : $" Whether as much, or anything, would come of {Or(untold)} cannot be told.";
    }

    private static string Or(TriedRemedy[] some) =>
        string.Join(" or ", [.. some.Take(some.Length > 3 ? 2 : 3).Select(one => Names.Clean(one.Remedy.What)),
            .. some.Length > 3 ? [$"{Words.Number(some.Length - 2)} others"] : Array.Empty<string>()]);

    private TriedRemedy[] Helping(RemedyKind kind) =>
        [.. result.Remedies.Where(one => one.Remedy.Kind == kind && one.Verdict == HelpVerdict.Helps && IsWorthIt(one))];

    private TriedRemedy[] Of(HelpVerdict verdict) => [.. result.Remedies.Where(one => IsOne(one) && one.Verdict == verdict)];

    private static bool IsOne(TriedRemedy one) => one.Remedy.Kind != RemedyKind.NothingHappens;

    private bool IsWorthIt(TriedRemedy one) => !result.IsNegligible(one);

    // By the nature of what is measured: nobody goes without anything, say.
    private bool IsBest =>
        MeasureWords.Wish(_measure) < 0 ? result.AsItIs.Max <= 0 : result.Column.Unit == "share" && result.AsItIs.Min >= 1;

    private string Named(TriedRemedy[] some) =>
        List(some.Select(one => $"{Called(one.Remedy)} ({(IsDust(one) ? $"less than {Words.Percent(Dust)}" : Difference(one))})"));

    // [share of the value as it is] Less is what one truck more or less leaves of a gram; its digits would say nothing.
    private const double Dust = 0.0001;

    private bool IsDust(TriedRemedy one) => one.Effect is { } effect
        && Math.Abs(effect.Difference) + (double.IsFinite(effect.HalfWidth) ? effect.HalfWidth : 0) < Dust * Math.Abs(result.AsItIs.Mean);

    // Of many nobody reads all.
    private static string List(IEnumerable<string> all)
    {
        string[] names = [.. all];
        return string.Join("; ", names.Length > MostNamed
            ? [.. names.Take(MostNamed - 1), $"and {Words.Number(names.Length - MostNamed + 1)} more, which --json lists"]
            : names);
    }

    private static string Called(Remedy remedy) => remedy.IsChange ? Names.Clean(remedy.What) : $"without {Names.Clean(remedy.What)}";

    private string Label => MeasureWords.Label(_measure, result.Scenario);

    private string Difference(TriedRemedy one) => one.Effect is { } effect
        ? Figure.Signed(effect.Difference, effect.HalfWidth, Scale.ForOne(effect.Difference, effect.HalfWidth)).ToString()
        : "nothing to compare";

    private FromTo Change(TriedRemedy one)
    {
        var (from, by, unit) = (result.AsItIs.Mean, one.Effect!, result.Column.Unit);
        double[] values = [from, from + by.Difference];
        return FromTo.Of(from, by.Difference, by.HalfWidth, MeasureWords.Scale(_measure, unit, values),
            MeasureWords.DifferenceScale(_measure, unit, values));
    }

    private Figure Value(double value, double halfWidth) =>
        Figure.Of(value, halfWidth, MeasureWords.Scale(_measure, result.Column.Unit, [result.AsItIs.Mean, value]).ForOne(value, halfWidth));

    // One for all, so that they can be compared at a glance.
    private Scale Scale =>
        MeasureWords.DifferenceScale(_measure, result.Column.Unit, result.Remedies.Select(one => one.Effect?.Difference ?? double.NaN));
}
