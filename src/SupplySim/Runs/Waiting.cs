namespace SupplySim.Runs;

/// <summary>Somebody waits at a place for one cause.</summary>
/// <param name="Place">Where; on a road, the place behind.</param>
/// <param name="Cause">Why.</param>
/// <param name="Blamed">The closure that is the reason; null where none is.</param>
/// <param name="Of">What is held up so.</param>
internal readonly record struct Waiting(int Place, WaitCause Cause, ClosureHold? Blamed, Shipment Of)
{
    /// <summary>The route on or before which it waits; -1 for a place.</summary>
    public int Route { get; init; } = -1;

    /// <summary>The fleet of which only a share of departures goes, where it waits for that; -1 where it does not.</summary>
    public int KeptFrom { get; init; } = -1;

    /// <summary>Whether it waits for room in the store, and not for anything to open.</summary>
    public bool IsForRoom { get; init; }

    /// <summary>What keeps it from leaving, where something does.</summary>
    public string? KeptBy { get; init; }
}
