using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What which place lacked, and what came too late for it; what comes late to a depot comes late
/// for those who live through it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lacks
{
    private readonly Lack[] _lacks;
    private readonly List<(int To, TimeSpan Lead)>?[] _fed;
    private readonly List<(int To, TimeSpan Lead)>?[] _behind; // null where not known

    /// <param name="places">How many there are.</param>
    public Lacks(int places)
    {
        (_lacks, _fed, _behind) = (new Lack[places], new List<(int, TimeSpan)>?[places], new List<(int, TimeSpan)>?[places]);
        for (var place = 0; place < places; place++) _lacks[place] = new Lack();
    }

    private Lacks(Lacks all, SimTime then) =>
        (_lacks, _fed, _behind) = ([.. all._lacks.Select(one => one.Since(then))], all._fed, all._behind);

    /// <summary>Of a place, by its number.</summary>
    public Lack this[int place] => _lacks[place];

    /// <summary>The same as if all had begun then.</summary>
    public Lacks Since(SimTime then) => new(this, then);

    /// <summary>A place would order from another, whose store is limited.</summary>
    /// <param name="from">The other.</param>
    /// <param name="to">The place.</param>
    /// <param name="lead">[time] From one to the other, if nothing holds up a load.</param>
    public void Feed(int from, int to, TimeSpan lead)
    {
        var fed = _fed[from] ??= [];
        if (fed.Exists(one => one.To == to)) return;
        fed.Add((to, lead));
        Array.Clear(_behind);
    }

    /// <summary>Whether anything that comes to a place may have come too late: the place, or one behind it, has lacked something.</summary>
    public bool Concern(int place) => _lacks[place].IsAny || _fed[place] is not null;

    /// <summary>What was sent to a place has come there, or is still to come when the run is over. Of what has come to a depot each place
    /// behind it has its part, by what it needs.</summary>
    /// <param name="place">Where.</param>
    /// <param name="one">What, and when.</param>
    /// <param name="need">[smallest unit per day] What a place needs of a commodity.</param>
    public void Came(int place, in Lateness one, Func<int, int, double> need)
    {
        _lacks[place].Came(one);
        if (one.Due >= one.Came || _fed[place] is null) return;
        foreach (var (to, part) in PartsBehind(place, one, need)) _lacks[to].CameBehind(part);
    }

    /// <summary>What was sent to a place is lost on its way there: it comes in no time that counts.</summary>
    /// <param name="place">Where it was sent.</param>
    /// <param name="one">What, when it was due, and when as much can have come again.</param>
    /// <param name="need">[smallest unit per day] What a place needs of a commodity.</param>
    public void Lost(int place, in Lateness one, Func<int, int, double> need)
    {
        _lacks[place].Lost(one);
        if (_fed[place] is null) return;
        foreach (var (to, part) in PartsBehind(place, one, need)) _lacks[to].Lost(part);
    }

    private IEnumerable<(int To, Lateness Part)> PartsBehind(int place, Lateness one, Func<int, int, double> need)
    {
        var all = 0.0;
        foreach (var (to, _) in Behind(place)) all += need(to, one.Commodity);
        if (all == 0) yield break;
        foreach (var (to, lead) in Behind(place))
            if (_lacks[to][one.Commodity] is not null && need(to, one.Commodity) is > 0 and var part)
                yield return (to, one with { Due = one.Due + lead, Came = one.Came + lead, Amount = one.Amount * part / all,
                    Enough = one.Amount == 0 ? one.Enough : one.Amount / (all * (one.Lead + lead).TotalDays) });
    }

    /// <summary>What was lacking, and how it is shared out over what was held up meanwhile.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    /// <param name="held">All that was held up.</param>
    public LackWeights Weigh(TimeByPart parts, IReadOnlyCollection<HeldTime> held)
    {
        var weights = new LackWeights(_lacks.Length);
        for (var place = 0; place < _lacks.Length; place++) Weigh(place, parts, held, weights);
        return weights;
    }

    /// <summary>The same of one place alone.</summary>
    public LackWeights WeighOf(int place, TimeByPart parts, IReadOnlyCollection<HeldTime> held)
    {
        var weights = new LackWeights(_lacks.Length);
        Weigh(place, parts, held, weights);
        return weights;
    }

    private void Weigh(int place, TimeByPart parts, IReadOnlyCollection<HeldTime> held, LackWeights weights)
    {
        if (!_lacks[place].IsAny) return;
        var feeders = FeedersOf(place);
        var byCargo = new SortedDictionary<ulong, double[]>(); // few, of many
        foreach (var one in held)
            if (feeders.Contains(one.Key.BoundFor)) one.Time.AddTo(SumsOf(byCargo, one.Key.Cargo, parts.Count), one.Tonnes);
        var (anyway, leftOut) = (0.0, 0.0);
        foreach (var (commodity, shortage) in _lacks[place].All)
        {
            var (delays, shares) = (new double[parts.Count], new double[parts.Count]);
            foreach (var (cargo, sums) in byCargo)
                if (HoldUpKey.MayBring(cargo, commodity))
                    for (var part = 0; part < sums.Length; part++) delays[part] += sums[part];
            var rest = shortage.Weigh(parts, delays, shares);
            if (shortage.IsOfRations) leftOut += rest;
            else anyway += rest;
            foreach (var feeder in feeders) weights.Add(feeder, place, commodity, shares);
        }
        // What came late comes first, then the rule.
        weights.ByRule[place] = Math.Min(leftOut, _lacks[place].ByRule.Sum(one => one.PersonDays));
        weights.Anyway[place] = anyway + leftOut - weights.ByRule[place];
    }

    private static double[] SumsOf(SortedDictionary<ulong, double[]> byCargo, ulong cargo, int parts)
    {
        if (!byCargo.TryGetValue(cargo, out var sums)) byCargo.Add(cargo, sums = new double[parts]);
        return sums;
    }

    /// <summary>[smallest unit per day] What those need who live through a place.</summary>
    public double NeedBehind(int place, int commodity, Func<int, int, double> need)
    {
        var sum = 0.0;
        if (_fed[place] is not null)
            foreach (var (to, _) in Behind(place)) sum += need(to, commodity);
        return sum;
    }

    // The place, and the depots through which it lives.
    private HashSet<int> FeedersOf(int place)
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

    // All that live through it, each once, with the shortest way there.
    private List<(int To, TimeSpan Lead)> Behind(int place)
    {
        if (_behind[place] is { } known) return known;
        var behind = new List<(int To, TimeSpan Lead)>(_fed[place]!);
        for (var i = 0; i < behind.Count; i++)
            foreach (var (to, lead) in _fed[behind[i].To] ?? [])
                if (to != place && !behind.Exists(one => one.To == to)) behind.Add((to, behind[i].Lead + lead));
        return _behind[place] = behind;
    }
}

/// <summary>Something that has come, and when it was due.</summary>
/// <param name="Commodity">By number.</param>
/// <param name="Amount">[smallest unit] 0 where it was not ordered yet.</param>
/// <param name="Wanted">Since when it was wanted.</param>
/// <param name="Due">When it would have come had nothing held it up; not after it came.</param>
/// <param name="Came">When it came.</param>
/// <param name="Needed">[smallest unit] Where it came, by then.</param>
/// <param name="IsOrderedByLevel">Whether more would have been ordered, had it come.</param>
internal readonly record struct Lateness(int Commodity, double Amount, SimTime Wanted, SimTime Due, SimTime Came, long Needed,
    bool IsOrderedByLevel)
{
    /// <summary>[time] How long its way takes with nothing that holds it up.</summary>
    public TimeSpan Lead { get; init; }

    /// <summary>[smallest unit] What lies, when it comes, where it is from. Default: nothing.</summary>
    public double Spare { get; init; }

    /// <summary>[share] How much it is of what is needed in that time. Default: all, or more.</summary>
    public double Enough { get; init; } = 1;
}
