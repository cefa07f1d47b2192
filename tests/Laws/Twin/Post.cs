using SupplySim.Disruptions;

namespace SupplySim.Twin;

/// <summary>A crossing: one queue, first come, first served among those that may pass; a column keeps together; one vehicle in a
/// lane. It is shut by closures, then by its hours. An inspection that a closure holds goes on when the closures that bind it are
/// gone, whatever the hour; one that has begun in time is finished.</summary>
internal sealed class Post
{
    private readonly Agenda _agenda;
    private readonly Logbook _log;
    private readonly Crossing _crossing;
    private readonly DateTime _start;
    private readonly List<Closure> _closures = [];
    private readonly List<Guest> _queue = [];
    private readonly List<Lane> _lanes = [];
    private readonly List<long> _waits;

    public Post(Agenda agenda, Logbook log, Crossing crossing, Clock clock)
    {
        (_agenda, _log, _crossing, _start) = (agenda, log, crossing, clock.Start.UtcDateTime);
        log.Waits.Add(crossing.Id, _waits = []);
        var (both, named) = (crossing.Lanes.All, crossing.Lanes.Named);
        for (var lane = 0; named is null && lane < both; lane++) _lanes.Add(new Lane(null));
        for (var lane = 0; named is not null && lane < crossing.Lanes.For("in"); lane++) _lanes.Add(new Lane(true));
        for (var lane = 0; named is not null && lane < crossing.Lanes.For("out"); lane++) _lanes.Add(new Lane(false));
        foreach (var window in crossing.Hours.All!.Windows)
            for (var day = _start.Date.AddDays(-1); day < _start + clock.Length; day = day.AddDays(1))
                foreach (var change in new[] { day + window.From.ToTimeSpan(), day + window.From.ToTimeSpan() + window.Length })
                    if (window.OpensOn(day.DayOfWeek) && change > _start) agenda.At((change - _start).Ticks, Rank.Status, Look);
    }

    public bool IsShutFor(string traffic) => _closures.Any(closure => Binds(closure, traffic));

    public void Join(Guest guest)
    {
        _queue.Add(guest);
        guest.Why = WhyNot(guest.Traffic) ?? Why.Lane;
        Serve();
    }

    public void Close(Closure closure)
    {
        SettleAll();
        _closures.Add(closure);
        foreach (var lane in _lanes)
        {
            if (closure.EnRoute == EnRoute.Complete || lane.Guest is not { } guest || lane.IsHeld || !Binds(closure, guest.Traffic))
                continue;
            lane.Left = closure.EnRoute == EnRoute.TurnBack ? Inspection(guest) : lane.Ends - _agenda.Now;
            (lane.IsHeld, lane.Settled, lane.Ends) = (true, _agenda.Now, -1);
        }
        Look();
    }

    public void Open(Closure closure)
    {
        SettleAll();
        _closures.Remove(closure);
        foreach (var lane in _lanes)
            if (lane.IsHeld && !IsShutFor(lane.Guest!.Traffic)) Inspect(lane, lane.Left);
        Look();
    }

    /// <summary>Charges all waiting up to now.</summary>
    public void SettleAll()
    {
        foreach (var guest in _queue) Settle(guest);
        foreach (var lane in _lanes)
        {
            if (!lane.IsHeld) continue;
            _log.Charge(_crossing.Id, Why.Physical, _agenda.Now - lane.Settled);
            lane.Settled = _agenda.Now;
        }
    }

    private void Look()
    {
        SettleAll();
        Serve();
    }

    // A lane waits for the next vehicle of a column that is passing: nobody squeezes in between.
    private void Serve()
    {
        foreach (var lane in _lanes)
        {
            if (lane.Guest is not null) continue;
            var next = _queue.FirstOrDefault(guest => (lane.Out ?? guest.Out) == guest.Out && WhyNot(guest.Traffic) is null);
            if (next is null) continue;
            if (next.JoinedAt(next.Next) > _agenda.Now) _agenda.At(next.JoinedAt(next.Next), Rank.Arrival, Serve);
            else Begin(lane, next);
        }
    }

    private void Begin(Lane lane, Guest guest)
    {
        Settle(guest);
        _waits.Add(_agenda.Now - guest.JoinedAt(guest.Next));
        if (guest.Next == 0) guest.Begins();
        if (++guest.Next == guest.Count) _queue.Remove(guest);
        lane.Guest = guest;
        Inspect(lane, Inspection(guest));
    }

    private void Inspect(Lane lane, long time)
    {
        var ends = _agenda.Now + time;
        (lane.IsHeld, lane.Ends) = (false, ends);
        var (guest, turn) = (lane.Guest!, ++lane.Turn);
        _agenda.At(ends, Rank.Service, () =>
        {
            if (lane.Turn != turn || lane.Ends != ends) return;
            lane.Guest = null;
            _log.Entries.Add(new Entry(ends, What.Inspected, _crossing.Id, guest.Traffic));
            if (++guest.Done == guest.Count) guest.Through();
            Serve();
        });
    }

    private long Inspection(Guest guest) => (!guest.Laden && _crossing.Inspection.Named is { } named && named.TryGet("empty", out var empty)
        ? empty : _crossing.Inspection.For(guest.Traffic)!).Mean.Ticks;

    private void Settle(Guest guest)
    {
        for (var vehicle = guest.Next; vehicle < guest.Count; vehicle++)
            _log.Charge(_crossing.Id, guest.Why, _agenda.Now - Math.Max(guest.Settled, guest.JoinedAt(vehicle)));
        (guest.Settled, guest.Why) = (_agenda.Now, WhyNot(guest.Traffic) ?? Why.Lane);
    }

    private Why? WhyNot(string traffic) => IsShutFor(traffic) ? Why.Physical : IsInHours() ? null : Why.Hours;

    private bool IsInHours()
    {
        var now = _start.AddTicks(_agenda.Now);
        foreach (var window in _crossing.Hours.All!.Windows)
            foreach (var day in new[] { now.Date.AddDays(-1), now.Date })
                if (window.OpensOn(day.DayOfWeek) && day + window.From.ToTimeSpan() <= now
                    && now < day + window.From.ToTimeSpan() + window.Length) return true;
        return false;
    }

    private static bool Binds(Closure closure, string traffic) => closure.To.IsEmpty || closure.To.Contains(traffic);

    private sealed class Lane(bool? isOut)
    {
        public bool? Out { get; } = isOut;
        public Guest? Guest { get; set; }
        public bool IsHeld { get; set; }
        public long Ends { get; set; }
        public long Left { get; set; }
        public long Settled { get; set; }
        public int Turn { get; set; }
    }
}

/// <summary>A column or a single vehicle at a crossing; its vehicles come one after the other.</summary>
internal sealed class Guest(string traffic, bool isOut, bool isLaden, int count, long joined, long interval, Action begins, Action through)
{
    public string Traffic { get; } = traffic;
    public bool Out { get; } = isOut;
    public bool Laden { get; } = isLaden;
    public int Count { get; } = count;
    public Action Begins { get; } = begins;
    public Action Through { get; } = through;
    public int Next { get; set; }
    public int Done { get; set; }
    public long Settled { get; set; }
    public Why Why { get; set; }

    public long JoinedAt(int vehicle) => joined + vehicle * interval;
}
