using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When one place lacked one commodity that is brought to it, and how much of that lay at what came late: the rest it would have lacked had nothing been held up on
/// its way.</summary>
/// <remarks>
/// <para>Two ways to see what being late did, of which the greater counts. What a line sends by schedule would have come at its due time, and nothing more: the need is held against the
/// same arrivals on time. What a line orders by a level it would have ordered again and again, had it come: the place lacked it for as long as it was overdue.</para>
/// <para>Between what is noted the need is taken to grow evenly. These are weights and no books, so they are floating. One run, one thread.</para>
/// </remarks>
/// <param name="isOwed">Whether what was not there is used later, so that what comes is gone at once.</param>
internal sealed class Shortage(bool isOwed)
{
    private readonly List<Spell> _spells = [];
    private readonly List<(SimTime At, long Needed)> _need = []; // since the first spell began
    private readonly List<(SimTime Due, SimTime Came, long Amount)> _arrivals = [];
    private readonly List<(SimTime From, SimTime Until)> _overdue = [];

    /// <summary>Whether there is nothing now.</summary>
    public bool IsNow { get; private set; }

    /// <summary>Whether there was nothing at any time so far.</summary>
    public bool IsAny => _spells.Count > 0;

    /// <summary>There is nothing left.</summary>
    /// <param name="now">Since when.</param>
    /// <param name="needed">[smallest unit] By then.</param>
    /// <param name="people">Who go without; 1 where nobody is counted.</param>
    public void Begin(SimTime now, long needed, long people)
    {
        if (IsNow) return;
        IsNow = true;
        _spells.Add(new(now, now, people));
        _need.Add((now, needed));
    }

    /// <summary>There is something again, or the run is over.</summary>
    public void End(SimTime now, long needed, long people)
    {
        if (!IsNow) return;
        IsNow = false;
        _spells[^1] = _spells[^1] with { Until = now, People = (_spells[^1].People + people) / 2 };
        _need.Add((now, needed));
    }

    /// <summary>Some of it has come, or is still to come when the run is over.</summary>
    /// <param name="amount">[smallest unit]</param>
    /// <param name="due">When it would have come had nothing held it up; not after now.</param>
    /// <param name="now">When it came.</param>
    /// <param name="needed">[smallest unit] By now.</param>
    /// <param name="isOrderedByLevel">Whether more would have been ordered, had it come.</param>
    public void Came(long amount, SimTime due, SimTime now, long needed, bool isOrderedByLevel)
    {
        if (!IsAny) return;
        _need.Add((now, needed));
        _arrivals.Add((due, now, amount));
        if (isOrderedByLevel) MissWhole(due, now);
    }

    /// <summary>Whatever was lacking in a span of time was so because something was late.</summary>
    public void MissWhole(SimTime from, SimTime until)
    {
        if (from < until) _overdue.Add((from, until));
    }

    /// <summary>The same as if it had begun then; where there was nothing then, when that began.</summary>
    public Shortage Since(SimTime then)
    {
        if (IsNow) then = SimTime.Min(then, _spells[^1].From);
        var since = new Shortage(isOwed) { IsNow = IsNow };
        since._spells.AddRange(_spells.Where(one => one.From >= then));
        since._need.AddRange(_need.Where(one => one.At >= then));
        since._arrivals.AddRange(_arrivals.Where(one => one.Came >= then));
        since._overdue.AddRange(_overdue.Where(one => one.Until >= then));
        return since;
    }

    /// <summary>What was lacking: days, for each who went without.</summary>
    public double PersonDays => _spells.Sum(one => one.PersonDays);

    /// <summary>[share] How much of that lay at what came late.</summary>
    public double ShareOfLate => Math.Clamp(Math.Max(ShareOverdue(), ShareSparedOnTime()), 0, 1);

    private double ShareOverdue()
    {
        var overdue = 0.0;
        _overdue.Sort();
        foreach (var spell in _spells)
        {
            var (at, ticks) = (spell.From, 0L);
            foreach (var (from, until) in _overdue)
            {
                var (begin, end) = (SimTime.Max(at, from), SimTime.Min(until, spell.Until));
                if (begin >= end) continue;
                ticks += (end - begin).Ticks;
                at = end;
            }
            if (ticks > 0) overdue += spell.PersonDays * ticks / (spell.Until - spell.From).Ticks;
        }
        return overdue == 0 ? 0 : overdue / PersonDays;
    }

    // Both times by the same reckoning, which knows of no rations: so what it leaves out is left out twice.
    private double ShareSparedOnTime()
    {
        var asItWas = TicksLacking([.. _arrivals.Select(one => (one.Came, one.Amount))]);
        return asItWas == 0 ? 0 : 1 - TicksLacking([.. _arrivals.Select(one => (one.Due, one.Amount)).Order()]) / asItWas;
    }

    // The need since the first spell held against arrivals in their order.
    private double TicksLacking((SimTime At, long Amount)[] arrivals)
    {
        var (lacking, stock, next) = (0.0, 0.0, 0);
        for (var i = 1; i < _need.Count; i++)
        {
            var (at, until) = (_need[i - 1].At, _need[i].At);
            if (at == until) continue;
            var rate = (_need[i].Needed - _need[i - 1].Needed) / (double)(until - at).Ticks;
            for (; next < arrivals.Length && arrivals[next].At <= until; next++)
            {
                Pass(SimTime.Max(at, arrivals[next].At), rate);
                stock += arrivals[next].Amount;
            }
            Pass(until, rate);

            void Pass(SimTime to, double perTick)
            {
                var (ticks, used) = ((to - at).Ticks, (to - at).Ticks * perTick);
                lacking += stock <= 0 ? ticks : used <= stock ? 0 : ticks * (1 - stock / used);
                stock = isOwed ? stock - used : Math.Max(0, stock - used);
                at = to;
            }
        }
        return lacking;
    }

    private readonly record struct Spell(SimTime From, SimTime Until, long People)
    {
        public double PersonDays => (Until - From).TotalDays * People;
    }
}
