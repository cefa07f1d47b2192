using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A number of equal units that processes seize, hold and release: lanes, docks, crews.</summary>
/// <remarks>
/// <para>Order: by priority (smaller first), then by arrival. Nobody overtakes: while the first in turn asks for more
/// than is free, those behind him wait, however little they ask for; one who asks for more than the capacity waits until
/// it grows. Units are granted at the moment they become free; the process goes on through an event at that instant.
/// A newcomer is granted at once, without an event, if enough is free and nobody is before him.</para>
/// <para>A hold is good until it is released, with two exceptions. While its process serves
/// (<see cref="ResourceHold.Serve(TimeSpan, OnClose)"/>), a shrinking capacity or a more urgent process can take the
/// units: the service pauses, waits for them with the right of its first arrival, and goes on. While it does anything
/// else, only a more urgent process that asked to preempt can: then the hold is gone and its process is interrupted with
/// <see cref="Preempted"/> as the cause. The least urgent gives way first, then as <see cref="GivesWay"/> says.</para>
/// <para>Cost: O(1) in the number of those who wait, for seizing, releasing and being interrupted, but for the event of
/// the wake, O(log n) in those pending. Shrinking and preempting O(the most holds there ever were at once) for each
/// who gives way. Nothing is allocated once the storage has grown to what is needed.</para>
/// </remarks>
public sealed partial class Resource : IWaitSource
{
    private readonly PriorityWaitList _waiting = new();
    private SlotTable<Holding> _holds = new();
    private int _capacity;
    private long _arrivals;

    /// <summary>A resource of which nothing is in use.</summary>
    /// <param name="simulation">The run it belongs to.</param>
    /// <param name="capacity">The number of units: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public Resource(Simulation simulation, int capacity)
    {
        Simulation = simulation;
        Capacity = capacity;
    }

    /// <summary>What to call it in reports.</summary>
    public string? Name { get; init; }

    /// <summary>The number of units: 0 or more. May be changed at any time.</summary>
    /// <remarks>Growing grants to those who wait. Shrinking pauses services until no more than the capacity is in use. It
    /// takes nothing from other holders, nor from a service that finishes: units in use beyond the new capacity stay
    /// with them, and are gone when they release them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Capacity
    {
        get => _capacity;
        set
        {
            if (value < 0)
                throw new ArgumentOutOfRangeException(nameof(Capacity), value, "A capacity cannot be negative.");
            _capacity = value;
            PauseWhatIsTooMuch();
            GrantInTurn();
        }
    }

    /// <summary>Units held now, granted to processes that have yet to go on included. More than <see cref="Capacity"/>
    /// after that has shrunk.</summary>
    public int InUse { get; private set; }

    /// <summary>How many processes wait for units, paused services included.</summary>
    public int QueueLength => _waiting.Count;

    internal Simulation Simulation { get; }

    /// <summary>The wait for units: <c>using var hold = await resource.Seize();</c></summary>
    /// <param name="amount">How many units, all at once: 1 or more.</param>
    /// <param name="priority">The rank in the queue; <see cref="Priority.Normal"/> if not given.</param>
    /// <param name="patience">How long to wait at most, not negative; <see langword="null"/> for as long as it takes. One
    /// whose patience ends gets a hold on nothing: ask <see cref="ResourceHold.IsHeld"/>.</param>
    /// <param name="preempt">Whether to take the units of less urgent holders, if that gives enough: on coming, and whenever
    /// units are released, a service begins or is cut short, or the capacity changes. A service that finishes ends without
    /// that, so that its holder can release the units himself; if he keeps them, the next such change counts.</param>
    /// <returns>A wait that gives the hold on the units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is less than 1, or the patience negative.</exception>
    public SeizeWait Seize(int amount = 1, Priority? priority = null, TimeSpan? patience = null, bool preempt = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        return new SeizeWait(this, amount, priority ?? Priority.Normal, preempt, Simulation.DeadlineOf(patience));
    }

