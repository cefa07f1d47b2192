using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A scenario as it stands at the start, by what is known of that date.</summary>
internal static class StartStates
{
    /// <summary>The scenario with people, holders and vehicles as they are known to be, and those states left that say what lies where: they are
    /// asked for when stocks are filled. What names nothing that there is changes nothing.</summary>
    public static Scenario Apply(Scenario scenario)
    {
        if (scenario.AsOf.IsEmpty) return scenario;
        var now = scenario.AsOf.Where(state => IsOfStart(state, scenario.Clock)).ToArray();
        return scenario with
        {
            Places = [.. scenario.Places.Select(place => now.Where(state => state.Of?.Value == place.Id).Aggregate(place, With))],
            Fleets = [.. scenario.Fleets.Select(fleet => now.LastOrDefault(state => state.Fleet == fleet.Id && state.Vehicles is >= 0) is { } known ? fleet with { Count = known.Vehicles!.Value } : fleet)],
            AsOf = [.. now.Where(state => state.Stock is not null)],
        };
    }

    /// <summary>What is known to lie at a place of a commodity; null where nothing is.</summary>
    public static long? StockOf(ImmutableArray<KnownState> states, string place, string commodity) =>
        states.LastOrDefault(state => state.Stock is not null && state.Of?.Value == place && state.Commodity == commodity)?.Stock?.Amount;

    /// <summary>Whether a state is of the instant at which the run starts.</summary>
    public static bool IsOfStart(KnownState state, Clock clock) => !state.At.IsNever && ScenarioRules.At(clock, state.At) == TimeSpan.Zero;

    private static Place With(Place place, KnownState state) => (place, state) switch
    {
        (Camp camp, { People: { } people }) => camp with { People = people },
        (Crossing crossing, { HeldBy: { } party, ControlPoint: null }) => crossing with { HeldBy = party },
        (Crossing crossing, { HeldBy: { } party, ControlPoint: { } point }) => crossing with { HeldBy = Each<string>.Of(With(crossing, point, party)) },
        _ => place,
    };

    private static ByName<string> With(Crossing crossing, string point, string party)
    {
        var points = (crossing.HeldBy?.Named?.Select(one => one.Name) ?? []).Concat(crossing.Hours.Named?.Select(one => one.Name) ?? []).Append(point).Distinct();
        var held = points.Select(one => (one, one == point ? party : crossing.HeldBy?.For(one))).Where(one => one.Item2 is not null);
        return ByName.Create<string>([.. held.Select(one => (one.one, one.Item2!))]);
    }
}
