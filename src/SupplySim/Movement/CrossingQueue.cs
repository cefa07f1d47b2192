using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Vehicles at one crossing: they queue in order of arrival, are inspected one in a lane, and go on.</summary>
/// <remarks>
/// <para>Order: first come, first served among those that may pass now; whoever may not pass does not hold up the others. A
/// column keeps together: a lane waits for its next vehicle, and nobody squeezes in between. A vehicle under inspection at
/// closing time is finished; the rest keep their place.</para>
/// <para>Every instant between joining and the start of the inspection is charged to one cause; so is the time for which an
/// inspection is held up.</para>
/// <para>One run, one thread.</para>
/// </remarks>
internal sealed partial class CrossingQueue : IEventHandler, ICrossingListener
{
    private const int Wake = -1, AllHasChanged = -2;
    private readonly Transport _transport;
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly HandlerId _handler;
    private readonly int _traffics;
    private readonly long[] _passed; // by traffic: empty, laden
    private readonly Inspections _inspections;
    private readonly WaitingLine[] _queues;
    private readonly Bay[] _bays;
    private readonly Stage? _searchBays;
    private readonly Stack<QueueEntry> _spare = [];
    private readonly SimTime[] _wakes = new SimTime[2];
    private long _joined;

    public CrossingQueue(Transport transport, CrossingState state)
    {
        (_transport, _world, _state) = (transport, transport.World, state);
        _handler = _world.Simulation.Register(this);
        _traffics = _world.Catalogue.Traffics.Length;
        _passed = new long[2 * _traffics];
        _inspections = new Inspections(_world, state.Plan);
        if (transport.Reports.Situation is { HasQueues: true } told) _told = told;
        _bays = [.. BaysOf(state.Plan.Crossing.Lanes)];
        if (state.Plan.Crossing.Secondary is { } search) Searches = new Searches(_world, state.Plan.Crossing, search);
        if (state.Plan.Crossing.Secondary?.Bays is { } bays) _searchBays = new Stage(_world, state, bays);
        if (state.Plan.Crossing.Transshipment is { } exchange) Exchange = new Exchange(transport, state, exchange);
        _queues = [.. Enumerable.Range(0, 2 * _traffics).Select(_ => new WaitingLine())];
        if (state.Plan.Crossing.Clearance is { } clearance) Clearance = new ClearanceDesk(transport, state, clearance, ClearanceChanged);
        TellPace();
        if (_told is not null && _searchBays is not null) _searchBays.WaitingChanged = TellForBay;
        state.Listen(this);
    }

    /// <summary>Where clearance is asked; null where none is ever needed.</summary>
    public ClearanceDesk? Clearance { get; }

    /// <summary>Called when anybody may have moved here; null where nobody listens.</summary>
    public Action<CrossingQueue>? Moved { get; set; }

    /// <summary>The instant at which those who wait or are held up will be looked at, as something has
    /// changed; never where nothing has.</summary>
    public SimTime ServesAt { get; private set; } = SimTime.Never;

    /// <summary>Who is searched after the inspection; null where nobody is.</summary>
    public Searches? Searches { get; }

    /// <summary>Where that is done, beside the lanes; null where it is done in them.</summary>
    public Stage? SearchBays => _searchBays;

    /// <summary>Where loads change trucks once they are through; null where they do not.</summary>
    public Exchange? Exchange { get; }

    public World World => _world;

    /// <summary>[vehicles] Through.</summary>
    public long Passed => PassedOf(ulong.MaxValue, onlyLaden: false);

    /// <summary>[vehicles] Through, of some kinds of traffic, laden and empty or laden alone.</summary>
    public long PassedOf(ulong traffics, bool onlyLaden)
    {
        var sum = 0L;
        for (var traffic = 0; traffic < _traffics; traffic++)
            if ((traffics >> traffic & 1) != 0) sum += _passed[2 * traffic + 1] + (onlyLaden ? 0 : _passed[2 * traffic]);
        return sum;
    }

    /// <summary>Waits of vehicles from joining to inspection, in the order in which they began to be inspected.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public CrossingState State => _state;

    /// <summary>Its lanes, one by one.</summary>
    public IReadOnlyList<Bay> Bays => _bays;

    /// <summary>Those who wait, in a line for each group of lanes and traffic.</summary>
    public IReadOnlyList<WaitingLine> Lines => _queues;

    public int Place => _state.Place;

