using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The docks of one place: vehicles are loaded and unloaded one at a dock, in the order they come.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Docks : IEventHandler
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly Queue<DockJob> _waiting = [];
    private readonly DockJob?[] _docks;

    public Docks(World world, Site site)
    {
        (_world, _docks) = (world, new DockJob?[site.Docks]);
        _handler = world.Simulation.Register(this);
    }

    /// <summary>By dock; null where it is free.</summary>
    public IReadOnlyList<DockJob?> AtDock => _docks;

    /// <summary>Those who wait for a dock, in their order.</summary>
    public IReadOnlyCollection<DockJob> Waiting => _waiting;

    public void Add(DockJob job)
    {
        _waiting.Enqueue(job);
        Serve();
    }

    void IEventHandler.Handle(long dock)
    {
        var job = _docks[dock]!;
        _docks[dock] = null;
        job.Done();
        Serve();
    }

    private void Serve()
    {
        for (var dock = 0; dock < _docks.Length && _waiting.Count > 0; dock++)
        {
            if (_docks[dock] is not null) continue;
            var job = _docks[dock] = _waiting.Dequeue();
            _world.Simulation.Schedule(job.Time, Priorities.EndOfService, _handler, dock);
        }
    }
}

/// <summary>One vehicle to be loaded or unloaded.</summary>
/// <param name="member">The vehicle.</param>
/// <param name="time">How long it holds the dock.</param>
internal abstract class DockJob(Member member, TimeSpan time)
{
    public Member Member { get; } = member;

    public TimeSpan Time { get; } = time;

    /// <summary>Called when the dock is free again.</summary>
    public abstract void Done();
}
