using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Splits spreads between chance and what is not known, from the replications that there are.</summary>
/// <remarks>What an unknown figure came to in a run is a function of seed, replication and its path, so no run needs to have written it
/// down: it is drawn again.</remarks>
internal sealed class Ignorance
{
    private readonly ImmutableArray<UnknownFigure> _figures;
    private readonly double[][] _positions;

    public Ignorance(ImmutableArray<UnknownFigure> figures, ulong seed, IReadOnlyList<int> replications)
    {
        _figures = figures;
        _positions = [.. figures.Select(UnknownFigures.KeyOf)
            .Select(key => replications.Select(run => new RandomStream(seed, run, key).Uniform(0)).ToArray())];
    }

    /// <summary>The split of one value. Null where nothing is unknown, where next to nothing varies, and from too few runs.</summary>
    /// <param name="values">One for each replication that is looked at; NaN where it never happened.</param>
    /// <param name="among">Which replications are looked at. Default: all.</param>
    public Spread? Of(double[] values, bool[]? among = null)
    {
        if (_figures.IsEmpty || values.Length == 0) return null;
        var positions = among is null ? _positions : [.. _positions.Select(all => all.Where((_, run) => among[run]).ToArray())];
        var isOfHappening = values.Any(double.IsNaN);
        var looked = isOfHappening ? [.. values.Select(value => double.IsNaN(value) ? 0.0 : 1.0)] : values;
        if (VarianceSplit.Of(looked, positions) is not { } split) return null;
        var sure = Holm.Adjust([.. split.Shares.Select(one => one.PValue)]);
        return new Spread
        {
            IsOfHappening = isOfHappening,
            Split = split,
            Unknowns = [.. _figures.Select((figure, i) => new UnknownShare(figure, split.Shares[i], sure[i] <= 1 - split.Level))
                .OrderByDescending(one => one.Share.Share)],
        };
    }
}
