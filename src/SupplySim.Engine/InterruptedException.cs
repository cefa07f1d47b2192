namespace SupplySim.Engine;

/// <summary>Thrown at the wait of a process that was interrupted. A process that does not catch it fails, and with it
/// the run: who may be interrupted has to say what becomes of him.</summary>
/// <param name="cause">What <see cref="ProcessHandle.Interrupt"/> was given.</param>
public sealed class InterruptedException(object cause) : Exception($"Interrupted: {cause}")
{
    /// <summary>Why the process was interrupted.</summary>
    public object Cause { get; } = cause;
}
