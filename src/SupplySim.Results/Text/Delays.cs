using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What held up the supplies of those whom the telling measure is of, in one alternative: over all runs, the greatest share first.</summary>
/// <remarks>Counted with them are the depots through which they are supplied, as far as these can run out themselves.</remarks>
/// <param name="Whom">For example <c>the camps</c>.</param>
/// <param name="Causes">The shares add up to one; empty where nothing was held up.</param>
/// <param name="IsHarmful">Whether anybody went short for it: what is late and missed by nobody needs no reason.</param>
/// <param name="All">[load-time] Of all of them, in a run on average.</param>
internal sealed record Delays(string Whom, ImmutableArray<DelayCause> Causes, bool IsHarmful, TimeSpan All)
{
    /// <summary>Of an alternative.</summary>
    public static Delays Of(AlternativeResult result)
    {
        var scenario = result.Scenario;
        var group = Group(scenario);
        var places = Supplied(scenario, [.. Needy(scenario).Where(place => Is(place, group)).Select(place => place.Id)]);
        var held = result.HeldUp.Where(one => places.Contains(one.For)).GroupBy(one => (one.Where, one.Cause))
            .Select(alike => (alike.Key, Ticks: alike.Sum(one => (double)one.Time.Ticks))).Where(one => one.Ticks > 0).ToArray();
        var all = held.Sum(one => one.Ticks);
        return new(
            group switch { "camps" => "the camps", "forces" => "the forces", null => "all places", _ => Names.Of(scenario, group) },
            [.. held.OrderByDescending(one => one.Ticks).ThenBy(one => one.Key.Where, StringComparer.Ordinal).ThenBy(one => one.Key.Cause, StringComparer.Ordinal)
                .Select(one => new DelayCause(one.Key.Where, one.Key.Cause, one.Ticks / all))],
            IsMissed(result),
            TimeSpan.FromTicks((long)Math.Min(all, TimeSpan.MaxValue.Ticks / 2)));
    }

    // Where no measure could tell, somebody may have.
    private static bool IsMissed(AlternativeResult result)
    {
        var kinds = result.Scenario.Measures.ToDictionary(measure => measure.Id, measure => measure.Is);
        var telling = result.Measures.Where(one => one.Column.Detail is null && kinds.TryGetValue(one.Column.Measure, out var kind)
            && kind is MeasureKind.UnmetPersonDays or MeasureKind.ConsumedPerNeed or MeasureKind.FirstTimeBelowWarning).ToArray();
        return telling.Length == 0 || !result.RunOuts.IsEmpty || telling.Any(one => kinds[one.Column.Measure] switch
        {
            MeasureKind.UnmetPersonDays => one.Estimate.Max > 0,
            MeasureKind.ConsumedPerNeed => one.Estimate.Min < 1,
            _ => one.Estimate.Happened > 0,
        });
    }

    /// <summary>The supply lines that lead to them.</summary>
    public static IReadOnlySet<string> Lines(Scenario scenario)
    {
        var places = Supplied(scenario, [.. Needy(scenario).Where(place => Is(place, Group(scenario))).Select(place => place.Id)]);
        return scenario.SupplyLines.Where(line => places.Contains(line.To.Value)).Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
    }

    // Whom the measures are of that tell most; null where they are of nobody who needs anything.
    private static string? Group(Scenario scenario)
    {
        var measures = scenario.Measures.Telling() is { } telling ? scenario.Measures.Insert(0, telling) : scenario.Measures;
        return measures.Select(measure => measure.Of).FirstOrDefault(of => Needy(scenario).Any(place => Is(place, of)));
    }

    private static IEnumerable<Place> Needy(Scenario scenario) => scenario.Places.Where(place => place is Camp or Force);

    private static bool Is(Place place, string? group) => group is null || group == place.Id || group == (place is Camp ? "camps" : "forces");

    private static HashSet<string> Supplied(Scenario scenario, HashSet<string> places)
    {
        int before;
        do
        {
            before = places.Count;
            foreach (var line in scenario.SupplyLines)
                if (places.Contains(line.To.Value) && scenario[line.From.Value] is Site { Stock.IsUnlimited: false } from) places.Add(from.Id);
        }
        while (places.Count > before);
        return places;
    }
}

/// <summary>One cause of delay.</summary>
/// <param name="Where">The id of a place or route; of a fleet for <c>no-vehicle</c> and <c>departure</c>.</param>
/// <param name="Cause">As in <see cref="HeldUp"/>.</param>
/// <param name="Share">[share] Of all delay.</param>
internal sealed record DelayCause(string Where, string Cause, double Share)
{
    /// <summary>Whether something was shut, or known to be.</summary>
    public bool IsClosure => Cause is "physical" or "not-ordered";
}
