using CsCheck;
using SupplySim.Statistics;

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

    [Fact]
    public void Where_nothing_differs_a_false_alarm_comes_in_at_most_five_percent()
    {
        var uniforms = new Uniforms(5);
        var alarms = Enumerable.Range(0, 10_000).Count(_ =>
            Holm.Adjust([.. Enumerable.Range(0, 6).Select(_ => uniforms.Next())]).Any(p => p <= 0.05));
        // Independent values: exactly 1 - (1 - .05/6)^6 = .0490.
        (alarms / 10_000.0).Should().BeApproximately(0.0490, 4.42 * Math.Sqrt(0.049 * 0.951 / 10_000));
    }

    [Fact]
    public void No_comparison_gives_no_value_and_what_is_no_probability_is_refused()
    {
        Holm.Adjust([]).Should().BeEmpty();
        FluentActions.Invoking(() => Holm.Adjust([0.1, double.NaN])).Should().Throw<ArgumentOutOfRangeException>();
    }
}
