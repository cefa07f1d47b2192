namespace SupplySim.Engine.Internals;

/// <summary>Something that is waited for: it puts its books in order when a waiter goes away, and can say what it is.</summary>
internal interface IWaitSource
{
    /// <summary>Called when the waiter is interrupted, unwound, out of time or passed over by another of its waits, after
    /// it has left the list it stood in; also if it was served already but has not been told.</summary>
    void Withdrawn(Waiter waiter);

    /// <summary>What is left of a wait whose end this source alone knows.</summary>
    TimeSpan? Remaining(Waiter waiter) => null;

    /// <summary>What the waiter waits for, as it reads after "waits for".</summary>
    string Describe(Waiter waiter);
}
