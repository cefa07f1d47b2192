namespace SupplySim.Engine;

/// <summary>Thrown at the wait of a process that was interrupted. A process that does not catch it fails, and with it
/// the run: who may be interrupted has to say what becomes of him.</summary>
/// <param name="cause">What <see cref="ProcessHandle.Interrupt"/> was given.</param>
/// <param name="remaining">What was left of the wait.</param>
public sealed class InterruptedException(object cause, TimeSpan? remaining = null) : Exception($"Interrupted: {cause}")
{
    /// <summary>Why the process was interrupted.</summary>
    public object Cause { get; } = cause;

    /// <summary>What was left when the interrupt came: of a delay, of the patience, of a service. None if the wait had no
    /// end that was known, or had not begun.</summary>
    public TimeSpan? Remaining { get; } = remaining;
}
