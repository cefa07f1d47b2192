using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

public class LawTests
{
    [Theory]
    [InlineData("45 min", "45 min")]
    [InlineData("uniform(2 h, 6 h)", "uniform(2 h, 6 h)")]
    [InlineData("uniform(lo=2 h, hi=6 h)", "uniform(2 h, 6 h)")]
    [InlineData("triangular(60 min, 90 min, 180 min)", "triangular(1 h, 90 min, 3 h)")]
    [InlineData("pert(1 h, 2 h, 3 h)", "pert(1 h, 2 h, 3 h)")]
    [InlineData("lognormal(mean=6 h, sd=2 h)", "lognormal(mean=6 h, sd=2 h)")]
    [InlineData("lognormal(6 h, 2 h)", "lognormal(mean=6 h, sd=2 h)")]
    [InlineData("lognormal( sd = 2 h , mean = 6 h )", "lognormal(mean=6 h, sd=2 h)")]
    [InlineData("gamma(mean=6 d, sd=3 d)", "gamma(mean=6 d, sd=3 d)")]
    [InlineData("weibull(shape=1.4, scale=60 h)", "weibull(shape=1.4, scale=60 h)")]
    [InlineData("exponential(6 h)", "exponential(6 h)")]
    [InlineData("unknown(2 h, 6 h)", "unknown(2 h, 6 h)")]
    [InlineData("unknown(exponential(6 h))", "unknown(exponential(6 h))")]
    public void Times_are_fixed_or_drawn(string text, string written) =>
        ReadOne.Value(Kinds.Duration, text).ToString().Should().Be(written);

    [Theory]
    [InlineData("lognormal(p50=6 h, p95=20 h)")]
    [InlineData("erlang(stages=3, mean=6 h)")]
    [InlineData("normal(6 h, 1 h)")]
    [InlineData("choice(2 h 30 %, 5 h 70 %)")]
    public void Further_laws_have_the_mean_that_was_written(string text) =>
        ReadOne.Value(Kinds.Duration, text).Mean.TotalHours.Should().BeInRange(4, 10);

    [Theory]
    [InlineData("uniform(2 h, 6)", "SS0304", 14)]
    [InlineData("uniform(2 h, 6 km)", "SS0303", 14)]
    [InlineData("uniform(2 h)", "SS0311", 1)]
    [InlineData("uniform(2 h, 6 h, 9 h)", "SS0311", 1)]
    [InlineData("uniform(2 h, lo=6 h)", "SS0311", 1)]
    [InlineData("uniform(2 h, 6 h", "SS0311", 17)]
    [InlineData("uniform(6 h, 2 h)", "SS0311", 1)]
    [InlineData("uniform(-1 h, 2 h)", "SS0306", 9)]
    [InlineData("uniform", "SS0311", 1)]
    [InlineData("lognormal(mean 6 h)", "SS0311", 11)]
    [InlineData("lognormal(mean=6 h, sd=-2 h)", "SS0306", 24)]
    [InlineData("logormal(6 h, 2 h)", "SS0311", 1)]
    [InlineData("poisson(6)", "SS0303", 1)]
    [InlineData("unknown(unknown(2 h, 6 h))", "SS0311", 1)]
    [InlineData("erlang(stages=2.5, mean=6 h)", "SS0311", 1)]
    [InlineData("soon", "SS0311", 1)]
    [InlineData("empirical(stays.csv, hours)", "SS0206", 1)]
    [InlineData("6 h uniform(1 h, 2 h)", "SS0313", 5)]
    public void What_is_no_law_of_times_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Duration, text).Should().Be((code, column));

    [Theory]
    [InlineData("16 486", "16486")]
    [InlineData("unknown(230 000, 270 000)", "unknown(230000, 270000)")]
    [InlineData("poisson(350)", "poisson(350)")]
    [InlineData("uniform(100,200)", "uniform(100, 200)")]
    public void Numbers_are_fixed_or_drawn(string text, string written) =>
        ReadOne.Value(Kinds.PeopleDrawn, text).ToString().Should().Be(written);

    [Fact]
    public void A_comma_that_sets_thousands_apart_within_a_law_is_told()
    {
        ReadOne.Mistake(Kinds.PeopleDrawn, "unknown(230,000, 270,000)").Should().Be(("SS0311", 1));
        ReadOne.Value(Kinds.ShareDrawn, "uniform(50 %, 90 %)").Mean.Should().BeApproximately(0.7, 1e-12);
        ReadOne.Mistake(Kinds.ShareDrawn, "uniform(50, 90)").Should().Be(("SS0306", 9));
    }
}
