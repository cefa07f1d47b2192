using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for units of a resource: <c>await resource.Seize()</c>, which gives the hold on them.</summary>
public readonly struct SeizeWait : IProcessAwaiter
{
    private readonly Resource _resource;
    private readonly int _amount;
    private readonly Priority _priority;

    internal SeizeWait(Resource resource, int amount, Priority priority) =>
        (_resource, _amount, _priority) = (resource, amount, priority);

    /// <summary>For the compiler: whether the units could be granted at once.</summary>
    public bool IsCompleted
    {
        get
        {
            var process = _resource.Simulation.RunningProcess;
            process.EnterWait();
            if (!_resource.TrySeize(process, _amount, _priority)) return false;
            _resource.Simulation.CountWaitAtOnce();
            return true;
        }
    }

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

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        _resource.Wait(body.Control, _amount, _priority);
    }
}
