using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SupplySim.Runs;

/// <summary>What is written down one by one, and read as a whole in the end.</summary>
/// <remarks>In pieces that stay where they are: a list that doubles copies everything again and again, and
/// in the end into an array so great that the collector treats it apart.</remarks>
internal sealed class Recording<T>
{
    private const int Piece = 256;

    private readonly List<T[]> _pieces = [];

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, from 0.</summary>
    public ref T this[int number] => ref _pieces[number / Piece][number % Piece];

    public void Add(in T one)
    {
        if (Count % Piece == 0) _pieces.Add(new T[Piece]);
        _pieces[^1][Count++ % Piece] = one;
    }

    public ImmutableArray<T> ToImmutable()
    {
        var all = new T[Count];
        for (var from = 0; from < Count; from += Piece)
            _pieces[from / Piece].AsSpan(0, Math.Min(Piece, Count - from)).CopyTo(all.AsSpan(from));
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