    /// <summary>A column joins the queue, one vehicle after the other.</summary>
    public QueueEntry Join(Convoy convoy, Spacing spacing)
    {
        var entry = NewEntry();
        (entry.Convoy, entry.Shared) = (convoy, null);
        entry.Join(_joined++, convoy.Traffic, LaneOf(convoy.IsOutbound), convoy.IsLaden, convoy.Members.Count, _world.Now, spacing);
        if (_world.Story is not null) _world.Tell(HappeningKind.Queued, _state.Plan.Crossing.Id, convoy.Called);
        Join(entry);
        if (_transport.Reports.IsMisled) _transport.Reports.Witness(_state);
        if (_state.Closures.Count > 0) ObeyQueueRule(entry);
        return entry;
    }

    /// <summary>A stranger joins the queue.</summary>
    public void Join(int fleet, int number, bool isOutbound)
    {
        var traffic = _world.Catalogue.TrafficOf(fleet);
        if (!isOutbound) traffic = _world.Catalogue.Kinds.Back(traffic);
        var entry = NewEntry();
        (entry.Convoy, entry.Stranger, entry.Shared) = (null, (fleet, number), LineOf(traffic, LaneOf(isOutbound)).Strangers);
        Join(entry.Join(_joined++, traffic, LaneOf(isOutbound), isLaden: true, count: 1, _world.Now, default));
        if (_state.Closures.Count > 0) ObeyQueueRule(entry);
    }

    /// <summary>The run is over: those who still wait have waited until now.</summary>
    public void Close()
    {
        SettleAll();
        foreach (var queue in _queues)
            for (var entry = queue.First; entry is not null; entry = entry.Behind)
            {
                CloseWaits(entry);
                TellStay(entry);
            }
        foreach (var bay in _bays) bay.Close(_world, Place);
        _searchBays?.Close();
        Exchange?.Docks.Close();
    }

    void IEventHandler.Handle(long argument)
    {
        if (argument >= 0) Finish(_bays[argument]);
        else if (argument == AllHasChanged) Resume();
        Serve();
    }

    private void ClearanceChanged(Convoy convoy)
    {
        // It may wait elsewhere by now: its request is withdrawn only when it has arrived.
        if (convoy.Entry is not { } entry || convoy.At != Place || entry.Next > 0) return;
        Settle(entry);
        ServeSoon();
    }

    private void Join(QueueEntry entry)
    {
        LineOf(entry.Traffic, entry.Lane).Add(entry);
        TellWaiting(entry, entry.Count);
        FindCause(entry, Passage.Ask(_state, entry.Traffic, _world.Now));
        Serve();
    }

    // Gives free lanes to the first that may pass; called whenever anything has changed.
    private void Serve()
    {
        Moved?.Invoke(this);
        var nobodyFor = -1;
        foreach (var bay in _bays)
        {
            if (bay.Entry is not null || bay.Lane == nobodyFor || !(_state.HasAllLanes || IsLaneLeft(bay.Lane))) continue;
            if (Pick(bay.Lane) is { } entry) Begin(bay, entry);
            else nobodyFor = bay.Lane;
        }
    }

    private QueueEntry? Pick(int lane)
    {
        QueueEntry? first = null;
        for (var traffic = 0; traffic < _traffics; traffic++)
        {
            var queue = _queues[lane * _traffics + traffic];
            if (queue.First is null) continue;
            ref readonly var answer = ref Passage.Ask(_state, traffic, _world.Now);
            if (answer.May && FirstCleared(queue, answer.NeedsClearance) is { } entry
                && (first is null || entry.Sequence < first.Sequence)) first = entry;
        }
        if (first is null || first.JoinedAt(first.Next) <= _world.Now) return first;
        WakeAt(first.JoinedAt(first.Next), lane);
        return null;
    }

    // Once for each instant, however many lanes wait for the same vehicle: otherwise each of them would wake all of them.
    private void WakeAt(SimTime at, int lane)
    {
        if (_wakes[lane] == at) return;
        _wakes[lane] = at;
        _world.Simulation.Schedule(at, Priorities.Arrival, _handler, Wake);
    }

    private QueueEntry? FirstCleared(WaitingLine queue, bool needsClearance)
    {
        if (!needsClearance) return queue.First;
        for (var entry = queue.First; entry is not null; entry = entry.Behind)
            if (IsCleared(entry)) return entry;
        return null;
    }

