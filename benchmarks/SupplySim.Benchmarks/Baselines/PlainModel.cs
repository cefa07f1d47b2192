namespace SupplySim.Benchmarks.Baselines;

/// <summary>A model written once for both baselines: after a delay, something of a kind happens to somebody. It grants,
/// opens and interrupts on the spot, without an event; what it counts are logical events, as the engine's cases do.</summary>
/// <param name="subject">`closures` or `heap4`.</param>
internal abstract class PlainModel(string subject) : IWorkload, IHeapHandler
{
    private const int KindBits = 4;

    private readonly ClosureQueue? _closures = subject == Subjects.Closures ? new ClosureQueue() : null;
    private readonly Heap4 _heap = new();
    private int? _handler;

    /// <summary>How many logical events there were.</summary>
    public long Events { get; protected set; }

    /// <summary>[ticks]</summary>
    protected long Now => _closures is { } queue ? (long)queue.Now : _heap.Now;

    /// <summary>What is summed up, so that nothing can be left out.</summary>
    protected abstract long Result { get; }

    public long Run(long events)
    {
        var before = Events;
        while (Events < before + events) RunOne();
        return Checksum.Consume(Result, Events - before);
    }

    public void RunUntil(long ticks)
    {
        while (Now < ticks) RunOne();
    }

    public void Handle(int argument) => Happen(argument & ((1 << KindBits) - 1), argument >> KindBits);

    /// <param name="what">The kind, less than 16.</param>
    /// <param name="who">Whom it happens to; of 28 bits.</param>
    protected abstract void Happen(int what, int who);

    protected void Schedule(long delay, int what, int who = 0)
    {
        if (_closures is { } queue) ScheduleClosure(queue, delay, what, who);
        else _heap.Schedule(delay, _handler ??= _heap.Register(this), who << KindBits | what);
    }

    private void RunOne()
    {
        if (_closures is { } queue) queue.RunOne();
        else _heap.RunOne();
    }

    // Apart, because a method that makes a closure makes it at its beginning, needed or not.
    private void ScheduleClosure(ClosureQueue queue, long delay, int what, int who) => queue.Schedule(delay, () => Happen(what, who));
}
