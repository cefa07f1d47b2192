using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A number of equal units that processes seize, hold and release: lanes, docks, crews.</summary>
/// <remarks>
/// <para>Order: by priority (smaller first), then by arrival. Nobody overtakes: while the first in turn asks for more
/// than is free, those behind him wait, however little they ask for; one who asks for more than the capacity waits until
/// it grows. Units are granted at the moment they become free; the process goes on through an event at that instant.
/// A newcomer is granted at once, without an event, if enough is free and nobody is before him.</para>
/// <para>Cost: O(1) in the number of those who wait, for seizing, releasing and being interrupted, but for the event of
/// the wake, O(log n) in those pending. Nothing is allocated once the storage has grown to what is needed.</para>
/// </remarks>
public sealed class Resource : IWaitSource
{
    private readonly PriorityWaitList _waiting = new();
    private SlotTable<int> _holds = new();
    private int _capacity;

    /// <summary>A resource of which nothing is in use.</summary>
    /// <param name="simulation">The run it belongs to.</param>
    /// <param name="capacity">The number of units: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public Resource(Simulation simulation, int capacity)
    {
        Simulation = simulation;
        Capacity = capacity;
    }

    /// <summary>The number of units: 0 or more. May be changed at any time.</summary>
    /// <remarks>Growing grants to those who wait. Shrinking takes nothing from anybody: units in use beyond the new
    /// capacity stay with their holders, and are gone when these release them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Capacity
    {
        get => _capacity;
        set
        {
            if (value < 0)
                throw new ArgumentOutOfRangeException(nameof(Capacity), value, "A capacity cannot be negative.");
            _capacity = value;
            GrantInTurn();
        }
    }

    /// <summary>Units held now, granted to processes that have yet to go on included. More than <see cref="Capacity"/>
    /// after that has shrunk.</summary>
    public int InUse { get; private set; }

    /// <summary>How many processes wait for units.</summary>
    public int QueueLength => _waiting.Count;

    internal Simulation Simulation { get; }

    /// <summary>The wait for units: <c>using var hold = await resource.Seize();</c></summary>
    /// <param name="amount">How many units, all at once: 1 or more.</param>
    /// <param name="priority">The rank in the queue; <see cref="Priority.Normal"/> if not given.</param>
    /// <returns>A wait that gives the hold on the units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is less than 1.</exception>
    public SeizeWait Seize(int amount = 1, Priority? priority = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        return new SeizeWait(this, amount, priority ?? Priority.Normal);
    }

    internal bool TrySeize(ProcessControl process, int amount, Priority priority)
    {
        if (!Fits(amount) || _waiting.AnyBefore(priority)) return false;
        process.Granted = Grant(amount);
        return true;
    }

    internal void Wait(ProcessControl process, int amount, Priority priority)
    {
        process.Amount = amount;
        process.WaitIn(_waiting[priority], this);
    }

    internal bool IsHeld(int slot, uint generation) => _holds.IsCurrent(slot, generation);

    internal int Amount(int slot) => _holds[slot];

    internal bool Release(int slot, uint generation)
    {
        if (!IsHeld(slot, generation)) return false;
        InUse -= _holds[slot];
        _holds.Remove(slot);
        GrantInTurn();
        return true;
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        var granted = waiter.Granted;
        waiter.Granted = default;
        if (!granted.Release()) GrantInTurn(); // he may have been the one who asked for too much
    }

    private bool Fits(int amount) => amount <= _capacity - InUse;

    private void GrantInTurn()
    {
        while (_waiting.First is { } first && Fits(first.Amount))
        {
            first.List!.Remove(first);
            first.Granted = Grant(first.Amount);
            first.Wake();
        }
    }

    private ResourceHold Grant(int amount)
    {
        InUse += amount;
        var (slot, generation) = _holds.Add();
        _holds[slot] = amount;
        return new ResourceHold(this, slot, generation);
    }

    /// <summary>As <c>2 of 3 in use, 4 waiting</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InUse} of {Capacity} in use, {QueueLength} waiting");
}
