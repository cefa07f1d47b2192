using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for an item of a store: <c>await store.Take()</c>, which gives the item.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public readonly struct TakeWait<T> : IWait
    where T : notnull
{
    private readonly Store<T> _store;
    private readonly Func<T, bool>? _suits;
    private readonly SimTime _until;

    internal TakeWait(Store<T> store, Func<T, bool>? suits, SimTime until) => (_store, _suits, _until) = (store, suits, until);

    /// <summary>For the compiler: whether an item was there.</summary>
    public bool IsCompleted => Waiting.IsCompleted(this);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public TakeWait<T> GetAwaiter() => this;

    /// <summary>For the compiler: the item; the default value if the patience ended before there was one.</summary>
    public T GetResult()
    {
        var process = _store.Simulation.RunningProcess;
        process.ExitWait();
        var taken = process.Item is T item ? item : default!;
        process.Item = null;
        return taken;
    }

    Simulation IWait.Simulation => _store.Simulation;

    IWaitSource? IWait.Source => _store;

    bool IWait.TryAtOnce(Waiter waiter) => _store.TryTake(waiter, _suits);

    void IWait.Begin(Waiter waiter) => _store.WaitToTake(waiter, _suits, _until);

    void IProcessAwaiter.Attach(ProcessBox body) => Waiting.Attach(this, body);
}
