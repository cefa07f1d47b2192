using System.ComponentModel;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Two waits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WaitPair<TFirst, TSecond> : IWaitSet
    where TFirst : struct, IWait
    where TSecond : struct, IWait
{
    private readonly TFirst _first;
    private readonly TSecond _second;

    internal WaitPair(TFirst first, TSecond second) => (_first, _second) = (first, second);

    int IWaitSet.Count => 2;

    IWaitSource? IWaitSet.Source(int index) => index == 0 ? _first.Source : _second.Source;

    bool IWaitSet.TryAtOnce(int index, Waiter waiter) =>
        index == 0 ? _first.TryAtOnce(waiter) : _second.TryAtOnce(waiter);

    void IWaitSet.Begin(int index, Waiter waiter)
    {
        if (index == 0) _first.Begin(waiter);
        else _second.Begin(waiter);
    }
}

/// <summary>One wait before others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WaitAndMore<TFirst, TMore> : IWaitSet
    where TFirst : struct, IWait
    where TMore : struct, IWaitSet
{
    private readonly TFirst _first;
    private readonly TMore _more;

    internal WaitAndMore(TFirst first, TMore more) => (_first, _more) = (first, more);

    int IWaitSet.Count => _more.Count + 1;

    IWaitSource? IWaitSet.Source(int index) => index == 0 ? _first.Source : _more.Source(index - 1);

    bool IWaitSet.TryAtOnce(int index, Waiter waiter) =>
        index == 0 ? _first.TryAtOnce(waiter) : _more.TryAtOnce(index - 1, waiter);

    void IWaitSet.Begin(int index, Waiter waiter)
    {
        if (index == 0) _first.Begin(waiter);
        else _more.Begin(index - 1, waiter);
    }
}

/// <summary>Any number of waits of one kind, in the caller's array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WaitArray<TWait> : IWaitSet
    where TWait : struct, IWait
{
    private readonly TWait[] _waits;

    internal WaitArray(TWait[] waits) => _waits = waits;

    int IWaitSet.Count => _waits.Length;

    IWaitSource? IWaitSet.Source(int index) => _waits[index].Source;

    bool IWaitSet.TryAtOnce(int index, Waiter waiter) => _waits[index].TryAtOnce(waiter);

    void IWaitSet.Begin(int index, Waiter waiter) => _waits[index].Begin(waiter);
}
