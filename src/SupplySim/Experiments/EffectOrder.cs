using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>What one change does to a value, judged beside all the others.</summary>
/// <param name="Effect">Changed minus as it is; null where there is no run in which both exist.</param>
/// <param name="IsSure">Whether the two can be told apart.</param>
/// <param name="ChangesNothing">Whether every run is the same.</param>
internal readonly record struct JudgedEffect(PairedDifference? Effect, bool IsSure, bool ChangesNothing);

/// <summary>A place in an order.</summary>
/// <param name="Candidate">Which of those that were put in order.</param>
/// <param name="Rank">From 1; of those that cannot be told apart from the first of them the same.</param>
/// <param name="IsTied">Whether others have it too.</param>
internal readonly record struct Standing(int Candidate, int Rank, bool IsTied);

/// <summary>Puts changes in order of what they do to a value, and says what can be told apart. Pure.</summary>
/// <remarks>
/// <para>Runs in which one of two values does not exist are left out of that pair.</para>
/// <para>A change has the rank of the strongest one that it cannot be told apart from, going down the order: two are told apart
/// where the p-value of their paired difference is at most (1 - level) / number of all pairs (Bonferroni), since which are compared
/// depends on what came out. Against none all are judged together by Holm.</para>
/// <para>Which may be the strongest of all is asked less strictly, <see cref="MayEqual"/>: the one that
/// truly is has as many chances to be taken for less as there are others, so that, at the level, it is among those that are told (selection
/// of a subset, as Gupta's). Of several that truly are equal one may be missing.</para>
/// </remarks>
/// <param name="way">1 where what moves the value up is first, -1 where what moves it down is, 0 where it
/// is what moves it most either way.</param>
/// <param name="withIntervals">No where replications are left out because they failed: then nothing is told apart.</param>
/// <param name="isSettled">Whether nothing in the runs is random.</param>
/// <param name="leastApart">What two have to differ by to be told apart, however sure that is. Default: anything.</param>
internal sealed class EffectOrder(int way, bool withIntervals = true, bool isSettled = false, double leastApart = 0)
{
    private const double Level = Statistics.Level.Usual;

    /// <summary>How far a change moves the value that way; minus infinity where there is nothing to compare.</summary>
    public double Moves(PairedDifference? effect) =>
        effect is null ? double.NegativeInfinity : way == 0 ? Math.Abs(effect.Difference) : way * effect.Difference;

    /// <summary>What each does, all judged together.</summary>
    /// <param name="asItIs">The value of each run without any.</param>
    /// <param name="candidates">The values of each.</param>
    public JudgedEffect[] Judge(double[] asItIs, IReadOnlyList<double[]> candidates)
    {
        var effects = candidates.Select(values => Difference(values, asItIs)).ToArray();
        return [.. effects.Zip(Sure(effects), candidates)
            .Select(one => new JudgedEffect(one.First, one.Second, one.Third.SequenceEqual(asItIs)))];
    }

    /// <summary>Some of them in order; of equals the first comes first.</summary>
    /// <param name="some">By number.</param>
    /// <param name="candidates">The values of all that were judged.</param>
    /// <param name="judged">What all of them do.</param>
    public Standing[] Place(IEnumerable<int> some, IReadOnlyList<double[]> candidates, JudgedEffect[] judged)
    {
        var order = some.OrderByDescending(i => Moves(judged[i].Effect)).ThenBy(i => i).ToArray();
        var limit = Limit(judged.Length * (judged.Length - 1L) / 2);
        var (ranks, head) = (new int[order.Length], 0);
        for (var at = 0; at < order.Length; at++)
        {
            var (one, other) = (order[head], order[at]);
            // What has no effect to compare is no tie of what has.
            if (judged[one].Effect is null != judged[other].Effect is null || AreApart(candidates[one], candidates[other], limit))
                head = at;
            ranks[at] = head + 1;
        }
        return [.. order.Zip(ranks).Select(one => new Standing(one.First, one.Second, ranks.Count(rank => rank == one.Second) > 1))];
    }

    /// <summary>Whether one may be as strong as the one that came out strongest.</summary>
    /// <param name="strongest">Its values.</param>
    /// <param name="other">Likewise.</param>
    /// <param name="judged">How many were judged.</param>
    public bool MayEqual(double[] strongest, double[] other, int judged) => !AreApart(strongest, other, Limit(judged - 1));

    private bool AreApart(double[] one, double[] other, double limit) =>
        Difference(one, other) is { } difference && difference.PValue <= limit && Math.Abs(difference.Difference) >= leastApart;

    private static double Limit(long comparisons) => (1 - Level) / Math.Max(1, comparisons);

    /// <summary>Which differences are none by chance, all judged together (Holm).</summary>
    public static bool[] Sure(IEnumerable<PairedDifference?> differences) =>
        [.. Holm.Adjust([.. differences.Select(one => one is null || double.IsNaN(one.PValue) ? 1 : one.PValue)])
            .Select(p => p <= 1 - Level)];

    /// <summary>One minus the other over the runs in which both exist; null where there is none.</summary>
    public PairedDifference? Difference(double[] one, double[] other)
    {
        var pairs = one.Zip(other).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        var difference = pairs.Length == 0
            ? null
            : PairedDifference.Of([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)], isSettled: isSettled);
        return withIntervals ? difference : difference?.WithoutInterval();
    }
}
