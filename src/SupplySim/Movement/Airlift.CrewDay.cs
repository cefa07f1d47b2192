using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What a crew's day has room for.
internal sealed partial class Airlift
{
    // The crew rests now if its day is too far gone for what lies ahead.
    private async Process BeOnDuty(int aircraft, Load load)
    {
        var rest = _crews.RestBefore(aircraft, FromBase(load));
        _crews.Report(aircraft);
        if (rest > TimeSpan.Zero)
        {
            _waits.For(aircraft, LegOf(load), WaitCause.Fleet, _transport.BaseOf(_yard));
            await _world.Simulation.Delay(rest, Priorities.Arrival);
            _waits.Over(aircraft);
            _crews.BeginDay(aircraft);
        }
        if (!_isBasedHere && _crews.Rest > TimeSpan.Zero) await BeCalled(aircraft, load);
    }

    // From elsewhere it sets out so that it need not wait at the origin until the load may go.
    private async Process BeCalled(int aircraft, Load load)
    {
        var ahead = FromBase(load);
        var call = ahead.TakeOff - (ahead.Ready - _world.Now);
        if (call <= _world.Now) return;
        _waits.For(aircraft, LegOf(load), WaitCause.Hours, _origin);
        await _world.Simulation.DelayUntil(call, Priorities.Arrival);
        _waits.Over(aircraft);
        _crews.Report(aircraft);
    }

    // Laden, and about to go: it has waited since its crew's day was found long enough, or has been turned back.
    private bool MustRest(int aircraft, Load load) =>
        _crews.HasFlown(aircraft) && !_crews.HasTimeFor(aircraft, Laden(load, _world.Now));

    private async Process RestLaden(int aircraft, AirLeg leg, Load load)
    {
        _waits.For(aircraft, leg, WaitCause.Fleet, leg.From, fuel: FuelFor(leg, load));
        await _world.Simulation.Delay(_crews.Rest, Priorities.Arrival);
        _waits.Over(aircraft);
    }

    private Sortie FromBase(Load load) =>
        _isBasedHere ? FromHere(load, _world.Now) : FromHere(load, Arrival(LegFrom(_transport.BaseOf(_yard)), _world.Now));

    private Sortie FromHere(Load load, SimTime from) => Laden(load, Served(_origin, load, from));

    private Sortie Laden(Load load, SimTime ready)
    {
        var leg = LegOf(load);
        var takeOff = WindowOr(leg, ready);
        var (unloaded, back) = (Served(leg.To, load, takeOff + leg.Time), LegFrom(leg.To));
        var takeOffBack = WindowOr(back, unloaded);
        var end = takeOffBack + back.Time;
        return new Sortie(ready, takeOff, unloaded, takeOffBack, _isBasedHere ? end : Arrival(LegTo(_transport.BaseOf(_yard)), end));
    }

    private SimTime Arrival(AirLeg leg, SimTime from) => WindowOr(leg, from) + leg.Time;

    // What lies beyond the run waits for nothing.
    private SimTime WindowOr(AirLeg leg, SimTime from) => NextWindow(leg, from) is var at && at == SimTime.Never ? from : at;

    private SimTime Served(int place, Load load, SimTime from)
    {
        var field = _transport.Airfields[place]!;
        var (there, work) = (from + field.MeanGroundTime(_yard.Fleet), field.Airfield.HandlingTime(load.Mass));
        return field.Crews is not null && field.WhenHandled(there, work) is var handled && handled != SimTime.Never
            ? handled
            : there + work;
    }
}
