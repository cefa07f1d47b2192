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
/// <param name="isSent">Whether anything sends it by schedule; else only the second way counts, which is never less then.</param>
internal sealed class Shortage(bool isOwed, bool isSent)
{
    private readonly List<Spell> _spells = [];
    private readonly List<(SimTime At, long Needed)> _need = []; // since the first spell began
    private readonly List<(SimTime Due, SimTime Came, double Amount)> _arrivals = [];
    private readonly List<(SimTime From, SimTime Until)> _overdue = [];
    private readonly List<(SimTime Due, SimTime Came, double Amount)> _behind = []; // at the depots through which it lives

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
        _spells.Add(new(now, now, people, now));
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
    public void Came(in Lateness one)
    {
        if (!IsAny) return;
        if (isSent)
        {
            _need.Add((one.Came, one.Needed));
            if (one.Amount > 0) _arrivals.Add((one.Due, one.Came, one.Amount));
        }
        Miss(one);
    }

    /// <summary>Some of what was sent to a depot from which it is brought here has come there: had it come on time it would have been here as much sooner.</summary>
    /// <param name="one">What of it is for this place, and when it would have come here and can have come here: from then on it is among what comes.</param>
    public void CameBehind(in Lateness one)
    {
        if (!IsAny || one.Due >= one.Came) return;
        if (!one.IsOrderedByLevel) _behind.Add((one.Due, one.Came, one.Amount));
        Miss(one);
    }

    /// <summary>The same as if it had begun then; where there was nothing then, when that began.</summary>
    public Shortage Since(SimTime then)
    {
        if (IsNow) then = SimTime.Min(then, _spells[^1].From);
        var since = new Shortage(isOwed, isSent) { IsNow = IsNow };
        since._spells.AddRange(_spells.Where(one => one.From >= then));
        since._need.AddRange(_need.Where(one => one.At >= then));
        since._arrivals.AddRange(_arrivals.Where(one => one.Came >= then));
        since._overdue.AddRange(_overdue.Where(one => one.Until >= then));
        since._behind.AddRange(_behind.Where(one => one.Came >= then));
        return since;
    }

    /// <summary>Shares out what was lacking over what was held up from when anything was wanted that was missed to the end of a spell.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    /// <param name="delays">[t-tick] Of each part, what was held up.</param>
    /// <param name="weights">[person-day per t-tick] Of each part; added to.</param>
    /// <returns>[person-day] What would have been lacking with nothing late.</returns>
    public double Weigh(TimeByPart parts, ReadOnlySpan<double> delays, Span<double> weights)
    {
        var (share, anyway, cover) = (ShareOfLate, 0.0, new double[parts.Count]);
        foreach (var spell in _spells)
        {
            Array.Clear(cover);
            parts.Cover(spell.Wanted, spell.Until, cover);
            var all = 0.0;
            for (var part = 0; part < cover.Length; part++) all += cover[part] * delays[part];
            anyway += spell.PersonDays * (all == 0 ? 1 : 1 - share);
            for (var part = 0; all > 0 && part < cover.Length; part++) weights[part] += spell.PersonDays * share * cover[part] / all;
        }
        return anyway;
    }

    /// <summary>What was lacking: days, for each who went without.</summary>
    public double PersonDays => _spells.Sum(one => one.PersonDays);

    /// <summary>[share] How much of that lay at what came late.</summary>
    public double ShareOfLate => Math.Clamp(Math.Max(ShareOverdue(), ShareSparedOnTime()), 0, 1);

    // It was wanted, and there was nothing until it came.
    private void Miss(in Lateness one)
    {
        for (var i = _spells.Count - 1; i >= 0 && (_spells[i].Until > one.Wanted || (IsNow && i == _spells.Count - 1)); i--)
            if (_spells[i].From < one.Came) _spells[i] = _spells[i] with { Wanted = SimTime.Min(_spells[i].Wanted, one.Wanted) };
        if (one.IsOrderedByLevel && one.Due < one.Came) _overdue.Add((one.Due, one.Came));
    }

    private double ShareOverdue()
    {
        var (overdue, next, times) = (0.0, 0, Merged());
        foreach (var spell in _spells)
        {
            while (next < times.Count && times[next].Until <= spell.From) next++;
            for (var i = next; spell.From < spell.Until && i < times.Count && times[i].From < spell.Until; i++)
                overdue += spell.PersonDays * ((SimTime.Min(times[i].Until, spell.Until) - SimTime.Max(times[i].From, spell.From)) / (spell.Until - spell.From));
        }
        return overdue == 0 ? 0 : overdue / PersonDays;
    }

    // In order, none touching another.
    private List<(SimTime From, SimTime Until)> Merged()
    {
        var merged = new List<(SimTime From, SimTime Until)>();
        foreach (var (from, until) in _overdue.Order())
            if (merged.Count > 0 && from <= merged[^1].Until) merged[^1] = (merged[^1].From, SimTime.Max(merged[^1].Until, until));
            else merged.Add((from, until));
        return merged;
    }

    // Both times by the same reckoning, which knows of no rations: so what it leaves out is left out twice.
    private double ShareSparedOnTime()
    {
        var asItWas = TicksLacking([.. _arrivals.Select(one => (one.Came, one.Amount))]);
        if (asItWas == 0) return 0;
        var onTime = _arrivals.Select(one => (one.Due, one.Amount)).Concat(_behind.SelectMany(one => new[] { (one.Due, one.Amount), (one.Came, -one.Amount) }));
        return 1 - TicksLacking([.. onTime.Order()]) / asItWas;
    }

    // The need since the first spell held against arrivals in their order.
    private double TicksLacking((SimTime At, double Amount)[] arrivals)
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
                // Less than nothing is what was had before it came.
                stock = isOwed || used <= stock ? stock - used : Math.Min(stock, 0);
                at = to;
            }
        }
        return lacking;
    }

    // Wanted is since when anything was that was missed in it.
    private readonly record struct Spell(SimTime From, SimTime Until, long People, SimTime Wanted)
    {
        public double PersonDays => (Until - From).TotalDays * People;
    }
}
