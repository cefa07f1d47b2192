using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Taking off, in the air, and landing.
internal sealed partial class Airlift
{
    // When all has happened that happens at an instant.
    private static readonly Priority AfterAll = new(byte.MaxValue);

    // Out with a load, until it stands at the destination or an alternate; one that is turned back keeps its load and tries again. Null
    // where it was lost.
    private async Process<Berth?> FlyToStand(int aircraft, AirLeg shortest, Load load)
    {
        _flights[aircraft].Departure = _crews.NextDeparture(aircraft);
        for (;;)
        {
            if (KeptBy(aircraft) is not null) await BeLetGo(aircraft, shortest, load);
            if (MustRest(aircraft, load)) await RestLaden(aircraft, shortest, load);
            if (await TakeOffFor(aircraft, shortest, load) is not { } berth) continue;
            var (leg, tookOff) = (berth.Leg, _world.Now);
            var end = await Fly(aircraft, leg, load);
            var flown = _world.Now - tookOff;
            if (end == EnRoute.Complete && (berth.Stand.IsHeld || await Park(berth, aircraft))) return berth;
            berth.Dispose();
            if (end is EnRoute.Complete or EnRoute.Divert && Alternate(leg, flown, load) is { } way)
            {
                var diverted = _world.Now;
                (end, berth) = await GoElsewhere(aircraft, way, load);
                if (end == EnRoute.Complete) return berth;
                flown += _world.Now - diverted;
            }
            if (end == EnRoute.Lost) return null;
            await FlyBack(leg, flown, load);
            _flights[aircraft].Departure = _crews.NextDeparture(aircraft);
            load.Line.Stands(load);
        }
    }

    // Who does not go today is asked again tomorrow.
    private async Process BeLetGo(int aircraft, AirLeg leg, Load load)
    {
        for (; KeptBy(aircraft) is { } limit; _flights[aircraft].Departure = _crews.NextDeparture(aircraft))
        {
            _waits.For(aircraft, leg, WaitCause.Fleet, leg.From, limit.Cause, FuelFor(leg, load));
            await _world.Simulation.Delay(TimeSpan.FromDays(1), Priorities.Arrival);
        }
        _waits.Over(aircraft);
    }

    // It gives up its stand there, and its turn.
    private bool MustStay(int aircraft, Load load) => KeptBy(aircraft) is not null || MustRest(aircraft, load);

    // The same each time this departure is looked at, but for what has begun meanwhile.
    private GoLimit? KeptBy(int aircraft) => _yard.State.Keeps(aircraft, _flights[aircraft].Departure);

    // Where aircraft may circle, so as to land when a stand is expected to be free; elsewhere with a stand
    // kept for it. Null where what lets only some go has begun meanwhile, and keeps it, or its crew has to rest.
    private async Process<Berth?> TakeOffFor(int aircraft, AirLeg shortest, Load load)
    {
        var there = _transport.Airfields[shortest.To]!;
        if (there.Slots is not null) return await TakeOffInSlot(aircraft, shortest, load, there);
        if (!there.HasStand) _waits.For(aircraft, shortest, WaitCause.Lane, shortest.To, fuel: FuelFor(shortest, load));
        var stand = await there.Stands.Seize();
        _waits.Over(aircraft);
        if (await TakeOff(aircraft, shortest, load) is { } leg) return new Berth(there, leg, null) { Stand = stand };
        stand.Release();
        return null;
    }

    private async Process<Berth?> TakeOffInSlot(int aircraft, AirLeg shortest, Load load, AirfieldState there)
    {
        for (;;)
        {
            var leg = WayNow(shortest, load);
            var at = NextWindow(leg, SimTime.Max(_world.Now, FlightWindow.Before(there.Slots!.StandFree(), leg.Time)));
            var berth = new Berth(there, leg, SlotFor(at, leg, load, there));
            if (at > _world.Now)
            {
                _waits.For(aircraft, leg, WaitCause.Lane, leg.To, fuel: FuelFor(leg, load));
                await _world.Simulation.DelayUntil(at, Priorities.Arrival);
            }
            if (!_waits.IsShut(leg) && !MustStay(aircraft, load) && TryRefuel(leg, load))
            {
                _waits.Over(aircraft);
                _crews.TakesOff(aircraft);
                return berth;
            }
            berth.Dispose();
            if (!_waits.IsShut(leg) && MustStay(aircraft, load)) return null;
            await WaitForChange(aircraft, leg, load);
        }
    }

