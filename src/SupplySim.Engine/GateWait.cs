using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a gate to be open: <c>await gate.WhenOpen()</c>.</summary>
public readonly struct GateWait : IWait
{
    private readonly Gate _gate;
    private readonly SimTime _until;

    internal GateWait(Gate gate, SimTime until) => (_gate, _until) = (gate, until);

    /// <summary>For the compiler: whether the gate is open.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public GateWait GetAwaiter() => this;

    /// <summary>For the compiler: whether the gate is open.</summary>
    public bool GetResult() => _gate.Simulation.RunningProcess.ExitWait() != WaitOutcome.TimedOut;

    Simulation IWait.Simulation => _gate.Simulation;

    IWaitSource? IWait.Source => _gate;

    bool IWait.TryAtOnce(Waiter waiter) => _gate.IsOpen;

    void IWait.Begin(Waiter waiter) => _gate.Wait(waiter, _until);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
