using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a point of time: <c>await simulation.Delay(…)</c>. Always ends through an event, even if the
/// delay is zero.</summary>
public readonly struct DelayWait : IWait
{
    private readonly Simulation _simulation;
    private readonly SimTime _at;
    private readonly Priority _priority;

    internal DelayWait(Simulation simulation, SimTime at, Priority priority) =>
        (_simulation, _at, _priority) = (simulation, at, priority);

    /// <summary>For the compiler: <see langword="false"/>.</summary>
    public bool IsCompleted
    {
        get
        {
            _simulation.RunningProcess.EnterWait();
            return false;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public DelayWait GetAwaiter() => this;

    /// <summary>For the compiler: ends the wait.</summary>
    public void GetResult() => _simulation.RunningProcess.ExitWait();

    Simulation IWait.Simulation => _simulation;

    IWaitSource? IWait.Source => null;

    bool IWait.TryAtOnce(Waiter waiter) => false;

    void IWait.Begin(Waiter waiter) => waiter.WaitUntil(SimTime.Max(_at, _simulation.Now), _priority);

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        body.Control.WaitUntil(SimTime.Max(_at, _simulation.Now), _priority);
    }
}
