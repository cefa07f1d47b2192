namespace SupplySim.Engine.Internals;

/// <summary>Waiters in order of arrival. Adding, taking and removing any of them is O(1): the links are in the waiters,
/// each of which stands in one list at most.</summary>
internal sealed class WaitList
{
    private Waiter? _last;

    public Waiter? First { get; private set; }

    public int Count { get; private set; }

    public void Add(Waiter waiter) => Insert(waiter, before: null);

    /// <summary>Gives one who was here before its old place again; O(number of those who are before it).</summary>
    public void AddByArrival(Waiter waiter)
    {
        var next = First;
        while (next is not null && next.Arrival < waiter.Arrival) next = next.Next;
        Insert(waiter, next);
    }

    public void Remove(Waiter waiter)
    {
        if (waiter.Previous is null) First = waiter.Next;
        else waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null) _last = waiter.Previous;
        else waiter.Next.Previous = waiter.Previous;
        waiter.Previous = waiter.Next = null;
        waiter.List = null;
        Count--;
    }

    /// <summary>Empties the list, waking its waiters in order of arrival.</summary>
    public void WakeAll()
    {
        while (First is { } waiter)
        {
            Remove(waiter);
            waiter.Wake();
        }
    }

    private void Insert(Waiter waiter, Waiter? before)
    {
        waiter.List = this;
        waiter.Next = before;
        waiter.Previous = before is null ? _last : before.Previous;
        if (waiter.Previous is null) First = waiter;
        else waiter.Previous.Next = waiter;
        if (before is null) _last = waiter;
        else before.Previous = waiter;
        Count++;
    }
}
