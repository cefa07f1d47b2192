using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>Keeps track of what conditions hold, and tells at the instant they turn.</summary>
/// <remarks>
/// A condition is looked at again when something it depends on has changed, and at the instant at which it will turn by
/// itself: stock that is eaten, a front that moves, opening hours. Nothing is polled. One run, one thread.
/// </remarks>
internal sealed class Conditions : IEventHandler, IStockListener, ICrossingListener
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly List<Watch> _watches = [];
    private readonly List<(StockLevel Level, Watch Watch)>?[] _levels; // by place
    private readonly List<Watch>?[] _crossings; // by place

    public Conditions(World world)
    {
        var places = world.Catalogue.Places.Length;
        (_world, _handler, _levels, _crossings) =
            (world, world.Simulation.Register(this), new List<(StockLevel, Watch)>?[places], new List<Watch>?[places]);
    }

    /// <summary>Follows a condition from now on.</summary>
    /// <param name="condition">What is watched.</param>
    /// <param name="here">The place that a bare <c>stock</c> stands for; -1 where it may not stand.</param>
    public Watch Follow(Condition condition, int here = -1) => Follow(ConditionNode.Of(condition, _world, here));

    /// <summary>The same of a condition whose names are numbers already.</summary>
    public Watch Follow(ConditionNode node)
    {
        var watch = new Watch(_watches.Count, node, _world.Simulation);
        _watches.Add(watch);
        watch.Node.Subscribe(this, watch);
        watch.IsTrue = watch.Node.Holds(_world.Now);
        PlanNext(watch);
        return watch;
    }

    /// <summary>A watch depends on a level of stock.</summary>
    public void Follow(StockLevel level, Watch watch)
    {
        (_levels[level.Place] ??= []).Add((level, watch));
        _world.Stocks.Listen(level.Place, this);
    }

    /// <summary>A watch depends on whether a crossing is open.</summary>
    public void Follow(CrossingState crossing, Watch watch)
    {
        (_crossings[crossing.Place] ??= []).Add(watch);
        crossing.Listen(this);
    }

    /// <summary>Something about fronts, or who holds what, has changed.</summary>
    public void FrontsChanged()
    {
        foreach (var watch in _watches)
            if (watch.DependsOnFronts) ReviewNow(watch);
    }

    // Most changes of a stock turn nothing. What will turn earlier by it is planned anew; what will turn later than planned is looked
    // at once for nothing, which is cheaper.
    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (_levels[place] is not { } levels || change == StockChange.Released) return;
        foreach (var (level, watch) in levels)
        {
            if (watch.IsUnderReview) continue;
            if (level.HasTurned(hasCome: change == StockChange.Delivered, _world.Now)) ReviewNow(watch);
            else if (change != StockChange.Delivered) PlanEarlier(watch, level.NextChange(_world.Now));
        }
    }

    void ICrossingListener.Changed(CrossingState crossing)
    {
        if (_crossings[crossing.Place] is not { } watches) return;
        foreach (var watch in watches) ReviewNow(watch);
    }

    void IEventHandler.Handle(long argument)
    {
        var watch = _watches[(int)argument];
        watch.IsUnderReview = false;
        var holds = watch.Node.Holds(_world.Now);
        PlanNext(watch);
        if (holds == watch.IsTrue) return;
        watch.IsTrue = holds;
        watch.Tell();
    }

    /// <summary>Looks at a condition again at this instant, after what is happening.</summary>
    public void ReviewNow(Watch watch)
    {
        if (watch.IsUnderReview) return;
        watch.IsUnderReview = true;
        PlanAt(watch, _world.Now);
    }

    private void PlanNext(Watch watch)
    {
        if (!watch.IsUnderReview) PlanAt(watch, watch.Node.NextChange(_world.Now));
    }

    private void PlanEarlier(Watch watch, SimTime at)
    {
        if (at < watch.PlannedAt) PlanAt(watch, at);
    }

    private void PlanAt(Watch watch, SimTime at)
    {
        var simulation = _world.Simulation;
        watch.PlannedAt = at;
        if (at >= _world.Catalogue.Horizon) simulation.Cancel(watch.Event);
        else if (!simulation.Reschedule(watch.Event, at))
            watch.Event = simulation.Schedule(at, Priorities.StatusChange, _handler, watch.Number);
    }
}

/// <summary>One condition that is followed.</summary>
internal sealed class Watch(int number, ConditionNode node, Simulation simulation)
{
    private readonly List<Action> _listeners = [];

    public int Number { get; } = number;

    public ConditionNode Node { get; } = node;

    /// <summary>Whether the condition holds now.</summary>
    public bool IsTrue { get; set; }

    /// <summary>Whether it holds now and will to the end: a date has come.</summary>
    public bool HoldsForGood => Node.HoldsForGood(simulation.Now);

    /// <summary>Fired each time it turns, for processes that wait.</summary>
    public Signal Turned { get; } = new(simulation);

    public EventHandle Event { get; set; }

    /// <summary>When it is looked at next; beyond the horizon it is not.</summary>
    public SimTime PlannedAt { get; set; } = SimTime.Never;

    public bool IsUnderReview { get; set; }

    public bool DependsOnFronts { get; set; }

    /// <summary>Called each time it turns.</summary>
    public void OnTurn(Action listener) => _listeners.Add(listener);

    public void Tell()
    {
        foreach (var listener in _listeners) listener();
        Turned.Fire();
    }
}
