using System.Collections.Immutable;

namespace SupplySim.Runs;

/// <summary>The accounts between which vehicles move.</summary>
public enum VehicleAccount
{
    /// <summary>At the base, or where they work from: idle, being loaded, or waiting to set out.</summary>
    Base,

    /// <summary>On the way, waiting on it, or being unloaded.</summary>
    Moving,

    /// <summary>Broken down on the way.</summary>
    Broken,

    /// <summary>Lost or seized.</summary>
    Lost,
}

/// <summary>Double-entry books of every fleet: each vehicle is in exactly one account, and what leaves one enters another in the
/// same call.</summary>
/// <remarks>Whole vehicles. Where each of them physically is the yards and columns know, which an audit counts again. One run,
/// one thread.</remarks>
public sealed class VehicleLedger
{
    private const int Accounts = 4;
    private readonly int[] _balance;
    private readonly ImmutableArray<Fleet> _fleets;

    internal VehicleLedger(ImmutableArray<Fleet> fleets)
    {
        (_fleets, _balance) = (fleets, new int[fleets.Length * Accounts]);
        for (var fleet = 0; fleet < fleets.Length; fleet++) _balance[fleet * Accounts] = fleets[fleet].Count;
    }

    /// <summary>[vehicles] What an account of a fleet holds now; not negative.</summary>
    public int Balance(int fleet, VehicleAccount account) => _balance[fleet * Accounts + (int)account];

    internal void Transfer(int fleet, VehicleAccount from, VehicleAccount to, int vehicles)
    {
        var left = _balance[fleet * Accounts + (int)from] - vehicles;
        if (vehicles < 0 || left < 0)
            throw new InvalidOperationException(
                $"{vehicles} vehicles of '{_fleets[fleet].Id}' from {from} to {to}, where there are {left + vehicles}");
        _balance[fleet * Accounts + (int)from] = left;
        _balance[fleet * Accounts + (int)to] += vehicles;
    }

    internal ImmutableArray<VehicleTotal> Totals() => [.. _fleets.Select((fleet, number) => new VehicleTotal(
        fleet.Id, Balance(number, VehicleAccount.Base), Balance(number, VehicleAccount.Moving),
        Balance(number, VehicleAccount.Broken), Balance(number, VehicleAccount.Lost)))];
}
