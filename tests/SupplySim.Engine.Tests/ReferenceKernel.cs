namespace SupplySim.Engine.Tests;

/// <summary>The slow, plain truth about the order of events: an unsorted list that is searched. Shares no code with the
/// engine.</summary>
internal sealed class ReferenceKernel : IScriptedKernel
{
    private readonly List<Entry> pending = [];
    private long sequence;

    public long Now { get; private set; }

    public void Schedule(int id, long delay, byte priority) => pending.Add(new(Now + delay, priority, sequence++, id));

    public bool Cancel(int id) => pending.RemoveAll(entry => entry.Id == id) == 1;

    public bool Reschedule(int id, long delay)
    {
        var index = pending.FindIndex(entry => entry.Id == id);
        if (index < 0) return false;
        pending[index] = pending[index] with { Time = Now + delay, Sequence = sequence++ };
        return true;
    }

    public void Run(Action<int> onEvent)
    {
        while (pending.Count > 0)
        {
            var first = pending.MinBy(entry => (entry.Time, entry.Priority, entry.Sequence))!;
            pending.Remove(first);
            Now = first.Time;
            onEvent(first.Id);
        }
    }

    private sealed record Entry(long Time, byte Priority, long Sequence, int Id);
}
