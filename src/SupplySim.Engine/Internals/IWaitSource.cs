namespace SupplySim.Engine.Internals;

/// <summary>Something waited for that has to put its books in order when a waiter goes away before it was served.</summary>
internal interface IWaitSource
{
    /// <summary>Called when the waiter is interrupted or unwound, after it has left the list it stood in.</summary>
    void Withdrawn(Waiter waiter);
}
