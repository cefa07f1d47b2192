using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>What comes again and again from some moment on and up to another, and what a disruption of
/// one's own does to several targets.</summary>
public sealed class SeasonTests
{
    private static readonly Closure Rain = new("rain") { Close = "bridge", Every = TimeSpan.FromHours(10), For = TimeSpan.FromHours(1) };

    // Begun ten hours after the start and after each end.
    [Fact]
    public void It_is_counted_from_the_moment_that_is_said()
    {
        Begun(Rain).Should().Equal("d0 10:00", "d0 21:00", "d1 08:00", "d1 19:00");
        Begun(Rain with { From = Moment.After(Span("5:00")) }).Should().Equal("d0 15:00", "d1 02:00", "d1 13:00", "d2 00:00");
        Begun(Rain with { From = Moment.Never }).Should().BeEmpty();
    }

    [Fact]
    public void From_its_last_moment_on_it_begins_no_more_and_what_has_begun_goes_on()
    {
        Begun(Rain with { Until = Moment.After(Span("21:00")) }).Should().Equal("d0 10:00");
        Begun(Rain with { Until = Moment.After(Span("21:01")) }).Should().Equal("d0 10:00", "d0 21:00");
        Run(Rain with { Until = Moment.After(Span("10:30")) }).When(HappeningKind.DisruptionEnded, "rain").Should().Equal("d0 11:00");
        Begun(Rain with { Until = Moment.Never }).Should().Equal(Begun(Rain));
    }

    // From one moment to another: nobody has to work out how long that is, and it ends with the run where it would end later.
    [Fact]
    public void What_begins_at_a_moment_ends_at_one()
    {
        var shut = new Closure("rain") { Close = "bridge", At = Moment.After(Span("10:00")) };
        Run(shut with { Until = Moment.After(Span("25:30")) }).When(HappeningKind.DisruptionEnded, "rain").Should().Equal("d1 01:30");
        Run(shut with { Until = Moment.Day(900) }).When(HappeningKind.DisruptionEnded, "rain").Should().BeEmpty();
        Run(shut with { Until = Moment.Never }).When(HappeningKind.DisruptionEnded, "rain").Should().BeEmpty();
        Begun(shut with { At = Moment.Never, Until = Moment.After(Span("25:30")) }).Should().BeEmpty();
    }

    // Hours that an opening gives are hours: by a condition a crossing that is never open by itself is open in them, and not at night.
    [Fact]
    public void A_crossing_is_open_in_the_hours_that_an_opening_gives()
    {
        var scenario = Road().Bridge(bridge => bridge with { Hours = Hours.Never }).With(
            new Opening("gate") { Open = "bridge", Hours = Hours.Daily(new TimeOnly(8, 0), new TimeOnly(18, 0)), At = Moment.Day(2),
                Until = Moment.Day(4) },
            new Slowdown("told") { Slow = "bridge", Inspection = 2, While = Condition.Open("bridge") });
        var run = Play.Of(scenario);
        run.When(HappeningKind.DisruptionBegan, "told").Should().Equal("d2 08:00", "d3 08:00");
        run.When(HappeningKind.DisruptionEnded, "told").Should().Equal("d2 18:00", "d3 18:00");
    }

    // A day that is not known: once between the tenth and the twentieth hour of each run.
    [Fact]
    public void What_comes_once_on_a_day_that_is_not_known_is_written_by_both()
    {
        var once = Rain with { Every = Duration.Uniform(TimeSpan.FromHours(10), TimeSpan.FromHours(20)),
            Until = Moment.After(Span("20:00")) };
        for (var run = 0; run < 20; run++)
            Road().With(once).Until("40:00").Run(seed: 1, run).Story.Where(one => one.Kind == HappeningKind.DisruptionBegan).Should()
                .ContainSingle()
                .Which.At.Should().Match<SimTime>(at =>
                    at >= SimTime.Start + TimeSpan.FromHours(10) && at < SimTime.Start + TimeSpan.FromHours(20));
    }

    [Fact]
    public void A_chance_is_asked_only_in_season() =>
        Begun(Rain with { Chance = 1, From = Moment.After(Span("1:00")), Until = Moment.After(Span("31:00")) }).Should().Equal("d0 11:00",
            "d0 21:00");

    // Two crossings slowed and a route limited by what holds them as targets, and one crossing by its id.
    [Fact]
    public void A_disruption_of_ones_own_slows_what_it_holds_as_targets()
    {
        var scenario = Road();
        var plain = Play.Of(scenario).Legs("bridge", "town");
        var slow = Play.Of(scenario.With(new Weather("weather", "bridge", ["depot - bridge", "bridge - town"]))).Legs("bridge", "town");
        slow.Should().NotEqual(plain).And.Equal(Play.Of(scenario.With(
            new Slowdown("slow") { Slow = "bridge", Inspection = 3, At = Moment.Day(0) },
            new Restriction("limit") { Limit = ["depot - bridge", "bridge - town"], Speed = 0.5, At = Moment.Day(0) }))
                .Legs("bridge", "town"));
        scenario.With(new Weather("weather", "brigde", ["depot - bridge"])).Problems().Should().ContainSingle().Which.ToString().Should()
            .Contain("did you mean 'bridge'?");
    }

    private static string[] Begun(Closure rain) => Run(rain).When(HappeningKind.DisruptionBegan, "rain");

    private static Play Run(Closure rain) => Play.Of(Road().With(rain).Until("50:00"));

    private sealed record Weather(string Id, PlaceId At, Targets On) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            using (world.SlowInspections(At, 3, Id))
            using (world.LimitSpeed(On, 0.5, Id))
                await world.Delay(TimeSpan.FromDays(90));
        }
    }
}
