using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What becomes of the vehicles that are at a place with docks when it is captured and they are seized: all that stand idle
/// there, are loaded or unloaded or wait for that, gather, or wait there to go on are lost, with what they carry.</summary>
/// <remarks>Not those on the road, who come back to it as if nothing had been, nor aircraft that are at work. One run, one
/// thread.</remarks>
internal sealed class Seizure
{
    private readonly Transport _transport;
    private readonly World _world;

    public Seizure(Transport transport)
    {
        (_transport, _world) = (transport, transport.World);
        _world.Fell += (place, fate) =>
        {
            if (fate == CapturedVehicles.Seized && transport.Docks[place] is not null) SeizeAt(place);
        };
    }

    // Those at the docks first, so that nobody is let to a dock that has become free.
    private void SeizeAt(int place)
    {
        var served = _transport.Docks[place]!.Clear();
        foreach (var departures in _transport.Departures.OfType<Departures>())
            if (departures.Waiting.Origin == place) departures.LoseAll(served);
        foreach (var yard in _transport.Yards) LoseIdle(yard, place);
        foreach (var convoy in _transport.Columns.ToArray())
            if (convoy.StandsAt(place)) convoy.LoseAll();
        // Whoever waits with a column that is no more looks again.
        _world.RoutesChanged.Fire();
        _world.Sites[place]!.Changed.Fire();
    }

    private void LoseIdle(Yard yard, int place)
    {
        while (_transport.BaseOf(yard) == place && yard.Idle > 0) LoseAtBase(_world, yard, yard.Take(), place);
        while (yard.IsAnyAt(place)) LoseAtBase(_world, yard, yard.TakeAt(place), place);
    }

    /// <summary>A vehicle on which nothing lies is lost where it has not set out.</summary>
    /// <param name="world">The run.</param>
    /// <param name="yard">The fleet.</param>
    /// <param name="vehicle">Its number.</param>
    /// <param name="sentTo">The place to which it was to go, or where it stood idle.</param>
    public static void LoseAtBase(World world, Yard yard, int vehicle, int sentTo)
    {
        yard.State.Depart(1);
        yard.State.Lose(1);
        world.Losses.NoteVehicle(sentTo);
        world.Tell(HappeningKind.Lost, yard.Fleet.Id, $"{(yard.Fleet.Mode == Mode.Air ? "aircraft" : "vehicle")} {vehicle}");
    }
}
