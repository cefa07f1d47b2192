using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for all of several: <c>await simulation.WhenAll(…)</c>.</summary>
/// <typeparam name="TSet">The waits inside.</typeparam>
public readonly struct AllWait<TSet> : IProcessAwaiter
    where TSet : struct, IWaitSet
{
    private readonly Simulation _simulation;
    private readonly TSet _waits;

    internal AllWait(Simulation simulation, TSet waits) => (_simulation, _waits) = (simulation, waits);

    /// <summary>For the compiler: whether all of them are over at once.</summary>
    public bool IsCompleted
    {
        get
        {
            _simulation.RunningProcess.EnterWait();
            return _simulation.RunningProcess.Group.BeginAll(_waits);
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public AllWait<TSet> GetAwaiter() => this;

    /// <summary>For the compiler: how each ended.</summary>
    public WaitResults GetResult()
    {
        var process = _simulation.RunningProcess;
        process.ExitWait();
        return new WaitResults(process.Group);
    }

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        body.Control.WaitFor(body.Control.Group);
    }
}
