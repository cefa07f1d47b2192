using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for units of a resource: <c>await resource.Seize()</c>, which gives the hold on them.</summary>
public readonly struct SeizeWait : IWait
{
    private readonly Resource _resource;
    private readonly int _amount;
    private readonly Priority _rank;
    private readonly bool _preempts;
    private readonly SimTime _until;

    internal SeizeWait(Resource resource, int amount, Priority rank, bool preempts, SimTime until) =>
        (_resource, _amount, _rank, _preempts, _until) = (resource, amount, rank, preempts, until);

    /// <summary>For the compiler: whether the units could be granted at once.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public SeizeWait GetAwaiter() => this;

    /// <summary>For the compiler: the hold on the units.</summary>
    public ResourceHold GetResult()
    {
        var process = _resource.Simulation.RunningProcess;
        process.ExitWait();
        var granted = process.Granted;
        process.Granted = default;
        return granted;
    }

    Simulation IWait.Simulation => _resource.Simulation;

    IWaitSource? IWait.Source => _resource;

    bool IWait.TryAtOnce(Waiter waiter) => _resource.TrySeize(waiter, _amount, _rank, _preempts);

    void IWait.Begin(Waiter waiter) => _resource.Wait(waiter, _amount, _rank, _preempts, _until);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
