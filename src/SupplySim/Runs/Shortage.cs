using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When one place lacked one commodity that is brought to it, and how much of that lay at what came late: the rest it would have
/// lacked had nothing been held up on its way.</summary>
/// <remarks>
/// <para>Two ways to see what being late did, of which the greater counts. What a line sends by schedule would have come at its due time,
/// and nothing more: the need is held against the same arrivals on time. What a line orders by a level it would have ordered again and
/// again, had it come: the place lacked it for as long as as much was overdue as it needs in the time that
/// the way takes, and in part where less was.</para>
/// <para>Between what is noted the need is taken to grow evenly. These are weights and no books, so they
/// are floating. One run, one thread.</para>
/// </remarks>
/// <param name="isOwed">Whether what was not there is used later, so that what comes is gone at once.</param>
/// <param name="isSent">Whether anything sends it by schedule; else only the second way counts, which is never less then.</param>
internal sealed class Shortage(bool isOwed, bool isSent)
{
    // Less than a day of supply counts as one (assumed).
    private static readonly TimeSpan LeastThere = TimeSpan.FromDays(1);

    private readonly TimeSpan _there;

    private Shortage(TimeSpan there) : this(isOwed: false, isSent: false) => _there = there;

    /// <summary>Of rations that are cut before anything is used up: what a line sends by schedule would have spared it so far as as much
    /// was overdue as there was left.</summary>
    /// <param name="there">[time] For how long there was when they were cut.</param>
    public static Shortage OfRations(TimeSpan there) => new(there > LeastThere ? there : LeastThere);

    /// <summary>Whether it is what cut rations leave out.</summary>
    public bool IsOfRations => _there > TimeSpan.Zero;

    // So many spans of what was late are kept exactly.
    private const int MostApart = 256;

    private readonly List<Spell> _spells = [];
    private readonly List<(SimTime At, long Needed)> _need = []; // since the first spell began
    private readonly List<(SimTime Due, SimTime Came, double Amount, double Spare)> _arrivals = [];
    private readonly List<(SimTime Due, SimTime Came, double Amount)> _behind = []; // at the depots through which it lives
    private readonly List<Late> _late = [];

    /// <summary>Whether there is nothing now.</summary>
    public bool IsNow { get; private set; }

    /// <summary>Whether there was nothing at any time so far.</summary>
    public bool IsAny => _spells.Count > 0;

    /// <summary>There is nothing left.</summary>
    /// <param name="now">Since when.</param>
    /// <param name="needed">[smallest unit] By then.</param>
    /// <param name="lacked">[person-day] What had been lacking by then; of a force [day].</param>
    public void Begin(SimTime now, long needed, double lacked) => Begin(now, needed, lacked, cutSince: now);

    /// <summary>Rations are cut for want of it.</summary>
    /// <param name="now">Since when.</param>
    /// <param name="needed">[smallest unit] By then.</param>
    /// <param name="lacked">[person-day] What had been lacking by then; of a force [day].</param>
    /// <param name="cutSince">When that began: what was late then is late for all of it, since rations stay cut until there is more than
    /// when they were cut; null where they would be cut with nothing late.</param>
    public void Begin(SimTime now, long needed, double lacked, SimTime? cutSince)
    {
        if (IsNow) return;
        // What came before the first spell is missed by nobody.
        if (!IsAny)
        {
            _late.RemoveAll(one => one.Until <= (cutSince ?? now));
            _behind.RemoveAll(one => one.Came <= now);
        }
        var wanted = now;
        foreach (var one in _late)
            if (one.Until > now) wanted = SimTime.Min(wanted, one.Wanted);
        IsNow = true;
        _spells.Add(new(now, now, lacked, wanted, cutSince));
        _need.Add((now, needed));
    }

    /// <summary>There is something again, or the run is over.</summary>
    public void End(SimTime now, long needed, double lacked)
    {
        if (!IsNow) return;
        IsNow = false;
        _spells[^1] = _spells[^1] with { Until = now, PersonDays = lacked - _spells[^1].PersonDays };
        _need.Add((now, needed));
    }

