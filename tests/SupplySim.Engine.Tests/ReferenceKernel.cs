namespace SupplySim.Engine.Tests;

/// <summary>The slow, plain truth about the order of events: an unsorted list that is searched. Shares no code with the
/// engine.</summary>
internal sealed class ReferenceKernel : IScriptedKernel
{
    private readonly List<Entry> _pending = [];
    private long _sequence;

    public long Now { get; private set; }

    public void Schedule(int id, long delay, byte priority) => _pending.Add(new(Now + delay, priority, _sequence++, id));

    public bool Cancel(int id) => _pending.RemoveAll(entry => entry.Id == id) == 1;

    public bool Reschedule(int id, long delay)
    {
        var index = _pending.FindIndex(entry => entry.Id == id);
        if (index < 0) return false;
        _pending[index] = _pending[index] with { Time = Now + delay, Sequence = _sequence++ };
        return true;
    }

    public void Run(Action<int> onEvent)
    {
        while (_pending.Count > 0)
        {
            var first = _pending.MinBy(entry => (entry.Time, entry.Priority, entry.Sequence))!;
            _pending.Remove(first);
            Now = first.Time;
            onEvent(first.Id);
        }
    }

    private sealed record Entry(long Time, byte Priority, long Sequence, int Id);
}
