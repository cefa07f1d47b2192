namespace SupplySim.Runs;

/// <summary>How what was lacking is shared out over what was held up: that of a commodity over what may bring it.</summary>
/// <param name="places">How many there are.</param>
internal sealed class LackWeights(int places)
{
    private readonly SortedDictionary<int, double[]>?[] _byPlace = new SortedDictionary<int, double[]>?[places];
    private readonly Dictionary<(int Place, ulong Cargo), double[]?> _sums = [];

    /// <summary>[person-day] By place: what would have been lacking with nothing late; of a force [day].</summary>
    public double[] Anyway { get; } = new double[places];

    /// <summary>So much more of a commodity was lacking for what was held up on its way to a place.</summary>
    /// <param name="place">By number.</param>
    /// <param name="commodity">By number.</param>
    /// <param name="shares">[person-day per t-tick] Of each part of the time.</param>
    public void Add(int place, int commodity, ReadOnlySpan<double> shares)
    {
        var of = _byPlace[place] ??= [];
        if (!of.TryGetValue(commodity, out var sums)) of.Add(commodity, sums = new double[shares.Length]);
        for (var part = 0; part < sums.Length; part++) sums[part] += shares[part];
    }

    /// <summary>[person-day per t-tick] Of each part of the time: what was lacking for what was held up then, of all that it may bring; null where nothing was.</summary>
    public double[]? Of(HoldUpKey key)
    {
        if (key.BoundFor < 0 || _byPlace[key.BoundFor] is not { } of) return null;
        if (_sums.TryGetValue((key.BoundFor, key.Cargo), out var sums)) return sums;
        foreach (var (commodity, shares) in of)
        {
            if (!HoldUpKey.MayBring(key.Cargo, commodity)) continue;
            sums ??= new double[shares.Length];
            for (var part = 0; part < sums.Length; part++) sums[part] += shares[part];
        }
        return _sums[(key.BoundFor, key.Cargo)] = sums;
    }
}
