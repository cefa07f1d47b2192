using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// In the air, where it cannot land at its destination: at an alternate, if there is one that takes it.
internal sealed partial class Airlift
{
    // On over the destination; the time is all that is left to fly from here. Null where no alternate takes it.
    private AirLeg? Alternate(AirLeg leg, TimeSpan flown, Load load)
    {
        var traffic = _transport.TrafficOf(_yard);
        foreach (var id in load.Line.Line.Alternates)
        {
            var place = _world.Catalogue.PlaceNumber(id);
            if (_transport.Airways.Open(leg.To, place, _yard.Number, traffic, 0) is not { } onward) continue;
            var way = onward with { Time = leg.Time - flown + onward.Time };
            if (IsInRange(leg, way, load) && TakesNow(way, traffic, load)) return way;
        }
        return null;
    }

    private bool IsInRange(AirLeg leg, AirLeg onward, Load load)
    {
        var home = LegFrom(onward.To);
        var far = Distance.FromMetres(leg.Length.Metres + onward.Length.Metres);
        return _transport.Airways.Takes(_yard.Number, load.Mass, _transport.Airways.BetweenRefuellings(home, far, load.Mass));
    }

    private bool TakesNow(AirLeg way, int traffic, Load load)
    {
        var field = _transport.Airfields[way.To]!;
        return _world.Runways[way.To]!.IsOpenFor(traffic) && field.Hours.IsOpen(_world.Now + way.Time)
            && field.HasStand && _transport.Docks[way.To]!.MayNow(load, unloads: true);
    }

    // What it carries is bound there from now on; where that is shut before it lands it flies back, and is bound as before.
    private async Process<(EnRoute End, Berth Berth)> GoElsewhere(int aircraft, AirLeg way, Load load)
    {
        var field = _transport.Airfields[way.To]!;
        var berth = new Berth(field, way, null) { Stand = await field.Stands.Seize() };
        Bind(load, way.To);
        var trip = TellTrip(way, way.Time, load);
        var end = await _flights[aircraft].Cross(way);
        TellTripEnd(trip, way);
        if (end == EnRoute.Complete) return (end, berth);
        berth.Dispose();
        if (end == EnRoute.Lost) Lose(aircraft, load.Line.To);
        else Bind(load, load.Line.To);
        return (end, berth);
    }

    private void Bind(Load load, int to)
    {
        var before = load.To;
        load.Redirect(to, _transport);
        _world.Record(Outcome.Diverted, before, to);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Diverted, _yard.Fleet.Id,
                $"{_world.Catalogue.Places[before].Id} to {_world.Catalogue.Places[to].Id}: {Load.Describe([load], _world.Catalogue)}");
        _transport.PositionsChanged(before, null);
        _transport.PositionsChanged(to, null);
    }

    // The force that it is bound for was captured: whoever is there, or has not left, sees it or was told.
    private bool IsForNobody(Load load) => _world.Sites[load.To]!.IsOutOfAction;

    // Nobody takes it: it lies again where it was loaded.
    private void GiveBack(int aircraft, Load load)
    {
        Bind(load, _origin);
        _transport.Deliver(load, _origin);
        _yard.Aboard[aircraft] = null;
    }

    // [time] To the farthest alternate.
    private TimeSpan Reserve(Load load)
    {
        var longest = TimeSpan.Zero;
        foreach (var id in load.Line.Line.Alternates)
            if (_transport.Airways.Shortest(load.Line.To, _world.Catalogue.PlaceNumber(id), _yard.Number).Time is var time
                && time > longest) longest = time;
        return longest;
    }
}
