using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>Days of supply of each camp and force: one fan for each alternative, all of a place on one scale, and a table
/// of the same figures.</summary>
internal static class CampsSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var series = Series(model.First).ToArray();
        if (series.Length == 0) return;
        page.Add($"""
            <section id="camps"><h2>Days of supply</h2>
            <p>{FanFigures.Spread(model)}{Behind(model, [.. series.Select(one => model.ShutFor(one.Place!)).OfType<ShutCrossing>().Distinct()])}</p>

            """);
        DrawKey(page, model);
        for (var i = 0; i < series.Length; i++) DrawPlace(page, model, series[i], i);
        page.Add($"</section>\n");
    }

    private static IEnumerable<Column> Series(AlternativeResult result) => result.Series.Select(s => s.Column)
        .Where(c => c.Place is not null && result.Scenario.Measures.Any(m => m.Id == c.Measure && m.Is == MeasureKind.StockPerNeed));

    private static string Behind(ReportModel model, ShutCrossing[] shut) => shut switch
    {
        [] => "",
        [var one] => $" Behind stand the days on which {ShutWords(one)}, the darker the more of the runs.",
        _ => $" Behind each place stand the days on which a crossing was shut, the darker the more of the runs: for "
            + Words.List([.. Series(model.First).Select(one => one.Place!).Distinct().Select(place =>
                $"{Names.Of(model.Scenario, place)} {Names.Clean(model.ShutFor(place)!.Crossing.Shown)}{model.ShutFor(place)!.To}")]) + ".",
    };

    private static string ShutWords(ShutCrossing shut) => $"{Names.Clean(shut.Crossing.Shown)} was shut{shut.To}";

    private static void DrawKey(Html page, ReportModel model)
    {
        page.Add(
            $"""<ul class="key"><li><i class="swatch line"></i>median</li><li><i class="swatch half"></i>half of the runs</li><li><i class="swatch wide"></i>90 % of the runs</li>""");
        if (model.Scenario.Places.Any(p => p is Camp { WarnBelow: not null } or Force { WarnBelow: not null }))
            page.Add($"""<li><i class="swatch warn"></i>warning level</li>""");
        if (model.Shut.Length > 0) page.Add($"""<li><i class="swatch shut"></i>crossing shut</li>""");
        page.Add($"</ul>\n");
    }

    private static void DrawPlace(Html page, ReportModel model, Column column, int index)
    {
        var place = model.Scenario[column.Place!];
        var warning = place switch { Camp camp => camp.WarnBelow, Force force => force.WarnBelow, _ => null };
        new FanFigures
        {
            Id = FormattableString.Invariant($"fan-{index}"),
            Title = column.Commodity is { } commodity ? $"{place.Shown}, {Names.Of(model.Scenario, commodity)}" : place.Shown,
            Column = column,
            AxisTitle = "days of supply",
            Caption = "Days of supply at the end of the day",
            Finding = days => Finding(days, warning?.TotalDays),
            Warning = warning?.TotalDays,
            Shut = model.ShutFor(place.Id),
        }.Draw(page, model);
    }

    /// <summary>What one sees in a fan.</summary>
    internal static string Finding(ImmutableArray<DayBand> days, double? warning)
    {
        var known = days.Select((band, day) => (band, day)).Where(d => double.IsFinite(d.band.P50)).ToArray();
        if (known.Length == 0) return "No run has anything to say.";
        var lowest = known.MinBy(d => d.band.P50);
        var least = $"The median is lowest on day {lowest.day}, at {Days(lowest.band.P50)} d";
        if (warning is not { } level) return least + ".";
        var (below, ever) = (First(known, d => d.band.P50 < level), First(known, d => d.band.P05 < level));
        return (below, ever) switch
        {
            ({ } day, _) => $"The median falls below {Figure.Of(level, 0, Scale.Plain)} d on day {day} and is lowest on day {lowest.day}, "
                + $"at {Days(lowest.band.P50)} d.",
            (_, { } day) => $"{least}; one run in twenty is below {Figure.Of(level, 0, Scale.Plain)} d by day {day}.",
            _ => $"{least}; at least 95 % of the runs stay above {Figure.Of(level, 0, Scale.Plain)} d every day.",
        };
    }

    // Less than an hour's worth is nothing that one could see.
    private static string Days(double days) => Figure.Seen(days < 0.05 ? 0 : days, Scale.Plain);

    private static int? First((DayBand band, int day)[] days, Func<(DayBand band, int day), bool> when) =>
        days.Where(when).Select(d => (int?)d.day).FirstOrDefault();
}
