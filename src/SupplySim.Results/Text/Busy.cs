using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>How busy crossings would be if all that is needed came by road, in words.</summary>
public static class Busy
{
    private const double Full = 1;

    private const int Most = 5;

    /// <summary>A sentence for each crossing, the busiest first, of at most five.</summary>
    /// <param name="scenario">For the names of things.</param>
    /// <param name="utilisations">Of its crossings that vehicles pass.</param>
    public static IReadOnlyList<string> Sentences(Scenario scenario, ImmutableArray<Utilisation> utilisations)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            .. utilisations.OrderByDescending(one => one.Share + one.Strangers).Take(Most).Select(one => Sentence(one, scenario)),
        ];
    }

    private static string Sentence(Utilisation one, Scenario scenario)
    {
        var strangers = one.Strangers > 0 ? $"; those who merely pass take {Share(one.Strangers)}" : "";
        var over = one.Share + one.Strangers > Full ? ", which is more than it can pass" : "";
        return $"{Words.Sentence(Names.Subject(scenario, one.Crossing.Value))}: all that is needed or sent by road at the start is "
            + $"{Figure.Seen(one.VehiclesPerDay, Scale.Plain)} vehicles a day, which there and back take {Share(one.Share)} of its lanes "
            + $"while it is open{strangers}{over}{Cleared(one, scenario)}.";
    }

    // Only where that may be too few: whoever holds it decides whether clearance is wanted.
    private static string Cleared(Utilisation one, Scenario scenario) =>
        scenario.Places.OfType<Crossing>().Single(crossing => crossing.Id == one.Crossing.Value).Clearance?.PerDay is { Mean: var mean }
            && mean < one.VehiclesPerDay
            ? string.Create(CultureInfo.InvariantCulture, $"; where clearance is wanted {mean:#,0.#} are cleared in a day")
            : "";

    private static string Share(double share) => Figure.Seen(share, Scale.Percent);
}
