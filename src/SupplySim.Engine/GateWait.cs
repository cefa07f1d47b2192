using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a gate to be open: <c>await gate.WhenOpen()</c>.</summary>
public readonly struct GateWait : IProcessAwaiter
{
    private readonly Gate _gate;

    internal GateWait(Gate gate) => _gate = gate;

    /// <summary>For the compiler: whether the gate is open.</summary>
    public bool IsCompleted
    {
        get
        {
            _gate.Simulation.RunningProcess.EnterWait();
            if (!_gate.IsOpen) return false;
            _gate.Simulation.CountWaitAtOnce();
            return true;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public GateWait GetAwaiter() => this;

    /// <summary>For the compiler: ends the wait.</summary>
    public void GetResult() => _gate.Simulation.RunningProcess.ExitWait();

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        _gate.Wait(body.Control);
    }
}