    internal bool TrySeize(Waiter waiter, int amount, Priority rank, bool preempts)
    {
        if (_waiting.AnyBefore(rank) || !HasRoom(amount, rank, preempts)) return false;
        Grant(waiter, amount, rank, _arrivals++);
        TellTheEvicted();
        return true;
    }

    internal void Wait(Waiter waiter, int amount, Priority rank, bool preempts, SimTime until)
    {
        (waiter.Amount, waiter.Rank, waiter.Preempts, waiter.Arrival) = (amount, rank, preempts, _arrivals++);
        waiter.WaitIn(_waiting[rank], this);
        waiter.TimeOutAt(until, Priority.Normal);
    }

    internal bool IsHeld(int slot, uint generation) => _holds.IsCurrent(slot, generation);

    internal int Amount(int slot) => _holds[slot].Amount;

    internal bool Release(int slot, uint generation)
    {
        if (!IsHeld(slot, generation)) return false;
        if (_holds[slot].State != HoldingState.Idle) EvictServer(slot);
        GiveBack(slot);
        GrantInTurn();
        return true;
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        var granted = waiter.Granted;
        waiter.Granted = default;
        if (!StopsService(granted, waiter) && granted.Release()) return;
        GrantInTurn(); // he may have been the one who asked for too much
    }

    TimeSpan? IWaitSource.Remaining(Waiter waiter) =>
        IsHeld(waiter.Granted.Slot, waiter.Granted.Generation) ? _holds[waiter.Granted.Slot].Left : null;

    string IWaitSource.Describe(Waiter waiter)
    {
        var holders = Holders().Distinct().ToArray();
        var held = holders.Length == 0 ? "" : $", held by {string.Join(", ", holders)}";
        var asked = waiter.List is null ? "a service at" : $"{waiter.Amount} of"; // in no line: he has what he asked for
        return string.Create(CultureInfo.InvariantCulture, $"{asked} resource {WaitingProcess.Quote(Name)}({this}{held})");
    }

    private bool Fits(long amount) => amount <= _capacity - InUse;

    private bool HasRoom(long amount, Priority rank, bool preempts) =>
        Fits(amount) || (preempts && MakeRoom(amount, rank));

    private void GrantInTurn()
    {
        while (_waiting.First is { } first && HasRoom(first.Amount, first.Rank, first.Preempts)) GrantTo(first);
        TellTheEvicted();
    }

    private void GrantTo(Waiter waiter, bool overtime = false)
    {
        if (waiter.Granted.IsHeld)
        {
            ResumeService(waiter, overtime);
            return;
        }
        waiter.List!.Remove(waiter);
        Grant(waiter, (int)waiter.Amount, waiter.Rank, waiter.Arrival, overtime);
        waiter.Wake();
    }

    private void Grant(Waiter waiter, int amount, Priority rank, long arrival, bool overtime = false)
    {
        Count(amount, overtime);
        var (slot, generation) = _holds.Add();
        _slots = Math.Max(_slots, slot + 1);
        ref var held = ref _holds[slot];
        (held.Amount, held.Rank, held.Arrival, held.Overtime) = (amount, rank, arrival, overtime);
        held.Generation = generation;
        (held.Holder, held.HolderVersion) = (waiter.Process, waiter.Process.Version);
        waiter.Granted = new ResourceHold(this, slot, generation);
    }

    private void Count(int amount, bool overtime)
    {
        if (overtime) Overtime += amount;
        else InUse += amount;
    }

    private void GiveBack(int slot)
    {
        ref var held = ref _holds[slot];
        if (held.State != HoldingState.Paused) Count(-held.Amount, held.Overtime);
        held.Amount = 0;
        held.State = HoldingState.Idle;
        _holds.Remove(slot);
    }

    /// <summary>As <c>2 of 3 in use, 4 waiting</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InUse} of {Capacity} in use, {QueueLength} waiting");
}
