using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Each alternative against the first: the difference run by run, its interval, and what can be said in words.</summary>
internal static class ComparisonSection
{
    public static void Draw(Html page, ReportModel model)
    {
        if (model.Effects.Length == 0) return;
        var baseline = Names.Clean(model.First.Name);
        page.Add($"""
            <section id="comparison"><h2>Comparison</h2>
            <p>Run by run against {baseline}, on the same luck: weather, breakdowns and fighting that the change does not touch are the same in both.
            "Luck is worth" says how many times as many runs it would take without that, for the same interval (the variance ratio). A verdict is given only where it would stand with all {Verdicts.Judged(model.Result)} comparisons of the experiment judged together (Holm): these, those of their causes and details, and those of how often something happened.</p>
            <div class="scroll" role="region" aria-label="Comparison" tabindex="0"><table><caption>Difference to {baseline}</caption><thead><tr><th scope="col">Measure</th><th scope="col" class="text">Alternative</th><th scope="col">Difference</th><th scope="col">Luck is worth</th><th scope="col" class="text">Verdict</th></tr></thead>

            """);
        foreach (var measure in model.Effects.GroupBy(e => e.Measure))
        {
            page.Add($"<tbody>\n");
            var label = MeasureWords.Label(measure.Key, model.Scenario);
            foreach (var effect in measure) DrawEffect(page, label, effect);
            page.Add($"</tbody>\n");
        }
        page.Add($"</table></div></section>\n");
    }

    private static void DrawEffect(Html page, string label, Effect effect)
    {
        var (comparison, figure) = (effect.Comparison, effect.Figure);
        var difference = ReportModel.Number(
            comparison.Alternative, comparison.Column, "difference", comparison.Difference.Difference, figure.Main);
        var margin = figure.Margin.Length > 0 ? "±" + figure.Margin : "";
        page.Add(
            $"<tr><th scope=\"row\">{label}</th><td "
                + $"class=\"text\">{Names.Clean(comparison.Alternative)}</td><td>{difference} <small>{margin}</small></td><td>{Worth(comparison)}</td><td "
                + $"class=\"text {Style(effect)}\">{effect.InWords}</td></tr>\n");
    }

    private static Markup Worth(MeasureComparison comparison) => comparison.Difference.VarianceRatio is var ratio && double.IsFinite(ratio)
        ? ReportModel.Number(comparison.Alternative, comparison.Column, "varianceRatio", ratio,
            Figure.Seen(ratio, Scale.For([ratio]).In("x")))
        : new Html().Add($"–").ToMarkup();

    private static string Style(Effect effect) => effect.Verdict switch { > 0 => "good", < 0 => "bad", _ => "" };
}
