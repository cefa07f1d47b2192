using System.Globalization;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>In short: the questions and their answers, the main figures as cards, and the table of all measures and alternatives.</summary>
internal static class ShortSection
{
    private const int Cards = 4;

    public static void Draw(Html page, ReportModel model)
    {
        page.Add($"<section id=\"short\"><h2>In short</h2>\n");
        DrawAnswers(page, model);
        if (!model.Scenario.Measures.IsEmpty)
        {
            DrawCards(page, model);
            DrawTable(page, model);
        }
        page.Add($"</section>\n");
    }

    private static void DrawAnswers(Html page, ReportModel model)
    {
        var under = SummaryScreen.In(model.Result);
        page.Add($"<dl class=\"answers\">\n");
        if (RunOutWords.Of(model.First, model.Result.Runs) is { } runOuts) DrawRunOuts(page, runOuts, under, Worst(model));
        if (Reasons.Of(model.Result) is { } reasons) DrawReasons(page, reasons, under);
        if (HelpWords.Sentence(model.Result) is { } helps) DrawAnswer(page, "What helps", [Words.Sentence(helps)]);
        DrawAnswer(page, "Goals", GoalWords.Sentences(model.Result));
        DrawAnswer(page, "Not known", Spreads.Sentences(model.Result).Select(Words.Sentence));
        page.Add($"</dl>\n");
    }

    private static void DrawAnswer(Html page, string question, IEnumerable<string> sentences)
    {
        var all = sentences.ToArray();
        if (all.Length == 0) return;
        page.Add($"<dt>{question}</dt><dd>");
        foreach (var sentence in all) page.Add($"<p>{Lines.Unbroken(sentence)}</p>");
        page.Add($"</dd>\n");
    }

    private static void DrawRunOuts(Html page, RunOutWords runOuts, string under, string? worst)
    {
        page.Add($"<dt>Who runs out</dt><dd><p>{Words.Sentence(under + runOuts.Title)}</p>");
        if (!runOuts.Rows.IsEmpty)
        {
            page.Add($"<div class=\"scroll\" role=\"region\" aria-label=\"Who runs out of what\" tabindex=\"0\"><table>");
            foreach (var row in runOuts.Rows)
                page.Add($"<tr><th class=\"text\" scope=\"row\">{row.Place}</th><td class=\"text\">{row.What}</td><td>{row.Often}</td><td "
                    + $"class=\"text\">{row.When}</td></tr>");
            page.Add($"</table></div>");
        }
        if (string.Join(' ', new[] { runOuts.More is { } more ? Words.Sentence(more) : null,
            worst }.OfType<string>()) is { Length: > 0 } rest) page.Add($"<p>{Lines.Unbroken(rest)}</p>");
        page.Add($"</dd>\n");
    }

    private static void DrawReasons(Html page, Reasons reasons, string under)
    {
        page.Add($"<dt>Why</dt><dd>");
        if (reasons.Title is { } title)
        {
            page.Add($"<p>{Words.Sentence(under + title)}</p><ul>");
            foreach (var (share, what) in reasons.Shares) page.Add($"<li><b>{share}</b> {what}</li>");
            page.Add($"</ul>");
            under = "";
        }
        if (!reasons.Sentences.IsEmpty) page.Add($"<p>{Lines.Unbroken(Words.Sentence(under + Words.Sentences(reasons.Sentences)))}</p>");
        page.Add($"</dd>\n");
    }

    /// <summary>Which place bears most of what people go without.</summary>
    private static string? Worst(ReportModel model)
    {
        if (model.Scenario.Measures.FirstOrDefault(m => m.Is == MeasureKind.UnmetPersonDays) is not { } measure) return null;
        var places = model.First.Measures.Where(m => m.Column.Measure == measure.Id && m.Column.Place is not null
            && m.Column.Detail is null && m.Column.Commodity == measure.Commodity).ToArray();
        var total = places.Sum(p => p.Estimate.Mean);
        if (places.Length < 2 || total <= 0) return null;
        var worst = places.MaxBy(p => p.Estimate.Mean)!;
        return Words.Sentence(Names.Subject(model.Scenario, worst.Column.Place!))
            + $" bears {Figure.Seen(worst.Estimate.Mean / total, Scale.Percent)} "
            + $"of the {MeasureWords.Label(measure, model.Scenario)}.";
    }

    private static void DrawCards(Html page, ReportModel model)
    {
        page.Add($"<ul class=\"cards\">\n");
        foreach (var row in model.Rows.Where(r => !r.IsDetail).Take(Cards))
        {
            var cell = row.Cells[0];
            page.Add($"<li><span class=\"figure\">{Number(model, row, 0)} <small>{cell.Aside}</small></span> {row.Label}");
            if (cell.Statistic == "share" && double.IsFinite(cell.Value))
            {
                var happened = (int)Math.Round(cell.Value * model.Result.Runs);
                var details = model.Rows.Where(r => r.IsDetail && r.Measure == row.Measure && double.IsFinite(r.Cells[0].Value))
                    .Select(r => r.Cells[0].Statistic == "share" ? $"; {r.Label}: {r.Cells[0]}" : $"; {r.Cells[0]}");
                page.Add($"<br><small>{model.Frequency(happened)}{string.Concat(details)}</small>");
            }
            page.Add($"</li>\n");
        }
        page.Add($"</ul>\n");
    }

    private static void DrawTable(Html page, ReportModel model)
    {
        page.Add($"<div class=\"scroll\" role=\"region\" aria-label=\"All measures\" tabindex=\"0\"><table><caption>All measures, over all "
            + $"their places</caption><thead><tr><th scope=\"col\">Measure</th>");
        foreach (var alternative in model.Result.Alternatives) page.Add($"<th scope=\"col\">{Names.Clean(alternative.Name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var row in model.Rows)
        {
            page.Add($"<tr><th scope=\"row\"{(row.IsDetail ? new Markup(" class=\"detail\"") : Markup.None)}>{row.Label}</th>");
            for (var i = 0; i < row.Cells.Length; i++) page.Add($"<td>{Number(model, row, i)} <small>{row.Cells[i].Aside}</small></td>");
            page.Add($"</tr>\n");
        }
        page.Add($"</tbody></table></div>\n<p class=\"note\">{Note(model)}</p>\n");
    }

    private static string Note(ReportModel model)
    {
        if (model.Result.Runs == 1 && !model.Result.IsSettled())
            return $"One run of each alternative, so there is nothing to say about spread.";
        var spread = Words.Sentence(SummaryScreen.Spread(model.Result));
        var ends = SummaryScreen.Cut(model.Rows) is { } cut ? "; " + cut : "";
        return model.Result.IsAlike() || model.Result.IsSettled() ? spread + ends + "."
            : string.Create(CultureInfo.InvariantCulture,
                $"{spread} of {model.Result.Runs} runs{ends}; a range in round brackets holds 90 % of the runs in which it happened.");
    }

    private static Markup Number(ReportModel model, SummaryRow row, int alternative)
    {
        var cell = row.Cells[alternative];
        return ReportModel.Number(model.Result.Alternatives[alternative].Name, row.Column, cell.Statistic, cell.Value, cell.Main);
    }
}
