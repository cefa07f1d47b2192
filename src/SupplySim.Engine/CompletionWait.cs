using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for the end of another process: <c>await handle.Completion</c>. Over at once if it has ended.</summary>
/// <remarks>Several can wait for the same process; they go on in the order in which they came, each through an event. A
/// process that waits for its own end waits for ever.</remarks>
public readonly struct CompletionWait : IProcessAwaiter
{
    private readonly ProcessControl? awaited;
    private readonly long version;

    internal CompletionWait(ProcessControl? awaited, long version) => (this.awaited, this.version) = (awaited, version);

    /// <summary>For the compiler: whether the process has ended.</summary>
    public bool IsCompleted
    {
        get
        {
            if (awaited is null) return true;
            awaited.Simulation.RunningProcess.EnterWait();
            if (awaited.Version == version) return false;
            awaited.Simulation.CountWaitAtOnce();
            return true;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public CompletionWait GetAwaiter() => this;

    /// <summary>For the compiler: ends the wait.</summary>
    public void GetResult() => awaited?.Simulation.RunningProcess.ExitWait();

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        body.Control.WaitIn(awaited!.Watchers);
    }
}
