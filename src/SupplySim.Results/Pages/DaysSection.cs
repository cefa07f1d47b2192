using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Charts;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What measures asked for <c>by: day</c>, but for days of supply and closures, which stand elsewhere: what came, what passed,
/// who lived there, how ready a force was. One fan for each alternative, over all places of a measure.</summary>
internal static class DaysSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var shown = model.Scenario.Measures
            .Where(measure => measure.By is not null && measure.Is is not (MeasureKind.StockPerNeed or MeasureKind.Shut))
            .Select(measure => (Measure: measure, Column: ColumnOf(measure, model.First))).Where(one => one.Column is not null).ToArray();
        if (shown.Length == 0) return;
        page.Add($"<section id=\"days\"><h2>Day by day</h2>\n<p>{FanFigures.Spread(model)}{Behind([.. shown.Select(one => one.Measure)], model)}</p>\n");
        for (var i = 0; i < shown.Length; i++) Figures(shown[i].Measure, shown[i].Column!, model, i).Draw(page, model);
        page.Add($"</section>\n");
    }

    private static Column? ColumnOf(Measure measure, AlternativeResult result) =>
        result.Series.Select(series => series.Column).FirstOrDefault(column => column.Measure == measure.Id);

    private static FanFigures Figures(Measure measure, Column column, ReportModel model, int number)
    {
        var isShare = column.Unit == "share";
        var unit = isShare ? "%" : Words.Plural(column.Unit);
        return new FanFigures
        {
            Id = FormattableString.Invariant($"days-{number}"),
            Title = Words.Sentence(MeasureWords.Label(measure, model.Scenario)),
            Column = column,
            AxisTitle = $"{unit}{(IsFlow(measure.Is) ? " a day" : "")}",
            Caption = $"{(column.Unit switch { "t" => "Tonnes", "l" => "Litres", "share" => "Per cent", _ => Words.Sentence(unit) })} "
                + When(measure.Is),
            Finding = days => Finding(days, unit),
            Times = isShare ? 100 : 1,
            Most = isShare ? 104 : null, // so that a line at 100 % can be seen
            Shut = ShutBehind(measure, model),
        };
    }

    // A crossing itself, or the one behind which all live of whom it is measured.
    private static ShutCrossing? ShutBehind(Measure measure, ReportModel model)
    {
        var places = model.Scenario.Places.Where(place => measure.Of switch
        {
            "camps" => place is Camp,
            "forces" => place is Force,
            "crossings" => place is Crossing,
            var id => place.Id == id,
        });
        var shut = places.Select(place => place is Crossing
            ? model.Shut.FirstOrDefault(one => one.Crossing.Id == place.Id && (one.Traffic is null || one.Traffic == measure.Traffic))
            : model.ShutFor(place.Id)).Distinct().ToArray();
        return shut is [var only] ? only : null;
    }

    private static string Behind(Measure[] measures, ReportModel model)
    {
        var shut = measures.Select(measure => ShutBehind(measure, model)).OfType<ShutCrossing>().Distinct().ToArray();
        return shut.Length == 0 ? ""
            : $" Behind stand the days on which {Words.List([.. shut.Select(one => Names.Clean(one.Crossing.Shown) + one.To)])} was shut, "
                + $"the darker the more of the runs.";
    }

    private static bool IsFlow(MeasureKind kind) =>
        kind is not (MeasureKind.Stock or MeasureKind.People or MeasureKind.Displaced or MeasureKind.Readiness
            or MeasureKind.ConsumedPerNeed);

    private static string When(MeasureKind kind) => kind switch
    {
        MeasureKind.Stock or MeasureKind.People or MeasureKind.Displaced => "at the end of the day",
        MeasureKind.Readiness => "on average over the day",
        _ => "of the day",
    };

    private static string Finding(ImmutableArray<DayBand> days, string unit)
    {
        var known = days.Select((band, day) => (band.P50, Day: day)).Where(d => double.IsFinite(d.P50)).ToArray();
        if (known.Length == 0) return "No run has anything to say.";
        var (most, least) = (known.MaxBy(d => d.P50), known.MinBy(d => d.P50));
        return most.P50 == least.P50
            ? $"The median is {Seen(most.P50)} on each day."
            : $"The median is greatest on day {most.Day}, at {Seen(most.P50)}, and least on day {least.Day}, at {Seen(least.P50)}.";

        string Seen(double value) => $"{Figure.Seen(value, Scale.For([most.P50]))} {unit}";
    }
}
