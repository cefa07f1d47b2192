using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What delays supplies: the greatest causes, alternative by alternative: in days of a load or of the vehicle that carries it, or, of what was missed,
/// as shares. A line that orders sooner has sooner had too little, so that more is counted of it though less is lacking.</summary>
internal static class DelaysSection
{
    private const int Most = 8;

    public static void Draw(Html page, ReportModel model)
    {
        var delays = model.Result.Alternatives.Zip(Delays.Of(model.Result), (one, delays) => (one.Name, Delays: delays)).ToArray();
        var causes = delays.SelectMany(one => one.Delays.Causes.Select(cause => (cause.Where, cause.Cause, cause.Awaited, Days: cause.Share * one.Delays.All.TotalDays)))
            .GroupBy(one => (one.Where, one.Cause, one.Awaited)).OrderByDescending(one => one.Max(cause => cause.Days)).ThenBy(one => one.Key.Where, StringComparer.Ordinal).ThenBy(one => one.Key.Awaited, StringComparer.Ordinal)
            .Select(one => one.Key).Take(Most).ToArray();
        if (causes.Length == 0) return;
        var (whom, isMissed) = (delays[0].Delays.Whom, delays[0].Delays.LeftShort);
        var (title, caption) = (isMissed ? $"What left {delays[0].Delays.Whom} short" : "What delays supplies", isMissed ? "Shares of the load-days that were missed, each alternative by itself" : "Load-days in a run, on average");
        page.Add($"""
            <section id="delays"><h2>{title}</h2>
            <p>Days for which vehicles sent to {whom}, and loads that were ordered for them or would have been, were held up in a run: a load is what one vehicle takes, and while it waits for one it is held up by what the vehicles of that fleet wait for. {(isMissed ? "Only that is counted which was missed: from the time at which a load was wanted to the time at which it came, where the place had run out of something meanwhile." : "What is late need not be missed.")}</p>
            <div class="scroll" role="region" aria-label="{title}" tabindex="0"><table><caption>{caption}</caption><thead><tr><th scope="col">Cause</th>
            """);
        foreach (var (name, _) in delays) page.Add($"<th scope=\"col\">{Names.Clean(name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var (where, cause, awaited) in causes) Row(Words.Sentence(HoldUpWords.Phrase(model.Scenario, where, cause, awaited)), one => (one.Where, one.Cause, one.Awaited) == (where, cause, awaited));
        if (delays.Any(one => one.Delays.Causes.Length > causes.Length)) Row("All else", one => !causes.Contains((one.Where, one.Cause, one.Awaited)));
        page.Add($"</tbody></table></div></section>\n");

        void Row(string label, Func<DelayCause, bool> counts)
        {
            page.Add($"<tr><th scope=\"row\">{label}</th>");
            foreach (var (_, found) in delays)
            {
                var share = found.Causes.Where(counts).Sum(one => one.Share);
                page.Add($"<td>{(!isMissed ? Days(share * found.All.TotalDays) : found.Causes.IsEmpty ? "–" : Figure.Seen(share, Scale.Percent))}</td>");
            }
            page.Add($"</tr>\n");
        }
    }

    // Less than a quarter of an hour says as much as its own digits would.
    private static string Days(double days) => days switch { 0 => "0", < Least => "<0.01", _ => Figure.Seen(days, Scale.Plain) };

    private const double Least = 0.01;
}
