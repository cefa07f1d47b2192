using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for room in a store: <c>await store.Put(item)</c>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public readonly struct PutWait<T> : IWait
    where T : notnull
{
    private readonly Store<T> _store;
    private readonly T _item;
    private readonly SimTime _until;

    internal PutWait(Store<T> store, T item, SimTime until) => (_store, _item, _until) = (store, item, until);

    /// <summary>For the compiler: whether there was room.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public PutWait<T> GetAwaiter() => this;

    /// <summary>For the compiler: whether the item was put before the patience ended.</summary>
    public bool GetResult() => _store.Simulation.RunningProcess.ExitWait() != WaitOutcome.TimedOut;

    Simulation IWait.Simulation => _store.Simulation;

    IWaitSource? IWait.Source => _store;

    bool IWait.TryAtOnce(Waiter waiter) => _store.TryPut(_item);

    void IWait.Begin(Waiter waiter) => _store.WaitToPut(waiter, _item, _until);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
