using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Something that happens now and again; processes wait for the next time.</summary>
/// <remarks>It remembers nothing: who begins to wait after a firing waits for the next one, even at the same instant.
/// Waiters go on in the order in which they came, each through an event. Cost: waiting and being interrupted O(1), or
/// O(log n) in the pending events with a timeout; firing O(log n) for each who waits.</remarks>
/// <param name="simulation">The run the signal belongs to.</param>
public sealed class Signal(Simulation simulation) : IWaitSource
{
    private readonly WaitList _waiting = new();

    /// <summary>What to call it in reports.</summary>
    public string? Name { get; init; }

    /// <summary>How many processes wait for it.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>The wait for the next firing: <c>await signal.Wait()</c>, which gives <see langword="true"/>.</summary>
    public SignalWait Wait() => new(this, SimTime.Never, Priority.Normal);

    /// <summary>The wait for the next firing, but no longer than a time.</summary>
    /// <remarks><c>await signal.Wait(timeout)</c> gives <see langword="true"/> if the signal fired, <see langword="false"/>
    /// if the time was up first. If both fall on one instant, the one whose event came first decides.</remarks>
    /// <param name="timeout">Not negative.</param>
    /// <param name="priority">The rank of the event that ends the wait when the time is up; <see cref="Priority.Normal"/> if
    /// not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    public SignalWait Wait(TimeSpan timeout, Priority? priority = null) =>
        new(this, Simulation.EndOf(timeout), priority ?? Priority.Normal);

    /// <summary>Wakes all who wait now.</summary>
    public void Fire() => _waiting.WakeAll();

    internal Simulation Simulation { get; } = simulation;

    internal void Wait(Waiter waiter, SimTime until, Priority priority)
    {
        waiter.WaitIn(_waiting, this);
        waiter.TimeOutAt(until, priority);
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        // A waiter stands in the list, which he has left.
    }

    string IWaitSource.Describe(Waiter waiter) => $"signal {WaitingProcess.Quote(Name)}to fire";
}
