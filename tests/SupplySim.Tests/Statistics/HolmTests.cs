using CsCheck;
using SupplySim.Quantities;
using SupplySim.Statistics;
using SupplySim.Testing;

namespace SupplySim.Tests.Statistics;

/// <summary>Several comparisons at once.</summary>
public sealed class HolmTests
{
    [Fact]
    public void Adjusted_values_are_those_worked_out_by_hand() =>
        // 4 x .005, 3 x .01, 2 x .03, and .04 raised to the one before it.
        Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Should().Equal([0.03, 0.06, 0.06, 0.02], (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Holm_rejects_whatever_Bonferroni_rejects_and_keeps_the_order() =>
        Gen.Double[0, 1].Array[1, 12].Sample(p =>
        {
            var adjusted = Holm.Adjust(p);
            return Enumerable.Range(0, p.Length).All(i =>
                adjusted[i] >= p[i] && adjusted[i] <= Math.Min(1, p.Length * p[i])
                && Enumerable.Range(0, p.Length).All(j => p[i] > p[j] || adjusted[i] <= adjusted[j]));
        });

    /// <summary>A family-wise rate of 0.059 or more is found; without any correction it is 0.265.</summary>
    [Fact]
    public void Where_nothing_differs_a_false_alarm_comes_in_at_most_five_percent()
    {
        var uniforms = new Uniforms(5);
        var alarms = Enumerable.Range(0, 10_000).Count(_ =>
            Holm.Adjust([.. Enumerable.Range(0, 6).Select(_ => uniforms.Next())]).Any(p => p <= 0.05));
        // Independent values: exactly 1 - (1 - .05/6)^6 = .0490.
        (alarms / 10_000.0).Should().BeApproximately(0.0490, 4.42 * Math.Sqrt(0.049 * 0.951 / 10_000));
    }

    /// <summary>As an experiment has them: six alternatives, thirty runs each, all compared with one
    /// baseline on common random numbers, so that the comparisons depend on one another. What comes out above 0.05 + 4.42 standard errors
    /// is found; uncorrected it is above 0.15.</summary>
    [Fact]
    public void Comparisons_with_one_baseline_that_differ_in_nothing_give_a_false_alarm_in_at_most_five_percent()
    {
        var (uniforms, law, sets) = (new Uniforms(6), Distribution.Normal(0, 1), LongTests.Sample(10_000));
        double[] Draws() => [.. Enumerable.Range(0, FewestRuns.ForAMean).Select(_ => law.Quantile(uniforms.Next()))];
        var (alarms, uncorrected) = (0, 0);
        for (var set = 0; set < sets; set++)
        {
            var (luck, baseline) = (Draws(), Draws());
            double[] Runs(double[] own) => [.. luck.Zip(own, (common, mine) => 3 * common + mine)];
            double[] p = [.. Enumerable.Range(0, 6).Select(_ => PairedDifference.Of(Runs(Draws()), Runs(baseline)).PValue)];
            if (Holm.Adjust(p).Any(value => value <= 0.05)) alarms++;
            if (p.Any(value => value <= 0.05)) uncorrected++;
        }
        (alarms / (double)sets).Should().BeLessThanOrEqualTo(0.05 + 4.42 * Math.Sqrt(0.05 * 0.95 / sets)).And.BeGreaterThan(0.01);
        (uncorrected / (double)sets).Should().BeGreaterThan(0.15);
    }

    [Fact]
    public void No_comparison_gives_no_value_and_what_is_no_probability_is_refused()
    {
        Holm.Adjust([]).Should().BeEmpty();
        FluentActions.Invoking(() => Holm.Adjust([0.1, double.NaN])).Should().Throw<ArgumentOutOfRangeException>();
    }
}
