using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Something that is open unless somebody holds it closed; processes wait until it opens.</summary>
/// <remarks>
/// Each closing is a hold of its own with its own cause; the gate opens when the last hold is gone, in whatever order
/// they go. Who waits keeps his place until he goes on: at the opening all waiters are woken in order of arrival, each
/// through an event at that instant, and if the gate closes again before some of them have gone on, these stay, in
/// their order. So <c>await gate.WhenOpen()</c> returns only at a moment at which the gate is open. One who comes to an
/// open gate passes at once, though waiters who were just woken may still be on the spot. A wait with patience ends in
/// vain if the gate has not been open for the waiter when its time is up.
/// Cost: waiting, passing and being interrupted O(1); opening and closing O(n log n) in those who wait.
/// </remarks>
/// <param name="simulation">The run the gate belongs to.</param>
public sealed class Gate(Simulation simulation) : IWaitSource
{
    private readonly List<GateHold> _holds = [];
    private readonly WaitList _waiting = new();

    /// <summary>What to call it in reports.</summary>
    public string? Name { get; init; }

    /// <summary>Whether nobody holds it closed.</summary>
    public bool IsOpen => _holds.Count == 0;

    /// <summary>Why it is closed: the cause of each hold, the oldest first; empty if it is open.</summary>
    public IEnumerable<object> Causes => _holds.Select(hold => hold.Cause);

    /// <summary>How many processes wait for it to open.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Closes the gate, or keeps it closed for one more cause.</summary>
    /// <param name="cause">Why.</param>
    /// <returns>The hold; dispose it to take this cause away.</returns>
    public GateHold Close(object cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        if (IsOpen)
            for (var waiter = _waiting.First; waiter is not null; waiter = waiter.Next) waiter.TakeBackWake();
        var hold = new GateHold(this, cause);
        _holds.Add(hold);
        return hold;
    }

    /// <summary>The wait for the gate to be open: <c>await gate.WhenOpen()</c>. Over at once if it is.</summary>
    /// <param name="patience">How long to wait at most, not negative; <see langword="null"/> for as long as it takes.
    /// </param>
    /// <returns>A wait that gives whether the gate is open: <see langword="false"/> only when the patience is at its
    /// end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative.</exception>
    public GateWait WhenOpen(TimeSpan? patience = null) => new(this, Simulation.DeadlineOf(patience));

    internal Simulation Simulation { get; } = simulation;

    internal void Release(GateHold hold)
    {
        _holds.Remove(hold);
        if (!IsOpen) return;
        for (var waiter = _waiting.First; waiter is not null; waiter = waiter.Next) waiter.Wake();
    }

    internal void Wait(Waiter waiter, SimTime until)
    {
        waiter.WaitIn(_waiting, this);
        waiter.TimeOutAt(until, Priority.Normal);
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        // A waiter at a gate stands in its list, which he has left.
    }

    string IWaitSource.Describe(Waiter waiter) =>
        $"gate {WaitingProcess.Quote(Name)}to open, closed by {string.Join(", ", Causes)}";
}
