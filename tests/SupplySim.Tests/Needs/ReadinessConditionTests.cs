using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>What hangs on how ready a force is turns at the exact instant, and a first time is told of it.</summary>
/// <remarks>A guard uses 1 t of shells an hour, a gram each 3.6 ms, of 20 t; with 10 h of them it is fully ready.</remarks>
public sealed class ReadinessConditionTests
{
    private static readonly Condition Weak = Condition.Readiness("guard").IsBelow(0.6);

    // 6 t are 60 % and not less: a gram fewer is, 3.6 ms after 14:00.
    [Fact]
    public void It_turns_with_the_first_gram_below()
    {
        var run = Play.Of(Guard() with { Disruptions = [Shut with { While = Weak }] }).Result;
        run.Story.First(one => one.Kind == HappeningKind.DisruptionBegan).At.Should()
            .Be(Engine.SimTime.Start + TimeSpan.FromHours(14) + TimeSpan.FromMilliseconds(3.6));
        run["weak"].Should().Be((TimeSpan.FromHours(14) + TimeSpan.FromMilliseconds(3.6)).TotalDays);
    }

    // Of all shells that it wants it never has more than all; with at most 60 % it is so at 14:00 sharp.
    [Theory]
    [InlineData(Comparison.AtMost, "d0 14:00")]
    [InlineData(Comparison.Below, "d0 14:00:00.0036")]
    public void At_most_a_share_holds_at_the_share_itself(Comparison comparison, string at)
    {
        var when = new Compared(Condition.Readiness("guard"), comparison, Threshold.Of(0.6));
        Play.Of(Guard() with { Disruptions = [Shut with { While = when }] }).When(HappeningKind.DisruptionBegan).Should().StartWith(at);
    }

    // Ordered at 14:00 with a gram fewer, laden 0:30, driven 1:00, unloaded 0:30.
    [Fact]
    public void What_is_delivered_ends_it()
    {
        var line = new SupplyLine("shells")
        {
            From = "depot", To = "guard", By = "trucks", Send = Rate.PerDay(Quantity.Tonnes(20)), When = Condition.ReadinessHere.IsBelow(0.6),
        };
        var play = Play.Of(Guard().With(line) with { Disruptions = [Shut with { While = Weak }] });
        play.When(HappeningKind.DisruptionEnded).Should().HaveCountGreaterThan(0);
        play.Result["weak"].Should().BeApproximately(14 / 24.0, 1e-6);
    }

    // Nothing that is measured moves the instant at which something turns.
    [Fact]
    public void Measuring_changes_no_outcome()
    {
        var shut = Guard() with { Disruptions = [Shut with { While = Weak }] };
        var plain = Play.Of(shut with { Measures = [] }).Result.OutcomeFingerprint;
        Play.Of(shut).Result.OutcomeFingerprint.Should().Be(plain);
        Play.Of(shut with { Measures = [new("daily") { Of = "guard", Is = MeasureKind.Readiness, By = SeriesStep.Day }] }).Result
            .OutcomeFingerprint.Should().Be(plain);
    }

    // From its capture on it is not ready at all: a first time that comes while it has all that it wants.
    [Fact]
    public void A_force_that_is_taken_is_below_any_share()
    {
        var scenario = Guard() with
        {
            Parties = [new Party("red"), new Party("blue")],
            Fronts =
            [
                new Front("north")
                {
                    Attacker = "red", Defender = "blue", Starts = Moment.After(Span("2:00")), Along = [East(-10), "guard"],
                    Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
                },
            ],
        };
        Play.Of(scenario).Result["weak"].Should().BeApproximately(3 / 24.0, 1e-4);
    }

    // A first time at the start is 0, and one that does not come is never.
    [Fact]
    public void What_holds_from_the_start_is_told_of_the_start_and_what_never_does_never()
    {
        var scenario = Guard() with
        {
            Measures =
            [
                new("begun") { Of = "guard", Is = MeasureKind.FirstTime, When = Condition.ReadinessHere.IsBelow(1).Not() },
                new("never") { Of = "guard", Is = MeasureKind.FirstTime, When = Condition.Captured("guard") },
                new("supply") { Of = "forces", Is = MeasureKind.FirstTime, When = Condition.StockHere.IsBelow(TimeSpan.FromHours(5)) },
            ],
        };
        var run = Play.Of(scenario).Result;
        run["begun", "guard"].Should().Be(0);
        run["never", "guard"].Should().Be(double.NaN);
        run["supply"].Should().BeApproximately(15 / 24.0, 1e-6);
    }

    private static Closure Shut => new("shut") { Close = "gate" };

    private static Scenario Guard() => Camp() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(2) },
        Commodities = [new Commodity("shells") { Unit = QuantityUnit.Gram }],
        Places =
        [
            Camp().Places[0], new Crossing("gate") { Lanes = 1, Inspection = Minutes(20) },
            new Force("guard")
            {
                At = East(0), Needs = [("shells", new Rate(Quantity.Tonnes(1), TimeSpan.FromHours(1)))],
                Stock = Supply.Of(("shells", Quantity.Tonnes(20))), Docks = 10, Unloading = Minutes(30),
                Readiness = new Readiness { Wanted = TimeSpan.FromHours(10) },
            },
        ],
        Routes = [Leg("depot", "guard", 60)],
        Fleets = [Camp().Fleets[0]],
        Measures = [new("weak") { Of = "forces", Is = MeasureKind.FirstTime, When = Condition.ReadinessHere.IsBelow(0.6) }],
    };
}
