namespace SupplySim.Remedies;

/// <summary>What could be done with vehicles and aircraft that carry anything, and with those that escort them.</summary>
internal static class OfFleets
{
    public static IEnumerable<Remedy> In(Carriers carriers) => carriers.Scenario.Fleets
        .Where(fleet => fleet.Through is null && (carriers.Laden.Contains(fleet) || carriers.Escorts.Contains(fleet.Id)))
        .SelectMany(fleet => Of(fleet, carriers));

    private static IEnumerable<Remedy> Of(Fleet one, Carriers carriers)
    {
        var what = carriers.Escorts.Contains(one.Id) ? "escorts" : one.Mode == Mode.Air ? "aircraft" : "trucks";
        // Of none the double is none.
        if (one.Count > 0)
            yield return Changed("count", $"twice the {what} ({one.Id} {Twice.From(one.Count)})",
                fleet => fleet with { Count = Twice.Of(fleet.Count) });
        if (one.Convoy is { Size.Greatest: > 1 })
            yield return Changed("convoy", $"{one.Id} set out without waiting for a column",
                fleet => fleet.Convoy is { } rules
                    ? fleet with { Convoy = rules with { Size = new(1, rules.Size.Greatest), Wait = TimeSpan.Zero } }
                    : fleet);
        if (one.Driving is not null || (one.Mode == Mode.Road && one.Night == NightRule.Stop))
            yield return Changed("driving", $"{one.Id} driven day and night",
                fleet => fleet with { Driving = null, Night = NightRule.Drive });
        if (one.Fuel is { } fuel)
            yield return Changed("fuel", $"{fuel.Commodity} without end for the {what} ({one.Id})", fleet => fleet with { Fuel = null });
        if (one.CrewDay is not null)
            yield return Changed("crew-day", $"{one.Id} flown by crews that relieve each other", fleet => fleet with { CrewDay = null });

        Remedy Changed(string id, string words, Func<Fleet, Fleet> change) =>
            new($"{id}/{one.Id}", carriers.Kind(one), words, scenario => scenario.Fleet(one.Id, change));
    }
}
