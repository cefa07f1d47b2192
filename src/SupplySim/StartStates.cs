using System.Collections.Frozen;
using SupplySim.Rules;

namespace SupplySim;

/// <summary>A scenario as it stands at the start, by what is known of that date.</summary>
internal static class StartStates
{
    /// <summary>The scenario with people, holders and vehicles as they are known to be, and those states
    /// left that say what lies where: they are asked for when stocks are filled. What names nothing that
    /// there is changes nothing.</summary>
    public static Scenario Apply(Scenario scenario)
    {
        if (scenario.AsOf.IsEmpty) return scenario;
        var now = scenario.AsOf.Where(state => IsOfStart(state, scenario.Clock)).ToArray();
        var parties = scenario.Parties.Select(party => party.Id).ToHashSet();
        var ofPlaces = now.Where(state => state.HeldBy is null || parties.Contains(state.HeldBy)).ToLookup(state => state.Of?.Value);
        var ofFleets = now.Where(state => state.Vehicles is >= 0).ToLookup(state => state.Fleet, state => state.Vehicles!.Value);
        return scenario with
        {
            Places = [.. scenario.Places.Select(place => ofPlaces[place.Id].Aggregate(place, With))],
            Fleets = [.. scenario.Fleets.Select(fleet =>
                ofFleets.Contains(fleet.Id) ? fleet with { Count = ofFleets[fleet.Id].Last() } : fleet)],
            AsOf = [.. now.Where(state => state.Stock is not null)],
        };
    }

    /// <summary>[smallest unit] What is known to lie where, by place and commodity.</summary>
    public static FrozenDictionary<(string Place, string Commodity), long> Stocks(Scenario scenario) => scenario.AsOf
        .Where(state => state is { Stock: not null, Of: not null, Commodity: not null } && IsOfStart(state, scenario.Clock))
        .ToLookup(state => (state.Of!.Value.Value, state.Commodity!), state => state.Stock!.Value.Amount).ToFrozenDictionary(one => one.Key,
            one => one.Last());

    /// <summary>Whether a state is of the instant at which the run starts.</summary>
    public static bool IsOfStart(KnownState state, Clock clock) => !state.At.IsNever && ScenarioRules.At(clock, state.At) == TimeSpan.Zero;

    private static Place With(Place place, KnownState state) => (place, state) switch
    {
        (Camp camp, { People: { } people }) => camp with { People = people },
        (Crossing crossing, { HeldBy: { } party, ControlPoint: null }) => crossing with { HeldBy = party },
        (Crossing crossing, { HeldBy: { } party, ControlPoint: { } point }) when PointsOf(crossing).Contains(point) => crossing with
        {
            HeldBy = Each<string>.Of(
                ByName.Create<string>([.. PointsOf(crossing).Select(one => (one, Holder: one == point ? party : crossing.HeldBy?.For(one)))
                .Where(one => one.Holder is not null).Select(one => (one.one, one.Holder!))])),
        },
        _ => place,
    };

    private static string[] PointsOf(Crossing crossing) =>
        [.. (crossing.HeldBy?.Named?.Select(one => one.Name) ?? []).Concat(crossing.Hours.Named?.Select(one => one.Name) ?? []).Distinct()];
}
