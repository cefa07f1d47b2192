using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Names a started process: to interrupt it, to ask whether it has ended, to wait for that.</summary>
/// <remarks>Not awaitable itself, so that a <see cref="Simulation.Start"/> whose end nobody waits for draws no warning;
/// await <see cref="Completion"/>. A handle outlives its process. The default value is a process that has ended.</remarks>
public readonly record struct ProcessHandle
{
    private readonly ProcessControl? _control;
    private readonly long _version;
    private readonly object? _name;

    internal ProcessHandle(ProcessControl control, object? name)
    {
        _control = control;
        _version = control.Version;
        _name = name;
    }

    /// <summary>The name given at the start, if any.</summary>
    public string? Name => _name?.ToString();

    /// <summary>Whether the body has ended: returned, thrown, or been unwound.</summary>
    public bool IsCompleted => _control is null || _control.Version != _version;

    /// <summary>The wait for the end of the process: <c>await handle.Completion</c>. Over at once if it has ended.</summary>
    public CompletionWait Completion => new(_control, _version);

    /// <summary>Throws <see cref="InterruptedException"/> at the wait of the process, whatever it waits for.</summary>
    /// <remarks>
    /// It is withdrawn from what it waits for at once, and the exception is delivered by an event at the current time,
    /// of <see cref="Priority.Normal"/>. An interrupt wins over an end of the wait that has not been delivered yet: a
    /// unit that was already granted goes back. A process that is not waiting, because it is running or has yet to
    /// begin, is interrupted at its next wait, even one that would be over at once; if there is none, never.
    /// </remarks>
    /// <param name="cause">Why; comes out as <see cref="InterruptedException.Cause"/>.</param>
    /// <returns><see langword="false"/>, and nothing happens, if the process has ended or an earlier interrupt is still
    /// on its way.</returns>
    public bool Interrupt(object cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return !IsCompleted && _control!.Interrupt(cause);
    }
}
