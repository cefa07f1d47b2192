using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The aircraft: what they waited for on the ground and above it, in the first alternative. Not there where none waited.</summary>
internal static class AircraftSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var waits = Air.Waits(model.First);
        if (waits.Length == 0) return;
        page.Add(
            $"<section id=\"aircraft\"><h2>Aircraft</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"What aircraft waited for\" "
                + $"tabindex=\"0\"><table><caption>What aircraft waited for in {Names.Clean(model.First.Name)}: each instant of waiting "
                + $"has one cause</caption><thead><tr><th scope=\"col\" class=\"text\">Waiting</th><th scope=\"col\">Aircraft-days in a "
                + $"run</th><th scope=\"col\">Share</th></tr></thead><tbody>\n");
        foreach (var wait in waits)
            page.Add(
                $"<tr><th scope=\"row\">{wait.Words}</th><td>{Figure.Seen(wait.Days, Scale.For([wait.Days]))}</td><td class=\"bar\"><meter "
                    + $"min=\"0\" max=\"1\" "
                    + $"value=\"{wait.Share:0.###}\">{wait.Share:0.##}</meter> {Figure.Seen(wait.Share, Scale.Percent)}</td></tr>\n");
        page.Add($"</tbody></table></div>\n</section>\n");
    }
}
