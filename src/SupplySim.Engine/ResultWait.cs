using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A wait that tells how it ended and does not throw when it is interrupted: <c>await wait.Outcome()</c>.</summary>
/// <remarks>An exception costs a microsecond or more, this nothing: use it where many wait and are interrupted.</remarks>
/// <typeparam name="TWait">The wait inside.</typeparam>
public readonly struct ResultWait<TWait> : IProcessAwaiter
    where TWait : struct, IWait
{
    private readonly TWait _wait;

    internal ResultWait(TWait wait) => _wait = wait;

    /// <summary>For the compiler: whether the wait is over at once, as it is after an interrupt that came before.</summary>
    public bool IsCompleted => _wait.Simulation is null
        || _wait.Simulation.RunningProcess.EnterWaitOrInterrupted() || Waiting.TryAtOnce(_wait);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public ResultWait<TWait> GetAwaiter() => this;

    /// <summary>For the compiler: how the wait ended.</summary>
    public WaitResult GetResult() => _wait.Simulation?.RunningProcess.ExitWaitWithResult() ?? default;

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(_wait, body);
}
