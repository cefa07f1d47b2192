using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of an explanation: plain text of at most 80 columns, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture.</remarks>
public static class WhyScreen
{
    private const int Width = 80;
    private const int MostDelays = 6;

    /// <summary>The screen.</summary>
    /// <param name="explanation">What was found.</param>
    /// <param name="scenario">The scenario, or the alternative of it, that was run.</param>
    /// <param name="alternative">Its name; null where there is only one.</param>
    /// <param name="choice">Which run it is.</param>
    public static string Of(Explanation explanation, Scenario scenario, string? alternative, RunChoice choice)
    {
        var screen = new StringBuilder();
        Paragraph(screen, "", $"{Names.Of(scenario, explanation.Place.Value)} on {When(scenario, explanation.At)}");
        Paragraph(screen, "", Facts(explanation, alternative, choice));
        screen.Append('\n');
        AppendNeeds(screen, explanation, scenario);
        screen.Append('\n');
        Paragraph(screen, "", Since(explanation, scenario));
        var chains = new HashSet<string>(StringComparer.Ordinal);
        AppendPauses(screen, explanation, scenario, chains);
        AppendDelays(screen, explanation, scenario, chains);
        AppendRest(screen, explanation, scenario);
        return screen.ToString();
    }

    private static string Facts(Explanation explanation, string? alternative, RunChoice choice) => string.Create(CultureInfo.InvariantCulture,
        $"run {choice.Replication}{(alternative is null ? "" : $" of {Names.Clean(alternative)}")}{(choice.Words.Length == 0 ? "" : $", {Names.Clean(choice.Words)}")} · seed {explanation.Run.Seed}");

