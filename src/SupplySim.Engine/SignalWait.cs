using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a signal: <c>await signal.Wait()</c>.</summary>
public readonly struct SignalWait : IProcessAwaiter
{
    private readonly Signal _signal;
    private readonly SimTime _until;
    private readonly Priority _priority;

    internal SignalWait(Signal signal, SimTime until, Priority priority) =>
        (_signal, _until, _priority) = (signal, until, priority);

    /// <summary>For the compiler: <see langword="false"/>.</summary>
    public bool IsCompleted
    {
        get
        {
            _signal.Simulation.RunningProcess.EnterWait();
            return false;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public SignalWait GetAwaiter() => this;

    /// <summary>For the compiler: whether the signal fired before the time was up.</summary>
    public bool GetResult() => _signal.Simulation.RunningProcess.ExitWait() != WaitOutcome.TimedOut;

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        _signal.Wait(body.Control, _until, _priority);
    }
}
