using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What which place lacked, and what came too late for it; for a depot, too late for those who live through it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lacks
{
    // Of depots that supply one another in a ring there is no end.
    private const int LongestChain = 16;

    private readonly Lack[] _lacks;
    private readonly List<(int To, TimeSpan Lead)>?[] _fed;

    /// <param name="places">How many there are.</param>
    public Lacks(int places)
    {
        (_lacks, _fed) = (new Lack[places], new List<(int, TimeSpan)>?[places]);
        for (var place = 0; place < places; place++) _lacks[place] = new Lack();
    }

    private Lacks(Lacks all, SimTime then) => (_lacks, _fed) = ([.. all._lacks.Select(one => one.Since(then))], all._fed);

    /// <summary>The same as if all had begun then.</summary>
    public Lacks Since(SimTime then) => new(this, then);

    /// <summary>Of a place, by its number.</summary>
    public Lack this[int place] => _lacks[place];

    /// <summary>A place would order from another, whose store is limited.</summary>
    /// <param name="from">The other.</param>
    /// <param name="to">The place.</param>
    /// <param name="lead">[time] From one to the other, if nothing holds up a load.</param>
    public void Feed(int from, int to, TimeSpan lead)
    {
        var fed = _fed[from] ??= [];
        if (!fed.Exists(one => one.To == to)) fed.Add((to, lead));
    }

    /// <summary>A load has come, or what was not ordered is ordered, or the run ends before either.</summary>
    /// <param name="place">For where.</param>
    /// <param name="wanted">Since when it was wanted.</param>
    /// <param name="now">Now.</param>
    /// <returns>Whether anybody lacked anything meanwhile.</returns>
    public bool Came(int place, SimTime wanted, SimTime now)
    {
        if (!HasLacked(place, wanted, LongestChain)) return false;
        _lacks[place].Miss(wanted, now);
        return true;
    }

    /// <summary>A commodity was overdue at a place: whoever lacked it meanwhile, there or behind it, lacked it for that.</summary>
    public void MissWhole(int place, int commodity, SimTime from, SimTime until) => MissWhole(place, commodity, from, until, LongestChain);

    /// <summary>The same of those behind it alone.</summary>
    public void MissWholeBehind(int place, int commodity, SimTime from, SimTime until) => MissWholeBehind(place, commodity, from, until, LongestChain);

    /// <summary>[share] By place, as <see cref="Lack.Shares"/>.</summary>
    public double[]?[] Shares(TimeByPart parts) => [.. _lacks.Select(lack => lack.Shares(parts))];

    /// <summary>Says what was lacking for each thing that held something up: what was lacking for what came late is shared out as what
    /// was held up and missed at the place, and at the depots through which it lives. The rest had been lacking with nothing late.</summary>
    /// <param name="held">What held up what, with what was missed.</param>
    public List<HeldUpTotal> Blame(List<HeldUpTotal> held)
    {
        for (var place = 0; place < _lacks.Length; place++)
        {
            var (late, rest) = _lacks[place].WhatWasLacking;
            if (late + rest == 0) continue;
            var feeders = FeedersOf(place);
            var missed = held.Sum(one => feeders.Contains(one.Key.BoundFor) ? one.Missed : 0);
            if (missed == 0) (late, rest) = (0, late + rest);
            for (var i = 0; late > 0 && i < held.Count; i++)
                if (held[i].Missed > 0 && feeders.Contains(held[i].Key.BoundFor)) held[i] = held[i] with { Lacked = held[i].Lacked + late * (held[i].Missed / missed) };
            if (rest > 0) held.Add(new(new HoldUpKey(place, place, HoldUp.TooLittle), -1, TimeSpan.Zero, 0, rest));
        }
        return held;
    }

    /// <summary>The place, and the depots through which it lives.</summary>
    public HashSet<int> FeedersOf(int place)
    {
        var feeders = new HashSet<int> { place };
        for (var before = 0; before < feeders.Count;)
        {
            before = feeders.Count;
            for (var from = 0; from < _fed.Length; from++)
                if (_fed[from] is { } fed && fed.Exists(one => feeders.Contains(one.To))) feeders.Add(from);
        }
        return feeders;
    }

    private void MissWhole(int place, int commodity, SimTime from, SimTime until, int longest)
    {
        if (_lacks[place][commodity] is { IsAny: true } shortage) shortage.MissWhole(from, until);
        MissWholeBehind(place, commodity, from, until, longest);
    }

    private void MissWholeBehind(int place, int commodity, SimTime from, SimTime until, int longest)
    {
        if (longest == 0 || _fed[place] is not { } fed) return;
        foreach (var (to, lead) in fed) MissWhole(to, commodity, from + lead, until + lead, longest - 1);
    }

    private bool HasLacked(int place, SimTime then, int longest)
    {
        if (_lacks[place].HasBeenSince(then)) return true;
        if (longest == 0 || _fed[place] is not { } fed) return false;
        foreach (var (to, _) in fed)
            if (HasLacked(to, then, longest - 1)) return true;
        return false;
    }
}

/// <summary>What held up what in a run, all together.</summary>
/// <param name="Key">What, where, and for whom.</param>
/// <param name="Awaited">The number of the fleet for one of whose vehicles loads waited; -1 where it is what was held up itself.</param>
/// <param name="Time">[load-time] At most the longest time there is, 29,000 years.</param>
/// <param name="Missed">[t-tick] Of that, what was missed, times what a vehicle carries.</param>
/// <param name="Lacked">[person-day] What was lacking for it; of a force [day].</param>
internal readonly record struct HeldUpTotal(HoldUpKey Key, int Awaited, TimeSpan Time, double Missed, double Lacked);
