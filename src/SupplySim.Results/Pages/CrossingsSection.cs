using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The crossings: how long each was shut, how long vehicles waited there, and for what.</summary>
internal static class CrossingsSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var crossings = model.Scenario.Places.OfType<Crossing>().ToArray();
        if (crossings.Length == 0) return;
        page.Add($"<section id=\"crossings\"><h2>Crossings</h2>\n");
        foreach (var sentence in Dependence.Sentences(model.Scenario, model.First.Lifelines)) page.Add($"<p>{sentence}</p>\n");
        foreach (var sentence in Busy.Sentences(model.Scenario, model.First.Utilisations))
            page.Add($"<p>{Lines.Unbroken(sentence)}</p>\n");
        DrawShut(page, model, crossings);
        DrawWaiting(page, model, crossings);
        page.Add($"</section>\n");
    }

    private static void DrawShut(Html page, ReportModel model, Crossing[] crossings)
    {
        // How runs differ is known where the scenario measures it.
        var isSpread = model.Result.Alternatives.Any(alternative =>
            crossings.Any(crossing => Findings.Of(alternative, (Crossing)alternative.Scenario[crossing.Id]).Range is not null));
        var ranges = isSpread ? " (5–95 % of runs; where the average lies outside, the few others make it so)" : "";
        page.Add($"<div class=\"scroll\" role=\"region\" aria-label=\"Days shut\" tabindex=\"0\"><table><caption>Days shut in a run, on "
            + $"average{ranges}: to all traffic, physically or for want of any opening hours; to one, also by closures to it alone and by "
            + $"holders who let it not pass</caption><thead><tr><th scope=\"col\">Crossing</th>");
        foreach (var alternative in model.Result.Alternatives) page.Add($"<th scope=\"col\">{Names.Clean(alternative.Name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var crossing in crossings)
        {
            page.Add($"<tr><th scope=\"row\">{Names.Clean(crossing.Shown)}</th>");
            foreach (var alternative in model.Result.Alternatives)
                page.Add($"<td>{Days(Findings.Of(alternative, (Crossing)alternative.Scenario[crossing.Id]))}</td>");
            page.Add($"</tr>\n");
            foreach (var traffic in model.Result.Alternatives.SelectMany(one => ToOneAlone(one, crossing)).Distinct())
                DrawShutTo(page, model, crossing, traffic);
        }
        page.Add($"</tbody></table></div>\n");
    }

    private static IEnumerable<string> ToOneAlone(AlternativeResult alternative, Crossing crossing) =>
        Findings.ShutToOneAlone(alternative, (Crossing)alternative.Scenario[crossing.Id]).Select(shut => shut.Traffic!);

    // Where it may not be shut to this traffic alone, it was shut to it for as long as to all.
    private static void DrawShutTo(Html page, ReportModel model, Crossing crossing, string traffic)
    {
        page.Add($"<tr><th scope=\"row\">{Names.Clean(crossing.Shown)}, to {Names.Clean(traffic)}</th>");
        foreach (var alternative in model.Result.Alternatives)
        {
            var its = (Crossing)alternative.Scenario[crossing.Id];
            var isTold = Findings.TrafficsTold(alternative, its).Contains(traffic);
            page.Add($"<td>{Days(Findings.Of(alternative, its, isTold ? traffic : null))}</td>");
        }
        page.Add($"</tr>\n");
    }

    private static string Days(ShutCrossing shut) =>
        Figure.Seen(shut.Days, Scale.Plain) + (shut.Range is { } range ? $" ({range})" : "")
            + (Findings.HasNoHours(shut.Crossing) ? ", no opening hours" : "");

    private static void DrawWaiting(Html page, ReportModel model, Crossing[] crossings)
    {
        var waiting = crossings.SelectMany(c => Findings.Waiting(model.First, c.Id).Select(w => (Where: c.Shown, Cause: w)))
            .ToArray();
        if (waiting.Length == 0) waiting = [.. Findings.Waiting(model.First).Select(w => (Where: "all crossings", Cause: w))];
        if (waiting.Length == 0) return;
        page.Add(
            $"<div class=\"scroll\" role=\"region\" aria-label=\"Waiting by cause\" tabindex=\"0\"><table><caption>What vehicles waited "
                + $"for in {Names.Clean(model.First.Name)}: each instant of waiting has one cause</caption><thead><tr><th "
                + $"scope=\"col\">Crossing</th><th scope=\"col\" class=\"text\">Waiting</th><th scope=\"col\">Vehicle-days in a "
                + $"run</th><th scope=\"col\">Share</th></tr></thead><tbody>\n");
        foreach (var (where, cause) in waiting)
        {
            var number = ReportModel.Number(
                model.First.Name, cause.Column, "mean", cause.VehicleDays, Figure.Seen(cause.VehicleDays, Scale.For([cause.VehicleDays])));
            page.Add(
                $"<tr><th scope=\"row\">{Names.Clean(where)}</th><td class=\"text\">{cause.Words}</td><td>{number}</td><td "
                    + $"class=\"bar\"><meter min=\"0\" max=\"1\" "
                    + $"value=\"{cause.Share:0.###}\">{cause.Share:0.##}</meter> {Figure.Seen(cause.Share, Scale.Percent)}</td></tr>\n");
        }
        page.Add($"</tbody></table></div>\n");
    }
}
