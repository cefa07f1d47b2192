using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>Which disruption is blamed for how much of the waiting.</summary>
public sealed class BlameTests
{
    // The truck comes at 1:30. Water from 1:00 to 3:00 and a strike from 2:00 to 5:00: 1:30 for the one, 2:00 for the other.
    [Fact]
    public void Of_two_closures_the_first_is_blamed_and_then_the_second()
    {
        var run = Play.Of(Road().With(
            Closed("bridge", "1:00", "2:00", id: "high-water") with { Cause = LossCause.Flood },
            Closed("bridge", "2:00", "3:00", id: "walk-out") with { Cause = LossCause.Strike }));
        Blamed(run).Should().Equal("high-water (flood) 1:30", "walk-out (strike) 2:00");
        run.Tell(HappeningKind.Closed).Should().Equal("d0 01:00 high-water (flood)");
    }

    [Theory]
    [InlineData("bridge", "1:40", EnRoute.Hold, "flood 3:00")]
    [InlineData("bridge - town", "2:10", EnRoute.Hold, "flood 3:00")]
    [InlineData("bridge - town", "2:10", EnRoute.TurnBack, "flood 2:40")]
    [InlineData("depot - bridge", "0:20", EnRoute.Complete, "flood 2:50")]
    [InlineData("bridge", "9:00", EnRoute.Hold, "")]
    public void Who_is_stopped_anywhere_blames_what_stopped_it(string what, string at, EnRoute enRoute, string blamed) =>
        string.Join(",", Blamed(Play.Of(Road().With(Closed(what, at, "3:00", enRoute)).Until("8:00")))).Should().Be(blamed);

    // All that is physical is blamed on somebody, whatever comes together; what is not physical on nobody.
    [Fact]
    public void Blame_adds_up_to_the_physical_waiting()
    {
        var scenario = Daily().Plus(Traders(Each("0:50"))).Bridge(bridge => bridge with { Hours = OpenFrom(6) }).With(
            new Closure("a") { Close = ["bridge", "bridge - town"], Every = Duration.Exponential(TimeSpan.FromHours(9)),
                For = Duration.Exponential(TimeSpan.FromHours(5)), EnRoute = EnRoute.Hold },
            new Closure("b") { Close = "bridge", Every = Duration.Exponential(TimeSpan.FromHours(7)),
                For = Duration.Exponential(TimeSpan.FromHours(5)), EnRoute = EnRoute.TurnBack },
            new Restriction("c") { Limit = "bridge", Every = Duration.Exponential(TimeSpan.FromHours(7)),
                For = Duration.Exponential(TimeSpan.FromHours(5)), Lanes = 0, Cause = LossCause.Breakdown });
        var run = Play.Of(scenario with { Measures = [new Measure("waits") { Of = "bridge", Is = MeasureKind.WaitingByCause }] });
        run.Result.Blamed.Sum(one => one.Waited.TotalDays).Should().BeApproximately(run.Result["waits", "bridge", null, "physical"],
            1e-9).And.BeGreaterThan(1);
        run.Result.Blamed.Select(one => one.Disruption).Should().Equal("a", "b", "c (breakdown)");
    }

    private static string[] Blamed(Play run) =>
        [.. run.Result.Blamed.Select(one => $"{one.Disruption} {(int)one.Waited.TotalHours}:{one.Waited:mm}")];
}
