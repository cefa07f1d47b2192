using System.Collections.Immutable;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Where the figures come from: how many entries of the scenario are sourced, assumed, or do not say, and the list
/// of sources.</summary>
internal static class AssumptionsSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var entries = Provenance.Of(model.Scenario);
        if (entries.Length == 0) return;
        var said = Said(entries);
        page.Add($"""
            <section id="assumptions"><h2>Where the figures come from</h2>
            <p><strong>{said.First}</strong>{said.More} What is assumed names the source <code>{Provenance.AssumedSource}</code>. An entry is a place, a route, a fleet and the like with all its figures.</p>

            """);
        DrawKinds(page, entries);
        DrawSources(page, model, entries);
        page.Add($"</section>\n");
    }

    // What stands out is what a figure must not be taken for: assumed ones for known, and silent ones for either.
    private static (string First, string More) Said(ImmutableArray<SourcedEntry> entries)
    {
        var (assumed, sourced, silent, all) =
            (entries.Count(e => e.IsAssumed), entries.Count(e => e.IsSourced), entries.Count(e => e.Source is null), entries.Length);
        return silent > assumed
            ? ($"{silent} of {Words.Count(all, "entry", "entries")} {(silent == 1 ? "does" : "do")} not say "
                + $"where {(silent == 1 ? "its" : "their")} figures come from",
                $", {assumed} {(assumed == 1 ? "is" : "are")} assumed, and {Count(sourced, "name")} a source.")
            : ($"{Of(assumed, all)} assumed", $", {Count(sourced, "name")} a source, and {Count(silent, "do")} not say.");
    }

    private static string Of(int some, int all) => $"{some} of {Words.Count(all, "entry", "entries")} {(some == 1 ? "is" : "are")}";

    private static string Count(int number, string verb) => $"{number} {verb}{(number != 1 ? "" : verb == "do" ? "es" : "s")}";

    private static void DrawKinds(Html page, ImmutableArray<SourcedEntry> entries)
    {
        page.Add(
            $"<div class=\"scroll\" role=\"region\" aria-label=\"Entries by source\" tabindex=\"0\"><table><caption>Entries by "
                + $"kind</caption><thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Sourced</th><th scope=\"col\">Assumed</th><th "
                + $"scope=\"col\">Not said</th><th scope=\"col\" class=\"text\">Assumed are</th></tr></thead><tbody>\n");
        foreach (var kind in entries.GroupBy(e => e.Kind))
            page.Add(
                $"<tr><th "
                    + $"scope=\"row\">{kind.Key}</th><td>{kind.Count(e => e.IsSourced)}</td><td>{kind.Count(e => e.IsAssumed)}</td><td>{kind.Count(e => e.Source is null)}</td><td "
                    + $"class=\"text\">{string.Join(", ", kind.Where(e => e.IsAssumed).Select(e => Names.Clean(e.Name)))}</td></tr>\n");
        page.Add($"</tbody></table></div>\n");
    }

    private static void DrawSources(Html page, ReportModel model, ImmutableArray<SourcedEntry> entries)
    {
        if (model.Scenario.Sources.Count == 0) return;
        page.Add(
            $"<div class=\"scroll\" role=\"region\" aria-label=\"Sources\" tabindex=\"0\"><table><caption>Sources</caption><thead><tr><th "
                + $"scope=\"col\">Name</th><th scope=\"col\" class=\"text\">Stands for</th><th "
                + $"scope=\"col\">Entries</th></tr></thead><tbody>\n");
        foreach (var (name, meaning) in model.Scenario.Sources)
            page.Add($"<tr><th scope=\"row\">{Names.Clean(name)}</th><td "
                + $"class=\"text\">{Names.Clean(meaning)}</td><td>{entries.Count(e => e.Source == name)}</td></tr>\n");
        page.Add($"</tbody></table></div>\n");
    }
}
