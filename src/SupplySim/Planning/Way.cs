using System.Collections.Immutable;

namespace SupplySim.Planning;

/// <summary>A way along the roads, as a fleet would go it and as far as is known.</summary>
/// <remarks>Immutable. Made by a <see cref="RoutingQuestion"/>, and good as an answer to that one.</remarks>
public sealed class Way
{
    private readonly RoadMap _roads;
    private readonly Router _router;
    private readonly int _loadClass;

    internal Way(RoadMap roads, Router router, int loadClass, int[] arcs, bool isShut)
    {
        (_roads, _router, _loadClass, Arcs, IsShut) = (roads, router, loadClass, arcs, isShut);
        foreach (var arc in arcs) Cost += roads.Cost(loadClass, arc);
    }

    /// <summary>In order.</summary>
    internal int[] Arcs { get; }

    /// <summary>[ticks] As planners reckon it.</summary>
    internal long Cost { get; }

    /// <summary>[time] On the road, with a mean inspection at each crossing; no waits.</summary>
    public TimeSpan Time => new(Cost);

    /// <summary>[attacks] How many are to be expected along it: the sum over its routes of hazard times time, as the routes say
    /// and as fronts are known to add, for a lone vehicle. The chance of at least one is 1 - exp(-Attacks).</summary>
    public double Attacks
    {
        get
        {
            var attacks = 0.0;
            foreach (var arc in Arcs) attacks += _router.Attacks(_loadClass, arc);
            return attacks;
        }
    }

    /// <summary>Whether it is known to be shut somewhere for this traffic.</summary>
    public bool IsShut { get; }

    /// <summary>The ids of its routes, in order.</summary>
    public ImmutableArray<string> Routes => [.. Arcs.Select(_roads.RouteOf)];
}
