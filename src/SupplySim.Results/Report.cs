using SupplySim.Experiments;
using SupplySim.Results.Pages;

namespace SupplySim.Results;

/// <summary>The report: one HTML file that opens with the answer, works offline and without scripts, and fetches nothing.</summary>
/// <remarks>
/// Depends on the result alone, byte by byte: no clock, no machine, no culture. A content security policy, with the hashes
/// of its own style sheet and script, lets a browser prove that it runs nothing else and calls nobody. Everything that comes from a
/// scenario is escaped by one encoder.
/// </remarks>
public static class Report
{
    /// <summary>The report of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code, which cannot be repeated by command.</param>
    /// <returns>A whole HTML document, to be written as UTF-8.</returns>
    public static string Of(ExperimentResult result, ScenarioSource? source)
    {
        var model = new ReportModel(result, source);
        var page = new Html();
        TopSection.Draw(page, model);
        page.Add($"<main id=\"content\">\n");
        ShortSection.Draw(page, model);
        MapSection.Draw(page, model);
        StorySection.Draw(page, model);
        WhySection.Draw(page, model);
        CampsSection.Draw(page, model);
        DaysSection.Draw(page, model);
        DelaysSection.Draw(page, model);
        CrossingsSection.Draw(page, model);
        AircraftSection.Draw(page, model);
        LossesSection.Draw(page, model);
        ComparisonSection.Draw(page, model);
        JudgedSection.Draw(page, model);
        SpreadSection.Draw(page, model);
        AssumptionsSection.Draw(page, model);
        MethodSection.Draw(page, model);
        page.Add($"</main>\n");
        return Document.Around(result.Scenario.Title, page.ToMarkup());
    }
}
