using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for the first of several: <c>await simulation.WhenAny(…)</c>.</summary>
/// <typeparam name="TSet">The waits inside.</typeparam>
public readonly struct AnyWait<TSet> : IProcessAwaiter
    where TSet : struct, IWaitSet
{
    private readonly Simulation _simulation;
    private readonly TSet _waits;

    internal AnyWait(Simulation simulation, TSet waits) => (_simulation, _waits) = (simulation, waits);

    /// <summary>For the compiler: whether one of them is over at once.</summary>
    public bool IsCompleted
    {
        get
        {
            _simulation.RunningProcess.EnterWait();
            return _simulation.RunningProcess.Group.BeginAny(_waits);
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public AnyWait<TSet> GetAwaiter() => this;

    /// <summary>For the compiler: which was first, and with what.</summary>
    public WaitResult GetResult()
    {
        var process = _simulation.RunningProcess;
        process.ExitWait();
        return process.Group.Result(process.Group.First);
    }

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        body.Control.WaitFor(body.Control.Group);
    }
}
