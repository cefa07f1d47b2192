using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Follows one run and holds it to all <see cref="Invariants"/>: some after every event, all of them every 1,024
/// events and at the end.</summary>
/// <remarks>It counts where things physically are (stocks, loads, yards, docks, columns, lanes, lines) by code that does not read
/// the books, and compares the two. It only looks: a run that is audited has the same outcome. One run, one thread.</remarks>
internal sealed class Audit
{
    private const int EventsPerRecount = 1024;
    private readonly Check[] _checks;
    private readonly List<CrossingQueue> _moved = [];
    private EventHappened _last;
    private SimTime _now;
    private long _events;
    private long _recounts;

    /// <summary>Audits a run from its beginning on.</summary>
    /// <param name="world">Its state, before anything has happened.</param>
    /// <param name="transport">What moves in it.</param>
    public Audit(World world, Transport transport)
    {
        (World, Transport) = (world, transport);
        _checks =
        [
            new GoodsCheck(this), new OutcomeCheck(this), new OrderCheck(this), new VehicleCheck(this), new DockCheck(this),
            new CrossingCheck(this), new WaitCheck(this), new RouteCheck(this), new AirfieldCheck(this), new PeopleCheck(this),
            new EquipmentCheck(this), new InfluenceCheck(this), new LossCheck(this),
        ];
        foreach (var queue in transport.Queues)
            if (queue is not null) ListenTo(queue);
        world.Simulation.EventHappened.Listen(AfterEvent);
    }

    public World World { get; }

    public Transport Transport { get; }

    /// <summary>The crossings at which somebody may have moved in the event that has just happened.</summary>
    public List<CrossingQueue> MovedAt => _moved;

    public AuditReport Report => new(_events, _recounts, Invariants.All.Length);

    /// <summary>What is done at a crossing beyond its lanes.</summary>
    public static IEnumerable<Stage> StagesOf(CrossingQueue queue)
    {
        if (queue.SearchBays is { } searches) yield return searches;
        if (queue.Exchange is { } exchange) yield return exchange.Docks;
    }

    /// <summary>Counts everything again.</summary>
    public void Recount()
    {
        _recounts++;
        foreach (var check in _checks) check.Recount();
    }

    /// <summary>An invariant does not hold.</summary>
    public InvariantBrokenException Broken(Invariant invariant, string where, Int128 counted, Int128 expected) => new(
        invariant, World.Now, World.Simulation.Seed, World.Simulation.Replication,
        _events == 0 ? "the start" : $"event {World.Simulation.EventCount}, {World.Simulation.Describe(_last)}", where, counted, expected);

    private void ListenTo(CrossingQueue queue)
    {
        queue.Moved = Moved;
        foreach (var stage in StagesOf(queue)) stage.Moved = () => Moved(queue);
    }

    private void Moved(CrossingQueue queue)
    {
        if (!_moved.Contains(queue)) _moved.Add(queue);
    }

    private void AfterEvent(EventHappened happened)
    {
        _events++;
        _last = happened;
        if (happened.At < _now || World.Now != happened.At || happened.At >= World.Catalogue.Horizon)
            throw Broken(Invariants.TimeGoesOn, "the clock", World.Now.Ticks, _now.Ticks);
        _now = happened.At;
        foreach (var check in _checks) check.AfterEvent();
        _moved.Clear();
        if (_events % EventsPerRecount == 0) Recount();
    }
}