    /// <summary>Some of it has come, or is still to come when the run is over.</summary>
    public void Came(in Lateness one)
    {
        if (!IsAny) return;
        if (isSent)
        {
            _need.Add((one.Came, one.Needed));
            if (one.Amount > 0) _arrivals.Add((one.Due, one.Came, one.Amount, one.Spare));
        }
        Miss(one);
    }

    /// <summary>Some of what was sent to a depot from which it is brought here has come there: had it come
    /// on time it would have been here as much sooner.</summary>
    /// <param name="one">What of it is for this place, and when it would have come here and can have come
    /// here: from then on it is among what comes.</param>
    public void CameBehind(in Lateness one)
    {
        if (one.Due >= one.Came) return;
        if (!one.IsOrderedByLevel) AddBehind(one.Due, one.Came, one.Amount);
        Miss(one);
    }

    /// <summary>Some of it is lost on its way here, and comes neither late nor ever.</summary>
    public void Lost(in Lateness one)
    {
        if (!one.IsOrderedByLevel) _behind.Add((one.Due, SimTime.Never, one.Amount));
        Miss(one);
    }

    /// <summary>The same as if it had begun then; where there was nothing then, when that began.</summary>
    public Shortage Since(SimTime then)
    {
        if (IsNow) then = SimTime.Min(then, _spells[^1].From);
        var since = _there > TimeSpan.Zero ? new Shortage(_there) : new Shortage(isOwed, isSent);
        since.IsNow = IsNow;
        since._spells.AddRange(_spells.Where(one => one.From >= then));
        since._need.AddRange(_need.Where(one => one.At >= then));
        since._arrivals.AddRange(_arrivals.Where(one => one.Came >= then));
        since._behind.AddRange(_behind.Where(one => one.Came >= then));
        since._late.AddRange(_late.Where(one => one.Until >= then));
        return since;
    }

    /// <summary>Shares out what was lacking over what was held up from when anything was wanted that was
    /// missed to the end of a spell.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    /// <param name="delays">[t-tick] Of each part, what was held up.</param>
    /// <param name="weights">[person-day per t-tick] Of each part; added to.</param>
    /// <returns>[person-day] What would have been lacking with nothing late.</returns>
    public double Weigh(TimeByPart parts, ReadOnlySpan<double> delays, Span<double> weights)
    {
        var (shares, anyway, cover) = (SharesOfLate(), 0.0, new double[parts.Count]);
        for (var i = 0; i < _spells.Count; i++)
        {
            var spell = _spells[i];
            Array.Clear(cover);
            parts.Cover(spell.Wanted, spell.Until, cover);
            var all = 0.0;
            for (var part = 0; part < cover.Length; part++) all += cover[part] * delays[part];
            anyway += spell.PersonDays * (all == 0 ? 1 : 1 - shares[i]);
            for (var part = 0; all > 0 && part < cover.Length; part++) weights[part] += spell.PersonDays * shares[i] * cover[part] / all;
        }
        return anyway;
    }

    /// <summary>[person-day] What was lacking; of a force [day]. While it lasts, before the spell.</summary>
    public double PersonDays
    {
        get
        {
            var sum = 0.0;
            foreach (var one in _spells) sum += one.PersonDays; // at each delivery while rations are cut
            return sum;
        }
    }

    /// <summary>[person-day] The same up to now.</summary>
    /// <param name="lacked">What has been lacking since the start, whatever for.</param>
    public double Until(double lacked) => IsNow ? PersonDays - 2 * _spells[^1].PersonDays + lacked : PersonDays;

    /// <summary>[share] How much of that lay at what came late.</summary>
    public double ShareOfLate =>
        PersonDays is > 0 and var all ? _spells.Zip(SharesOfLate(), (one, share) => one.PersonDays * share).Sum() / all : 0;

