using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for the end of another process: <c>await handle.Completion</c>. Over at once if it has ended.</summary>
/// <remarks>Several can wait for the same process; they go on in the order in which they came, each through an event. A
/// process that waits for its own end waits for ever.</remarks>
public readonly struct CompletionWait : IWait
{
    private readonly ProcessControl? _awaited;
    private readonly long _version;

    internal CompletionWait(ProcessControl? awaited, long version) => (_awaited, _version) = (awaited, version);

    /// <summary>For the compiler: whether the process has ended.</summary>
    public bool IsCompleted => _awaited is null || Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public CompletionWait GetAwaiter() => this;

    /// <summary>For the compiler: ends the wait.</summary>
    public void GetResult() => _awaited?.Simulation.RunningProcess.ExitWait();

    Simulation? IWait.Simulation => _awaited?.Simulation;

    IWaitSource? IWait.Source => _awaited;

    bool IWait.TryAtOnce(Waiter waiter) => _awaited is null || _awaited.Version != _version;

    void IWait.Begin(Waiter waiter) => waiter.WaitIn(_awaited!.Watchers, _awaited);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
