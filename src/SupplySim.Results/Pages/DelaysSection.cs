using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>For what somebody went without, alternative by alternative, in person-days; where nobody lacked anything, what delays supplies,
/// in days of a load or of the vehicle that carries it.</summary>
internal static class DelaysSection
{
    private const int Most = 8;

    public static void Draw(Html page, ReportModel model)
    {
        var delays = model.Result.Alternatives.Zip(Delays.Of(model.Result), (one, delays) => (one.Name, Delays: delays)).ToArray();
        var causes = delays.SelectMany(one =>
            one.Delays.Causes.Select(cause => (cause.Where, cause.Cause, cause.Awaited, Sum: cause.Share * one.Delays.All)))
            .GroupBy(one => (one.Where, one.Cause, one.Awaited)).OrderByDescending(one => one.Max(cause => cause.Sum))
            .ThenBy(one => one.Key.Where, StringComparer.Ordinal).ThenBy(one => one.Key.Awaited, StringComparer.Ordinal)
            .Select(one => one.Key).Take(Most).ToArray();
        if (causes.Length == 0) return;
        var isLacking = delays[0].Delays.LeftShort;
        var (title, caption, text) = isLacking ? OfLacking(delays[0].Delays.Whom) : OfDelay(delays[0].Delays.Whom);
        var scale = Scale.For([.. delays.Select(one => one.Delays.All)]);
        page.Add($"""
            <section id="delays"><h2>{title}</h2>
            <p>{text}</p>
            <div class="scroll" role="region" aria-label="{title}" tabindex="0"><table><caption>{caption}</caption><thead><tr><th scope="col">Cause</th>
            """);
        foreach (var (name, _) in delays) page.Add($"<th scope=\"col\">{Names.Clean(name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var (where, cause, awaited) in causes)
            Row(Words.Sentence(HoldUpWords.Phrase(model.Scenario, where, cause, awaited)),
                one => (one.Where, one.Cause, one.Awaited) == (where, cause, awaited));
        if (delays.Any(one => one.Delays.Causes.Length > causes.Length))
            Row("All else", one => !causes.Contains((one.Where, one.Cause, one.Awaited)));
        if (isLacking) Row("All", _ => true);
        page.Add($"</tbody></table></div></section>\n");

        void Row(string label, Func<DelayCause, bool> counts)
        {
            page.Add($"<tr><th scope=\"row\">{label}</th>");
            foreach (var (_, found) in delays)
            {
                var sum = found.Causes.Where(counts).Sum(one => one.Share) * found.All;
                page.Add(
                    $"<td>{(sum is > 0 and < Least ? "<0.01" : sum == 0 ? "0" : Figure.Seen(sum, isLacking ? scale : Scale.Plain))}</td>");
            }
            page.Add($"</tr>\n");
        }
    }

    private static (string Title, string Caption, string Text) OfLacking(string whom) =>
        ($"For what {whom} went without", "Person-days without a commodity in a run, on average; of a force days",
            $"For how long {whom} had nothing left of what is brought to them, each commodity by itself, times the people who went "
                + $"without, and what for. What was lacking because something came late is shared out as what had held up meanwhile what "
                + $"came too late: vehicles on their way, and loads that waited for one, by what the vehicles of that fleet waited for. "
                + $"The rest would have been lacking with nothing late.");

    private static (string Title, string Caption, string Text) OfDelay(string whom) =>
        ("What delays supplies", "Load-days in a run, on average",
            $"Days for which vehicles sent to {whom}, and loads that were ordered for them or would have been, were held up in a run: a "
                + $"load is what one vehicle takes, and while it waits for one it is held up by what the vehicles of that fleet wait for. "
                + $"What is late need not be missed.");

    // Less than that says as much as its own digits would.
    private const double Least = 0.01;
}
