using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>How a crossing stands at this instant: what closes it, whether it is in its hours, who holds it, whether the
/// clearance channels can be reached.</summary>
/// <remarks>State only: who is told of a change decides what to do. Closures compose; the last to go opens. One run, one
/// thread.</remarks>
internal sealed class CrossingState(int place, CrossingPlan plan, SimTime start)
{
    private readonly List<ClosureHold> _closures = [];
    private readonly List<(OpeningTimes Times, ulong Traffics)> _openings = [];
    private readonly List<double> _slowdowns = [];
    private readonly List<double> _laneShares = [];
    private readonly int[] _holders = [.. plan.Holders];
    private readonly List<ICrossingListener> _listeners = [];
    private readonly TimeSpan[] _shutTo = new TimeSpan[plan.NamedTraffics.Length];
    private int[]? _lanes;
    private readonly PassageAnswer[] _answers = new PassageAnswer[plan.Traffics];
    private ulong _closed;
    private SimTime _answersEnd;

    public int Place { get; } = place;

    /// <summary>What is said of it, now.</summary>
    public CrossingPlan Plan { get; private set; } = plan;

    /// <summary>What closes it at this instant.</summary>
    public IReadOnlyList<ClosureHold> Closures => _closures;

    /// <summary>Whether requests for clearance are answered.</summary>
    public bool ChannelsUp { get; private set; } = true;

    /// <summary>[time] How long it was physically closed to all traffic, up to the last change.</summary>
    public TimeSpan ShutTime { get; private set; }

    public SimTime ShutSince { get; private set; } = start;

    /// <summary>[time] How long it was closed to all traffic, up to the last change: physically, or for
    /// want of any opening hours.</summary>
    public TimeSpan ClosedTime { get; private set; }

    /// <summary>[time] How long it was closed to a traffic, up to the last change: as above, by closures to it alone, or by those who hold
    /// it and let it not pass. To all of that name, there or back: what stops heavy vehicles alone does not count.</summary>
    /// <param name="named">The place of its name in <see cref="CrossingPlan.NamedTraffics"/>.</param>
    public TimeSpan ShutTimeTo(int named) => _shutTo[named];

    /// <summary>How many times as long an inspection lasts that begins now.</summary>
    public double InspectionFactor { get; private set; } = 1;

    /// <summary>[share] Of its lanes that are left, in each direction; above 0.</summary>
    public double LaneShare { get; private set; } = 1;

    /// <summary>What those do who wait: what the first closure that binds a traffic and says more than to keep their place says.</summary>
    public QueueRule QueueRuleFor(int traffic)
    {
        foreach (var closure in _closures)
            if (closure.Queue != QueueRule.Keep && closure.Binds(traffic)) return closure.Queue;
        return QueueRule.Keep;
    }

    /// <summary>[lanes] How many there are of a group, where there are fewer than at other times of the run; null where all that were
    /// compiled are there.</summary>
    public int? LanesOf(int group) => _lanes?[group];

    /// <summary>Whether all lanes are there and work.</summary>
    public bool HasAllLanes => LaneShare == 1 && _lanes is null;

    /// <summary>[lanes] How many of a group work: as many as it takes to meet the share.</summary>
    public int LanesLeft(int ofAll)
    {
        var exact = ofAll * LaneShare;
        var whole = Math.Round(exact);
        return (int)(Math.Abs(exact - whole) < 1e-9 ? whole : Math.Ceiling(exact));
    }

    /// <summary>How many times as long an inspection lasts that begins now in a group of lanes: where the lanes left are more than
    /// the share, so much longer.</summary>
    public double PaceIn(int ofAll) =>
        LaneShare == 1 ? InspectionFactor : InspectionFactor * Math.Max(1, LanesLeft(ofAll) / (ofAll * LaneShare));

    public bool IsOpenFor(int traffic) => (_closed >> traffic & 1) == 0;