    private Slot SlotFor(SimTime takeOff, AirLeg leg, Load load, AirfieldState there)
    {
        if (takeOff >= _world.Catalogue.Horizon) return new Slot(SimTime.Never, SimTime.Never);
        var ready = takeOff + leg.Time + there.MeanGroundTime(_yard.Fleet);
        var handled = there.Crews is null
            ? ready
            : there.WhenHandled(SimTime.Max(ready, there.Slots!.CrewFree()), there.Airfield.HandlingTime(load.Mass));
        return new Slot(handled, handled == SimTime.Never ? handled : NextWindow(LegFrom(leg.To), handled));
    }

    // Circles until a stand is free, at the very instant at which it can circle no longer too. False where there is none by then.
    private async Process<bool> Park(Berth berth, int aircraft)
    {
        var wait = _world.Delays.Begin(new Waiting(berth.Leg.To, WaitCause.Lane, null, _yard.ShipmentOf(aircraft)), 1, _world.Now,
            isAircraft: true);
        var first = await _world.Simulation.WhenAny(berth.Field.Stands.Seize(),
            _world.Simulation.Delay(berth.Field.Airfield.Holding, AfterAll));
        if (first.Index == 0) berth.Stand = first.Hold;
        _world.Delays.End(wait, _world.Now);
        return berth.Stand.IsHeld;
    }

    // Waits until it may go, and takes its fuel. The way on which it goes; null where what it was to fetch
    // is withdrawn meanwhile, or it must stay with its load.
    private async Process<AirLeg?> TakeOff(int aircraft, AirLeg shortest, Load? load = null, Load? toFetch = null)
    {
        for (;;)
        {
            if (toFetch is not null && !IsMeant(aircraft, toFetch))
            {
                _waits.Over(aircraft);
                return null;
            }
            var leg = WayNow(shortest, load);
            var at = _waits.IsShut(leg) ? SimTime.Never : NextWindow(leg, _world.Now);
            if (at == _world.Now && load is not null && MustStay(aircraft, load))
            {
                _waits.Over(aircraft);
                return null;
            }
            if (at == _world.Now && TryRefuel(leg, load))
            {
                _waits.Over(aircraft);
                _crews.TakesOff(aircraft);
                return leg;
            }
            if (at <= _world.Now || _waits.IsShut(leg)) await WaitForChange(aircraft, leg, load);
            else
            {
                _waits.For(aircraft, leg, WaitCause.Hours, leg.From, fuel: FuelFor(leg, load));
                await _world.Simulation.DelayUntil(at, Priorities.Arrival);
            }
        }
    }

    // Something shuts the way, or there is no fuel.
    private async Process WaitForChange(int aircraft, AirLeg leg, Load? load)
    {
        _waits.For(aircraft, leg, WaitCause.Fuel, leg.From, fuel: FuelFor(leg, load));
        if (_yard.State.IsGrounded) await _yard.State.MayGoAgain.Wait();
        else if (_waits.IsShut(leg)) await _world.RoutesChanged.Wait();
        else await _transport.Airfields[leg.From]!.Pump!.Refilled.Wait();
    }

    // Of parallel ways the shortest on which it may go; where all are shut it waits for the shortest.
    private AirLeg WayNow(AirLeg shortest, Load? load) =>
        _transport.Airways.Open(shortest.From, shortest.To, _yard.Number, _transport.TrafficOf(_yard), load?.Mass ?? 0) ?? shortest;

    private bool TryRefuel(AirLeg leg, Load? load) => _transport.Airfields[leg.From]!.Pump?.TryTake(FuelFor(leg, load)) ?? true;

