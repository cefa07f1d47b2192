using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Why the place that lacked most in the run that is told lacked it: what was held up, by what,
/// and what had led to that.</summary>
internal static class WhySection
{
    private const int MostReasons = 6;

    public static void Draw(Html page, ReportModel model)
    {
        if (model.First.Why is not { } explanation) return;
        var words = new WhyWords(explanation, model.First.Scenario, MostReasons);
        page.Add($"""
            <section id="why"><h2>Why {Names.Of(model.Scenario, explanation.Place.Value)} went short in that run</h2>
            <p>{words.Title}: the last instant of the longest shortage in it. {words.Since}</p>
            <div class="scroll" role="region" aria-label="What it needed" tabindex="0"><table><thead><tr>
            """);
        foreach (var head in WhyWords.NeedsHead) page.Add($"<th scope=\"col\">{head}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var row in words.Needs)
        {
            page.Add($"<tr><th scope=\"row\">{row[0]}</th>");
            foreach (var cell in row.Skip(1)) page.Add($"<td>{cell}</td>");
            page.Add($"</tr>\n");
        }
        page.Add($"</tbody></table></div>\n");
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pause in WhyWords.Once(words.Pauses, told)) Draw(page, pause);
        foreach (var lack in WhyWords.Once(words.Lacking, told)) Draw(page, lack);
        page.Add($"<p>{words.Waited}</p>\n");
        foreach (var delay in WhyWords.Once(words.Delays, told)) Draw(page, delay);
        page.Add($"</section>\n");
    }

    private static void Draw(Html page, WhyReason reason)
    {
        if (reason.Share.Length > 0) page.Add($"<p><strong>{reason.Share}</strong> {reason.Text}</p>\n");
        else page.Add($"<p>{reason.Text}</p>\n");
        if (reason.Because.IsEmpty) return;
        page.Add($"<ol class=\"story\">\n");
        foreach (var sentence in reason.Because) page.Add($"<li>{sentence}</li>\n");
        page.Add($"</ol>\n");
    }
}
