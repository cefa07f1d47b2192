namespace SupplySim.Benchmarks.Baselines;

/// <summary>A thousand who share ten units, each for a hundredth of a second; a grant and an end are an event each.</summary>
internal sealed class PlainSharing : PlainModel
{
    private const int Ends = 0;

    private readonly Queue<int> _line = new();

    public PlainSharing(string subject, int users, int units)
        : base(subject)
    {
        for (var user = 0; user < users; user++) _line.Enqueue(user);
        for (var unit = 0; unit < units; unit++) GrantNext();
    }

    protected override long Result => Now;

    protected override void Happen(int what, int who)
    {
        Events++;
        _line.Enqueue(who);
        GrantNext();
    }

    private void GrantNext()
    {
        Events++;
        Schedule(TimeSpan.TicksPerMillisecond * 10, Ends, _line.Dequeue());
    }
}

/// <summary>Many who wait at a gate that opens every second; passing it and coming back are an event each.</summary>
internal sealed class PlainGate : PlainModel
{
    private const int Opens = 0;
    private const int ComesBack = 1;

    private readonly Queue<int> _waiting = new();

    public PlainGate(string subject, int walkers)
        : base(subject)
    {
        for (var walker = 0; walker < walkers; walker++) _waiting.Enqueue(walker);
        Schedule(TimeSpan.TicksPerSecond, Opens);
    }

    protected override long Result => Now;

    protected override void Happen(int what, int who)
    {
        Events++;
        if (what == ComesBack)
        {
            _waiting.Enqueue(who);
            return;
        }
        Schedule(TimeSpan.TicksPerSecond, Opens);
        Events += _waiting.Count;
        while (_waiting.TryDequeue(out var walker)) Schedule(2, ComesBack, walker);
    }
}
