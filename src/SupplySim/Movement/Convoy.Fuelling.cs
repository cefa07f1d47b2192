using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Filling up before it sets out: all who burn fuel that is counted, or none of them.
internal sealed partial class Convoy
{
    /// <summary>Whether it stays where it is because there is too little fuel.</summary>
    public bool WaitsForFuel { get; private set; }

    private bool _isDry; // and has told so

    private bool BurnsFuel => _yard.Tanks is not null || _escorts?.BurnFuel == true;

    // Laden, for the way there and home. Where there is too little it waits until some has come, and is to look again: false.
    private async Process<bool> FillUp()
    {
        if (!BurnsFuel || TryFill(Round(_at, _destination)) is not { } dry) return true;
        WaitToSetOut(new Waiting(_at, WaitCause.Fuel, null, Shipment));
        await WaitFor(dry);
        return false;
    }

    // Empty, to where it is to be loaded: as far as it is filled up next, which is there or at home again.
    private async Process FillUpToFetch(Tanks tanks, int onward)
    {
        if (!tanks.IsKept(_at) && tanks.IsKept(_destination)) return;
        while (_members.Count > 0)
        {
            var metres = Metres(_at, _destination) + (tanks.IsKept(_destination) ? 0 : Round(_destination, onward));
            if (TryFill(metres) is not { } dry) return;
            var wait = _world.Delays.Begin(new Waiting(_at, WaitCause.Fuel, null, _members[0].Shipment), _members.Count, _world.Now);
            await WaitFor(dry);
            _world.Delays.End(wait, _world.Now);
        }
    }

    private async Process WaitFor(Pump dry)
    {
        if (_world.Story is not null && !_isDry)
            _world.Tell(HappeningKind.NoFuel, _yard.Fleet.Id,
                $"{_world.Catalogue.Commodities[dry.Commodity].Id} at {_world.Catalogue.Places[_at].Id}");
        WaitsForFuel = _isDry = true;
        await dry.Refilled.Wait();
        WaitsForFuel = false;
    }

    // Takes what all of them need to go so far, and gives null; or where there is too little, and takes nothing.
    private Pump? TryFill(long metres)
    {
        for (var i = 0; i < _members.Count; i++)
            if (IsFirstOfYard(i) && PumpOf(_members[i]) is { } pump && !pump.Has(LackedFrom(pump, metres))) return pump;
        for (var i = 0; i < _members.Count; i++)
            if (IsFirstOfYard(i) && PumpOf(_members[i]) is { } pump) pump.TryTake(LackedOf(_members[i].Yard, metres));
        foreach (var member in _members)
            if (PumpOf(member) is not null) member.Yard.Tanks!.Fill(member.Vehicle, metres);
        _isDry = false;
        return null;
    }

    // Escorts stand behind those whom they escort.
    private bool IsFirstOfYard(int member) => member == 0 || _members[member].Yard != _members[member - 1].Yard;

    private Pump? PumpOf(Member member) => member.Yard.Tanks?.PumpAt(_at);

    // [smallest unit] Escorts may burn the same.
    private long LackedFrom(Pump pump, long metres)
    {
        var sum = 0L;
        for (var i = 0; i < _members.Count; i++)
            if (IsFirstOfYard(i) && PumpOf(_members[i]) == pump) sum += LackedOf(_members[i].Yard, metres);
        return sum;
    }

    private long LackedOf(Yard yard, long metres)
    {
        var sum = 0L;
        foreach (var member in _members)
            if (member.Yard == yard) sum += yard.Tanks!.Lacks(member.Vehicle, metres);
        return sum;
    }

    // [m] There and home, as far as is known now; no further than to where its loads change trucks.
    private long Round(int from, int to)
    {
        if (_transport.Router.Choose(from, to, LoadClass) is not { } way) return 0;
        var (metres, turn) = (0L, from);
        foreach (var arc in way.Arcs)
        {
            ref readonly var step = ref _transport.Roads.Graph[arc];
            (metres, turn) = (metres + step.Weight, step.To);
            if (_transport.Queues[turn] is { } queue && IsBoundBy(queue)) break;
        }
        return metres + Metres(turn, _transport.BaseOf(_yard));
    }

    // [m] Empty.
    private long Metres(int from, int to)
    {
        if (from == to || _transport.Router.Choose(from, to, _yard.Empty) is not { } way) return 0;
        var metres = 0L;
        foreach (var arc in way.Arcs) metres += _transport.Roads.Graph[arc].Weight;
        return metres;
    }
}
