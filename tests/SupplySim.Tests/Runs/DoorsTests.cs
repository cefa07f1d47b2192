using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>What a disruption of one's own asks of the world has to make sense: else its run ends, and says which value it was and what is
/// allowed.</summary>
public sealed class DoorsTests
{
    [Theory]
    [InlineData(-2)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_share_that_is_none_ends_the_run(double share)
    {
        Refused(world => world.LimitLanes("bridge", share, "x"), "share", "0 to 1", share);
        Refused(world => world.LimitLanes((Targets)"bridge", share, "x"), "share", "0 to 1", share);
        Refused(world => world.LimitSpeed(TheRoad, share, "x"), "share", "0 to 1", share);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void So_does_a_factor_that_nothing_lasts(double factor) =>
        Refused(world => world.SlowInspections("bridge", factor, "x"), "factor", "above 0 and finite", factor);

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void So_does_a_danger_that_is_none(double perHour) =>
        Refused(world => world.Endanger(TheRoad, perHour, "x"), "perHour", "0 or more, and finite", perHour);

    [Fact]
    public void So_do_a_mass_and_a_time_below_zero()
    {
        Refused(world => world.LimitWeight("bridge", Mass.FromGrams(-1), "x"), "most", "0 or more", Mass.FromGrams(-1));
        Refused(world => world.Close("bridge", "x", announced: TimeSpan.FromDays(-1)), "announced", "0 or more", TimeSpan.FromDays(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Any_share_from_nothing_to_all_will_do(double share) =>
        Road().With(new Own("own", world => world.LimitLanes("bridge", share, "x"))).Run(seed: 1).OutcomeFingerprint.Should().NotBe(0);

    private static string TheRoad => Road().Routes[0].Id;

    private static void Refused(Func<World, IDisposable> act, string name, string allowed, object value)
    {
        var run = () => Road().With(new Own("own", act)).Run(seed: 1);
        var failure = run.Should().Throw<SimulationFailedException>().Which;
        failure.InnerException.Should().BeOfType<ArgumentOutOfRangeException>().Which.Should()
            .Match<ArgumentOutOfRangeException>(one => one.ParamName == name && Equals(one.ActualValue, value));
        failure.Message.Should().Contain($"allowed: {allowed}").And.Contain(name);
    }

    private sealed record Own(string Id, Func<World, IDisposable> Act) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            using var hold = Act(world);
            await world.Delay(TimeSpan.FromHours(1));
        }
    }
}