    /// <summary>When the closures that bind a traffic end, as announced; never where one of them has announced nothing.</summary>
    public SimTime AnnouncedEnd(int traffic) => ClosureHold.AnnouncedEnd(_closures, traffic);

    public bool IsShut => _closed == ulong.MaxValue;

    /// <summary>A bit for each traffic to which it is physically closed; all bits for all.</summary>
    public ulong Shut => _closed;

    /// <summary>What each traffic is told at the door, by its number.</summary>
    /// <remarks>Asked at every move in the queue, so it is worked out only when hours turn or something has changed.</remarks>
    public ReadOnlySpan<PassageAnswer> Answers(SimTime now)
    {
        if (now >= _answersEnd)
        {
            for (var traffic = 0; traffic < _answers.Length; traffic++) _answers[traffic] = Passage.WorkOut(this, traffic, now);
            _answersEnd = NextChangeOfHours(now);
        }
        return _answers;
    }

    public bool IsInHours(int traffic, SimTime now)
    {
        if (Plan.Hours.IsOpen(now)) return true;
        foreach (var (times, traffics) in _openings)
            if ((traffics >> traffic & 1) != 0 && times.IsOpen(now)) return true;
        return false;
    }

    /// <summary>When it is open, as things stand, by traffic.</summary>
    public OpeningTimes[] HoursByTraffic()
    {
        var hours = new OpeningTimes[_answers.Length];
        for (var traffic = 0; traffic < hours.Length; traffic++)
        {
            hours[traffic] = Plan.Hours;
            foreach (var (times, traffics) in _openings)
                if ((traffics >> traffic & 1) != 0) hours[traffic] = hours[traffic].Or(times);
        }
        return hours;
    }

    /// <summary>Whether anybody finds it open: in its hours, or in those that an opening gives.</summary>
    public bool IsOpenToAnybody(SimTime now)
    {
        if (!IsShut && Plan.Hours.IsOpen(now)) return true;
        foreach (var (times, traffics) in _openings)
            if ((traffics & ~_closed) != 0 && times.IsOpen(now)) return true;
        return false;
    }

    /// <summary>Whether it will be within its hours at some time for this traffic, as things stand.</summary>
    public bool HasHours(int traffic, SimTime now)
    {
        if (Plan.Hours.NextChange(now) < SimTime.Never || Plan.Hours.IsOpen(now)) return true;
        foreach (var (times, traffics) in _openings)
            if ((traffics >> traffic & 1) != 0 && (times.NextChange(now) < SimTime.Never || times.IsOpen(now))) return true;
        return false;
    }

    /// <summary>What the holders of all control points say together: the strictest word.</summary>
    public Permission PermissionFor(int traffic)
    {
        var result = Permission.Yes;
        foreach (var holder in _holders)
            switch (Plan.PermissionOf(holder, traffic))
            {
                case Permission.No: return Permission.No;
                case Permission.WithClearance: result = Permission.WithClearance; break;
            }
        return result;
    }

    /// <summary>In place of the number of a party: nobody holds it.</summary>
    public const int Nobody = -1;

    /// <summary>The number of the party that holds a control point, or <see cref="Nobody"/>.</summary>
    public int HolderOf(int point) => _holders[point];

    public bool IsHeldBy(int party) => Array.IndexOf(_holders, party) >= 0;

    /// <summary>The next instant at which hours begin or end.</summary>
    public SimTime NextChangeOfHours(SimTime now)
    {
        var next = Plan.Hours.NextChange(now);
        foreach (var (times, _) in _openings) next = SimTime.Min(next, times.NextChange(now));
        return next;
    }

    public void Listen(ICrossingListener listener)
    {
        if (!_listeners.Contains(listener)) _listeners.Add(listener);
    }

    public void Close(ClosureHold hold, SimTime now)
    {
        Count(now);
        _closures.Add(hold);
        SumUpClosures();
        foreach (var listener in _listeners) listener.Closed(this, hold);
        Tell();
    }

