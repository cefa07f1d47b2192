using CsCheck;

namespace SupplySim.Engine.Tests;

public class TallyTests
{
    [Fact]
    public void It_counts_sums_and_finds_the_extremes()
    {
        var tally = Of(3, -1, 4, 1, -5, 9, 2, 6);
        (tally.Count, tally.Sum, tally.Min, tally.Max).Should().Be((8L, (Int128)19, -5L, 9L));
        tally.Mean.Should().Be(2.375);
        tally.Variance.Should().BeApproximately(127.875 / 7, 1e-14);
        tally.StandardDeviation.Should().Be(Math.Sqrt(tally.Variance));
    }

    [Fact]
    public void Of_nothing_there_is_no_mean_and_of_one_no_variance()
    {
        double.IsNaN(Of().Mean).Should().BeTrue();
        double.IsNaN(Of(7).Variance).Should().BeTrue();
        Of(7).Mean.Should().Be(7);
        var reset = Of(1, 2, 3);
        reset.Reset();
        reset.Should().BeEquivalentTo(Of());
    }

    /// <summary>The accuracy series of the NIST Statistical Reference Datasets, in tenths: the last two defeat a sum of squares
    /// in doubles.</summary>
    [Theory]
    [InlineData("NumAcc1", 1, 10_000_002, 1)]
    [InlineData("NumAcc2", 10, 1.2, 0.1)]
    [InlineData("NumAcc3", 10, 1_000_000.2, 0.1)]
    [InlineData("NumAcc4", 10, 10_000_000.2, 0.1)]
    public void The_certified_mean_and_deviation_come_out_exactly(string series, double unit, double mean, double deviation)
    {
        long[] values = series == "NumAcc1"
            ? [10_000_001, 10_000_003, 10_000_002]
            : [(long)Math.Round(mean * 10), .. Enumerable.Range(0, 1000).Select(i => (long)Math.Round(mean * 10) + (i % 2 == 0 ? -1 : 1))];
        var tally = Of(values);
        (tally.Mean / unit).Should().Be(mean);
        (tally.StandardDeviation / unit).Should().Be(deviation);
    }

    [Fact]
    public void However_numbers_are_grouped_and_ordered_the_same_bits_come_out() =>
        Gen.Select(Gen.Long.Array[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((values, one, other) =>
        {
            var (low, high) = (Math.Min(Math.Min(one, other), values.Length), Math.Min(Math.Max(one, other), values.Length));
            var (a, b, c) = (Of(values[..low]), Of(values[low..high]), Of(values[high..]));
            var (leftFirst, rightFirst) = (Of(), Of());
            leftFirst.Merge(a);
            leftFirst.Merge(b);
            leftFirst.Merge(c);
            b.Merge(c);
            rightFirst.Merge(b);
            rightFirst.Merge(a);
            return Bits(leftFirst).Equals(Bits(rightFirst)) && Bits(leftFirst).Equals(Bits(Of([.. values.Reverse()])));
        }, iter: 2000);

    [Fact]
    public void The_greatest_numbers_do_not_fill_it()
    {
        var tally = Of([.. Enumerable.Repeat(long.MinValue, 1000), .. Enumerable.Repeat(long.MaxValue, 1000)]);
        tally.Sum.Should().Be(-1000);
        tally.Variance.Should().BeApproximately(Math.Pow(2, 126) * 2000 / 1999, Math.Pow(2, 126 - 50));
    }

    [Fact]
    public void A_duration_counts_by_its_ticks()
    {
        var tally = new Tally();
        tally.Add(TimeSpan.FromHours(1));
        tally.Sum.Should().Be(TimeSpan.TicksPerHour);
    }

    private static (long, Int128, long, long, long) Bits(Tally tally) =>
        (tally.Count, tally.Sum, tally.Min, tally.Max, BitConverter.DoubleToInt64Bits(tally.Variance));

    private static Tally Of(params long[] values)
    {
        var tally = new Tally();
        foreach (var value in values) tally.Add(value);
        return tally;
    }
}
