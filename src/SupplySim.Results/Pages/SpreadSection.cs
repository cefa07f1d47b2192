using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Chance or ignorance: how much of the spread of each measure is not knowing something, and what.</summary>
internal static class SpreadSection
{
    // [share] Less is shown as 0 %.
    private const double Least = 0.005;

    public static void Draw(Html page, ReportModel model)
    {
        var rows = Spreads.Rows(model.First, model.Scenario);
        if (rows.IsEmpty) return;
        page.Add($"""
            <section id="spread"><h2>Chance or ignorance</h2>
            <p>Of {Names.Clean(model.First.Name)}. What is chance would differ again the next time; what is ignorance would go if somebody found out. A figure that nobody knows is drawn
            once for each run. Shares are of the variance over {Words.Count(rows[0].Spread.Split.N, "run")}, with their {Words.Percent(rows[0].Spread.Split.Level)} intervals ({rows[0].Spread.Split.Method}); what unknown figures do only together counts as chance.</p>
            <div class="scroll" role="region" aria-label="Chance or ignorance" tabindex="0"><table><caption>How much of the spread is not knowing something</caption><thead><tr><th scope="col">Measure</th><th scope="col">Ignorance</th><th scope="col" class="text">What matters most</th></tr></thead><tbody>

            """);
        foreach (var row in rows) DrawRow(page, row, model.Scenario);
        page.Add($"</tbody></table></div>\n<p class=\"note\">Not known: ");
        page.Add(
            $"{Words.List([.. model.First.Unknowns.Select(one => $"{Spreads.NameOf(one, model.Scenario)}, {one.Law}")])}.</p></section>\n");
    }

    private static void DrawRow(Html page, MeasureSpread row, Scenario scenario)
    {
        var together = row.Spread.Split.Together;
        // What may be told from none and is next to none does not matter.
        var sure = row.Spread.Unknowns.Where(one => one.IsSure && one.Share.Share >= Least)
            .Select(one => $"{Spreads.NameOf(one.Figure, scenario)} {Spreads.Share(one.Share.Share)}").ToArray();
        page.Add(
            $"<tr><th "
                + $"scope=\"row\">{Spreads.Of(row, scenario)}</th><td>{Spreads.Share(together.Share)} <small>{Spreads.Share(together.Low)} to {Spreads.Share(together.High)}</small></td><td "
                + $"class=\"text\">{(sure.Length == 0 ? "cannot be told from none" : string.Join("; ", sure))}</td></tr>\n");
    }
}
