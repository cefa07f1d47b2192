using SupplySim.Results.Maps;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The map of the first alternative, wide and narrow, a close-up where it is crowded, and the key to it.</summary>
internal static class MapSection
{
    public static void Draw(Html page, ReportModel model)
    {
        if (!model.HasMap) return;
        var map = new NetworkMap(model.First);
        var finding = Finding(model, map);
        page.Add($"""
            <section id="map"><h2>Map</h2>

            """);
        ReplaySection.Draw(page, model, new(model.First, map), map.Frame(NetworkMap.Width));
        page.Add($"""
            <figure><div class="wide-only">{map.Draw("map-wide", NetworkMap.Width, finding)}</div><div class="narrow-only">{map.Draw("map-narrow", 400, finding)}</div>

            """);
        DrawKey(page, model, map);
        page.Add($"<figcaption>{finding}</figcaption></figure>\n");
        if (map.DrawCloseUp("map-close", 420) is { Text.Length: > 0 } close)
            page.Add($"<figure class=\"close-up\">{close}<figcaption>What stands close together, enlarged.</figcaption></figure>\n");
        page.Add($"""
            <p class="note">Positions are those of the scenario; no boundary is drawn and none is implied. This is a model for planning, not
            for targeting: do not put live positions of convoys into files that you share.</p>
            </section>

            """);
    }

    private static string Finding(ReportModel model, NetworkMap map)
    {
        var size = $"{Words.Count(map.Places.Length, "place")} and {Words.Count(model.Scenario.Routes.Length, "route")}.";
        if (model.Shut.Length == 0) return $"{size} No crossing is shut in {Names.Clean(model.First.Name)}.";
        var shut =
            Words.List([.. model.Shut.Select(s =>
                $"{Names.Clean(s.Crossing.Shown)}{s.To} for {Figure.Seen(s.Days, Scale.Plain.In("d"))}")]);
        return $"{size} Shut "
            + $"in {Names.Clean(model.First.Name)}{(model.Result.Runs > 1 && !model.Result.IsAlike() ? ", on average" : "")}: {shut}.";
    }

    private static void DrawKey(Html page, ReportModel model, NetworkMap map)
    {
        page.Add($"<ul class=\"key\">");
        foreach (var kind in Symbols.Kinds.Where(kind => map.Places.Any(p => Symbols.Kind(p) == kind)))
            DrawEntry(page, Symbols.Draw(kind, new(12, 12)), kind);
        if (model.Shut.Length > 0)
            DrawEntry(page, Symbols.Draw("crossing", new(12, 12), shut: true), "crossing shut at some time; while a run is played, now");
        if (model.Scenario.Routes.Any(r => r.Mode == Mode.Road))
            DrawEntry(page, new("<path class=\"l-road\" stroke-width=\"4\" d=\"M2 12H22\"/>"),
                "road, wider with more vehicles in the run shown");
        if (model.Scenario.Routes.Any(r => r.Mode == Mode.Air))
            DrawEntry(page, new("<path class=\"l-air\" stroke-width=\"1.8\" stroke-dasharray=\"7 5\" d=\"M2 12H22\"/>"), "air");
        if (model.Scenario.Fronts.Any(f => f.Along.Length > 1))
            DrawEntry(page,
                new("<path class=\"l-front\" stroke-width=\"2.4\" stroke-dasharray=\"2 4\" d=\"M1 12H14\"/><path class=\"f-front\" d=\"M23 "
                    + "12L14 7V17z\"/>"), "way of a front");
        page.Add($"</ul>\n");
    }

    private static void DrawEntry(Html page, Markup symbol, string meaning) =>
        page.Add($"<li><svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\">{symbol}</svg> {meaning}</li>");
}
