namespace SupplySim.Engine.Internals;

/// <summary>Waiters by priority, and in order of arrival within a priority.</summary>
/// <remarks>One <see cref="WaitList"/> per priority in use: every operation is O(1) in the number of waiters and linear
/// in the number of different priorities, which is small and at most 256.</remarks>
internal sealed class PriorityWaitList
{
    private readonly List<(Priority Priority, WaitList Waiters)> _ranks = [];

    public int Count
    {
        get
        {
            var sum = 0;
            foreach (var (_, waiters) in _ranks) sum += waiters.Count;
            return sum;
        }
    }

    /// <summary>The next in turn.</summary>
    public Waiter? First
    {
        get
        {
            foreach (var (_, waiters) in _ranks)
                if (waiters.First is { } first) return first;
            return null;
        }
    }

    /// <summary>Whether somebody waits whose turn comes before that of a newcomer.</summary>
    public bool AnyBefore(Priority newcomer)
    {
        foreach (var (priority, waiters) in _ranks)
            if (priority.Value <= newcomer.Value && waiters.Count > 0) return true;
        return false;
    }

    public WaitList this[Priority priority]
    {
        get
        {
            var place = 0;
            for (; place < _ranks.Count && _ranks[place].Priority.Value <= priority.Value; place++)
                if (_ranks[place].Priority == priority) return _ranks[place].Waiters;
            var added = new WaitList();
            _ranks.Insert(place, (priority, added));
            return added;
        }
    }
}
