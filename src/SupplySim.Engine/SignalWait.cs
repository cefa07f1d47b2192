using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a signal: <c>await signal.Wait()</c>.</summary>
public readonly struct SignalWait : IWait
{
    private readonly Signal _signal;
    private readonly SimTime _until;
    private readonly Priority _priority;

    internal SignalWait(Signal signal, SimTime until, Priority priority) =>
        (_signal, _until, _priority) = (signal, until, priority);

    /// <summary>For the compiler: <see langword="false"/>.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public SignalWait GetAwaiter() => this;

    /// <summary>For the compiler: whether the signal fired before the time was up.</summary>
    public bool GetResult() => _signal.Simulation.RunningProcess.ExitWait() != WaitOutcome.TimedOut;

    Simulation IWait.Simulation => _signal.Simulation;

    IWaitSource? IWait.Source => _signal;

    bool IWait.TryAtOnce(Waiter waiter) => false;

    void IWait.Begin(Waiter waiter) => _signal.Wait(waiter, _until, _priority);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
