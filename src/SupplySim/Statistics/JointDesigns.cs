using System.Collections.Concurrent;

namespace SupplySim.Statistics;

/// <summary>All sums of joined lines that may be fitted to what depends on several things: of each thing lines of 1, 2, 4, ... pieces, or
/// none.</summary>
/// <remarks>A design is made when first asked for and kept for the next column, as long as there is room. Any thread; what is found
/// does not depend on which.</remarks>
internal sealed class JointDesigns
{
    private const int MostPieces = 64;

    // Some 30 MB.
    private const long UsualRoom = 4_000_000;

    private readonly JoinedLines?[][] _lines;
    private readonly ConcurrentDictionary<string, JointDesign> _known = new();
    private long _room;

    /// <param name="things">For each thing where it lay in its law in each replication: from 0 to 1, uniform.</param>
    /// <param name="replications">How many there are.</param>
    /// <param name="room">[numbers] Of designs that are kept; any other is made each time it is asked for.</param>
    public JointDesigns(IReadOnlyList<double[]> things, int replications, long room = UsualRoom)
    {
        (Replications, _room) = (replications, room);
        var most = Math.Min(MostPieces, replications / 2);
        Pieces = [0, .. Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(pieces => pieces <= most)];
        _lines = [.. things.Select(thing => (thing, inOrder: thing.Order().ToArray()))
            .Select(one => Pieces.Select(pieces => pieces == 0 ? null : new JoinedLines(one.thing, one.inOrder, pieces)).ToArray())];
    }

    public int Replications { get; }

    /// <summary>How many things there are.</summary>
    public int Things => _lines.Length;

    /// <summary>By rung: how many lines a thing may have.</summary>
    public int[] Pieces { get; }

    /// <summary>The design in which each thing has so many lines; null where there are too few replications for it.</summary>
    /// <param name="rungs">By thing.</param>
    public JointDesign? Of(int[] rungs)
    {
        if (1 + rungs.Sum(rung => Pieces[rung]) is var parameters && parameters > Replications / 2) return null;
        var key = string.Join(' ', rungs);
        if (_known.TryGetValue(key, out var known)) return known;
        var made = new JointDesign([.. rungs.Select((rung, thing) => _lines[thing][rung])], Replications);
        if (Interlocked.Add(ref _room, -(long)parameters * (parameters + Replications)) >= 0) _known.TryAdd(key, made);
        return made;
    }
}
