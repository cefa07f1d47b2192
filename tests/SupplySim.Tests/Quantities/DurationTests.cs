using CsCheck;
using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>Lengths of time: whole milliseconds, never negative, never endless.</summary>
public sealed class DurationTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_fixed_duration_stays_as_written_whatever_is_drawn()
    {
        Duration duration = TimeSpan.FromTicks(12_345);
        duration.IsFixed.Should().BeTrue();
        duration.Sample(double.NaN).Should().Be(TimeSpan.FromTicks(12_345));
        duration.Mean.Should().Be(TimeSpan.FromTicks(12_345));
    }

    [Fact]
    public void A_draw_is_the_quantile_in_whole_milliseconds() =>
        Gen.Double[1e-9, 1 - 1e-9].Sample(u =>
        {
            var drawn = Duration.Lognormal(6 * Hour, 2 * Hour).Sample(u);
            var exact = Distribution.Lognormal(6, 2).Quantile(u) * 3_600_000;
            return drawn.Ticks % TimeSpan.TicksPerMillisecond == 0
                && Math.Abs(drawn.TotalMilliseconds - exact) <= 0.5 + 1e-9 * exact;
        });

    [Theory, InlineData(0.0005, 0), InlineData(0.0015, 2), InlineData(0.0025, 2), InlineData(0.00251, 3)]
    public void A_draw_half_way_between_milliseconds_goes_to_the_even_one(double seconds, int milliseconds) =>
        Duration.Of(Distribution.Choice([seconds, 9], [1, 1])).Sample(0.2).Should()
            .Be(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void A_normal_law_counts_as_zero_where_it_is_negative_and_its_mean_says_so()
    {
        var duration = Duration.Of(Distribution.Normal(3600, 3600));
        duration.Sample(0.1).Should().Be(TimeSpan.Zero);
        duration.Sample(0.9).Should().BeGreaterThan(Hour);
        // E max(X, 0) = m Φ(m/s) + s φ(m/s) = 3600 (0.8413447461 + 0.2419707245)
        duration.Mean.TotalSeconds.Should().BeApproximately(3899.9356, 0.001);
    }

    [Fact]
    public void The_mean_is_the_mean_of_the_draws()
    {
        Duration.Triangular(5 * Hour, 9 * Hour, 22 * Hour).Mean.Should().Be(12 * Hour);
        Duration.Exponential(7 * Hour).Mean.Should().Be(7 * Hour);
        Duration.Uniform(Hour, 4 * Hour).Mean.Should().Be(2.5 * Hour);
        Duration.Gamma(6 * Hour, 2 * Hour).Mean.Should().Be(6 * Hour);
        Duration.Weibull(1, 3 * Hour).Mean.Should().Be(3 * Hour);
    }

    [Fact]
    public void A_law_with_a_negative_lower_bound_is_refused() =>
        FluentActions.Invoking(() => Duration.Uniform(-Hour, Hour)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("a duration is uniform(-1 h, 1 h), which can be negative; allowed: 0 s or more*");

    [Fact]
    public void A_negative_or_endless_fixed_duration_is_refused()
    {
        FluentActions.Invoking(() => Duration.Fixed(-Hour)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("a duration of -1 h; allowed: from 0 s to 100 years*");
        FluentActions.Invoking(() => Duration.Fixed(TimeSpan.MaxValue)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_draw_above_100_years_counts_as_100_years()
    {
        var duration = Duration.Lognormal(TimeSpan.FromDays(300), TimeSpan.FromDays(30_000));
        duration.Sample(1 - 1e-9).Should().Be(TimeSpan.FromDays(100 * 365.25));
        duration.Sample(0.5).Should().BePositive().And.BeLessThan(TimeSpan.FromDays(300));
    }

    [Fact]
    public void A_law_with_a_mean_above_100_years_names_itself_and_a_way_out() =>
        FluentActions.Invoking(() => Duration.Exponential(TimeSpan.FromDays(40_000))).Should().Throw<OverflowException>()
            .WithMessage("exponential(40000 d) has a mean of *above the 100 years*smaller mean");

    [Fact]
    public void A_constant_law_is_a_fixed_duration() =>
        Duration.Of(Distribution.Constant(5400)).Should().Be(Duration.Fixed(1.5 * Hour));

    [Fact]
    public void Ignorance_is_told_from_chance_but_what_is_fixed_is_known()
    {
        var chance = Duration.Uniform(Hour, 2 * Hour);
        chance.IsUnknown.Should().BeFalse();
        chance.AsUnknown().IsUnknown.Should().BeTrue();
        chance.AsUnknown().Should().NotBe(chance);
        chance.AsUnknown().Sample(0.5).Should().Be(chance.Sample(0.5));
        Duration.Fixed(Hour).AsUnknown().Should().Be(Duration.Fixed(Hour));
    }

    public static TheoryData<Duration, string> Texts => new()
    {
        { TimeSpan.FromHours(36), "36 h" },
        { TimeSpan.FromDays(3), "3 d" },
        { TimeSpan.FromMinutes(90), "90 min" },
        { TimeSpan.FromSeconds(1.5), "1.5 s" },
        { TimeSpan.Zero, "0 s" },
        { Duration.Lognormal(TimeSpan.FromHours(6), TimeSpan.FromMinutes(20)), "lognormal(mean=6 h, sd=20 min)" },
        { Duration.Weibull(0.8, TimeSpan.FromDays(2)), "weibull(shape=0.8, scale=2 d)" },
        { Duration.Uniform(TimeSpan.FromDays(5), TimeSpan.FromDays(9)).AsUnknown(), "unknown(5 d, 9 d)" },
        { Duration.Exponential(TimeSpan.FromDays(5)).AsUnknown(), "unknown(exponential(5 d))" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_duration_reads_as_in_the_scenario_language(Duration duration, string text) =>
        duration.ToString().Should().Be(text);

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var duration = Duration.Lognormal(6 * Hour, 2 * Hour);
        var sum = duration.Sample(0.5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < 1000; i++) sum += duration.Sample(i / 1000.0);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        sum.Should().BePositive();
    }
}