    // A clearance is needed when the first vehicle begins; it then covers the column.
    private bool IsCleared(QueueEntry entry) =>
        entry.Next > 0 || (entry.Convoy is { } convoy && Clearance?.IsCleared(convoy) == true);

    private void Begin(Bay bay, QueueEntry entry)
    {
        var (vehicle, joined) = (entry.Next, entry.JoinedAt(entry.Next));
        Settle(entry);
        entry.Next++;
        TellWaiting(entry, -1);
        Waits.Add(_world.Now - joined);
        _world.Delays.Close(Place, joined, _world.Now);
        if (vehicle == 0 && entry.Convoy is { } convoy)
        {
            entry.Token = Clearance?.End(convoy);
            convoy.IsServed();
        }
        if (entry.Next == entry.Count) LineOf(entry.Traffic, entry.Lane).Remove(entry);
        bay.Begin(entry, vehicle, Duration(entry, vehicle), _world.Simulation, _handler);
    }

    /// <summary>[time] A draw of how long a vehicle holds its lane; a new one each time it is asked.</summary>
    public TimeSpan Duration(QueueEntry entry, int vehicle) => Searches is null || _searchBays is not null
        ? Inspection(entry, vehicle)
        : Inspection(entry, vehicle) + Draw.Times(Searches.Sample(entry, vehicle) ?? TimeSpan.Zero, PaceIn(entry.Lane));

    /// <summary>[time] What takes a time takes as much more now as an inspection does.</summary>
    public TimeSpan AtItsPace(TimeSpan time) => Draw.Times(time, _state.InspectionFactor);

    private TimeSpan Inspection(QueueEntry entry, int vehicle) => entry.Convoy is { } convoy
        ? _inspections.Sample(convoy.Members[vehicle], entry.IsLaden, PaceIn(entry.Lane))
        : _inspections.Sample(entry.Stranger, PaceIn(entry.Lane));

    private void Finish(Bay bay)
    {
        var (entry, vehicle) = (bay.Entry!, bay.Vehicle);
        bay.Clear();
        if (_searchBays is not null && Searches!.Sample(entry, vehicle) is { } search)
            _searchBays.Add(new SearchVisit(this, entry, vehicle, search));
        else Pass(entry);
    }

    /// <summary>A vehicle is through.</summary>
    public void Pass(QueueEntry entry)
    {
        _passed[2 * entry.Traffic + (entry.IsLaden ? 1 : 0)]++;
        _world.Record(Outcome.Passed, Place, entry.Traffic);
        Done(entry);
    }

    /// <summary>A vehicle is lost here.</summary>
    public void Lose(QueueEntry entry, int vehicle)
    {
        if (entry.Convoy is { } convoy) convoy.Lose(convoy.Members[vehicle]);
        Done(entry);
    }

    private void Done(QueueEntry entry)
    {
        if (++entry.Done < entry.Count) return;
        if (entry.Convoy is not { } convoy)
        {
            TellStay(entry);
            GiveBack(entry);
            return;
        }
        if (_world.Story is not null && convoy.HasSurvivors) _world.Tell(HappeningKind.Passed, _state.Plan.Crossing.Id, convoy.Called);
        convoy.Wake();
    }

    // Of a stranger; columns tell of theirs.
    private void TellStay(QueueEntry entry)
    {
        if (entry.Convoy is null) _world.Story?.Stay(new Stay(Place, entry.JoinedAt(0), _world.Now, 1, entry.Stranger.Fleet));
    }

    /// <summary>Whose entry it was knows nothing of it any more.</summary>
    public void GiveBack(QueueEntry entry) => _spare.Push(entry);

    private QueueEntry NewEntry() => _spare.TryPop(out var entry) ? entry : new QueueEntry();

    private WaitingLine LineOf(int traffic, int lane) => _queues[lane * _traffics + traffic];

    private int LaneOf(bool isOutbound) => _state.Plan.Crossing.Lanes.Named is not null && !isOutbound ? 1 : 0;

    private IEnumerable<Bay> BaysOf(Each<int> lanes)
    {
        if (lanes.Named is null) return Enumerable.Range(0, lanes.All).Select(number => new Bay(this, number, 0));
        return Enumerable.Range(0, lanes.For("in")).Select(number => new Bay(this, number, 0))
            .Concat(Enumerable.Range(lanes.For("in"), lanes.For("out")).Select(number => new Bay(this, number, 1)));
    }
}
