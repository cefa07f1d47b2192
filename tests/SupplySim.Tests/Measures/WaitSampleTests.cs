using SupplySim.Measures;
using SupplySim.Statistics;

namespace SupplySim.Tests.Measures;

/// <summary>Quantiles of waits that are counted where they lie, against all of them put in order.</summary>
public sealed class WaitSampleTests
{
    private static readonly double[] Asked = [0, 0.05, 0.5, 0.95, 0.999, 1];

    [Fact]
    public void A_quantile_is_to_the_last_bit_that_of_all_waits_in_order()
    {
        var random = new Random(20171101);
        for (var sample = 0; sample < 60; sample++)
        {
            var waits = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Waits(random, sample)).ToArray();
            var hours = waits.SelectMany(one => one).Select(wait => wait.TotalHours).Order().ToArray();
            var it = new WaitSample(waits);
            foreach (var p in Asked) it.Quantile(p).Should().Be(Quantiles.Of(hours, p), "p is {0} in sample {1}", p, sample);
            it.Mean.Should().BeApproximately(hours.Average(), 1e-9 * (1 + hours.Average()));
        }
    }

    [Fact]
    public void Nobody_waited()
    {
        var it = new WaitSample([[]]);
        it.Mean.Should().Be(double.NaN);
        it.Quantile(0.5).Should().Be(double.NaN);
    }

    // Most of them none at all, all alike, ticks apart, or up to a hundred years: what fills one drawer
    // many times over, and what leaves most of them empty.
    private static List<TimeSpan> Waits(Random random, int sample)
    {
        var longest = sample % 4 == 0 ? 3 : sample % 4 == 1 ? TimeSpan.FromDays(36_525).Ticks : TimeSpan.FromDays(3).Ticks;
        return [.. Enumerable.Range(0, random.Next(1, 3_000)).Select(_ => random.Next(3) > 0 && sample % 3 == 0 ? TimeSpan.Zero
            : sample % 7 == 3 ? TimeSpan.FromHours(5)
            : new TimeSpan(random.NextInt64(longest + 1)))];
    }
}
