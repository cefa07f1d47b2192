namespace SupplySim.Engine;

/// <summary>One cause for which a <see cref="Gate"/> is closed. Disposing it takes the cause away; doing so again does
/// nothing.</summary>
public sealed class GateHold : IDisposable
{
    private Gate? _gate;

    internal GateHold(Gate gate, object cause) => (_gate, Cause) = (gate, cause);

    /// <summary>Why the gate is held closed.</summary>
    public object Cause { get; }

    /// <summary>Whether the hold still closes the gate.</summary>
    public bool IsHeld => _gate is not null;

    /// <summary>Takes the cause away; the gate opens if it was the last.</summary>
    public void Dispose()
    {
        var held = _gate;
        _gate = null;
        held?.Release(this);
    }
}
