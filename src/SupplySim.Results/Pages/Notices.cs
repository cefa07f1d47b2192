using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What a reader has to know before any figure: that it is a model, that it was stopped, that runs have failed.</summary>
internal static class Notices
{
    public static void Draw(Html page, ExperimentResult result)
    {
        if (result.Scenario.Status != ScenarioStatus.Calibrated)
            page.Add($"""
                <p class="notice" role="note"><strong>ILLUSTRATIVE.</strong> The figures of this scenario were not fitted to what was
                observed. They show how things hang together in the model, not what will happen.</p>

                """);
        if (result.Ended == ExperimentEnd.Cancelled)
            page.Add($"""
                <p class="notice" role="note"><strong>STOPPED EARLY.</strong> {result.Runs} of {result.RunsPlanned} runs
                were made; all figures are of these.</p>

                """);
        if (Incomplete.Sentence(result) is { } incomplete)
            page.Add($"<p class=\"notice\" role=\"note\"><strong>INCOMPLETE.</strong> {incomplete}</p>\n\n");
    }
}
