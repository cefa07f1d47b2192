using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>A policy of one's own that throws ends the run, which says whose it was and at what it decides.</summary>
public sealed class FailingPoliciesTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };
    private static readonly SupplyLine Flown = Line("air", "planes") with { UpTo = Food(30) };

    [Fact]
    public void A_way() => Told(Road(), policies => policies with { Routing = new NoWay() }).Should()
        .Contain("the policy NoWay of 'routing' failed with InvalidOperationException: boom");

    [Fact]
    public void A_departure() => Told(Road(), policies => policies with { Dispatch = new NoDeparture() }).Should()
        .Contain("the policy NoDeparture of 'dispatch' failed with InvalidOperationException: boom");

    [Fact]
    public void A_level() => Told(Camp().With(Trucked), policies => policies with { Preposition = new NoLevel() }).Should()
        .Contain("the policy NoLevel of 'preposition' failed with InvalidOperationException: boom");

    [Fact]
    public void A_flight() => Told(Camp().With(Flown), policies => policies with { Airlift = new NoFlight() }).Should()
        .Contain("the policy NoFlight of 'airlift' failed with InvalidOperationException: boom");

    // The truck was on its way when the bridge was shut for good.
    [Fact]
    public void A_place_to_go_instead() =>
        Told(Road().With(Closed("bridge", "1:00", "200:00")), policies => policies with { Divert = new NoPlace() }).Should()
            .Contain("the policy NoPlace of 'divert' failed with InvalidOperationException: boom");

    // Two crates for two places, and one truck.
    [Fact]
    public void A_rank()
    {
        var two = Road().Plus(new Town("village") { Docks = 1, Unloading = Minutes(30) }, Leg("bridge", "village", 60));
        two = two.With(two.SupplyLines[0], two.SupplyLines[0] with { Id = "other", To = "village" });
        Told(two, policies => policies with { Share = new Share { By = new NoRank() } }).Should()
            .Contain("the policy NoRank of 'share' failed with InvalidOperationException: boom");
    }

    private static string Told(Scenario scenario, Func<Policies, Policies> with)
    {
        var run = () => (scenario with { Policies = with(scenario.Policies) }).Run(seed: 1);
        var failure = run.Should().Throw<SimulationFailedException>().Which;
        failure.InnerException!.InnerException.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("boom");
        return failure.Message;
    }

    private static InvalidOperationException Boom => new("boom");

    private sealed record NoWay : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question) => throw Boom;
    }

    private sealed record NoDeparture : DispatchPolicy
    {
        public override Dispatch Decide(Situation situation, DispatchQuestion question) => throw Boom;
    }

    private sealed record NoLevel : PrepositionPolicy
    {
        public override Advice<TimeSpan> Raise(Situation situation, PrepositionQuestion question) => throw Boom;
    }

    private sealed record NoFlight : AirliftPolicy
    {
        public override Advice<bool> Decide(Situation situation, AirliftQuestion question) => throw Boom;
    }

    private sealed record NoPlace : DivertPolicy
    {
        public override PlaceId? Choose(Situation situation, DivertQuestion question) => throw Boom;
    }

    private sealed record NoRank : AllocationPolicy
    {
        public override double Rank(Situation situation, in Claim claim) => throw Boom;
    }
}