    public void Reopen(ClosureHold hold, SimTime now)
    {
        Count(now);
        _closures.Remove(hold);
        SumUpClosures();
        Tell();
    }

    public void Add(OpeningTimes times, ulong traffics, SimTime now)
    {
        Count(now);
        Change(() => _openings.Add((times, traffics)));
    }

    public void Remove(OpeningTimes times, ulong traffics, SimTime now)
    {
        Count(now);
        Change(() => _openings.Remove((times, traffics)));
    }

    public void Slow(double factor) => Change(() => { _slowdowns.Add(factor); Multiply(); });

    public void Unslow(double factor) => Change(() => { _slowdowns.Remove(factor); Multiply(); });

    public void LimitLanes(double share) => Change(() => { _laneShares.Add(share); MultiplyLanes(); });

    public void UnlimitLanes(double share) => Change(() => { _laneShares.Remove(share); MultiplyLanes(); });

    /// <summary>From now on there are so many lanes: in all, or of each direction; no more than were compiled.</summary>
    public void GiveLanes(Each<int> lanes) =>
        Change(() => _lanes = lanes.Named is null ? [lanes.All] : [lanes.For("in"), lanes.For("out")]);

    /// <summary>From now on it goes by other hours and rules of passage, with the same control points in the same hands.</summary>
    public void GoBy(CrossingPlan another, SimTime now)
    {
        Count(now);
        Change(() => Plan = another);
    }

    public void SetChannels(bool up) => Change(() => ChannelsUp = up);

    /// <summary>Every control point that one party holds, or nobody, goes to another.</summary>
    public void Capture(int from, int to, CapturedVehicles fate, SimTime now)
    {
        Count(now);
        for (var point = 0; point < _holders.Length; point++)
            if (_holders[point] == from || _holders[point] == Nobody) _holders[point] = to;
        ForgetAnswers();
        foreach (var listener in _listeners) listener.Captured(this, fate);
        Tell();
    }

    /// <summary>Tells the listeners that hours began or ended.</summary>
    public void Tell()
    {
        foreach (var listener in _listeners) listener.Changed(this);
    }

    /// <summary>Brings <see cref="ShutTime"/>, <see cref="ClosedTime"/> and <see cref="ShutTimeTo"/> up to now.</summary>
    public void Count(SimTime now)
    {
        if (now == ShutSince) return;
        CountByTraffic(now - ShutSince);
        if (IsShut) ShutTime += now - ShutSince;
        if (IsShut || (Plan.Hours.IsNever && _openings.Count == 0)) ClosedTime += now - ShutSince;
        ShutSince = now;
    }

    private void CountByTraffic(TimeSpan time)
    {
        var shut = 0UL;
        for (var traffic = 0; traffic < Plan.Traffics; traffic++)
            if (!IsOpenFor(traffic) || PermissionFor(traffic) == Permission.No || !IsGivenHours(traffic)) shut |= 1UL << traffic;
        for (var named = 0; named < _shutTo.Length; named++)
            if ((~shut & Plan.NamedTraffics[named].Out) == 0 || (~shut & Plan.NamedTraffics[named].Back) == 0) _shutTo[named] += time;
    }

    private bool IsGivenHours(int traffic)
    {
        if (!Plan.Hours.IsNever) return true;
        foreach (var (_, traffics) in _openings)
            if ((traffics >> traffic & 1) != 0) return true;
        return false;
    }

    private void Change(Action change)
    {
        change();
        ForgetAnswers();
        Tell();
    }

    private void SumUpClosures()
    {
        _closed = ClosureHold.Together(_closures);
        ForgetAnswers();
    }

    private void ForgetAnswers() => _answersEnd = SimTime.Start;

    // Multiplied anew in order, so that one slowdown after another leaves no trace of rounding.
    private void MultiplyLanes() => LaneShare = _laneShares.Aggregate(1.0, (product, share) => product * share);

    private void Multiply() => InspectionFactor = _slowdowns.Aggregate(1.0, (product, factor) => product * factor);
}
