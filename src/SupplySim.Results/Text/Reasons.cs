using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What stood in the way in the first alternative: by what supplies were held up, and where that was a closure, what was
/// shut and for how long, which disruptions are blamed, and who ordered nothing meanwhile.</summary>
/// <remarks>Nothing is said that was not counted, and closures are told of only where they have held up
/// supplies: what was shut and in nobody's way is no reason.</remarks>
/// <param name="Title">What the shares are of; null where there are none.</param>
/// <param name="Shares">The greatest first and the rest last, so that they add up.</param>
/// <param name="Sentences">What follows, in whole sentences without capitals.</param>
internal sealed record Reasons(string? Title, ImmutableArray<(string Share, string What)> Shares, ImmutableArray<string> Sentences)
{
    private const int Most = 3;
    private const double Least = 0.05;

    /// <summary>Of a result; null where nothing stood in the way.</summary>
    public static Reasons? Of(ExperimentResult result)
    {
        var first = result.Alternatives[0];
        var delays = Delays.Of(first);
        var onAverage = result.Runs > 1 && !result.IsAlike() ? " on average" : "";
        // Where nobody needs anything, nothing is booked for anybody: then what vehicles waited for tells.
        var closures = delays.IsOfNobody ? first.Blamed.Any(one => one.Waited > TimeSpan.Zero) || !first.Paused.IsEmpty
            : delays.Causes.Where(one => one.IsClosure).Sum(one => one.Share) >= Least;
        ImmutableArray<(string, string)> shares = delays.IsHarmful ? SharesOf(delays, first.Scenario) : [];
        ImmutableArray<string> sentences = [.. ((string?[])
        [
            closures ? Shut(Findings.ShutCrossings(first, IsTold), first.Scenario, onAverage) : null,
            closures ? Blamed(first) : null,
            .. Limited(first, delays),
            Paused(first, delays, onAverage),
            delays.Causes.IsEmpty ? Waiting(first) : null,
        ]).OfType<string>()];
        return shares.IsEmpty && sentences.IsEmpty ? null
            : new(shares.IsEmpty ? null : TitleOf(first, delays), shares, sentences);

        bool IsTold(SupplyLine line) => delays.IsOfNobody || delays.Lines.Contains(line.Id);
    }

    // Where somebody ran out, and nothing of note was late meanwhile, it is told that this is all there was.
    private static string TitleOf(AlternativeResult first, Delays delays) =>
        $"{(first.RunOuts.IsEmpty ? "though nobody ran out of anything, " : "")}of {delays.Title}{(delays.Lacked.IsEmpty || !delays.LeftShort ? "" : $" ({string.Join(", ", delays.Lacked.Select(Names.Clean))})")}{(delays.LeftShort || first.RunOuts.IsEmpty ? "" : ", missed or not")}:";

    private static ImmutableArray<(string Share, string What)> SharesOf(Delays delays, Scenario scenario)
    {
        var told = delays.Told;
        if (told.IsEmpty) return [];
        var rest = 1 - told.Sum(one => one.Share);
        return [
            .. told.Select(one => (Figure.Seen(one.Share, Scale.Percent), one.Phrase(scenario))),
            .. rest < 0.005 ? [] : new[] { (Figure.Seen(rest, Scale.Percent), "all else") }];
    }

    private static string? Shut(ImmutableArray<ShutCrossing> shut, Scenario scenario, string onAverage) => shut.Length == 0 ? null
        : string.Join(", ",
            shut.Take(Most).Select((one, i) =>
                (i == 0 ? Names.Subject(scenario, one.Crossing.Id) + " was shut" : Names.Clean(one.Crossing.Shown)) + one.To + " "
            + Figure.Seen(one.Days, Scale.Plain.In("d")) + (i == 0 ? onAverage : "")
            + (one.Range is { } range
                ? $" (5–95 %: {range} d{(one.IsOfFew ? $", far {(one.Days > one.Total!.P95 ? "more" : "less")} in the few others" : "")})"
                : "")))
        + More(shut.Length, "crossing") + ".";

    private static string? Blamed(AlternativeResult first)
    {
        var all = first.Blamed.Sum(one => one.Waited.TotalDays);
        if (all <= 0) return null;
        var blamed = first.Blamed.OrderByDescending(one => one.Waited).ThenBy(one => one.Disruption, StringComparer.Ordinal)
            .Select(one => (Name: Names.Clean(one.Disruption), Share: Figure.Seen(one.Waited.TotalDays / all, Scale.Percent))).ToArray();
        return blamed is [var only]
            ? $"all waiting for what was shut is blamed on {only.Name}."
            : $"the waiting for what was shut is blamed "
                + $"on {string.Join(", ", blamed.Take(Most).Select(one => $"{one.Name} ({one.Share})"))}{More(blamed.Length, "disruption")}.";
    }

    private static IEnumerable<string> Limited(AlternativeResult first, Delays delays) => delays.IsHarmful
        ? delays.Told.Where(one => Restrained.Lengthens(one.First.Cause)).Select(one => one.First.Where).Distinct()
            .SelectMany(crossing => Restrained.At(first, crossing)).Take(Most).Select(sentence => sentence + ".")
        : [];

    private static string? Paused(AlternativeResult first, Delays delays, string onAverage)
    {
        if (!delays.IsOfNobody && delays.Causes.Where(one => one.IsPause).Sum(one => one.Share) < Least) return null;
        var paused = first.Paused.Where(line => delays.IsOfNobody || delays.Lines.Contains(line.Line))
            .OrderByDescending(line => line.Paused).ToArray();
        if (paused.Length == 0) return null;
        var lines = paused.Select(line => $"{Figure.Seen(line.Paused.TotalDays, Scale.Plain.In("d"))} by {Names.Clean(line.Line)}");
        var because = !delays.Causes.Any(one => one.Cause == "orders-stopped") ? "the way was known to be shut"
            : delays.Causes.Any(one => one.Cause == "not-ordered") ? "the way was known to be shut or orders were stopped"
            : "orders were stopped";
        return $"while {because}, nothing was "
            + $"ordered{onAverage} for {string.Join(", ", lines.Take(Most))}{More(paused.Length, "supply line")}.";
    }

    // Where nobody needs anything.
    private static string? Waiting(AlternativeResult first) => Findings.Waiting(first).FirstOrDefault() is { } cause
        ? $"{Figure.Seen(cause.Share, Scale.Percent)} of all waiting was {cause.Words}."
        : null;

    private static string More(int all, string what) => all > Most ? $" and {Words.Count(all - Most, "more " + what)}" : "";
}
