namespace SupplySim.Twin;

/// <summary>What is still to happen: the earliest first, at one instant by rank, among equals in the order in which it was
/// planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (long Time, int Rank, long Sequence)> _pending = new();
    private long _sequence;

    /// <summary>[ticks] Since the start.</summary>
    public long Now { get; private set; }

    /// <summary>[ticks] Nothing that is due then or later happens.</summary>
    public required long End { get; init; }

    public void At(long time, int rank, Action action)
    {
        if (time < End) _pending.Enqueue(action, (time, rank, _sequence++));
    }

    public void Run()
    {
        while (_pending.TryDequeue(out var action, out var key))
        {
            Now = key.Time;
            action();
        }
        Now = End;
    }
}

/// <summary>The published order of what happens at one instant.</summary>
internal static class Rank
{
    public const int Status = 20;
    public const int Arrival = 30;
    public const int Service = 40;
    public const int Need = 50;
    public const int Review = 60;
    public const int Record = 70;
    public const int Last = 128;
    public const int AfterAll = 129;
}