    // [smallest unit] What it needs to where it is refuelled next: there, or here again; and to the farthest alternate.
    private long FuelFor(AirLeg leg, Load? load)
    {
        var (here, there) = (_transport.Airfields[leg.From]!, _transport.Airfields[leg.To]!);
        if (here.Pump is null || _yard.Fleet.Aircraft?.Burns is not { } burns) return 0;
        var inTheAir = there.Pump is null ? leg.Time * 2 : leg.Time;
        if (load is not null) inTheAir += Reserve(load);
        return Ratio.Up(burns.Amount.Amount, inTheAir.Ticks, burns.Per.Ticks);
    }

    private SimTime NextWindow(AirLeg leg, SimTime from) => FlightWindow.Next(
        _transport.Airfields[leg.From]!.Hours, _transport.Airfields[leg.To]!.Hours, leg.Time, from, _world.Catalogue.Horizon);

    // Empty, until it is there; one that is turned back tries again. False where it was lost.
    private async Process<bool> Cross(int aircraft, AirLeg leg)
    {
        for (;;)
        {
            var tookOff = _world.Now;
            var end = await Fly(aircraft, leg, null);
            if (end is EnRoute.Complete or EnRoute.Lost) return end == EnRoute.Complete;
            await FlyBack(leg, _world.Now - tookOff, null);
            leg = (await TakeOff(aircraft, leg))!.Value;
        }
    }

    // One flight: at the other end, told on the way to turn back, or lost.
    private async Process<EnRoute> Fly(int aircraft, AirLeg leg, Load? load)
    {
        load?.Moves();
        var trip = TellTrip(leg, leg.Time, load);
        if (_world.Story is not null && load is not null)
            _world.Tell(HappeningKind.Departed, _yard.Fleet.Id,
                $"1 flight "
                    + $"from {_world.Catalogue.Places[leg.From].Id} to {_world.Catalogue.Places[leg.To].Id}: {Load.Describe([load], _world.Catalogue)}");
        var end = await _flights[aircraft].Cross(leg);
        TellTripEnd(trip, leg);
        if (end == EnRoute.Lost) Lose(aircraft, load is null ? leg.From : leg.To);
        return end;
    }

    private async Process FlyBack(AirLeg leg, TimeSpan time, Load? load)
    {
        TellTrip(leg.Back, time, load, from: 1 - time / leg.Time);
        await _world.Simulation.Delay(time, Priorities.Arrival);
    }

    private void Lose(int aircraft, int sentTo)
    {
        _yard.State.Lose(1);
        _world.Losses.NoteVehicle(sentTo);
        _flights[aircraft].Stage = FlightStage.Lost;
        if (_yard.Aboard[aircraft] is { } load) _transport.Lose(load);
        _yard.Aboard[aircraft] = null;
        _world.Tell(HappeningKind.Lost, _yard.Fleet.Id, $"aircraft {aircraft}");
    }

    // The number of the trip; -1 where nobody is told.
    private int TellTrip(AirLeg leg, TimeSpan time, Load? load, double from = 0) => _world.Story?.Travel(
        new Trip(leg.Route, leg.Forward, _world.Now, _world.Now + time, 1, _yard.Number, load is not null) { From = from }) ?? -1;

    // Where it is at this instant, which is the end of the way unless it was told otherwise.
    private void TellTripEnd(int trip, AirLeg leg)
    {
        if (trip >= 0) _world.Story!.EndTrip(trip, _world.Now, 1 - (_world.Story.TripEnd(trip) - _world.Now) / leg.Time);
    }

    // A place at the destination: a landing expected, a stand held, or both.
    private sealed class Berth : IDisposable
    {
        private readonly Slot? _slot;

        public Berth(AirfieldState field, AirLeg leg, Slot? slot)
        {
            (Field, Leg, _slot) = (field, leg, slot);
            if (slot is not null) field.Slots!.Expect(slot);
        }

        public AirfieldState Field { get; }

        /// <summary>On which one flies there.</summary>
        public AirLeg Leg { get; }

        public ResourceHold Stand { get; set; }

        public void Dispose()
        {
            Stand.Release();
            if (_slot is not null) Field.Slots!.Remove(_slot);
        }
    }
}
