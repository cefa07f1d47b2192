using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplySim.Engine;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Splits spreads between chance and what is not known, from the replications that there are.</summary>
/// <remarks>What an unknown figure came to in a run is a function of seed, replication and its path, so no run needs to have written it
/// down: it is drawn again. Any thread.</remarks>
internal sealed class Ignorance
{
    private readonly ImmutableArray<UnknownFigure> _figures;
    private readonly double[][] _positions;
    private readonly JointDesigns _designs;

    // All crossings together are often one of them: what two columns have alike is split once.
    private readonly ConcurrentDictionary<double[], Lazy<Spread?>> _known = new(new SameNumbers());

    public Ignorance(ImmutableArray<UnknownFigure> figures, ulong seed, IReadOnlyList<int> replications)
        : this(figures, [.. figures.Select(UnknownFigures.KeyOf).Select(key => Drawn(seed, replications, key))], replications.Count)
    {
    }

    private Ignorance(ImmutableArray<UnknownFigure> figures, double[][] positions, int replications) =>
        (_figures, _positions, _designs) = (figures, positions, new JointDesigns(positions, replications));

    /// <summary>The same of some of the replications.</summary>
    public Ignorance Among(bool[] among) =>
        new(_figures, Array.ConvertAll(_positions, all => all.Where((_, run) => among[run]).ToArray()), among.Count(one => one));

    /// <summary>The split of one value. Null where nothing is unknown, where next to nothing varies, and from too few runs.</summary>
    /// <param name="values">One for each replication; NaN where it never happened.</param>
    public Spread? Of(double[] values) => _figures.IsEmpty ? null : _known.GetOrAdd(values, one => new(() => Split(one))).Value;

    private static double[] Drawn(ulong seed, IReadOnlyList<int> replications, StreamKey key) =>
        [.. replications.Select(run => new RandomStream(seed, run, key).Uniform(0))];

    private Spread? Split(double[] values)
    {
        var isOfHappening = values.Any(double.IsNaN);
        var looked = isOfHappening ? [.. values.Select(value => double.IsNaN(value) ? 0.0 : 1.0)] : values;
        if (VarianceSplit.Of(looked, _designs) is not { } split) return null;
        var sure = Holm.Adjust([.. split.Shares.Select(one => one.PValue)]);
        return new Spread
        {
            IsOfHappening = isOfHappening,
            Split = split,
            Unknowns = [.. _figures.Select((figure, i) => new UnknownShare(figure, split.Shares[i], sure[i] <= 1 - split.Level))
                .OrderByDescending(one => one.Share.Share)],
        };
    }

    private sealed class SameNumbers : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? one, double[]? other) => Bytes(one).SequenceEqual(Bytes(other));

        public int GetHashCode(double[] numbers)
        {
            var hash = new HashCode();
            hash.AddBytes(Bytes(numbers));
            return hash.ToHashCode();
        }

        private static ReadOnlySpan<byte> Bytes(double[]? numbers) => MemoryMarshal.AsBytes(numbers.AsSpan());
    }
}
