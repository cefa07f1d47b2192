using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for the end of another process: <c>await handle.Completion</c>. Over at once if it has ended.</summary>
/// <remarks>Several can wait for the same process; they go on in the order in which they came, each through an event. A
/// process that waits for its own end waits for ever.</remarks>
public readonly struct CompletionWait : IProcessAwaiter
{
    private readonly ProcessControl? _awaited;
    private readonly long _version;

    internal CompletionWait(ProcessControl? awaited, long version) => (_awaited, _version) = (awaited, version);

    /// <summary>For the compiler: whether the process has ended.</summary>
    public bool IsCompleted
    {
        get
        {
            if (_awaited is null) return true;
            _awaited.Simulation.RunningProcess.EnterWait();
            if (_awaited.Version == _version) return false;
            _awaited.Simulation.CountWaitAtOnce();
            return true;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public CompletionWait GetAwaiter() => this;

    /// <summary>For the compiler: ends the wait.</summary>
    public void GetResult() => _awaited?.Simulation.RunningProcess.ExitWait();

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        body.Control.WaitIn(_awaited!.Watchers);
    }
}
