namespace SupplySim.Movement;

/// <summary>Those who wait at a crossing in one lane and of one traffic, in the order in which they came.</summary>
/// <remarks>Linked through the entries themselves, which stand in one line at most: joining and leaving from anywhere are O(1) and
/// allocate nothing. To walk it, read the next before the current one leaves.</remarks>
internal sealed class WaitingLine
{
    public QueueEntry? First { get; private set; }

    private QueueEntry? _last;

    public void Add(QueueEntry entry)
    {
        entry.Ahead = _last;
        if (_last is null) First = entry;
        else _last.Behind = entry;
        _last = entry;
    }

    public void Remove(QueueEntry entry)
    {
        if (entry.Ahead is null) First = entry.Behind;
        else entry.Ahead.Behind = entry.Behind;
        if (entry.Behind is null) _last = entry.Ahead;
        else entry.Behind.Ahead = entry.Ahead;
        (entry.Ahead, entry.Behind) = (null, null);
    }
}
