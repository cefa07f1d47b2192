using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Golden;

/// <summary>For each statement of the story something that could be wrong with the scenario or the simulation, and that the
/// statement must notice.</summary>
/// <remarks>Each is written as a change of the scenario that has the effect of the mistake.</remarks>
internal static class SeededBugs
{
    /// <summary>By the statement that must notice it.</summary>
    public static IReadOnlyDictionary<string, Func<Scenario, Scenario>> All { get; } = new Dictionary<string, Func<Scenario, Scenario>>
    {
        // A schedule that counts a week as eleven days.
        ["at least 30 heavy vehicles are sent in every run"] = Everywhere(s => s with
        {
            SupplyLines = Changed(s.SupplyLines, line => line.Id == "force-heavy",
                line => line with { Send = new Rate(line.Send!.Value.Amount, TimeSpan.FromDays(11)) }),
        }),

        // Clearance that is asked and never heard of again.
        ["without fighting at least 95 % of the heavy vehicles arrive"] = Everywhere(s => s.With((Crossing)s["fishkhabour"] with
        {
            Clearance = ((Crossing)s["fishkhabour"]).Clearance! with { GrantedIn = TimeSpan.FromDays(60) },
        })),

        // Trucks that do not come back for another load: far fewer than are needed.
        ["without fighting the camps' need is met"] = Everywhere(s => s with
        {
            Fleets = Changed(s.Fleets, fleet => fleet.Id == "aid-trucks", fleet => fleet with { Count = 20 }),
        }),

        ["fewer heavy vehicles arrive when the crossing is contested"] = Everywhere(NobodySetsOut),

        // Aircraft that take what cannot fly.
        ["no heavy vehicle arrives by air"] = Everywhere(s => s with
        {
            Commodities = Changed(s.Commodities, c => c.Id == "heavy-equipment", c => c with { CanFly = true }),
            Fleets = Changed(s.Fleets, fleet => fleet.Id == "aid-flights", fleet => fleet with { Carries = Mass.FromTonnes(25) }),
            SupplyLines = Changed(s.SupplyLines, line => line.Id == "airlift", line => line with
            {
                Commodities = ["heavy-equipment"], UpTo = Supply.Of(("heavy-equipment", Quantity.Pieces(2))), When = null, Until = null,
            }),
        }),

        ["more people are hungry when the crossing is contested"] = Everywhere(NobodySetsOut),

        // Closures that close nothing.
        ["the crossing is shut at some time in at least half of the runs"] = Everywhere(s => s with
        {
            Disruptions = [.. s.Disruptions.Where(disruption => disruption is not Closure)],
        }),

        // The alternative's own setting is lost.
        ["more flights help the camps"] = In("more-flights", s => s with
        {
            Fleets = Changed(s.Fleets, fleet => fleet.Id == "aid-flights", fleet => fleet with { Count = 2 }),
        }),

        // A setting of another alternative gets into this one.
        ["more flights do not help the heavy equipment"] = In("more-flights", NobodySetsOut),
    };

    private static Scenario NobodySetsOut(Scenario scenario) =>
        scenario with { Fronts = Changed(scenario.Fronts, _ => true, front => front with { Starts = Moment.Never }) };

    private static Func<Scenario, Scenario> Everywhere(Func<Scenario, Scenario> change) => Where(_ => true, change);

    private static Func<Scenario, Scenario> In(string alternative, Func<Scenario, Scenario> change) =>
        Where(name => name == alternative, change);

    private static Func<Scenario, Scenario> Where(Func<string, bool> isMeant, Func<Scenario, Scenario> change) => scenario => scenario with
    {
        Experiment = scenario.Experiment with
        {
            Compare = Changed(scenario.Experiment.Compare, a => isMeant(a.Name), a => a with { Scenario = change(a.Scenario) }),
        },
    };

    private static ImmutableArray<T> Changed<T>(
        ImmutableArray<T> all, Func<T, bool> which, Func<T, T> change) =>
        [.. all.Select(one => which(one) ? change(one) : one)];
}
