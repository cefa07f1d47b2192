using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>How a wait ended, and with what. The default value is a wait that ended with what it waited for, but nothing
/// to carry away.</summary>
public readonly record struct WaitResult
{
    private readonly object? _item;

    internal WaitResult(Waiter served, WaitEnd end, int index)
    {
        End = end;
        Index = index;
        Hold = served.Granted;
        _item = served.Item;
    }

    internal WaitResult(InterruptedException interrupted)
    {
        End = WaitEnd.Interrupted;
        Cause = interrupted.Cause;
        Remaining = interrupted.Remaining;
    }

    /// <summary>Why it ended.</summary>
    public WaitEnd End { get; }

    /// <summary>Whether it ended with what was waited for.</summary>
    public bool IsCompleted => End == WaitEnd.Completed;

    /// <summary>Which of several waits it was, counted from 0; 0 for a wait alone.</summary>
    public int Index { get; }

    /// <summary>The units that were granted; nothing if the wait was for something else or in vain.</summary>
    public ResourceHold Hold { get; }

    /// <summary>Of an interrupt, its cause; else <see langword="null"/>.</summary>
    public object? Cause { get; }

    /// <summary>Of an interrupt, what was left of the wait; see <see cref="InterruptedException.Remaining"/>.</summary>
    public TimeSpan? Remaining { get; }

    /// <summary>The item that was taken from a <see cref="Store{T}"/>.</summary>
    /// <exception cref="InvalidCastException">The wait was not for such an item, or in vain.</exception>
    public T Item<T>() =>
        _item is T item ? item : throw new InvalidCastException($"This wait has brought no {typeof(T).Name}.");
}
