using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Items that processes put and take, in the order in which they were put: a yard, a mailbox.</summary>
/// <remarks>
/// Order: those who put go by arrival. Those who take go by arrival too, each getting the oldest item that suits him;
/// one whom no item suits is passed over. Cost: O(1) without filters, but for the event of a wake; with filters O(items)
/// for each who takes. Nothing is allocated once the storage has grown, except that an item of a value type is boxed on
/// its way to whoever takes it. An item that was given but not delivered when its taker is interrupted goes back to the
/// front, O(items); what was put stays: if somebody has filled the room meanwhile, there are more than the capacity until enough are
/// taken.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Store<T> : IWaitSource
    where T : notnull
{
    private readonly WaitList _putting = new();
    private readonly WaitList _taking = new();
    private readonly List<T> _items = [];
    private readonly int _capacity;
    private int _first;

    /// <summary>An empty store.</summary>
    /// <param name="simulation">The run it belongs to.</param>
    /// <param name="capacity">How many items it holds at most: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public Store(Simulation simulation, int capacity = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        (Simulation, _capacity) = (simulation, capacity);
    }

    /// <summary>What to call it in reports.</summary>
    public string? Name { get; init; }

    /// <summary>How many items are in it.</summary>
    public int Count => _items.Count - _first;

    /// <summary>How many wait to put or to take.</summary>
    public int WaitingCount => _putting.Count + _taking.Count;

    internal Simulation Simulation { get; }

    /// <summary>The wait for room, and the putting: <c>await yard.Put(truck);</c></summary>
    /// <param name="item">What is put.</param>
    /// <param name="patience">How long to wait at most; <see langword="null"/> for as long as it takes.</param>
    /// <returns>A wait that gives whether it was put.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative.</exception>
    /// <exception cref="ArgumentNullException">There is no item.</exception>
    public PutWait<T> Put(T item, TimeSpan? patience = null) => item is null
        ? throw new ArgumentNullException(nameof(item), "Nothing cannot be put: a taker could not tell it from a patience at its end.")
        : new(this, item, Simulation.DeadlineOf(patience));

    /// <summary>The wait for an item: <c>var truck = await yard.Take();</c></summary>
    /// <param name="suits">Which items will do; <see langword="null"/> for any.</param>
    /// <param name="patience">How long to wait at most; <see langword="null"/> for as long as it takes. One whose patience
    /// ends gets the default value; ask <see cref="WaitExtensions.Outcome"/> where that is a value.</param>
    /// <returns>A wait that gives the item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative.</exception>
    public TakeWait<T> Take(Func<T, bool>? suits = null, TimeSpan? patience = null) =>
        new(this, suits, Simulation.DeadlineOf(patience));

    internal bool TryPut(T item)
    {
        if (_putting.First is not null || Count >= _capacity) return false;
        _items.Add(item);
        Settle();
        return true;
    }

    internal void WaitToPut(Waiter waiter, T item, SimTime until) => Wait(waiter, _putting, item, until);

    internal bool TryTake(Waiter waiter, Func<T, bool>? suits)
    {
        waiter.Served = false;
        if (!Give(waiter, suits)) return false; // what is still there suits nobody who waits
        Settle();
        return true;
    }

    internal void WaitToTake(Waiter waiter, Func<T, bool>? suits, SimTime until) => Wait(waiter, _taking, suits, until);

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        if (waiter is { Served: true, Item: T item })
        {
            if (_first > 0) _items[--_first] = item;
            else _items.Insert(0, item);
        }
        waiter.Item = null;
        waiter.Served = false;
        Settle();
    }

    string IWaitSource.Describe(Waiter waiter) => string.Create(CultureInfo.InvariantCulture,
        $"{(waiter.List == _putting ? "room" : "an item")} in store {WaitingProcess.Quote(Name)}({Count} items)");

    private void Wait(Waiter waiter, WaitList line, object? asked, SimTime until)
    {
        (waiter.Item, waiter.Served) = (asked, false);
        waiter.WaitIn(line, this);
        waiter.TimeOutAt(until, Priority.Normal);
    }

    private void Settle()
    {
        while (LetsIn() || ServesOne())
        {
        }
    }

    private bool LetsIn()
    {
        if (_putting.First is not { } first || Count >= _capacity) return false;
        _putting.Remove(first);
        _items.Add((T)first.Item!);
        first.Item = null;
        first.Wake();
        return true;
    }

    private bool ServesOne()
    {
        if (Count == 0) return false;
        for (var waiter = _taking.First; waiter is not null; waiter = waiter.Next)
        {
            if (!Give(waiter, (Func<T, bool>?)waiter.Item)) continue;
            _taking.Remove(waiter);
            waiter.Wake();
            return true;
        }
        return false;
    }

    private bool Give(Waiter waiter, Func<T, bool>? suits)
    {
        for (var place = _first; place < _items.Count; place++)
        {
            if (suits is not null && !suits(_items[place])) continue;
            (waiter.Item, waiter.Served) = (_items[place], true);
            RemoveAt(place);
            return true;
        }
        return false;
    }

    private void RemoveAt(int place)
    {
        if (place > _first)
        {
            _items.RemoveAt(place);
            return;
        }
        _items[_first++] = default!;
        if (_first <= _items.Count / 2) return; // so that moving the rest costs O(1) for each item, on the average
        _items.RemoveRange(0, _first);
        _first = 0;
    }
}
