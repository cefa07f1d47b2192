using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for an amount to be put or taken: <c>await level.Take(40)</c>.</summary>
public readonly struct LevelWait : IWait
{
    private readonly Level _level;
    private readonly long _asked;
    private readonly SimTime _until;

    internal LevelWait(Level level, long asked, SimTime until) => (_level, _asked, _until) = (level, asked, until);

    /// <summary>For the compiler: whether it could be done at once.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public LevelWait GetAwaiter() => this;

    /// <summary>For the compiler: whether it was done before the patience ended.</summary>
    public bool GetResult() => _level.Simulation.RunningProcess.ExitWait() != WaitOutcome.TimedOut;

    Simulation IWait.Simulation => _level.Simulation;

    IWaitSource? IWait.Source => _level;

    bool IWait.TryAtOnce(Waiter waiter) => _level.TryMove(waiter, _asked);

    void IWait.Begin(Waiter waiter) => _level.Wait(waiter, _until);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
