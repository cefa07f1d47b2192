namespace SupplySim.Engine.Internals;

/// <summary>Units of a resource in somebody's hands.</summary>
internal struct Holding
{
    /// <summary>How many; 0 once they are released.</summary>
    public int Amount;

    /// <summary>The rank with which they were asked for, and the ordinal of the asking: the right to a place in the queue.</summary>
    public Priority Rank;
    public long Arrival;

    /// <summary>What makes the hold current.</summary>
    public uint Generation;

    public HoldingState State;

    /// <summary>They were there before the last change of shift, or were admitted beside the books: not counted in use.</summary>
    public bool Overtime;

    /// <summary>Who asked for them; tells by its version whether it is still the same process.</summary>
    public ProcessControl Holder;
    public long HolderVersion;

    // Of a service; meaningless for others.
    public ProcessControl Server;
    public ServicePlan Plan;
    public TimeSpan Left;
    public Service Record;

    public readonly bool CanBePaused => State == HoldingState.Serving && Plan.OnClose != OnClose.Finish && !Overtime;

    /// <summary>Whether a more urgent process can take them.</summary>
    public readonly bool CanBeTaken => Amount > 0 && !Overtime && (State == HoldingState.Idle || CanBePaused);
}

internal enum HoldingState : byte
{
    /// <summary>Held while the holder does whatever it does.</summary>
    Idle,

    /// <summary>A service is going on.</summary>
    Serving,

    /// <summary>A service waits for its unit; the units are not in use.</summary>
    Paused,
}
