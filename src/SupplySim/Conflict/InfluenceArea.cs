using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>What lies near the head of one front in one run: begins to slow and shut it at the instant at which it comes within reach, and
/// ceases when it is out of it.</summary>
/// <remarks>Looked at when the front changes and at the instant at which the moving head will next be as far as a zone reaches; nothing is
/// polled. What the front's way never comes near is left out from the start, unless the way is a campaign's. One run, one thread.</remarks>
internal sealed class InfluenceArea : IEventHandler
{
    // [m] Far above what rounding, and a head that is some metres beyond a point, can make of a distance.
    private const double Margin = 10_000;
    private readonly World _world;
    private readonly FrontMotion _motion;
    private readonly HandlerId _handler;
    private readonly Zone[] _zones;
    // When the head will be as far as a zone reaches, if it goes on as it does; those of one instant in the order of the zones.
    private readonly PriorityQueue<Zone, (SimTime At, int Number)> _turns = new();
    private EventHandle _event;
    private bool _isUnderReview;

    /// <param name="world">The run.</param>
    /// <param name="front">The front.</param>
    /// <param name="influence">What it says of what is near.</param>
    /// <param name="motion">Its head.</param>
    /// <param name="keepsToItsWay">Whether the head goes nowhere but along the way that the front describes.</param>
    public InfluenceArea(World world, Front front, Influence influence, FrontMotion motion, bool keepsToItsWay)
    {
        (_world, _motion, _handler) = (world, motion, world.Simulation.Register(this));
        var things = Things(world.Catalogue);
        var way = keepsToItsWay ? Way(world.Catalogue, front) : null;
        _zones = [.. Zones(front, influence).SelectMany(zone => things
            .Where(thing => zone.Acts(thing) && (way is null || IsNear(thing, way, zone.Within)))
            .Select(thing => (Kind: zone, Thing: thing)))
            .Select((one, number) => new Zone(number, one.Thing, one.Kind.Within, one.Kind.OnlyFighting, () => one.Kind.Begin(one.Thing)))];
    }

    /// <summary>The numbers of the routes by road that the influence of a front may come to, wherever on its way its head is.</summary>
    public static IEnumerable<int> RoutesWithin(Catalogue catalogue, Front front)
    {
        if (front.Influence is not { } influence) return [];
        var within = new[] { influence.Restricted?.Within, influence.UnderFire?.Within,
            influence.Closed?.Within }.Max(one => one?.Metres ?? 0);
        var way = Way(catalogue, front);
        return Things(catalogue).Where(thing => !thing.IsCrossing && IsNear(thing, way, within))
            .Select(thing =>
                catalogue.TryRoute(thing.Id, out var route) ? route : throw new InvalidOperationException($"no route '{thing.Id}'"));
    }

    private static bool IsNear(Thing thing, List<Reach> way, double metres) =>
        way.Exists(leg => thing.Where.AtLeastFrom(leg) <= metres + Margin);

    /// <summary>The front has changed.</summary>
    public void Look()
    {
        if (_isUnderReview) return;
        _isUnderReview = true;
        PlanAt(_world.Now);
    }

    void IEventHandler.Handle(long argument)
    {
        var (hasChanged, now) = (_isUnderReview, _world.Now);
        _isUnderReview = false;
        var isThere = _motion.HasHead && _motion.State is not (FrontState.Waiting or FrontState.Ended);
        var head = isThere ? _motion.Position(now) : default;
        // While the head goes on as it did, each zone but those that are due will turn when it was going to.
        if (hasChanged)
        {
            _turns.Clear();
            foreach (var zone in _zones) Look(zone, isThere, head, now);
        }
        else
        {
            while (NextTurn <= now) Look(_turns.Dequeue(), isThere, head, now);
        }
        PlanAt(NextTurn);
    }

    private SimTime NextTurn => _turns.TryPeek(out _, out var turn) ? turn.At : SimTime.Never;

