using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>An aircraft in the air, where what shuts its route or the airfield ahead can reach it.</summary>
/// <remarks>One for each aircraft, used again. One run, one thread.</remarks>
internal sealed class Flight(World world, string fleet, int aircraft, int traffic) : IMover
{
    private readonly Signal _told = new(world.Simulation);
    private EnRoute _order;

    /// <summary>How far it is in its work.</summary>
    public FlightStage Stage { get; set; }

    /// <summary>Whether it is being loaded, or in the air to where it will be: what is meant for it is begun.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Which of its departures it is about to make, for draws.</summary>
    public int Departure { get; set; }

    int IMover.Traffic => traffic;

    public override string ToString() => $"{fleet} {aircraft}";

    // Nobody holds in the air: they complete, go elsewhere, turn back or are lost; of several orders the worst counts.
    void IMover.RouteClosed(ClosureHold hold)
    {
        if (hold.EnRoute is not (EnRoute.Divert or EnRoute.TurnBack or EnRoute.Lost)) return;
        if (_order == EnRoute.Lost || (_order == EnRoute.TurnBack && hold.EnRoute == EnRoute.Divert)) return;
        _order = hold.EnRoute;
        _told.Fire();
    }

    /// <summary>Flies until it arrives or is told otherwise; what is shut at the instant of landing is shut before it.</summary>
    /// <returns>What became of it: completed, told at this instant to go elsewhere or back, or lost.</returns>
    public async Process<EnRoute> Cross(AirLeg leg)
    {
        _order = EnRoute.Complete;
        var (route, runway) = (world.Routes[leg.Route], world.Runways[leg.To]!);
        route.Enter(this);
        runway.Enter(this);
        await _told.Wait(leg.Time, Priorities.Arrival);
        route.Leave(this);
        runway.Leave(this);
        return _order;
    }
}

/// <summary>How far an aircraft is in its work from one place.</summary>
internal enum FlightStage
{
    /// <summary>It does none.</summary>
    Idle,

    /// <summary>It rests, or is loaded, at its base.</summary>
    AtBase,

    /// <summary>It has set out, and is not back.</summary>
    Out,

    /// <summary>It is lost.</summary>
    Lost,
}
