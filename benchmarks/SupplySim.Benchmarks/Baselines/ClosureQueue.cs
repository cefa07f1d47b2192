namespace SupplySim.Benchmarks.Baselines;

/// <summary>What one writes first: the priority queue of the library, and a closure for each event.</summary>
internal sealed class ClosureQueue
{
    private readonly PriorityQueue<Action, (double Time, long Sequence)> _queue = new();
    private long _sequence;

    public double Now { get; private set; }

    public void Schedule(double delay, Action action) => _queue.Enqueue(action, (Now + delay, _sequence++));

    public void RunOne()
    {
        _queue.TryDequeue(out var action, out var key);
        Now = key.Time;
        action!();
    }
}
