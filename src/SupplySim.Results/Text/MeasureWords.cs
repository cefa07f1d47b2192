using System.Globalization;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What a measure is called, scaled by and wished to be, in the words of people.</summary>
internal static class MeasureWords
{
    private const string Recovery = "recovery";

    /// <summary>For example <c>need met, camps</c> or <c>food delivered, Ain Issa camp</c>; the unit is in it where the
    /// figures do not carry it, and the measure's id where two would be called the same.</summary>
    public static string Label(Measure measure, Scenario scenario)
    {
        var label = Plain(measure, scenario);
        return scenario.Measures.Any(other => other.Id != measure.Id && Plain(other, scenario) == label)
            ? $"{label} ({Names.Clean(measure.Id)})"
            : label;
    }

    /// <summary>What the runs are called in which there was something to recover from: <c>had to recover, camps</c>.</summary>
    /// <param name="label">Of a time to recover.</param>
    public static string HadTo(string label) =>
        label.StartsWith(Recovery, StringComparison.Ordinal) ? "had to recover" + label[Recovery.Length..] : label;

    /// <summary>Of what may never happen, for example <c>whether camps recover</c>, <c>whether a camp is ever below 5 d</c>.</summary>
    public static string Whether(Measure measure, Scenario scenario)
    {
        if (measure.Is != MeasureKind.TimeToRecover)
            return "whether " + Label(measure, scenario).Replace(" below ", " is ever below ", StringComparison.Ordinal)
                .Replace(" running short", " ever runs short", StringComparison.Ordinal)
                .Replace(" captured", " is ever captured", StringComparison.Ordinal);
        var isMany = measure.Of is "camps" or "forces" or "crossings";
        return $"whether {Of(measure.Of, scenario)} {(isMany ? "recover" : "recovers")}"
            + (Label(measure, scenario) == Recovery + ", " + Of(measure.Of, scenario) ? "" : $" ({Names.Clean(measure.Id)})");
    }

