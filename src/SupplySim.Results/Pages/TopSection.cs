using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The head of the page: what it is about, the answer in one sentence, and a warning that it is a model.</summary>
internal static class TopSection
{
    public static void Draw(Html page, ReportModel model)
    {
        page.Add($"""
            <header>
            <p class="title">{Names.Clean(model.Scenario.Title)}</p>
            <h1>{Lines.Unbroken(Headline.Of(model.Result))}</h1>

            """);
        Notices.Draw(page, model.Result);
        if (model.Scenario.Summary is { Length: > 0 } summary) page.Add($"<p class=\"lead\">{summary.Trim()}</p>\n");
        page.Add($"</header>\n");
    }
}
