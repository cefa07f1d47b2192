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
            <h1>{Headline.Of(model.Result)}</h1>

            """);
        if (model.Scenario.Status != ScenarioStatus.Calibrated)
            page.Add($"""
                <p class="notice" role="note"><strong>ILLUSTRATIVE.</strong> The figures of this scenario were not fitted to what was
                observed. They show how things hang together in the model, not what will happen.</p>

                """);
        if (model.Result.Ended == ExperimentEnd.Cancelled)
            page.Add($"""
                <p class="notice" role="note"><strong>STOPPED EARLY.</strong> {model.Result.Runs} of {model.Result.RunsPlanned} runs
                were made; all figures are of these.</p>

                """);
        if (Incomplete.Sentence(model.Result) is { } incomplete) page.Add($"<p class=\"notice\" role=\"note\"><strong>INCOMPLETE.</strong> {incomplete}</p>\n\n");
        if (model.Scenario.Summary is { Length: > 0 } summary) page.Add($"<p class=\"lead\">{summary.Trim()}</p>\n");
        page.Add($"</header>\n");
    }
}
