namespace SupplySim.Engine.Internals;

/// <summary>What a waiter asks of a source and what it was given: needed by those who queue, and kept apart from the
/// <see cref="Waiter"/> so that a process that only lets time pass does not drag it through the cache.</summary>
internal sealed class WaitTerms
{
    public Waiter? Previous;
    public Waiter? Next;
    public long Amount;
    public Priority Rank;
    public long Arrival;
    public bool Preempts;
    public bool Served;
    public object? Item;
    public ResourceHold Granted;
}
