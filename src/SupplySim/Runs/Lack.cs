using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What one place lacked of what is brought to it, and what came too late for it: from when each load was wanted to when it came, where the place lacked
/// something meanwhile. What was held up in such a time was missed.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lack
{
    // In order of their ends; none touches another.
    private readonly List<(SimTime From, SimTime Until)> _late = [];
    private Shortage?[] _of = [];
    private SimTime _lastEnd = SimTime.Start;
    private int _lacking;

    /// <summary>Of a commodity, by its number; null where nothing brings it: that is late for nobody.</summary>
    public Shortage? this[int commodity] => commodity < _of.Length ? _of[commodity] : null;

    /// <summary>[person-day] What was lacking, each commodity by itself, because something came late, and what would have been with nothing late.</summary>
    public (double Late, double Anyway) WhatWasLacking
    {
        get
        {
            var (late, rest) = (0.0, 0.0);
            foreach (var shortage in _of)
            {
                if (shortage is not { IsAny: true }) continue;
                var (all, share) = (shortage.PersonDays, shortage.ShareOfLate);
                (late, rest) = (late + all * share, rest + all * (1 - share));
            }
            return (late, rest);
        }
    }

    /// <summary>Whether it lacks something now.</summary>
    public bool IsNow => _lacking > 0;

    /// <summary>What is brought to it. Default: nothing.</summary>
    /// <param name="of">By commodity; null where nothing brings it.</param>
    public void Watch(Shortage?[] of) => _of = of;

    /// <summary>It has nothing left of a commodity.</summary>
    public void Begin(int commodity, SimTime now, long needed, long people)
    {
        if (this[commodity] is not { IsNow: false } shortage) return;
        shortage.Begin(now, needed, people);
        _lacking++;
    }

    /// <summary>It has some of a commodity again.</summary>
    public void End(int commodity, SimTime now, long needed, long people)
    {
        if (this[commodity] is not { IsNow: true } shortage) return;
        shortage.End(now, needed, people);
        _lastEnd = now;
        _lacking--;
    }

    /// <summary>Whether it has lacked something since then.</summary>
    public bool HasBeenSince(SimTime then) => IsNow || _lastEnd > then;

    /// <summary>The same as if it had begun then; of what there was nothing of then, when that began.</summary>
    public Lack Since(SimTime then)
    {
        var since = new Lack { _of = [.. _of.Select(one => one?.Since(then))], _lastEnd = _lastEnd, _lacking = _lacking };
        since._late.AddRange(_late.Where(one => one.Until >= then));
        return since;
    }

    /// <summary>Something has come that was missed.</summary>
    /// <param name="wanted">When it was wanted.</param>
    /// <param name="now">Not before what was told before.</param>
    public void Miss(SimTime wanted, SimTime now)
    {
        while (_late.Count > 0 && _late[^1].Until >= wanted)
        {
            wanted = SimTime.Min(wanted, _late[^1].From);
            _late.RemoveAt(_late.Count - 1);
        }
        _late.Add((wanted, now));
    }

    /// <summary>[share] Of each part of the time the share in which something was on its way, or wanted, that came too late; null where nothing did.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    public double[]? Shares(TimeByPart parts)
    {
        if (_late.Count == 0) return null;
        var shares = new double[parts.Count];
        foreach (var (from, until) in _late) parts.Cover(from, until, shares);
        return shares;
    }
}
