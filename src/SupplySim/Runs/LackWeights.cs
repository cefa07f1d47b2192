namespace SupplySim.Runs;

/// <summary>How what was lacking is shared out over what was held up: that of a commodity over what may
/// bring it, whoever lacked it.</summary>
/// <param name="places">How many there are.</param>
internal sealed class LackWeights(int places)
{
    // By where it was held up for: the place that lacked it, or a depot through which that lives.
    private readonly SortedDictionary<(int At, int Commodity), double[]>?[] _for = new SortedDictionary<(int, int), double[]>?[places];
    private readonly Dictionary<(int For, ulong Cargo), LackAt[]> _sums = [];

    /// <summary>[person-day] By place: what would have been lacking with nothing late, in full rations too; of a force [day].</summary>
    public double[] Anyway { get; } = new double[places];

    /// <summary>[person-day] By place: what was lacking with nothing late since a rule cut rations.</summary>
    public double[] ByRule { get; } = new double[places];

    /// <summary>So much more of a commodity was lacking for what was held up on its way.</summary>
    /// <param name="boundFor">To which place, by number.</param>
    /// <param name="at">Where it was lacking.</param>
    /// <param name="commodity">By number.</param>
    /// <param name="shares">[person-day per t-tick] Of each part of the time.</param>
    public void Add(int boundFor, int at, int commodity, ReadOnlySpan<double> shares)
    {
        var of = _for[boundFor] ??= [];
        if (!of.TryGetValue((at, commodity), out var sums)) of.Add((at, commodity), sums = new double[shares.Length]);
        AddTo(sums, shares);
    }

    /// <summary>What was lacking for what was held up, of all that it may bring: by the place that lacked
    /// it. Nothing where nobody did.</summary>
    public LackAt[] Of(HoldUpKey key)
    {
        if (key.BoundFor < 0 || _for[key.BoundFor] is not { } of) return [];
        if (_sums.TryGetValue((key.BoundFor, key.Cargo), out var sums)) return sums;
        var byPlace = new List<LackAt>(1);
        foreach (var ((at, commodity), shares) in of)
        {
            if (!HoldUpKey.MayBring(key.Cargo, commodity)) continue;
            if (byPlace.Count == 0 || byPlace[^1].Place != at) byPlace.Add(new(at, new double[shares.Length]));
            AddTo(byPlace[^1].Weights, shares);
        }
        return _sums[(key.BoundFor, key.Cargo)] = [.. byPlace];
    }

    private static void AddTo(Span<double> sums, ReadOnlySpan<double> shares)
    {
        for (var part = 0; part < sums.Length; part++) sums[part] += shares[part];
    }
}

/// <summary>What was lacking at a place for what was held up.</summary>
/// <param name="Place">By number.</param>
/// <param name="Weights">[person-day per t-tick] Of each part of the time.</param>
internal readonly record struct LackAt(int Place, double[] Weights);
