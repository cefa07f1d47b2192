using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>The answer in one sentence, from a table of templates filled with measured numbers; of the first alternative.</summary>
/// <remarks>The first half says what came of it, the second what stood in the way. Nothing is said that was not counted.</remarks>
internal static class Headline
{
    /// <summary>For example <c>In this model a camp falls below 7 days of supply in 194 of 200 runs, half of these by day 9 (4 Nov 2017);
    /// Fishkhabour is shut for 21 of 90 days on average.</c></summary>
    public static string Of(ExperimentResult result)
    {
        var first = result.Alternatives[0];
        var under = result.Alternatives.Length > 1 ? $", under {Names.Clean(first.Name)}," : "";
        return $"In this model{under} {Outcome(result, first)}; {Obstacle(result, first)}.";
    }

    // Where most of the delay is, and by what; where nobody went short for it, what was shut.
    private static string Obstacle(ExperimentResult result, AlternativeResult first)
    {
        var delays = Delays.Of(first);
        if (!delays.IsHarmful || delays.Causes.IsEmpty) return WhatIsShut(result, first);
        var there = delays.Told.GroupBy(one => one.First.Where.Length > 0 ? one.First.Where : one.First.Cause)
            .MaxBy(place => place.Sum(one => one.Share))!.ToArray();
        var greatest = there[0].First;
        // What is shut is told of the whole crossing, since waiting in the night and for a lane behind a reopened gate come of it too.
        var share = there.Where(one => one.First.IsClosure).Sum(one => one.Share) * 5 >= there.Sum(one => one.Share)
            ? there.Sum(one => one.Share)
            : there[0].Share;
        if (greatest.Cause == "too-little")
            return $"nothing was late for {Of(there[0].Share, delays)}: {HoldUpWords.TooLittle(first.Scenario)}";
        return first.Scenario.Places.OfType<Crossing>().FirstOrDefault(place => place.Id == greatest.Where) is { } crossing
            ? $"{Of(share, delays)} {(delays.LeftShort ? "is due to" : "is at")} {Names.Clean(crossing.Shown)}, {At(result, first, delays, crossing, there)}"
            : greatest is { Cause: "not-ordered" or "orders-stopped", Awaited: null }
                ? $"{Of(there[0].Share, delays)} was {HoldUpWords.Phrase(first.Scenario, greatest.Where, greatest.Cause)}"
            : $"{Of(there[0].Share, delays)} {(delays.LeftShort ? "is due to" : "is")} {HoldUpWords.Phrase(first.Scenario, greatest.Where, greatest.Cause, greatest.Awaited).Replace(" were ", " are ", StringComparison.Ordinal).Replace(", which stood ", ", which stand ", StringComparison.Ordinal)}";
    }

    private static string Of(double share, Delays delays) => $"{Figure.Seen(share, Scale.Percent)} of {delays.Title}";

    private static string At(ExperimentResult result, AlternativeResult first, Delays delays, Crossing crossing, ToldDelay[] there)
    {
        var (closed, all) = (there.Where(one => one.First.IsClosure).Sum(one => one.Share), there.Sum(one => one.Share));
        if (closed * 5 >= all)
        {
            if (Findings.ShutCrossings(first, line => delays.Lines.Contains(line.Id))
                .FirstOrDefault(one => one.Crossing == crossing) is { } shut)
                return (all - closed < 0.005 ? "" : $"{Figure.Seen(closed, Scale.Percent)} as it was ") + Shut(result, shut);
            if (Findings.ShutToSome(first) is { } closure && closure.Close.Contains(crossing.Id))
                return $"shut at times to {Words.List([.. closure.To.Select(Names.Clean)])} traffic";
            // To those alone whose vehicles did not set out for it.
            var known = first.Paused.Where(line => delays.Lines.Contains(line.Line)).Select(line => line.Paused.TotalDays)
                .DefaultIfEmpty().Max();
            if (known > 0)
                return $"which "
                    + $"was {HoldUpWords.KnownShut(first.Scenario, crossing.Id)} for {Figure.Seen(known, Scale.Plain)} of {Figure.Of(result.Scenario.Clock.Length.TotalDays, 0, Scale.Plain)} days";
        }
        var waited = there[0].First.Cause == "not-ordered" ? "physical" : there[0].First.Cause;
        return $"{(delays.LeftShort ? "where what was sent waited" : "waiting")} {WaitingCause.For(waited)}"
            + (Restrained.Lengthens(waited)
                ? string.Concat(Restrained.At(first, crossing.Id, "of its lanes").Take(1).Select(limit => "; " + limit)) : "");
    }

