using SupplySim.Benchmarks.Models;

namespace SupplySim.Benchmarks.Baselines;

/// <summary>The model of <see cref="SmallSupplyModel"/> without processes. A service that was interrupted is known by its
/// version, as one does without handles.</summary>
internal sealed class PlainSupplyModel : PlainModel
{
    private const int Trucks = 20;
    private const int Loaded = 0, AtCrossing = 1, Inspected = 2, AtCamp = 3, Unloaded = 4, Back = 5, Eats = 6, Shuts = 7, Opens = 8;
    private const int VersionBits = 20;

    private readonly SplitMix64 _draws = new(4242);
    private readonly Queue<int> _line = new();
    private readonly Queue<int> _held = new();
    private readonly List<int> _inService = [];
    private readonly long[] _remaining = new long[Trucks];
    private readonly long[] _began = new long[Trucks];
    private readonly int[] _versions = new int[Trucks];
    private int _freeLanes = 2;
    private bool _closed;

    public PlainSupplyModel(string subject)
        : base(subject)
    {
        for (var truck = 0; truck < Trucks; truck++) Load(truck);
        Schedule(TimeSpan.TicksPerHour, Eats);
        Schedule(Draw(200), Shuts);
    }

    public long Deliveries { get; private set; }

    public long Shortage { get; private set; }

    public long Closures { get; private set; }

    public long Interrupts { get; private set; }

    public long Stock { get; private set; } = 500;

    protected override long Result => Deliveries;

    protected override void Happen(int what, int who)
    {
        switch (what)
        {
            case Loaded: Count(3, AtCrossing, who); break;
            case AtCrossing: Queue(who); break;
            case Inspected: Leave(who & (1 << 5) - 1, who >> 5); break;
            case AtCamp: Deliver(who); break;
            case Unloaded: Count(5, Back, who); break;
            case Back: Return(who); break;
            case Eats: Eat(); break;
            case Shuts: Shut(); break;
            default: Open(); break;
        }
    }

    private long Draw(double hours) => TimeSpan.FromHours(_draws.Exponential(hours)).Ticks;

    private void Count(double hours, int next, int truck)
    {
        Events++;
        Schedule(TimeSpan.FromHours(hours).Ticks, next, truck);
    }

    private void Load(int truck) => Schedule(Draw(1), Loaded, truck);

    private void Queue(int truck)
    {
        Events++;
        if (_freeLanes == 0)
        {
            _line.Enqueue(truck);
            return;
        }
        _freeLanes--;
        Grant(truck);
    }

    private void Grant(int truck)
    {
        Events++;
        _remaining[truck] = Draw(0.25);
        Inspect(truck);
    }

    private void Inspect(int truck)
    {
        if (_closed)
        {
            _held.Enqueue(truck);
            return;
        }
        _inService.Add(truck);
        _began[truck] = Now;
        Schedule(_remaining[truck], Inspected, truck | _versions[truck] << 5);
    }

    private void Leave(int truck, int version)
    {
        if (version != _versions[truck]) return;
        _inService.Remove(truck);
        if (_line.TryDequeue(out var next)) Grant(next);
        else _freeLanes++;
        Count(2, AtCamp, truck);
    }

    private void Deliver(int truck)
    {
        Events += 2; // it arrives, and puts
        Stock += 10;
        Schedule(Draw(0.5), Unloaded, truck);
    }

    private void Return(int truck)
    {
        Events++;
        Deliveries++;
        Load(truck);
    }

    private void Eat()
    {
        var eaten = Math.Min(16, Stock);
        Stock -= eaten;
        Shortage += 16 - eaten;
        if (eaten > 0) Events++;
        Count(1, Eats, 0);
    }

    private void Shut()
    {
        Events++;
        _closed = true;
        Closures++;
        foreach (var truck in _inService)
        {
            Events++;
            Interrupts++;
            _versions[truck] = _versions[truck] + 1 & (1 << VersionBits) - 1;
            _remaining[truck] -= Now - _began[truck];
            _held.Enqueue(truck);
        }
        _inService.Clear();
        Schedule(Draw(20), Opens);
    }

    private void Open()
    {
        Events++;
        _closed = false;
        Schedule(Draw(200), Shuts);
        while (_held.TryDequeue(out var truck)) Inspect(truck);
    }
}
