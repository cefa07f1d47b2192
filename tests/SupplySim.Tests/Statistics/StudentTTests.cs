using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

/// <summary>Student's t in the whole range that may be asked for.</summary>
public sealed class StudentTTests
{
    /// <summary>Worked out with 40 digits by bisection of the incomplete beta function.</summary>
    private static readonly (int Freedom, double P, double T)[] References =
    [
        (1, 0.75, 1.0), (1, 0.95, 6.313751514675043), (1, 0.975, 12.7062047361747), (1, 0.9995, 636.6192487687196),
        (2, 0.75, 0.816496580927726), (2, 0.975, 4.302652729749464), (2, 0.9995, 31.59905457644362),
        (4, 0.75, 0.7406970841126826), (4, 0.975, 2.776445105197794), (4, 0.9995, 8.610301581379275),
        (9, 0.9, 1.383028738396632), (9, 0.975, 2.262157162798206), (9, 0.9995, 4.780912585931139),
        (29, 0.75, 0.6830438608216132), (29, 0.975, 2.045229642132704), (29, 0.9995, 3.659405019466333),
        (199, 0.75, 0.6757245956106457), (199, 0.975, 1.971956544251754), (199, 0.9995, 3.340086556161431),
        (999, 0.75, 0.674735410346719), (999, 0.975, 1.96234146113345), (999, 0.9995, 3.300292440398735),
    ];

    [Fact]
    public void Quantiles_are_right_to_2e_9_from_one_to_a_thousand_degrees_of_freedom()
    {
        foreach (var (freedom, p, t) in References)
        {
            StudentT.Quantile(p, freedom).Should().BeApproximately(t, 2e-9 * t, $"p is {p}, freedom {freedom}");
            // 1 - 0.9995 rounds to just below 0.0005.
            StudentT.Quantile(Math.Max(1 - p, 0.0005), freedom).Should().BeApproximately(-t, 2e-9 * t);
        }
    }

    [Fact]
    public void The_interval_of_level_95_percent_uses_the_quantile_of_97_5() =>
        StudentT.TwoSided(0.95, 9).Should().BeApproximately(2.262157162798206, 1e-9);

    [Theory]
    [InlineData(0.5, 1, 0.7048327646991335)]
    [InlineData(3.2, 9, 0.01083130258990133)]
    [InlineData(-3.2, 9, 0.01083130258990133)]
    [InlineData(6.5, 29, 4.080403820733436e-7)]
    [InlineData(12, 199, 2.579960674793125e-25)]
    public void A_p_value_is_right_far_into_the_tail(double t, int freedom, double p) =>
        StudentT.TwoSidedP(t, freedom).Should().BeApproximately(p, 1e-9 * p);

    [Fact]
    public void What_was_not_held_against_references_is_refused()
    {
        FluentActions.Invoking(() => StudentT.Quantile(0.99999, 9)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => StudentT.Quantile(double.NaN, 9)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => StudentT.Quantile(0.9, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => StudentT.TwoSided(1, 9)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("a confidence level is 1; allowed: from 0.5 to 0.999, such as 0.95*");
    }
}
