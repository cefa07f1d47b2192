using SupplySim.Quantities;

namespace SupplySim.Experiments;

// More than is cleared in a day.
internal sealed partial class Shortfalls
{
    private IEnumerable<Problem> ByClearances()
    {
        foreach (var (crossing, lines, places, asked) in Asked())
        {
            if (crossing.Clearance?.PerDay is not { } perDay || !lines.All(line => AreAllCleared(crossing, FleetOf(line.By), "in"))) continue;
            var areCounted = !IsOneWay && lines.All(line => AreAllCleared(crossing, FleetOf(line.By), "out"));
            var cleared = MostOn(perDay, Math.Ceiling(_days));
            // What is owed at the end is of a column. Those who come back need not before the run is over.
            var fleets = lines.Select(line => line.By).Distinct().Select(FleetOf).ToArray();
            var most = cleared * Math.Ceiling(_days) + fleets.Max(fleet => fleet.Convoy?.Size.Greatest ?? 1);
            if (areCounted) most = (most + fleets.Sum(fleet => fleet.Count)) / 2;
            if (asked <= most * Surely) continue;
            yield return new($"places.{crossing.Id}.clearance.per-day",
                $"at most {Figure(cleared)} vehicles a day are cleared{(areCounted ? ", on the way back too" : "")}, and what is asked for behind it "
                    + $"({Listed(places)}) makes {Figure(asked / _days)} loads a day; at most {Percent(most / asked)} of it can come",
                "clear more of them, use larger vehicles, or ask for less"
                    + (areCounted ? ", or let those who come back pass without: `{in: with-clearance, out: yes}`" : ""));
        }
    }

    // [vehicles] On no day of a run are more cleared, but almost never; whole, as they are drawn.
    private static double MostOn(Number perDay, double days) =>
        Math.Round(Math.Max(0, perDay.Law.Quantile(1 - AlmostNever / (perDay.IsUnknown ? 1 : days))), MidpointRounding.ToEven);

    // Whoever holds it, or may take it.
    private bool AreAllCleared(Crossing crossing, Fleet fleet, string direction)
    {
        string[] holders = [.. crossing.HeldBy is not { } by ? [] : by.Named is { } named ? named.Select(one => one.Value) : [by.All!],
            .. _scenario.Fronts.IsEmpty ? [] : _scenario.Parties.Select(party => party.Id)];
        return holders.Length > 0 && holders.All(holder => crossing.Passage.TryGet(holder, out var rules)
            && (!rules.TryGet(fleet.Traffic, out var rule)
                || (rule.Named is null ? rule.All : rule.Named.TryGet(direction, out var word) ? word : Permission.No) != Permission.Yes));
    }
}