    private static string Shut(ExperimentResult result, ShutCrossing shut) =>
        $"shut{shut.To} "
            + $"for {Figure.Seen(shut.Days, Scale.Plain)} of {Figure.Of(result.Scenario.Clock.Length.TotalDays, 0, Scale.Plain)} days{(result.Runs > 1 && !result.IsAlike() ? " on average" : "")}";

    private static string WhatIsShut(ExperimentResult result, AlternativeResult first) =>
        Findings.ShutCrossings(first, _ => true) is [_, ..] shut
            && (shut.FirstOrDefault(one => one.Traffic is null) ?? shut[0]) is var longest
                ? $"{Names.Clean(longest.Crossing.Shown)} is {Shut(result, longest)}"
            : Findings.ShutToSome(first) is { } closure
                ? $"{Words.List([.. closure.Close.Select(id => Names.Of(result.Scenario, id))])} {(closure.Close.Count() == 1 ? "is" : "are")} shut "
                    + $"at times, to {Words.List([.. closure.To.Select(Names.Clean)])} traffic alone"
            : "no crossing is shut";

    private static string Outcome(ExperimentResult result, AlternativeResult first)
    {
        var measures = result.Scenario.Measures;
        var telling = First(measures, MeasureKind.FirstTimeBelowWarning) ?? First(measures, MeasureKind.ConsumedPerNeed)
            ?? measures.FirstOrDefault();
        if (telling is null || SummaryTable.Main(telling, first.Layout) is not { } column) return "nothing is measured";
        var measured = first.Measures.First(m => m.Column == column);
        var estimate = measured.Estimate;
        return telling.Is switch
        {
            MeasureKind.FirstTimeBelowWarning =>
                Shortage(telling, result, estimate.Happened, estimate.P50, FromStart(first, first.Layout.Columns.IndexOf(column))),
            MeasureKind.ConsumedPerNeed =>
                $"{Who(telling.Of, result.Scenario, "the camps", "the forces")} {(telling.Of is "camps" or "forces" ? "get" : "gets")} "
                    + $"{SummaryTable.Figure(measured, Scale.Percent)} of {(telling.Commodity is { } id ? $"the {Names.Of(result.Scenario, id)}" : "what")} "
                    + $"{(telling.Of is "camps" or "forces" ? "they need" : "it needs")}{(IsPartLocal(result.Scenario) ? " brought" : "")}",
            MeasureKind.FirstTimeCaptured =>
                $"{MeasureWords.Label(telling, result.Scenario).Replace(" captured", " is captured", StringComparison.Ordinal)} in {estimate.Happened} of {Words.Count(result.Runs, "run")}",
            MeasureKind.FirstTime =>
                $"{MeasureWords.Label(telling, result.Scenario)}, at some time in {estimate.Happened} of {Words.Count(result.Runs, "run")}",
            MeasureKind.TimeToRecover => estimate.N == 0 ? "nothing has to be recovered from"
                : $"of {Words.Count(estimate.N, "run")} in which something has to be recovered from it is by the end "
                    + $"in {estimate.Happened}",
            _ => Figured(telling, MeasureWords.Label(telling, result.Scenario),
                $"{SummaryTable.Figure(measured, Scale.For([estimate.Mean]))}"),
        };
    }

