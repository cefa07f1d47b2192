using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What parties lost in fights, alternative by alternative. Not there where nobody lost anything.</summary>
internal static class LossesSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var rows = model.Result.Alternatives.SelectMany(Kept).Distinct().ToArray();
        if (rows.Length == 0) return;
        page.Add(
            $"<section id=\"losses\"><h2>Losses in fights</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"Losses in fights\" "
                + $"tabindex=\"0\"><table><caption>Lost in a run, on average; in brackets what the other side claims, where it claims "
                + $"anything</caption><thead><tr><th scope=\"col\">Party</th><th scope=\"col\" class=\"text\">What</th>");
        foreach (var alternative in model.Result.Alternatives) page.Add($"<th scope=\"col\">{Names.Clean(alternative.Name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        foreach (var (party, type) in rows)
        {
            page.Add($"<tr><th scope=\"row\">{Names.Of(model.Scenario, party)}</th><td "
                + $"class=\"text\">{(type is null ? "people" : Names.Clean(type))}</td>");
            foreach (var alternative in model.Result.Alternatives)
                page.Add($"<td>{Cell(alternative, party, type, model.Result.Runs)}</td>");
            page.Add($"</tr>\n");
        }
        page.Add($"</tbody></table></div>\n</section>\n");
    }

    /// <summary>What is told of an alternative: by party and type of equipment, null for people.</summary>
    private static IEnumerable<(string Party, string? Type)> Kept(AlternativeResult result) =>
    [
        .. result.Equipment.Where(one => one.Lost > 0 || one.Claimed > 0).Select(one => (one.Party, (string?)one.Type)),
        .. result.Strengths.Where(one => one.Lost > 0).Select(one => (one.Party, (string?)null)),
    ];

    private static string Cell(AlternativeResult result, string party, string? type, int runs)
    {
        if (type is null)
            return result.Strengths.Where(one => one.Party == party).Select(one => Toll.InARun(one.Lost, runs)).FirstOrDefault("–");
        return result.Equipment.Where(one => one.Party == party && one.Type == type)
            .Select(one => Toll.InARun(one.Lost, runs) + (one.Claimed is { } claimed ? $" ({Toll.InARun(claimed, runs)})" : ""))
            .FirstOrDefault("–");
    }
}
