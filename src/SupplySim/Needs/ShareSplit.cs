namespace SupplySim.Needs;

/// <summary>Splits people among camps by shares, in whole people.</summary>
/// <remarks>Whoever is left over when all have their whole part goes where most is owed, and what is owed is carried to the next batch:
/// over a run each camp gets its share to within a person or two. Camps come the nearest first. One run, one thread.</remarks>
internal sealed class ShareSplit
{
    private const double Fine = 1e9;

    private readonly long[] _parts;
    private readonly long _whole;
    private readonly Int128[] _owed; // in parts of a person
    private readonly long[] _without;

    /// <param name="shares">Of each camp; together 1, but for rounding.</param>
    public ShareSplit(IEnumerable<double> shares)
    {
        _parts = [.. shares.Select(share => (long)Math.Round(share * Fine))];
        _whole = _parts.Sum();
        _owed = new Int128[_parts.Length];
        _without = new long[_parts.Length];
    }

    /// <summary>Splits a batch. Whoever finds no room goes to the nearest other camp with room, once all have had
    /// their own; where none has any, to the camp of the share.</summary>
    /// <param name="people">Not negative.</param>
    /// <param name="room">[people] Of each camp; it is used up.</param>
    /// <param name="groups">[people] To each camp.</param>
    public void Split(long people, Span<long> room, Span<long> groups)
    {
        Share(people, groups);
        for (var camp = 0; camp < groups.Length; camp++)
        {
            _without[camp] = Math.Max(0, groups[camp] - room[camp]);
            groups[camp] -= _without[camp];
            room[camp] -= groups[camp];
        }
        for (var camp = 0; camp < groups.Length; camp++)
        {
            for (var other = 0; other < groups.Length && _without[camp] > 0; other++)
            {
                var found = Math.Min(_without[camp], room[other]);
                groups[other] += found;
                room[other] -= found;
                _without[camp] -= found;
            }
            groups[camp] += _without[camp];
        }
    }

    private void Share(long people, Span<long> groups)
    {
        var left = people;
        for (var camp = 0; camp < groups.Length; camp++)
        {
            var due = (Int128)people * _parts[camp];
            groups[camp] = (long)(due / _whole);
            _owed[camp] += due % _whole;
            left -= groups[camp];
        }
        // As many as there are camps at most.
        for (; left > 0; left--)
        {
            var most = Array.IndexOf(_owed, _owed.Max());
            groups[most]++;
            _owed[most] -= _whole;
        }
    }
}
