using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>How each of several waits ended, in the order in which they were given.</summary>
public readonly struct WaitResults
{
    private readonly WaitResult _first;
    private readonly WaitResult _second;
    private readonly WaitResult _third;
    private readonly WaitResult[]? _more;

    internal WaitResults(WaitGroup group)
    {
        Count = group.Count;
        if (Count > 0) _first = group.Result(0);
        if (Count > 1) _second = group.Result(1);
        if (Count > 2) _third = group.Result(2);
        if (Count > 3) _more = [.. Enumerable.Range(3, Count - 3).Select(group.Result)];
    }

    /// <summary>How many waits there were.</summary>
    public int Count { get; }

    /// <summary>How one of them ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There was no such wait.</exception>
    public WaitResult this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return index switch
            {
                0 => _first,
                1 => _second,
                2 => _third,
                _ => _more![index - 3],
            };
        }
    }
}
