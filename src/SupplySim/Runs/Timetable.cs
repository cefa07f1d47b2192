using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>Tells each crossing when its opening hours begin and end.</summary>
internal sealed class Timetable : IEventHandler, ICrossingListener
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly EventHandle[] _events;

    public Timetable(World world)
    {
        (_world, _events) = (world, new EventHandle[world.Crossings.Length]);
        _handler = world.Simulation.Register(this);
        foreach (var crossing in world.Crossings)
        {
            if (crossing is null) continue;
            crossing.Listen(this);
            PlanNext(crossing);
        }
    }

    void IEventHandler.Handle(long argument) => _world.Crossings[argument]!.Tell();

    // Called after hours have begun or ended, and when a disruption has given the crossing other hours.
    void ICrossingListener.Changed(CrossingState crossing) => PlanNext(crossing);

    private void PlanNext(CrossingState crossing)
    {
        var next = crossing.NextChangeOfHours(_world.Now);
        ref var planned = ref _events[crossing.Place];
        if (next >= _world.Catalogue.Horizon) _world.Simulation.Cancel(planned);
        else if (!_world.Simulation.Reschedule(planned, next))
            planned = _world.Simulation.Schedule(next, Priorities.StatusChange, _handler, crossing.Place);
    }
}
