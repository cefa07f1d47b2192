namespace SupplySim;

/// <summary>What becomes of what is found in a captured place.</summary>
public sealed record OnCapture
{
    /// <summary>What becomes of vehicles that are inspected there or wait; at a depot, town, camp or force of those that stand idle, are
    /// loaded or unloaded, gather or wait there. Default: they are released.</summary>
    public CapturedVehicles Vehicles { get; init; }

    /// <summary>What becomes of what lies there. Default: it stays, and supply lines go on from there, whoever they supply.</summary>
    public CapturedStock Stock { get; init; }
}

/// <summary>What becomes of vehicles in a captured place.</summary>
public enum CapturedVehicles
{
    /// <summary>An inspection that has begun is finished; the rest keep their place in the queue. Elsewhere all go on.</summary>
    Release,

    /// <summary>An inspection that has begun is broken off; all keep their place until whoever holds it now
    /// lets them pass. A column of which one was under inspection needs no new clearance. Elsewhere as released.</summary>
    Hold,

    /// <summary>All that are in it or wait there are lost, with what they carry, those that are based there and stand idle too; not those
    /// on the road, who come back to it, nor aircraft at work.</summary>
    Seized,
}

/// <summary>What becomes of stock in a captured place.</summary>
public enum CapturedStock
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It is lost, what never runs out too: from then on there is what is brought there.</summary>
    Seized,
}