    private static void AppendNeeds(StringBuilder screen, Explanation explanation, Scenario scenario)
    {
        string[][] rows = [["", "lasts", "needed", "used", "came", "lost", "on its way"], .. explanation.Needs.Select(need => new[]
        {
            Names.Of(scenario, need.Commodity), Days(need.Lasts), Amount(need.Needed), Amount(need.Consumed), Amount(need.Delivered), Amount(need.Lost), Amount(need.OnOrder),
        })];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Lines.Width(row[column]))).ToArray();
        foreach (var row in rows)
            screen.Append((Lines.PadRight(row[0], widths[0]) + string.Concat(row.Skip(1).Select((cell, i) => "  " + Lines.PadLeft(cell, widths[i + 1])))).TrimEnd()).Append('\n');
    }

    private static string Since(Explanation explanation, Scenario scenario) => explanation.Since == SimTime.Start
        ? "That is since the start: no delivery has left as much there as its supply lines order below."
        : $"That is since {When(scenario, explanation.Since)}: the last delivery that left as much there as its supply lines order below.";

    private static void AppendDelays(StringBuilder screen, Explanation explanation, Scenario scenario, HashSet<string> chains)
    {
        screen.Append('\n');
        if (explanation.Delays.IsEmpty)
        {
            Paragraph(screen, "", "No vehicle that was sent there has waited for anything since then.");
            return;
        }
        Paragraph(screen, "", $"Vehicles that were sent there have waited {Figure.Seen(explanation.Waited.TotalDays, Scale.Plain.In("vehicle-days", "vehicle-day"))} since then, there and back:");
        foreach (var delay in explanation.Delays.Take(MostDelays))
        {
            var share = Lines.PadLeft(Figure.Seen(delay.Share, Scale.Percent), 6);
            Paragraph(screen, share + "  ", $"{Names.Of(scenario, delay.Where.Value)}: {WaitingCause.For(delay.Cause)}{Blamed(delay, scenario)}");
            AppendChain(screen, delay.Because, scenario, chains);
        }
        var left = explanation.Delays.Skip(MostDelays).ToArray();
        if (left.Length > 0) Paragraph(screen, Lines.PadLeft(Figure.Seen(left.Sum(one => one.Share), Scale.Percent), 6) + "  ", $"{Words.Count(left.Length, "other reason")}");
    }

    private static void AppendPauses(StringBuilder screen, Explanation explanation, Scenario scenario, HashSet<string> chains)
    {
        var all = explanation.At - explanation.Since;
        foreach (var pause in explanation.Pauses)
        {
            screen.Append('\n');
            Paragraph(screen, "", $"Supply line {Names.Clean(pause.Line)} has ordered nothing for {Days(pause.Paused)}, {Figure.Seen(pause.Paused / all, Scale.Percent)} of that time, as "
                + (pause.Shut is { } shut ? $"{Names.Of(scenario, shut)} was known to be shut{(pause.Because.IsEmpty ? "." : ":")}" : "no way was known."));
            AppendChain(screen, pause.Because, scenario, chains);
        }
    }

    // What has led to several things is told once.
    private static void AppendChain(StringBuilder screen, ImmutableArray<Happening> because, Scenario scenario, HashSet<string> chains)
    {
        const string Indent = "          ";
        var sentences = because.Select(told => $"{When(scenario, told.At)}: {Story.Sentence(told, scenario)}").ToArray();
        if (sentences.Length > 1 && !chains.Add(string.Concat(sentences))) sentences = ["as above"];
        foreach (var sentence in sentences) Paragraph(screen, Indent, sentence);
    }

    private static string Blamed(ExplainedDelay delay, Scenario scenario) => delay.Disruption is not { } id ? ""
        : $" ({Names.Clean(id)}{(scenario.Disruptions.FirstOrDefault(one => one.Id == id) is Occurrence occurrence ? Comes(occurrence) : "")})";

    private static string Comes(Occurrence one) => one switch
    {
        { While: { } condition } => $", while {Names.Clean(condition.ToString()!)}",
        { When: { } condition } => $", when {Names.Clean(condition.ToString()!)}",
        { At: { } moment } => $", planned for {moment}",
        { Every: not null } => ", by chance",
        _ => "",
    };

    private static void AppendRest(StringBuilder screen, Explanation explanation, Scenario scenario)
    {
        var sentences = new List<string>();
        if (explanation.Backlog is { } backlog)
            sentences.Add($"{Words.Count(backlog.Loads, "load")}, {Weight(backlog.Mass.Grams)}, {(backlog.Loads == 1 ? "waits" : "wait")} for a vehicle, the oldest since {When(scenario, backlog.Oldest)}.");
        if (explanation.VehiclesLost > 0) sentences.Add($"{Words.Count(explanation.VehiclesLost, "vehicle")} sent there {(explanation.VehiclesLost == 1 ? "was" : "were")} lost.");
        if (sentences.Count > 0) screen.Append('\n');
        foreach (var sentence in sentences) Paragraph(screen, "", sentence);
    }

    private static string Amount(Quantity quantity) => quantity.Unit switch
    {
        QuantityUnit.Piece => Figure.Of(quantity.Amount, 0, Scale.Plain).Main,
        QuantityUnit.Millilitre when quantity.Amount >= 1_000_000 => Figure.Seen(quantity.Amount / 1e6, Scale.Plain.In("m3")),
        QuantityUnit.Millilitre => Figure.Seen(quantity.Amount / 1e3, Scale.Plain.In("l")),
        _ => Weight(quantity.Amount),
    };

    private static string Weight(long grams) => grams == 0 ? "0"
        : grams >= 1_000_000 ? Figure.Seen(grams / 1e6, Scale.Plain.In("t"))
        : Figure.Seen(grams / 1e3, Scale.Plain.In("kg"));

    private static string Days(TimeSpan time) => time == TimeSpan.MaxValue ? "for ever" : Figure.Seen(time.TotalDays, Scale.Plain.In("d"));

    private static string When(Scenario scenario, SimTime at)
    {
        var time = at - SimTime.Start;
        return string.Create(CultureInfo.InvariantCulture, $"day {(long)Math.Floor(time.TotalDays)}, {scenario.Clock.Start + time:d MMM HH:mm}");
    }

    private static void Paragraph(StringBuilder screen, string lead, string text)
    {
        var indent = new string(' ', lead.Length);
        foreach (var (i, line) in Lines.Wrap(text, Width - lead.Length).Index()) screen.Append(i == 0 ? lead : indent).Append(line).Append('\n');
    }
}
