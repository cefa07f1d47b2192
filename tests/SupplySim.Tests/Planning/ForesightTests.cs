using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Whether lines fly, and to what levels are raised ahead of what is expected.</summary>
/// <remarks>A camp that eats a ton an hour and has 20 t; the road is shut from 1:00. A flight loads for 1 h.</remarks>
public sealed class ForesightTests
{
    private static readonly SupplyLine Air = Line("air", "planes") with { WhenBelow = Food(30), UpTo = Food(41) };
    private static readonly SupplyLine Road = Line("road", "trucks") with { WhenBelow = Food(1), UpTo = Food(20) };

    // Below 12 h from 8:00 on, and a second is waited for what can be told apart: the first plane leaves at 9:00:01.
    [Fact]
    public void Flights_begin_when_a_place_is_cut_off_and_short()
    {
        var run = Play.Of(CutOff(new WhenCutOff { Below = Span("12:00") }));
        run.When(HappeningKind.Departed, "planes").First().Should().Be("d0 09:00:01");
    }

    // By default a line flies as it says itself: at once.
    [Fact]
    public void Without_a_policy_lines_fly_as_they_say() =>
        Play.Of(CutOff(null)).When(HappeningKind.Departed, "planes").First().Should().Be("d0 01:00");

    // The road stays open: nothing is flown.
    [Fact]
    public void As_long_as_the_road_is_open_nothing_is_flown() =>
        Play.Of(CutOff(new WhenCutOff { Below = Span("12:00") }) with { Disruptions = [] }).When(HappeningKind.Departed, "planes")
            .Should().BeEmpty();

    // Shut from 10:00 on, which is known at 12:00; the camp, with 20 t and what the road brought, is short or not by then.
    [Fact]
    public void Flights_begin_when_it_is_known_that_the_road_is_shut()
    {
        var scenario = CutOff(new WhenCutOff { Below = Span("12:00") }).With(Closed("depot - camp", "10:00", "90:00"));
        Play.Of(scenario with { Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = Span("2:00") } } })
            .When(HappeningKind.Departed, "planes").First().Should().Be("d0 13:00");
    }

    // At 14:00 the road is open again: what waits for an aircraft is taken back, and what is in the air is delivered.
    [Fact]
    public void Flights_end_when_the_road_is_open_again()
    {
        var run =
            Play.Of(CutOff(new WhenCutOff { Below = Span("12:00"), Until = Span("40:00") }).With(Closed("depot - camp", "1:00", "13:00")));
        run.When(HappeningKind.Departed, "planes").Should().NotBeEmpty();
        run.Result.Trips.Where(trip => trip.Fleet == 1 && trip.Forward).Should()
            .OnlyContain(trip => trip.Departs < SimTime.Start + Span("15:00"));
    }

    // Orders up to 20 t when 1 t is left, until a warning for 3:00 says two days: 48 t, below 29 t; 31 t are missing, two trucks.
    [Fact]
    public void A_warning_raises_levels_at_its_date()
    {
        var run = Play.Of(Warned(new ByWarning { At = Moment.After(Span("3:00")), UpTo = TimeSpan.FromDays(2) }));
        run.Tell(HappeningKind.Ordered).First().Should().Be("d0 03:00 31 t food");
    }

    [Fact]
    public void Without_a_warning_levels_are_the_lines_own() =>
        Play.Of(Warned(null)).When(HappeningKind.Ordered).First().Should().StartWith("d0 19:00");

    // Over before anybody looks: at 19:00 the level is the line's own again.
    [Fact]
    public void A_warning_ends()
    {
        var run = Play.Of(Warned(new ByWarning { At = Moment.After(Span("3:00")), For = Span("2:00"), UpTo = Span("21:00") }));
        run.When(HappeningKind.Ordered).First().Should().StartWith("d0 19:00");
        run = Play.Of(Warned(new ByWarning { At = Moment.After(Span("3:00")), UpTo = Span("21:00") }));
        run.When(HappeningKind.Ordered).First().Should().StartWith("d0 18:00");
    }

    [Fact]
    public void A_level_below_zero_ends_the_run_and_says_whose_it_was()
    {
        var run = () => Play.Of(Warned(new Nonsense(-1, 1)));
        run.Should().Throw<SimulationFailedException>()
            .WithMessage("*the policy Nonsense raises the levels of 'road' to*allowed: 0 and above*");
    }

    [Fact]
    public void To_be_asked_again_at_once_ends_the_run()
    {
        var run = () => Play.Of(Warned(new Nonsense(1, 0)));
        run.Should().Throw<SimulationFailedException>().WithMessage("*the policy Nonsense wants to be asked about 'road' again at*");
    }

    private static Scenario CutOff(AirliftPolicy? airlift) => Camp().With(Air, Road).With(Closed("depot - camp", "1:00", "90:00")) with
    {
        Policies = new Policies { Airlift = airlift },
    };

    private static Scenario Warned(PrepositionPolicy? preposition) =>
        Camp().With(Road) with { Policies = new Policies { Preposition = preposition } };

    private sealed record Nonsense(int Days, int After) : PrepositionPolicy
    {
        public override Advice<TimeSpan> Raise(Situation situation, PrepositionQuestion question) =>
            new(TimeSpan.FromDays(Days), situation.Now + TimeSpan.FromHours(After));
    }
}