    private static string Plain(Measure measure, Scenario scenario)
    {
        var of = Of(measure.Of, scenario);
        var what = measure.Commodity is { } id ? Names.Of(scenario, id) : null;
        var withWhat = what is null ? of : $"{of}, {what}";
        return measure.Is switch
        {
            MeasureKind.ConsumedPerNeed => $"need met, {withWhat}",
            MeasureKind.StockPerNeed => $"least supply, {withWhat}",
            MeasureKind.UnmetPersonDays => $"person-days without {what ?? "a full ration"}" + (measure.Of == "camps" ? "" : $", {of}"),
            MeasureKind.FirstTimeBelowWarning => Warning(measure.Of, what, scenario),
            MeasureKind.FirstTimeCaptured =>
                $"{measure.Of switch { "crossings" => "a crossing", "camps" => "a camp", "forces" => "a force", _ => of }} captured",
            MeasureKind.FirstTime => FirstTime(measure, of),
            MeasureKind.TimeToRecover => $"{Recovery}, {withWhat}",
            MeasureKind.DeliveredPerSent => $"share of {what ?? "goods"} delivered, {of}",
            MeasureKind.Delivered => $"{what ?? "goods"} delivered, {of}",
            MeasureKind.Sent => $"{what ?? "goods"} sent, {of}",
            MeasureKind.Stock => $"{what ?? "goods"} in stock, {of}",
            MeasureKind.WaitingByCause => "vehicle-days waited" + (measure.Of == "crossings" ? "" : $", {of}"),
            MeasureKind.Wait => $"hours waited, {of}",
            MeasureKind.Shut => $"days shut{ToWhom(measure, scenario)}, {of}",
            MeasureKind.Passed => $"{(measure.Traffic is { } traffic ? Names.Clean(traffic) + " " : "")}vehicles passed, {of}",
            MeasureKind.People => $"people, {of}",
            MeasureKind.Displaced => $"people who fled to {of}",
            MeasureKind.Returned => $"people gone home from {of}",
            MeasureKind.Readiness => $"readiness, {of}",
            MeasureKind.LeastReadiness => $"least readiness, {of}",
            MeasureKind.Attacks => $"attacks on the way to {of}",
            MeasureKind.VehiclesLost => $"vehicles lost, {of}",
            MeasureKind.CargoLost => $"{what ?? "goods"} lost on the way to {of}",
            MeasureKind.StockLost => $"{what ?? "goods"} destroyed or seized, {of}",
            MeasureKind.OverCapacity => $"person-days over capacity, {of}",
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure.Is, "a kind of measure without words"),
        };
    }

    // To all is said where one may be shut to some alone, to whom it was shut for longer.
    private static string ToWhom(Measure measure, Scenario scenario) =>
        measure.Traffic is { } traffic ? $" to {Names.Clean(traffic)}"
        : scenario.Disruptions.OfType<Closure>().Any(one => !one.To.IsEmpty)
            || scenario.Places.OfType<Crossing>().Any(one => one.Passage.Count > 0) ? " to all"
        : "";

    /// <summary>What the second row of a measure that may never happen is called: when, or how long until, it does.</summary>
    public static string When(Measure measure, bool isAlike) =>
        (IsFirstTime(measure) ? "first, when" : "days until then") + (isAlike ? "" : " (5–95 %)");

    /// <summary>Whether its value is a point in time of the run.</summary>
    public static bool IsFirstTime(Measure measure) => measure.Is
        is MeasureKind.FirstTimeBelowWarning or MeasureKind.FirstTimeCaptured or MeasureKind.FirstTime;

    /// <summary>A point in time of the run, or a length of it, as the second row shows it.</summary>
    public static string Instant(Measure measure, double days) => IsFirstTime(measure)
        ? "day " + Day(days)
        : Figure.Seen(days, Text.Scale.Plain) + " d";

    /// <summary>The number of the day in which a time lies; day 0 is the first.</summary>
    public static string Day(double days) => Math.Floor(days).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>On which scale its figures stand beside each other; with the unit where the label does not say it.</summary>
    public static Scale Scale(Measure measure, string unit, IEnumerable<double> values) => measure.Is switch
    {
        MeasureKind.ConsumedPerNeed or MeasureKind.DeliveredPerSent or MeasureKind.Readiness or MeasureKind.LeastReadiness =>
            Text.Scale.Percent,
        MeasureKind.StockPerNeed or MeasureKind.Stock or MeasureKind.Delivered or MeasureKind.Sent or MeasureKind.CargoLost
            or MeasureKind.StockLost =>
            Text.Scale.For(values).In(unit == "piece" ? "pieces" : unit, unit),
        _ => Text.Scale.For(values),
    };

    /// <summary>On which scale differences of it stand beside each other: shares differ by points.</summary>
    public static Scale DifferenceScale(Measure measure, string unit, IEnumerable<double> differences)
    {
        var scale = Scale(measure, unit, differences);
        return scale == Text.Scale.Percent ? scale with { Suffix = " pt" } : scale;
    }

    /// <summary>1 where more is better, -1 where less is, 0 where it is neither: less is delivered also where less is needed.</summary>
    public static int Wish(Measure measure) => measure.Is.Wish();

    /// <summary>The level below which a place counts as running short, where all places of a group share one.</summary>
    public static TimeSpan? WarnBelow(string of, Scenario scenario)
    {
        var levels = scenario.Places.Where(p => of == p.Id || of == (p is Camp ? "camps" : "forces")).Select(p => p switch
        {
            Camp camp => camp.WarnBelow,
            Force force => force.WarnBelow,
            _ => null,
        }).OfType<TimeSpan>().Distinct().ToArray();
        return levels is [var one] ? one : null;
    }

    private static string Warning(string of, string? what, Scenario scenario)
    {
        var who = of switch { "camps" => "a camp", "forces" => "a force", _ => Names.Of(scenario, of) };
        return WarnBelow(of, scenario) is { } level
            ? $"{who} below {level.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} d{(what is null ? "" : $" of {what}")}"
            : $"{who} running short{(what is null ? "" : $" of {what}")}";
    }

    // As it is written; of which place where that is not said in it.
    private static string FirstTime(Measure measure, string of)
    {
        var when = Names.Clean(measure.When?.ToString() ?? "");
        return when.Contains($"({measure.Of}", StringComparison.Ordinal) ? when : $"{when}, {of}";
    }

    private static string Of(string of, Scenario scenario) =>
        of is "camps" or "forces" or "crossings" ? of : Names.Of(scenario, of);
}
