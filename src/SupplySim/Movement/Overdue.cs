using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The loads of one supply line that stand still, and what becomes of those that have stood for too long.</summary>
/// <remarks>
/// <para>A load stands from its order until it is on a vehicle, while its column gathers and waits for its escort, while its aircraft waits
/// on the ground, and while it waits to be unloaded. After <see cref="SupplyLine.GivenUpAfter"/> it leaves
/// the position, and comes back when it moves again; what is not even begun is taken back where the line
/// orders by its level. Columns that wait on their way judge for themselves, all their loads together.</para>
/// <para>All loads of a line are given the same time, so they come due in the order in which they came to stand: one event is pending,
/// for the first. One run, one thread.</para>
/// </remarks>
internal sealed class Overdue : IEventHandler
{
    private readonly LineKeeper _line;
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly Queue<(Load Load, SimTime Since)> _standing = [];
    private EventHandle _look;

    public Overdue(LineKeeper line, World world)
    {
        (_line, _world) = (line, world);
        _handler = world.Simulation.Register(this);
    }

    /// <summary>A load of the line stands still from now on.</summary>
    public void Stands(Load load)
    {
        load.StandsSince = _world.Now;
        Forget();
        _standing.Enqueue((load, _world.Now));
        if (!_world.Simulation.IsPending(_look)) Plan();
    }

    void IEventHandler.Handle(long argument) => Look();

    /// <summary>Gives up what is due, and plans for what will be; called too when the line is given another patience.</summary>
    public void Look()
    {
        _world.Simulation.Cancel(_look);
        var (isAnyDue, hasGivenUp) = (false, false);
        for (Forget(); _standing.TryPeek(out var first) && Due(first.Since) <= _world.Now; Forget())
        {
            _standing.Dequeue();
            isAnyDue = true;
            first.Load.StandsSince = SimTime.Never;
            if (!first.Load.GiveUp()) continue;
            if (first.Load.To == _line.To) hasGivenUp = true;
            else _line.PositionChanged(first.Load.To);
        }
        Plan();
        if (isAnyDue) _line.TakeBackOverdue(hasGivenUp);
    }

    // Those in front that have moved since are none of them any more.
    private void Forget()
    {
        while (_standing.TryPeek(out var first) && first.Load.StandsSince != first.Since) _standing.Dequeue();
    }

    private void Plan()
    {
        if (_standing.TryPeek(out var first) && Due(first.Since) is var due && due < _world.Catalogue.Horizon)
            _look = _world.Simulation.Schedule(due, Priorities.Review, _handler);
    }

    private SimTime Due(SimTime since) => since + _line.Line.GivenUpAfter;
}
