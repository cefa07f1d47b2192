using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The air routes between two places as a fleet flies them: the shortest, and those beside it.</summary>
/// <remarks>Orders, crew days and landing slots are reckoned by the shortest; flown is the shortest that is
/// open, and not too long for what is carried. One run, one thread.</remarks>
internal sealed class Airways(World world)
{
    private readonly Dictionary<(int From, int To, int Fleet), AirLeg[]> _legs = [];

    /// <summary>The shortest.</summary>
    /// <exception cref="InvalidOperationException">No air route leads there.</exception>
    public AirLeg Shortest(int from, int to, int fleet)
    {
        var legs = Between(from, to, fleet);
        return legs.Length > 0 ? legs[0]
            : throw new InvalidOperationException(
                $"no air route from {world.Catalogue.Places[from].Id} to {world.Catalogue.Places[to].Id}");
    }

    /// <summary>The shortest that is open to a fleet and on which it can carry so much [g]; null where none is.</summary>
    public AirLeg? Open(int from, int to, int fleet, int traffic, long mass)
    {
        foreach (var leg in Between(from, to, fleet))
            if (world.Routes[leg.Route].IsOpenFor(traffic) && Takes(fleet, mass, BetweenRefuellings(leg, leg.Length, mass))) return leg;
        return null;
    }

    /// <summary>Whether aircraft of a fleet can carry so much [g] over a distance between two refuellings.</summary>
    public bool Takes(int fleet, long mass, Distance distance) => world.Catalogue.Fleets[fleet].Aircraft?.PayloadRange is not { } table
        || (distance.Metres <= table.Farthest.Metres && table.At(distance).Grams >= mass);

    /// <summary>How far it is to where it is refuelled next: at the end of a flight, or back at its beginning; empty it flies on.</summary>
    /// <param name="leg">At its end.</param>
    /// <param name="flown">How far it has come there.</param>
    /// <param name="mass">[g] What it carries.</param>
    public Distance BetweenRefuellings(in AirLeg leg, Distance flown, long mass) =>
        mass == 0 || FuelAt(leg.From) is null == FuelAt(leg.To) is null
            ? flown : Distance.FromMetres(flown.Metres + leg.Length.Metres);

    private string? FuelAt(int place) => ((Site)world.Catalogue.Places[place]).Airfield!.Fuel;

    private AirLeg[] Between(int from, int to, int fleet)
    {
        if (_legs.TryGetValue((from, to, fleet), out var known)) return known;
        var (catalogue, legs) = (world.Catalogue, new List<AirLeg>());
        for (var number = 0; number < catalogue.Routes.Length; number++)
        {
            var route = catalogue.Routes[number];
            if (route.Mode != Mode.Air) continue;
            var (a, b) = (catalogue.PlaceNumber(route.From), catalogue.PlaceNumber(route.To));
            if ((a, b) == (from, to) || ((b, a) == (from, to) && !route.OneWay))
                legs.Add(new AirLeg(number, a == from, from, to, route.Length, catalogue.Fleets[fleet].BlockTime(route.Length)));
        }
        return _legs[(from, to, fleet)] = [.. legs.OrderBy(leg => leg.Length.Metres)];
    }
}