    // Whether it acts now, and when it has to be looked at again, if the head goes on as it does.
    private void Look(Zone zone, bool isThere, in Vector head, SimTime now)
    {
        var mayAct = isThere && (!zone.OnlyFighting || _motion.IsFighting);
        zone.Set(mayAct && zone.Thing.Where.From(head) < zone.Within);
        if (!mayAct || !_motion.IsMoving) return;
        if (zone.Thing.Where.WhenAt(zone.Within, _motion, now) is var turn && turn != SimTime.Never)
            _turns.Enqueue(zone, (turn, zone.Number));
    }

    private void PlanAt(SimTime at)
    {
        var simulation = _world.Simulation;
        if (at >= _world.Catalogue.Horizon) simulation.Cancel(_event);
        else if (!simulation.Reschedule(_event, at)) _event = simulation.Schedule(at, Priorities.StatusChange, _handler, 0);
    }

    private IEnumerable<Kind> Zones(Front front, Influence influence)
    {
        if (influence.Restricted is { } slow)
            yield return new(
                slow.Within.Metres, slow.OnlyFighting, thing => thing.IsCrossing ? slow.Inspection != 1 : slow.Speed != 1,
                thing => thing.IsCrossing
                    ? _world.SlowInspections(thing.Id, slow.Inspection, front.Id)
                    : _world.LimitSpeed(thing.Id, slow.Speed, front.Id));
        if (influence.UnderFire is { } underFire) yield return Shuts(front, underFire, !underFire.To.IsEmpty);
        if (influence.Closed is { } closed) yield return Shuts(front, closed, true);
    }

    private Kind Shuts(Front front, ShutZone zone, bool shuts) => new(
        zone.Within.Metres, zone.OnlyFighting, thing => shuts || !thing.IsCrossing, thing =>
        {
            var endangers = zone.Hazard is not null && !thing.IsCrossing;
            return !endangers ? Shut(thing.Id) : !shuts ? Endanger(thing.Id) : _world.Together([Shut(thing.Id), Endanger(thing.Id)]);

            IDisposable Shut(string id) => _world.Close(id, front.Id, zone.To, zone.EnRoute);
            IDisposable Endanger(string id) => _world.Endanger(id, Route.PerHour(zone.Hazard!.Value), front.Id);
        });

    // Crossings, and routes by road, in the order of the scenario.
    private static List<Thing> Things(Catalogue catalogue)
    {
        var things = new List<Thing>();
        foreach (var place in catalogue.Places)
            if (place is Crossing { At: { } at }) things.Add(new(place.Id, true, new Reach(at, at)));
        foreach (var route in catalogue.Routes)
        {
            var (from, to) = (At(route.From), At(route.To));
            if (route.Mode == Mode.Road && (from ?? to) is { } end) things.Add(new(route.Id, false, new Reach(from ?? end, to ?? end)));
        }
        return things;

        GeoPoint? At(PlaceId id) => catalogue.Places[catalogue.PlaceNumber(id)].At;
    }

    // The legs of the front's way; a distant one stands.
    private static List<Reach> Way(Catalogue catalogue, Front front)
    {
        if (front.Along.IsEmpty) return front.At is { } at ? [new Reach(at, at)] : [];
        var points = front.Along.Select(point =>
            point.Point ?? catalogue.Places[catalogue.PlaceNumber(point.Place!.Value)].At!.Value).ToArray();
        return [.. points.Zip(points.Skip(1), (from, to) => new Reach(from, to))];
    }

    private sealed record Thing(string Id, bool IsCrossing, Reach Where);

    private sealed record Kind(double Within, bool OnlyFighting, Func<Thing, bool> Acts, Func<Thing, IDisposable> Begin);

    private sealed class Zone(int number, Thing thing, double within, bool onlyFighting, Func<IDisposable> begin)
    {
        private IDisposable? _effect;

        public int Number => number;

        public Thing Thing => thing;

        public double Within => within;

        public bool OnlyFighting => onlyFighting;

        public void Set(bool acts)
        {
            if (acts == _effect is not null) return;
            if (acts) _effect = begin();
            else
            {
                _effect!.Dispose();
                _effect = null;
            }
        }
    }
}
