using System.Globalization;
using SupplySim.Engine;
using SupplySim.Results.Maps;
using SupplySim.Results.Replays;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The controls with which a run is played on the map, and what the script needs for it. Hidden
/// until the script shows them: without scripts the map stands still, and nothing is missing.</summary>
internal static class ReplaySection
{
    /// <summary>The colours by kind of traffic, of those that stand out from paper; more kinds than these begin again.</summary>
    public static readonly string[] Roles = ["camp", "force", "depot", "crossing"];

    public static void Draw(Html page, ReportModel model, Replay replay, GeoFrame frame)
    {
        if (replay.Trips.IsEmpty) return;
        page.Add(
            $"<div id=\"replay\" class=\"replay\" hidden "
                + $"data-start=\"{model.Scenario.Clock.DateAt(SimTime.Start).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)}\" "
                + $"data-shifts=\"{string.Join(' ', Dates.Shifts(model.Scenario.Clock).Select(one => FormattableString.Invariant($"{one.Minute}:{one.By}")))}\" "
                + $"data-end=\"{replay.End}\" data-roles=\"{string.Join(' ', replay.Traffics.Select((_, number) => Role(number)))}\"");
        page.Add(
            $" data-trips=\"{replay.TripText()}\" data-stays=\"{replay.StayText()}\" data-changes=\"{replay.ChangeText()}\" "
                + $"data-supply=\"{replay.SupplyText()}\" data-top=\"{replay.Top}\" "
                + $"data-commodities=\"{model.Scenario.Commodities.Length}\" data-parts=\"{replay.Parts}\" "
                + $"data-heads=\"{replay.HeadText(frame)}\">\n");
        page.Add($"""
            <p>{Which(model)} Play it, or pull the knob; <kbd>[</kbd> and <kbd>]</kbd> go from event to event, and a link to <code>#day-12.5</code> opens the page at noon of day 12.</p>
            <div class="controls"><button type="button" id="replay-play">Play</button>
            <label>Speed <select id="replay-speed">{Speeds(replay.End)}</select></label>
            <button type="button" id="replay-all">Whole run</button>
            <output id="replay-clock"></output></div>
            <div class="track"><svg id="replay-marks" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"></svg>
            <input type="range" id="replay-at" min="0" max="{replay.End}" value="0" step="60" aria-label="Time in the run"></div>
            <p id="replay-said" aria-live="polite"></p>

            """);
        DrawKey(page, replay, model);
        if (replay.LeftOut > 0)
            page.Add(
                $"<p "
                    + $"class=\"note\">{Words.Count(replay.LeftOut, "trip")} of {Words.Number(replay.LeftOut + replay.Trips.Length)} {(replay.LeftOut == 1 ? "is" : "are")} left "
                    + $"out, empty ones first; all are in movements.csv.</p>\n");
        if (replay.SuppliesLeftOut > 0)
            page.Add(
                $"<p "
                    + $"class=\"note\">{Words.Count(replay.SuppliesLeftOut, "place")} of {Words.Number(replay.SuppliesLeftOut + replay.Supplies.Length)} {(replay.SuppliesLeftOut == 1 ? "has" : "have")} no "
                    + $"bar of days of supply here, for want of room; all are in timeseries.csv.</p>\n");
        page.Add($"</div>\n");
    }

    // So that a leg of some hours can be seen, and the whole does not take longer than some minutes.
    private static Markup Speeds(long minutes)
    {
        var (options, usual) = (new Html(), Paces.Last(pace => pace.Minutes == Paces[0].Minutes || minutes / pace.Minutes >= 240).Minutes);
        foreach (var (pace, name) in Paces)
            options.Add($"<option value=\"{pace}\"{(pace == usual ? new Markup(" selected") : Markup.None)}>{name} a second</option>");
        return options.ToMarkup();
    }

    private static readonly (long Minutes, string Name)[] Paces = [(60, "1 h"), (360, "6 h"), (1440, "1 day"), (10_080, "1 week"),
        (40_320, "4 weeks")];

    private static string Which(ReportModel model) => string.Create(CultureInfo.InvariantCulture,
        $"Run {model.First.Shown.Replication}{(model.Result.Alternatives.Length > 1 ? $" of {Names.Clean(model.First.Name)}" : "")} as it "
            + $"went.");

    private static string Role(int traffic) => Roles[traffic % Roles.Length];

    private static void DrawKey(Html page, Replay replay, ReportModel model)
    {
        var run = model.First.Shown;
        page.Add($"<ul class=\"key\">");
        for (var i = 0; i < replay.Traffics.Length; i++)
            DrawEntry(page, new Html().Add($"""<circle class="mover f-{Role(i)}" cx="12" cy="12" r="6"/>""").ToMarkup(),
                $"{Names.Clean(replay.Traffics[i])}, larger with more vehicles");
        DrawEntry(page, new("<circle class=\"mover empty\" cx=\"12\" cy=\"12\" r=\"5\"/>"), "empty, on its way to load or home");
        if (run.Stays.Length > 0)
            DrawEntry(page, new("<circle class=\"wait\" cx=\"12\" cy=\"12\" r=\"9\"/>"),
                replay.HasStrangers
                    ? "vehicles at a crossing, those that merely pass among them"
                    : "vehicles at a crossing, without those that merely pass");
        if (replay.Supplies.Length > 0)
            DrawEntry(page, new("<path class=\"gauge\" d=\"M9 2H15V22H9z\"/><path class=\"f-camp\" d=\"M9 9H15V22H9z\"/>"),
                $"days of supply, full at {replay.Top:0} or more, between the ends of days; orange below the warning level, crossed out "
                    + $"where something has run out");
        if (replay.Happens(Replay.Change.PlacePartlyShut))
            DrawEntry(page,
                new("<g transform=\"translate(12 12)\" class=\"place f-crossing partly\"><path d=\"M0 -9L9 0L0 9L-9 0z\"/></g>"),
                "shut to some");
        if (replay.Happens(Replay.Change.RoutePartlyShut))
            DrawEntry(page, new("<path class=\"l-road partly\" stroke-width=\"4\" d=\"M2 12H22\"/>"), "road or air route shut to some");
        if (replay.Happens(Replay.Change.RouteShut))
            DrawEntry(page, new("<path class=\"l-road cut\" stroke-width=\"4\" d=\"M2 12H22\"/>"), "shut road or air route");
        if (replay.Happens(Replay.Change.Captured))
            DrawEntry(page,
                new("<g transform=\"translate(12 12)\" class=\"place f-crossing fallen\"><path d=\"M0 -9L9 0L0 9L-9 0z\"/></g>"),
                "captured");
        if (run.Heads.Any(head => head.Point is not null))
            DrawEntry(page,
                new(
                    "<path class=\"fight\" transform=\"translate(12 12) scale(.7)\" d=\"M0 -16L4 -5L15 -7L7 2L12 13L1 8L-9 14L-6 3L-16 "
                        + "-3L-5 -5z\"/><circle class=\"head f-front\" cx=\"12\" cy=\"12\" r=\"5\"/>"),
                        "head of a front, with rays while it fights");
        page.Add($"</ul>\n");
    }

    private static void DrawEntry(Html page, Markup symbol, string meaning) =>
        page.Add($"<li><svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\">{symbol}</svg> {meaning}</li>");
}