    // It was wanted, and there was nothing until it came. What overlaps and is enough by itself is kept as one.
    private void Miss(in Lateness one)
    {
        for (var i = _spells.Count - 1; i >= 0 && (_spells[i].Until > one.Wanted || (IsNow && i == _spells.Count - 1)); i--)
            if (_spells[i].From < one.Came) _spells[i] = _spells[i] with { Wanted = SimTime.Min(_spells[i].Wanted, one.Wanted) };
        if (one.Due >= one.Came) return;
        var late = new Late(one.Due, one.Came, EnoughOf(one), one.Wanted);
        while (_late.Count > 0 && _late[^1].Enough == late.Enough && late.Enough is 0 or 1 && _late[^1].Until >= late.From
            && _late[^1].Until <= late.Until)
        {
            late = late with { From = SimTime.Min(late.From, _late[^1].From), Wanted = SimTime.Min(late.Wanted, _late[^1].Wanted) };
            _late.RemoveAt(_late.Count - 1);
        }
        if (_late.Count >= MostApart && AreAlike(_late[^1].From, _late[^1].Until, late.From, late.Until))
        {
            var (last, from, until) = (_late[^1], SimTime.Min(_late[^1].From, late.From), SimTime.Max(_late[^1].Until, late.Until));
            late = new(from, until,
                (last.Enough * (last.Until - last.From).Ticks + late.Enough * (late.Until - late.From).Ticks) / (until - from).Ticks,
                SimTime.Min(last.Wanted, late.Wanted));
            _late.RemoveAt(_late.Count - 1);
        }
        _late.Add(late);
    }

    private double EnoughOf(in Lateness one) => one.IsOrderedByLevel ? Math.Min(one.Enough, 1)
        : _there > TimeSpan.Zero ? Math.Min(one.Enough * (one.Lead / _there), 1)
        : 0;

    private void AddBehind(SimTime due, SimTime came, double amount)
    {
        if (_behind.Count >= MostApart && AreAlike(_behind[^1].Due, _behind[^1].Came, due, came))
        {
            var (last, first, until) = (_behind[^1], SimTime.Min(_behind[^1].Due, due), SimTime.Max(_behind[^1].Came, came));
            (due, came, amount) = (first, until,
                (last.Amount * (last.Came - last.Due).Ticks + amount * (came - due).Ticks) / (until - first).Ticks);
            _behind.RemoveAt(_behind.Count - 1);
        }
        _behind.Add((due, came, amount));
    }

    // Whether two spans overlap so far that both as one are a quarter longer than the longer at most; what
    // is late in them is the same then on average. A depot that supplies hundreds of camps has as many arrivals for each.
    private static bool AreAlike(SimTime from, SimTime until, SimTime otherFrom, SimTime otherUntil)
    {
        if (until == SimTime.Never || otherUntil == SimTime.Never || otherFrom > until || from > otherUntil) return false;
        var longer = Math.Max((until - from).Ticks, (otherUntil - otherFrom).Ticks);
        return (SimTime.Max(until, otherUntil) - SimTime.Min(from, otherFrom)).Ticks <= longer + longer / 4;
    }

    // By spell.
    private double[] SharesOfLate()
    {
        var shares = ShareOverdue();
        if (_there > TimeSpan.Zero)
            for (var spell = 0; spell < shares.Length; spell++) if (_spells[spell].CutSince is { } at)
                shares[spell] = Math.Max(shares[spell], ShareOverdueAt(at));
        if (!isSent) return shares;
        var (spared, i) = (ShareSparedOnTime(), 0);
        foreach (var share in spared) shares[i] = Math.Clamp(Math.Max(shares[i++], share), 0, 1);
        return shares;
    }

    private double ShareOverdueAt(SimTime at) => Math.Min(1, _late.Sum(one => one.From <= at && one.Until > at ? one.Enough : 0));