    // What people find themselves is not counted: without a word on it who gets a quarter of the rest would seem to starve.
    private static bool IsPartLocal(Scenario scenario) => scenario.Commodities.Any(one => one.LocalShare != 0)
        || scenario.Places.OfType<Camp>().Any(camp => camp.LocalShare.Count > 0);

    // Of what is counted so many; of anything else the figure stands behind its name.
    private static string Figured(Measure measure, string label, string figure) => measure.Is is MeasureKind.UnmetPersonDays
        or MeasureKind.OverCapacity or MeasureKind.Passed or MeasureKind.Attacks or MeasureKind.VehiclesLost or MeasureKind.WaitingByCause
        or MeasureKind.Displaced or MeasureKind.Returned
        ? $"there {(figure == "1" ? "is" : "are")} {figure} {label}"
        : $"the figure for {label} is {figure}";

    // One of all commodities tells more than one of a single one.
    private static Measure? First(ImmutableArray<Measure> measures, MeasureKind kind) =>
        measures.FirstOrDefault(m => m.Is == kind && m.Commodity is null) ?? measures.FirstOrDefault(m => m.Is == kind);

    // In how many runs it is so in the first minute: what lies at the level falls below it by what is eaten.
    private static int FromStart(AlternativeResult first, int column) => first.Values.Where((value, at) =>
        at % first.Layout.Columns.Length == column && value * TimeSpan.MinutesPerDay < 1).Count();

    private static string Shortage(Measure measure, ExperimentResult result, int happened, double median, int fromStart)
    {
        var scenario = result.Scenario;
        var level = MeasureWords.WarnBelow(measure.Of, scenario) is { } warn
            ? $"{Figure.Of(warn.TotalDays, 0, Scale.Plain.In("days", "day"))} of {(measure.Commodity is { } id ? Names.Of(scenario, id) : "supply")}"
            : "the warning level" + (measure.Commodity is { } what ? $" for {Names.Of(scenario, what)}" : "");
        var (one, none) = (Who(measure.Of, scenario, "a camp", "a force"), Who(measure.Of, scenario, "no camp", "no force"));
        var day = Dates.Day(median, scenario);
        // The first day is day 0: nothing is earlier.
        var by = (median < 1 ? "on " : "by ") + day;
        // What cannot but come out the same is told as of one run.
        var (some, all) = result.IsSettled() ? (Math.Min(happened, 1), 1) : (happened, result.Runs);
        // Who lies below it when the run begins has not fallen: told so where that, with what falls on the first day, is half of what
        // happens.
        return fromStart > 0 && (median < 1 || fromStart * 2 >= happened) ? Lies(Math.Min(fromStart, all), some, all) : Told(some, all);

        string Lies(int fromStart, int happened, int runs) => $"{one} is below {level} from the start"
            + (runs == 1 ? ""
                : fromStart == runs ? $" in all {Words.Number(runs)} runs"
                : $" in {Words.Number(fromStart)} of {Words.Number(runs)} runs")
            + (fromStart == happened ? "" : $", and falls below it later in {Words.Number(happened - fromStart)} more");

        string Told(int happened, int runs) => (happened, runs) switch
        {
            (0, 1) when one != none => $"{none} falls below {level}",
            (0, _) when one != none => $"{none} falls below {level} in any of {Words.Number(runs)} runs",
            (0, _) => $"{one} never falls below {level} in {Words.Count(runs, "run")}",
            (_, 1) => $"{one} falls below {level} on {day}",
            _ when happened == runs => $"{one} falls below {level} in all {Words.Number(runs)} runs, in half of them {by}",
            (1, _) => $"{one} falls below {level} in 1 of {Words.Number(runs)} runs, on {day}",
            _ => $"{one} falls below {level} in {Words.Number(happened)} of {Words.Number(runs)} runs, half of these {by}",
        };
    }

    private static string Who(string of, Scenario scenario, string camps, string forces) =>
        of switch { "camps" => camps, "forces" => forces, _ => Names.Of(scenario, of) };
}
