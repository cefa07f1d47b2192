using SupplySim.Engine;

namespace SupplySim.Movement;

// What it carries: unloaded where it was bound, and given up where it stands for too long.
internal sealed partial class Convoy
{
    private int _toUnload;
    private int _unloads;
    private bool _isInMotion; // and none of its loads stands or is given up

    private void Unload()
    {
        _isInMotion = false;
        var docks = _transport.Docks[_destination]!;
        foreach (var member in _members)
        {
            if (member.Load is not { } load) continue;
            if (load.StandsSince == SimTime.Never) load.Line.Stands(load);
            _toUnload++;
            docks.Add(member, _transport.UnloadingTime(_destination, member), this);
        }
        _unloads = _toUnload;
        WaitUntilUnloaded();
    }

    private void WaitUntilUnloaded()
    {
        if (_toUnload > 0)
        {
            WaitFor(Step.Unloading);
            return;
        }
        if (_unloads > 0 && _world.Story is not null) TellArrived();
        if (IsLaden) TravelTo(Goal(_destination), Errand.Unload);
        else Return();
    }

    private void TellArrived()
    {
        var (vehicles, fleet) = (_unloads, _yard.Fleet.Id);
        _world.Tell(HappeningKind.Arrived, _world.Catalogue.Places[_destination].Id,
            () => $"{vehicles} {(vehicles == 1 ? "vehicle" : "vehicles")} of {fleet}");
    }

    void IDockUser.Done(Member member)
    {
        if (IsForNobody(_destination)) _unloads--; // it was captured meanwhile
        else
        {
            _transport.Deliver(member.Load!, _destination);
            member.Load = null;
        }
        if (--_toUnload == 0) Wake();
    }

    // How long it may go on standing still before its loads are given up; beyond the end of the run where they already are.
    private TimeSpan Patience(SimTime since)
    {
        var patience = _world.Catalogue.Clock.Length;
        foreach (var member in _members)
            if (member.Load is { IsOnOrder: true } load && load.Line.Line.GivenUpAfter < patience) patience = load.Line.Line.GivenUpAfter;
        var left = since + patience - _world.Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void GiveUpLoads()
    {
        _isInMotion = false;
        foreach (var load in Loads) load.GiveUp();
        _transport.PositionsChanged(_destination, null);
    }
}
