using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What which place lacked, and what came too late for it; what comes late to a depot comes late for those who live through it.</summary>
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
        if (!fed.Exists(one => one.To == to)) fed.Add((to, lead));
    }

    /// <summary>Whether anything that comes to a place may have come too late: the place, or one behind it, has lacked something.</summary>
    public bool Concern(int place) => _lacks[place].IsAny || _fed[place] is not null;

    /// <summary>What was sent to a place has come there, or is still to come when the run is over.</summary>
    public void Came(int place, in Lateness one)
    {
        _lacks[place][one.Commodity]?.Came(one);
        ComeBehind(place, one, LongestChain);
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
        var (feeders, delays) = (FeedersOf(place), new double[parts.Count]);
        foreach (var one in held)
            if (feeders.Contains(one.Key.BoundFor))
                for (var part = 0; part < delays.Length; part++) delays[part] += one.Time[part] * one.Tonnes;
        var shares = new double[parts.Count];
        foreach (var shortage in _lacks[place].All)
            if (shortage.IsAny) weights.Anyway[place] += shortage.Weigh(parts, delays, shares);
        foreach (var feeder in feeders)
        {
            var sums = weights.ByPlace[feeder] ??= new double[parts.Count];
            for (var part = 0; part < sums.Length; part++) sums[part] += shares[part];
        }
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

    // Each has its part, as many as there are.
    private void ComeBehind(int place, in Lateness one, int longest)
    {
        if (longest == 0 || _fed[place] is not { } fed) return;
        foreach (var (to, lead) in fed)
        {
            var later = one with { Due = one.Due + lead, Came = one.Came + lead, Amount = one.Amount / fed.Count };
            _lacks[to][one.Commodity]?.CameBehind(later);
            ComeBehind(to, later, longest - 1);
        }
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
internal readonly record struct Lateness(int Commodity, double Amount, SimTime Wanted, SimTime Due, SimTime Came, long Needed, bool IsOrderedByLevel);

/// <summary>How what was lacking is shared out over what was held up.</summary>
/// <param name="places">How many there are.</param>
internal sealed class LackWeights(int places)
{
    /// <summary>[person-day per t-tick] By place, of each part of the time: what was lacking for what was held up then on its way there; null where nothing was.</summary>
    public double[]?[] ByPlace { get; } = new double[]?[places];

    /// <summary>[person-day] By place: what would have been lacking with nothing late; of a force [day].</summary>
    public double[] Anyway { get; } = new double[places];
}
