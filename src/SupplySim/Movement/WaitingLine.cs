namespace SupplySim.Movement;

/// <summary>Those who wait at a crossing in one lane and of one traffic, in the order in which they came.</summary>
/// <remarks>Linked through the entries themselves, which stand in one line at most: joining and leaving from anywhere are O(1) and
/// allocate nothing. To walk it, read the next before the current one leaves.</remarks>
internal sealed class WaitingLine
{
    public QueueEntry? First { get; private set; }

    private QueueEntry? _last;
    private int _columns;

    /// <summary>What the strangers in it wait for.</summary>
    public SharedWait Strangers { get; } = new();

    /// <summary>Whether anybody waits here for itself.</summary>
    public bool HasColumns => _columns > 0;

    public void Add(QueueEntry entry)
    {
        entry.Ahead = _last;
        if (_last is null) First = entry;
        else _last.Behind = entry;
        _last = entry;
        if (entry.Shared is { } shared) shared.Join(entry.JoinedAt(0));
        else _columns++;
    }

    public void Remove(QueueEntry entry)
    {
        if (entry.Ahead is null) First = entry.Behind;
        else entry.Ahead.Behind = entry.Behind;
        if (entry.Behind is null) _last = entry.Ahead;
        else entry.Behind.Ahead = entry.Ahead;
        (entry.Ahead, entry.Behind) = (null, null);
        if (entry.Shared is { } shared) shared.Leave(entry.JoinedAt(0));
        else _columns--;
    }
}
