using System.Collections.Immutable;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>What was closed, and the value in each run meanwhile.</summary>
internal sealed record Candidate(string Target, bool IsRoute, double[] Values, ImmutableArray<PlaceId> OnlyWayTo);

/// <summary>One closure in one alternative: the value in each run, open and closed, in the baseline and in the alternative.</summary>
internal sealed record Shelter(RankedClosure Closure, string Alternative, double[] Open, double[] Closed, double[] OpenHere, double[] ClosedHere);

/// <summary>Puts closures in order of the harm they do, and says what can be told apart. Pure.</summary>
/// <remarks>
/// <para>Harm is what a value moves the way that is not wished for; of a measure that nobody wishes more or less of, what it moves.
/// Runs in which one of two values does not exist are left out of that pair.</para>
/// <para>A closure has the rank of the most harmful one that it cannot be told apart from, going down the order: two are told apart
/// where the p-value of their paired difference is at most (1 - level) / number of all pairs (Bonferroni), since which are compared
/// depends on what came out. Against none, and of protections, all are judged together by Holm.</para>
/// </remarks>
/// <param name="wish">1 where more is better, -1 where less is, 0 where it is neither.</param>
/// <param name="withIntervals">No where replications are left out because they failed: then nothing is told apart.</param>
/// <param name="isSettled">Whether nothing in the runs is random.</param>
internal sealed class HarmOrder(int wish, bool withIntervals = true, bool isSettled = false)
{
    private const double Level = Statistics.Level.Usual;

    /// <summary>How much harm a closure does; minus infinity where there is nothing to compare.</summary>
    public double Harm(RankedClosure closure) => Harm(closure.Effect);

    /// <summary>The closures in order, each with its values.</summary>
    /// <param name="open">The value of each run with nothing closed.</param>
    /// <param name="candidates">In the order of the scenario, which decides between equals.</param>
    public ImmutableArray<(RankedClosure Closure, double[] Values)> Of(double[] open, Candidate[] candidates)
    {
        var effects = candidates.Select(one => Difference(one.Values, open)).ToArray();
        var sure = Sure(effects);
        var order = Enumerable.Range(0, candidates.Length).OrderByDescending(i => Harm(effects[i])).ThenBy(i => i).ToArray();
        var ranks = Ranks(order, candidates, effects);
        return
        [
            .. order.Select((i, at) => (new RankedClosure
            {
                Target = candidates[i].Target,
                IsRoute = candidates[i].IsRoute,
                Rank = ranks[at],
                IsTied = ranks.Count(rank => rank == ranks[at]) > 1,
                Effect = effects[i],
                IsSure = sure[i],
                ChangesNothing = candidates[i].Values.SequenceEqual(open),
                OnlyWayTo = candidates[i].OnlyWayTo,
            }, candidates[i].Values)),
        ];
    }

    /// <summary>For each closure the alternative that surely lowers its harm, and lowers it most; of equals the first.</summary>
    public Dictionary<(string, bool), Protection> Best(IReadOnlyList<Shelter> shelters)
    {
        var lowers = shelters.Select(Lowers).ToArray();
        var sure = Sure(lowers);
        var best = new Dictionary<(string, bool), Protection>();
        for (var i = 0; i < shelters.Count; i++)
        {
            var (one, key) = (shelters[i], (shelters[i].Closure.Target, shelters[i].Closure.IsRoute));
            if (!sure[i] || lowers[i]!.Difference <= 0 || Harm(Difference(one.ClosedHere, one.Closed)) > 0) continue;
            if (best.TryGetValue(key, out var other) && other.Lowers.Difference >= lowers[i]!.Difference) continue;
            best[key] = new Protection(one.Alternative, Difference(one.ClosedHere, one.OpenHere)!, lowers[i]!);
        }
        return best;
    }

    private PairedDifference? Lowers(Shelter one) => Difference(
        Moved(one.Closure, one.Closed, one.Open), Moved(one.Closure, one.ClosedHere, one.OpenHere));

    // What nobody wishes for moves for worse the way in which the closure moves it.
    private double[] Moved(RankedClosure closure, double[] closed, double[] open)
    {
        var worse = wish != 0 ? -wish : Math.Sign(closure.Effect!.Difference);
        return [.. closed.Zip(open, (one, other) => worse * (one - other))];
    }

    private int[] Ranks(int[] order, Candidate[] candidates, PairedDifference?[] effects)
    {
        var ranks = new int[order.Length];
        var limit = (1 - Level) / Math.Max(1, order.Length * (order.Length - 1L) / 2);
        var head = 0;
        for (var at = 0; at < order.Length; at++)
        {
            var (one, other) = (order[head], order[at]);
            // What has no effect to compare is no tie of what has.
            if (effects[one] is null != effects[other] is null || Difference(candidates[one].Values, candidates[other].Values)?.PValue <= limit) head = at;
            ranks[at] = head + 1;
        }
        return ranks;
    }

    private static ImmutableArray<bool> Sure(PairedDifference?[] differences)
    {
        var adjusted = Holm.Adjust([.. differences.Select(one => one is null || double.IsNaN(one.PValue) ? 1 : one.PValue)]);
        return [.. adjusted.Select(p => p <= 1 - Level)];
    }

    private PairedDifference? Difference(double[] one, double[] other)
    {
        var pairs = one.Zip(other).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        var difference = pairs.Length == 0 ? null : PairedDifference.Of([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)], isSettled: isSettled);
        return withIntervals ? difference : difference?.WithoutInterval();
    }

    private double Harm(PairedDifference? effect) =>
        effect is null ? double.NegativeInfinity : wish == 0 ? Math.Abs(effect.Difference) : -wish * effect.Difference;
}