    // Of each spell: the time for which enough was overdue, in part where it was less.
    private double[] ShareOverdue()
    {
        var shares = new double[_spells.Count];
        (SimTime At, double Enough)[] turns = [.. _late.Where(one => one.Enough > 0)
            .SelectMany(one => new[] { (one.From, one.Enough), (one.Until, -one.Enough) }).Order()];
        var (next, enough) = (0, 0.0);
        for (var i = 0; i < shares.Length; i++)
        {
            var spell = _spells[i];
            if (spell.From == spell.Until) continue;
            for (; next < turns.Length && turns[next].At <= spell.From; next++) enough += turns[next].Enough;
            for (var at = spell.From; at < spell.Until;)
            {
                var until = next < turns.Length ? SimTime.Min(turns[next].At, spell.Until) : spell.Until;
                shares[i] += Math.Clamp(enough, 0, 1) * ((until - at) / (spell.Until - spell.From));
                at = until;
                for (; next < turns.Length && turns[next].At <= at; next++) enough += turns[next].Enough;
            }
        }
        return shares;
    }

    // Of each spell: what of it is spared on time, in proportion less where as much is lacking at another time for it. Both by the same
    // reckoning, which knows of no rations: so what it leaves out is left out twice.
    private double[] ShareSparedOnTime()
    {
        var asItWas = TicksLacking([.. _arrivals.Select(one => (one.Came, one.Amount, 0.0))]);
        var onTime =
            TicksLacking(
                [.. _arrivals.Select(one => (one.Due, one.Amount, one.Spare))
                    .Concat(_behind.SelectMany(one => new[] { (one.Due, one.Amount, 0.0), (one.Came, -one.Amount, 0.0) })).Order()]);
        var gross = 0.0;
        for (var i = 0; i < _spells.Count; i++) gross += Math.Max(0, asItWas[i] - onTime[i]);
        var net = Math.Max(0, asItWas.Sum() - onTime.Sum());
        return [.. asItWas.Zip(onTime).Take(_spells.Count)
            .Select(one => gross == 0 || one.First <= one.Second ? 0 : (one.First - one.Second) / one.First * Math.Min(1, net / gross))];
    }

    // The need since the first spell held against arrivals in their order: by spell, and last what is lacking between them.
    private double[] TicksLacking((SimTime At, double Amount, double Spare)[] arrivals)
    {
        var (lacking, stock, lent, next, spell) = (new double[_spells.Count + 1], 0.0, 0.0, 0, 0);
        for (var i = 1; i < _need.Count; i++)
        {
            var (at, until) = (_need[i - 1].At, _need[i].At);
            if (at == until) continue;
            while (spell < _spells.Count && _spells[spell].Until <= at) spell++;
            var into = spell < _spells.Count && _spells[spell].From <= at ? spell : _spells.Count;
            var rate = (_need[i].Needed - _need[i - 1].Needed) / (double)(until - at).Ticks;
            for (; next < arrivals.Length && arrivals[next].At <= until; next++)
            {
                Pass(SimTime.Max(at, arrivals[next].At), rate);
                // What was had before it came is not missed where more lies at the depot anyway.
                var left = Math.Clamp(-stock, 0, Math.Max(0, arrivals[next].Spare - lent));
                (stock, lent) = (stock + left + arrivals[next].Amount, lent + left);
            }
            Pass(until, rate);

            void Pass(SimTime to, double perTick)
            {
                var (ticks, used) = ((to - at).Ticks, (to - at).Ticks * perTick);
                lacking[into] += stock <= 0 ? ticks : used <= stock ? 0 : ticks * (1 - stock / used);
                // Less than nothing is what was had before it came.
                stock = isOwed || used <= stock ? stock - used : Math.Min(stock, 0);
                at = to;
            }
        }
        return lacking;
    }

    // Wanted is since when anything was that was missed in it; until it is over its person-days are those before it.
    private readonly record struct Spell(SimTime From, SimTime Until, double PersonDays, SimTime Wanted, SimTime? CutSince);

    // Overdue, and how much of what is needed meanwhile that is; at most all.
    private readonly record struct Late(SimTime From, SimTime Until, double Enough, SimTime Wanted);
}
