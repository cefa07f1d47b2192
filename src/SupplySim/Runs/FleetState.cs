using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>How a fleet stands at this instant: where its vehicles are as a count, and what keeps it from setting out.</summary>
/// <remarks>The counts are those of the <see cref="VehicleLedger"/>. One run, one thread.</remarks>
internal sealed class FleetState
{
    private readonly List<GoLimit> _limits = [];
    private readonly List<string> _groundings = [];

    private readonly VehicleLedger _ledger;
    private readonly int _number;

    public FleetState(Fleet fleet, int number, VehicleLedger ledger, Simulation simulation)
    {
        (Fleet, _number, _ledger) = (fleet, number, ledger);
        MayGoAgain = new Signal(simulation);
    }

    public Fleet Fleet { get; }

    /// <summary>[vehicles] Waiting for work, or being loaded.</summary>
    public int AtBase => _ledger.Balance(_number, VehicleAccount.Base);

    /// <summary>[vehicles] On the way, waiting on it or being unloaded.</summary>
    public int Moving => _ledger.Balance(_number, VehicleAccount.Moving);

    /// <summary>[vehicles] Broken down on the way.</summary>
    public int Broken => _ledger.Balance(_number, VehicleAccount.Broken);

    /// <summary>[vehicles] Lost or seized.</summary>
    public int Lost => _ledger.Balance(_number, VehicleAccount.Lost);

    /// <summary>Fired when nothing keeps the fleet on the ground any more.</summary>
    public Signal MayGoAgain { get; }

    public bool IsGrounded => _groundings.Count > 0;

    /// <summary>What has kept it on the ground longest; null where nothing does.</summary>
    public string? GroundedBy => IsGrounded ? _groundings[0] : null;

    /// <summary>[vehicles] How many are wanted elsewhere and do not work, once they stand idle at the base.</summary>
    public int Withheld { get; private set; }

    /// <summary>Called when fewer vehicles are wanted elsewhere.</summary>
    public Action? GivenBack { get; set; }

    /// <summary>Called when more or fewer are.</summary>
    public Action? WithheldChanged { get; set; }

    public void Withhold(int vehicles)
    {
        Withheld += vehicles;
        WithheldChanged?.Invoke();
        if (vehicles < 0) GivenBack?.Invoke();
    }

    public void Depart(int vehicles) => _ledger.Transfer(_number, VehicleAccount.Base, VehicleAccount.Moving, vehicles);

    public void Return(int vehicles) => _ledger.Transfer(_number, VehicleAccount.Moving, VehicleAccount.Base, vehicles);

    public void Break() => _ledger.Transfer(_number, VehicleAccount.Moving, VehicleAccount.Broken, 1);

    public void Mend() => _ledger.Transfer(_number, VehicleAccount.Broken, VehicleAccount.Moving, 1);

    public void Lose(int vehicles) => _ledger.Transfer(_number, VehicleAccount.Moving, VehicleAccount.Lost, vehicles);

    public void Ground(string cause) => _groundings.Add(cause);

    public void Release(string cause)
    {
        _groundings.Remove(cause);
        if (!IsGrounded) MayGoAgain.Fire();
    }

    public void Add(GoLimit limit) => _limits.Add(limit);

    public void Remove(GoLimit limit) => _limits.Remove(limit);

    /// <summary>Whether anything lets only a share of departures go.</summary>
    public bool IsLimited => _limits.Count > 0;

    /// <summary>What keeps a departure back, as far as chance decides it; null where it goes.</summary>
    public GoLimit? Keeps(int vehicle, int sortie)
    {
        foreach (var limit in _limits)
            if (!limit.Stream.Happens(limit.Share, Draw.Occasion(vehicle, sortie))) return limit;
        return null;
    }
}

/// <summary>Only a share of departures goes.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Stream">From which each departure draws whether it goes.</param>
/// <param name="Cause">The disruption's id, for reports.</param>
internal sealed record GoLimit(double Share, RandomStream Stream, string Cause);
