namespace SupplySim;

/// <summary>What becomes of what is found in a captured place.</summary>
public sealed record OnCapture
{
    /// <summary>What becomes of vehicles that are inspected there or wait. Default: they are released.</summary>
    public CapturedVehicles Vehicles { get; init; }

    /// <summary>What becomes of what lies there. Default: it stays.</summary>
    public CapturedStock Stock { get; init; }
}

/// <summary>What becomes of vehicles in a captured place.</summary>
public enum CapturedVehicles
{
    /// <summary>An inspection that has begun is finished; the rest keep their place in the queue.</summary>
    Release,

    /// <summary>An inspection that has begun is broken off; all keep their place until whoever holds it now
    /// lets them pass. A column of which one was under inspection needs no new clearance.</summary>
    Hold,

    /// <summary>All that are in it or wait there are lost, with what they carry.</summary>
    Seized,
}

/// <summary>What becomes of stock in a captured place.</summary>
public enum CapturedStock
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It is lost.</summary>
    Seized,
}
