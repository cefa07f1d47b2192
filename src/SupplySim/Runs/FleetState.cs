using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>How a fleet stands at this instant: where its vehicles are as a count, and what keeps it from setting out.</summary>
/// <remarks>Every vehicle is in exactly one of four accounts. One run, one thread.</remarks>
internal sealed class FleetState
{
    private readonly List<GoLimit> _limits = [];
    private int _groundings;

    public FleetState(Fleet fleet, Simulation simulation)
    {
        (Fleet, AtBase) = (fleet, fleet.Count);
        MayGoAgain = new Signal(simulation);
    }

    public Fleet Fleet { get; }

    /// <summary>[vehicles] Waiting for work, or being loaded.</summary>
    public int AtBase { get; private set; }

    /// <summary>[vehicles] On the way, waiting on it or being unloaded.</summary>
    public int Moving { get; private set; }

    /// <summary>[vehicles] Broken down on the way.</summary>
    public int Broken { get; private set; }

    /// <summary>[vehicles] Lost or seized.</summary>
    public int Lost { get; private set; }

    /// <summary>Fired when nothing keeps the fleet on the ground any more.</summary>
    public Signal MayGoAgain { get; }

    public bool IsGrounded => _groundings > 0;

    public void Depart(int vehicles) => (AtBase, Moving) = (AtBase - vehicles, Moving + vehicles);

    public void Return(int vehicles) => (AtBase, Moving) = (AtBase + vehicles, Moving - vehicles);

    public void Break() => (Moving, Broken) = (Moving - 1, Broken + 1);

    public void Mend() => (Moving, Broken) = (Moving + 1, Broken - 1);

    public void Lose(int vehicles) => (Moving, Lost) = (Moving - vehicles, Lost + vehicles);

    public void Ground() => _groundings++;

    public void Release()
    {
        if (--_groundings == 0) MayGoAgain.Fire();
    }

    public void Add(GoLimit limit) => _limits.Add(limit);

    public void Remove(GoLimit limit) => _limits.Remove(limit);

    /// <summary>Whether a departure goes, as far as chance decides it.</summary>
    public bool Goes(int vehicle, int sortie)
    {
        foreach (var limit in _limits)
            if (limit.Stream.Uniform(Draw.Occasion(vehicle, sortie)) >= limit.Share) return false;
        return true;
    }
}

/// <summary>Only a share of departures goes.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Stream">From which each departure draws whether it goes.</param>
internal sealed record GoLimit(double Share, RandomStream Stream);
