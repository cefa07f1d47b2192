using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Follows who is on closed routes, and looks at how heavy those are who are on any.</summary>
internal sealed class RouteCheck : Check
{
    private readonly List<(RouteState Route, Newcomers There)> _closed = [];

    public RouteCheck(Audit audit) : base(audit) => World.Recorded += Hear;

    public override void AfterEvent()
    {
        for (var i = _closed.Count - 1; i >= 0; i--)
            if (_closed[i].Route.Closures.Count == 0) _closed.RemoveAt(i);
            else if (_closed[i].There.First(World.Now) is { } one)
                throw Audit.Broken(Invariants.ClosedRoute,
                    $"'{(one.Mover as Convoy)?.Name ?? "flight"}', vehicle {one.Vehicle}, on {Name(_closed[i].Route)}", 1, 0);
    }

    public override void Recount()
    {
        foreach (var route in World.Routes)
            if (route.Movers.Count > 0 && World.Catalogue.Routes[route.Route].WeightLimit is { } limit)
                foreach (var convoy in route.Movers.OfType<Convoy>())
                    foreach (var member in convoy.Members)
                        if (member.Grams > limit.Grams)
                            throw Audit.Broken(Invariants.RouteWeight,
                                $"grams of {member.Yard.Fleet.Id} {member.Vehicle} on {Name(route)}, at most", member.Grams, limit.Grams);
    }

    private void Hear(Outcome kind, long target, long second)
    {
        if (kind != Outcome.Closed || target >= 0 || -1 - target >= World.Routes.Length) return;
        var route = World.Routes[-1 - target];
        _closed.RemoveAll(closed => closed.Route == route);
        _closed.Add((route, new Newcomers(route.Movers, route.IsOpenFor)));
    }

    private string Name(RouteState route) => World.Catalogue.Routes[route.Route].Id;
}
