using System.Collections.Immutable;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>What was closed, and the value in each run meanwhile.</summary>
internal sealed record Candidate(string Target, bool IsRoute, double[] Values, ImmutableArray<PlaceId> OnlyWayTo);

/// <summary>One closure in one alternative: the value in each run, open and closed, in the baseline and in the alternative.</summary>
internal sealed record Shelter(RankedClosure Closure, string Alternative, double[] Open, double[] Closed, double[] OpenHere,
    double[] ClosedHere);

/// <summary>Puts closures in order of the harm they do, and says what can be told apart and what lowers it. Pure.</summary>
/// <remarks>Harm is what a value moves the way that is not wished for; of a measure that nobody wishes more or less of, what it moves.
/// What is told apart <see cref="EffectOrder"/> says; of protections all are judged together by Holm.</remarks>
/// <param name="wish">1 where more is better, -1 where less is, 0 where it is neither.</param>
/// <param name="withIntervals">No where replications are left out because they failed: then nothing is told apart.</param>
/// <param name="isSettled">Whether nothing in the runs is random.</param>
internal sealed class HarmOrder(int wish, bool withIntervals = true, bool isSettled = false)
{
    private readonly EffectOrder _order = new(-wish, withIntervals, isSettled);

    /// <summary>How much harm a closure does; minus infinity where there is nothing to compare.</summary>
    public double Harm(RankedClosure closure) => _order.Moves(closure.Effect);

    /// <summary>The closures in order, each with its values.</summary>
    /// <param name="open">The value of each run with nothing closed.</param>
    /// <param name="candidates">In the order of the scenario, which decides between equals.</param>
    public ImmutableArray<(RankedClosure Closure, double[] Values)> Of(double[] open, Candidate[] candidates)
    {
        double[][] values = [.. candidates.Select(one => one.Values)];
        var judged = _order.Judge(open, values);
        return [.. _order.Place(Enumerable.Range(0, candidates.Length), values, judged)
            .Select(one => (Closure(candidates[one.Candidate], judged[one.Candidate], one), values[one.Candidate]))];
    }

    /// <summary>For each closure the alternative that surely lowers its harm, and lowers it most; of equals the first.</summary>
    public Dictionary<(string, bool), Protection> Best(IReadOnlyList<Shelter> shelters)
    {
        var lowers = shelters.Select(Lowers).ToArray();
        var sure = EffectOrder.Sure(lowers);
        var best = new Dictionary<(string, bool), Protection>();
        for (var i = 0; i < shelters.Count; i++)
        {
            var (one, key) = (shelters[i], (shelters[i].Closure.Target, shelters[i].Closure.IsRoute));
            if (!sure[i] || lowers[i]!.Difference <= 0 || _order.Moves(_order.Difference(one.ClosedHere, one.Closed)) > 0) continue;
            if (best.TryGetValue(key, out var other) && other.Lowers.Difference >= lowers[i]!.Difference) continue;
            best[key] = new Protection(one.Alternative, _order.Difference(one.ClosedHere, one.OpenHere)!, lowers[i]!);
        }
        return best;
    }

    private static RankedClosure Closure(Candidate candidate, JudgedEffect judged, Standing standing) => new()
    {
        Target = candidate.Target,
        IsRoute = candidate.IsRoute,
        Rank = standing.Rank,
        IsTied = standing.IsTied,
        Effect = judged.Effect,
        IsSure = judged.IsSure,
        ChangesNothing = judged.ChangesNothing,
        OnlyWayTo = candidate.OnlyWayTo,
    };

    private PairedDifference? Lowers(Shelter one) => _order.Difference(
        Moved(one.Closure, one.Closed, one.Open), Moved(one.Closure, one.ClosedHere, one.OpenHere));

    // What nobody wishes for moves for worse the way in which the closure moves it.
    private double[] Moved(RankedClosure closure, double[] closed, double[] open)
    {
        var worse = wish != 0 ? -wish : Math.Sign(closure.Effect!.Difference);
        return [.. closed.Zip(open, (one, other) => worse * (one - other))];
    }
}
