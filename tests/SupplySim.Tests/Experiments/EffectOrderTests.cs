using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Tests.Experiments;

/// <summary>Which of several may be the strongest.</summary>
public sealed class EffectOrderTests
{
    private const int Runs = 40, Candidates = 12, Rounds = 1_000;

    // The one that truly is: of several that are equal any one named beforehand.
    [Fact]
    public void The_one_that_truly_is_strongest_is_among_those_that_may_be_in_nineteen_of_twenty()
    {
        var (order, missed) = (new EffectOrder(way: -1), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var all = Enumerable.Range(0, Candidates).Select(one => Values(round, one)).ToArray();
            var strongest = all.MinBy(values => values.Average())!;
            if (!order.MayEqual(strongest, all[0], Candidates)) missed++;
        }
        // 0.05, and 4.4 standard errors of a share of so many.
        (missed / (double)Rounds).Should().BeLessThan(0.05 + 4.4 * Math.Sqrt(0.05 * 0.95 / Rounds));
    }

    [Fact]
    public void What_is_far_less_is_not()
    {
        var order = new EffectOrder(way: -1);
        double[] strongest = Values(0, 0), less = [.. Values(0, 1).Select(value => value + 3)];
        (order.MayEqual(strongest, strongest, Candidates), order.MayEqual(strongest, less, Candidates)).Should().Be((true, false));
    }

    // However sure: where nothing is random any difference is.
    [Fact]
    public void What_differs_by_next_to_nothing_ties()
    {
        double[] asItIs = [100, 100], much = [60, 60], asMuch = [60.1, 60.1], less = [70, 70];
        int[] Ranks(EffectOrder order) =>
            [.. order.Place([0, 1, 2], [much, asMuch, less], order.Judge(asItIs, [much, asMuch, less])).Select(one => one.Rank)];
        Ranks(new EffectOrder(way: -1, isSettled: true)).Should().Equal(1, 2, 3);
        Ranks(new EffectOrder(way: -1, isSettled: true, leastApart: 0.5)).Should().Equal(1, 1, 3);
        // What differs by just that is apart.
        Ranks(new EffectOrder(way: -1, isSettled: true, leastApart: 10)).Should().Equal(1, 1, 3);
    }

    // Half a per cent of a hundred is a half.
    [Fact]
    public void Less_than_half_a_per_cent_is_next_to_nothing_and_as_much_is_not()
    {
        bool[] Are(params double[] by) =>
            [.. by.Select(value => HelpsResult.IsNegligible(PairedDifference.Of([value], [0], isSettled: true), -100))];
        Are(0.49, -0.49, 0.5, -0.51).Should().Equal(true, true, false, false);
    }

    private static double[] Values(int round, int candidate) =>
        [.. Enumerable.Range(0, Runs).Select(run =>
            Enumerable.Range(0, 6).Sum(i => new RandomStream((ulong)round, run, StreamKey.Of($"one/{candidate}")).Uniform(i)))];
}
