using System.Globalization;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>Which run of a saved result is looked at, and by what it was chosen.</summary>
/// <param name="Replication">From 0.</param>
/// <param name="Words">For example <c>the one in the middle by person-days without food (hungry)</c>; empty for one that was named.</param>
public sealed record RunChoice(int Replication, string Words)
{
    /// <summary>Chooses one.</summary>
    /// <param name="saved">The result.</param>
    /// <param name="scenario">That it was made from, for which way of a measure is better.</param>
    /// <param name="alternative">Of which alternative.</param>
    /// <param name="which"><c>median</c>, <c>worst</c>, or a number.</param>
    /// <param name="by">The id of the measure that decides, or measure and place as <c>hungry/areesha</c>; null for the first.</param>
    /// <param name="choice">The run.</param>
    /// <returns>What is wrong with the question; null where nothing is.</returns>
    public static string? Try(SavedResult saved, Scenario scenario, string alternative, string which, string? by, out RunChoice? choice)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(scenario);
        choice = null;
        if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number >= saved.Runs) return $"the result has runs 0 to {saved.Runs - 1}, and no run {number}";
            choice = new(number, "");
            return by is null ? null : "a run that is named by its number is chosen by no measure: leave out either";
        }
        if (which is not ("median" or "worst"))
            return $"a run is `median`, `worst` or a number from 0 to {saved.Runs - 1}; '{which}' is none";
        var own = saved.Values.Where(value => value.Alternative == alternative).ToArray();
        if (own.Length == 0) return "the result has no measures by which a run could be chosen: name one by its number";
        if (ColumnOf(own, by) is not { } column)
            return $"there is no measure '{by}'; there "
                + $"are {string.Join(", ", own.Where(value => value.Detail is null).Select(value => value.Measure).Distinct())}, each "
                + $"alone or as `measure/place`";
        var since = own.Where(value => value.Measure == column.Measure && value.Detail == Column.Since).ToDictionary(value => value.Run,
            value => value.Value);
        // Who never recovered took longer than all others; where there was nothing to recover from, there is no value.
        var values = own.Where(value => (value.Measure, value.Place, value.Commodity, value.Detail) == column)
            .Select(value => double.IsNaN(value.Value) && since.TryGetValue(value.Run, out var from) && !double.IsNaN(from)
                ? value with { Value = double.PositiveInfinity }
                : value).ToArray();
        var measured = scenario.Measures.FirstOrDefault(measure => measure.Id == column.Measure);
        var name =
            $"{(measured is null ? column.Measure : MeasureWords.Label(measured, scenario))}{(column.Place is { } at && at != measured?.Of ? $", {Names.Of(scenario, at)}" : "")} "
                + $"({column.Measure}{(column.Place is null || by?.Contains('/', StringComparison.Ordinal) != true ? "" : $"/{column.Place}")})";
        var wish = measured?.Is.Wish() ?? 0;
        choice = which == "median"
            ? new(Median(values), $"the one in the middle by {name}")
            : new(Worst(values, wish), $"the worst by {name}");
        return null;
    }

    private static (string Measure, string? Place, string? Commodity, string? Detail)? ColumnOf(SavedValue[] own, string? by)
    {
        var parts = by?.Split('/', 2);
        var found = own.FirstOrDefault(value => value.Detail is null
            && (parts is null || (value.Measure == parts[0] && (parts.Length == 1 || value.Place == parts[1]))));
        return found is null ? null : (found.Measure, found.Place, found.Commodity, found.Detail);
    }

    // The same as the report shows.
    private static int Median(SavedValue[] values) =>
        values.OrderBy(value => value.Value).ThenBy(value => value.Run).ElementAt(values.Length / 2).Run;

    // What never happened is the best that can be of what is better late, and no value otherwise.
    private static int Worst(SavedValue[] values, int wish) =>
        values.OrderBy(value => double.IsNaN(value.Value)).ThenBy(value => wish > 0 ? value.Value : -value.Value).ThenBy(value => value.Run)
            .First().Run;
}
