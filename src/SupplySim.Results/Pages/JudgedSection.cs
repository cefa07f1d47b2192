using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Against what was observed: each observation, what the runs have there and then, and whether it
/// lies inside their bands.</summary>
internal static class JudgedSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var judged = model.Result.Alternatives.Where(one => !one.Judgement.Scores.IsEmpty).ToArray();
        if (judged.Length == 0 || !Judged.SaysAnything(model.Result)) return;
        page.Add($"<section id=\"judged\"><h2>Against what was observed</h2>\n");
        foreach (var sentence in Judged.Sentences(model.Result)) page.Add($"<p>{sentence}</p>\n");
        page.Add($"""
            <div class="scroll" role="region" aria-label="Against what was observed" tabindex="0"><table><caption>Of runs that tell the truth half of all figures seen lie inside the 50 % band, and nine in ten inside the 90 % band; a state has no band</caption><thead><tr><th scope="col">Observation</th><th scope="col" class="text">Where and when</th><th scope="col" class="text">Seen</th><th scope="col" class="text">Alternative</th><th scope="col" class="text">The runs</th><th scope="col" class="text">Inside</th></tr></thead>

            """);
        for (var i = 0; i < judged[0].Judgement.Scores.Length; i++)
        {
            page.Add($"<tbody>\n");
            foreach (var alternative in judged)
                if (i < alternative.Judgement.Scores.Length) DrawScore(page, model.Scenario, alternative, alternative.Judgement.Scores[i]);
            page.Add($"</tbody>\n");
        }
        page.Add($"</table></div></section>\n");
    }

    private static void DrawScore(Html page, Scenario scenario, AlternativeResult alternative, ObservationScore score)
    {
        var (seen, inside) = (score.Observation,
            score.Quantiles.IsEmpty ? "–" : score.In50 ? "50 % band" : score.In90 ? "90 % band" : "neither band");
        page.Add(
            $"<tr><th scope=\"row\">{Names.Clean(seen.Id)}</th><td "
                + $"class=\"text\">{Names.Of(scenario, seen.Of.Value)}, {seen.At.ToString()}</td><td "
                + $"class=\"text\">{Names.Clean(score.Seen)}</td><td class=\"text\">{Names.Clean(alternative.Name)}</td><td "
                + $"class=\"text\">{Words.Sentence(Judged.Runs(score))}</td><td class=\"text\">{inside}</td></tr>\n");
    }
}
