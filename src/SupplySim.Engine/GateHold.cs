namespace SupplySim.Engine;

/// <summary>One cause for which a <see cref="Gate"/> is closed. Disposing it takes the cause away; doing so again does
/// nothing.</summary>
public sealed class GateHold : IDisposable
{
    private Gate? gate;

    internal GateHold(Gate gate, object cause) => (this.gate, Cause) = (gate, cause);

    /// <summary>Why the gate is held closed.</summary>
    public object Cause { get; }

    /// <summary>Whether the hold still closes the gate.</summary>
    public bool IsHeld => gate is not null;

    /// <summary>Takes the cause away; the gate opens if it was the last.</summary>
    public void Dispose()
    {
        var held = gate;
        gate = null;
        held?.Release(this);
    }
}
