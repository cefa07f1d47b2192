using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Measures how far crossings and roads are from the heads of fronts, and looks whether they are shut, and dangerous,
/// accordingly.</summary>
/// <remarks>Nothing is judged at the instant at which a front changes, when not everybody has been told
/// yet, nor where the head is within metres of the distance that counts, which is foretold a millisecond late.</remarks>
internal sealed class InfluenceCheck(Audit audit) : Check(audit)
{
    private const double Metres = 20;
    private List<(string Where, Reach Reach, Func<IReadOnlyList<ClosureHold>> Closures, RouteState? Route)>? _things;

    public override void Recount()
    {
        foreach (var front in World.Fronts)
        {
            if (front.Front.Influence is not { } influence || front.ChangedAt == World.Now) continue;
            foreach (var (where, reach, closures, route) in _things ??= Things())
                Judge(front, influence, reach.From(front, World.Now), where, closures(), route);
        }
    }

    private void Judge(FrontMotion front, Influence influence, double away, string where, IReadOnlyList<ClosureHold> closures,
        RouteState? route)
    {
        var (expected, danger) = (0, 0.0);
        foreach (var (zone, shuts) in (ReadOnlySpan<(ShutZone?, bool)>)[(influence.UnderFire, influence.UnderFire?.To.IsEmpty == false),
            (influence.Closed, true)])
        {
            if (zone is null) continue;
            if (Math.Abs(away - zone.Within.Metres) < Metres) return;
            var mayAct = front.HasHead && front.State is not (FrontState.Waiting or FrontState.Ended)
                && (!zone.OnlyFighting || front.IsFighting);
            if (!mayAct || away >= zone.Within.Metres) continue;
            if (shuts) expected++;
            if (zone.Hazard is { } hazard && route is not null) danger += Route.PerHour(hazard);
        }
        var found = closures.Count(closure => closure.Cause == front.Id);
        if (found != expected) throw Audit.Broken(Invariants.NearFront, $"closures of {where} by {front.Id}", found, expected);
        var dangers = route?.Hazards.Where(hazard => hazard.Cause == front.Id).Sum(hazard => hazard.PerHour) ?? 0;
        if (dangers != danger)
            throw Audit.Broken(Invariants.NearFront, $"millionths of an attack an hour on {where} by {front.Id}", (long)(dangers * 1e6),
                (long)(danger * 1e6));
    }

    private List<(string, Reach, Func<IReadOnlyList<ClosureHold>>, RouteState?)> Things()
    {
        var things = new List<(string, Reach, Func<IReadOnlyList<ClosureHold>>, RouteState?)>();
        foreach (var crossing in World.Crossings)
            if (crossing?.Plan.Crossing.At is { } at)
                things.Add((crossing.Plan.Crossing.Id, new Reach(at, at), () => crossing.Closures, null));
        foreach (var route in World.Routes)
        {
            var said = World.Catalogue.Routes[route.Route];
            var (from, to) = (At(said.From), At(said.To));
            if (said.Mode == Mode.Road && (from ?? to) is { } end)
                things.Add((said.Id, new Reach(from ?? end, to ?? end), () => route.Closures, route));
        }
        return things;
    }

    private Quantities.GeoPoint? At(PlaceId place) => World.Catalogue.Places[World.Catalogue.PlaceNumber(place)].At;
}
