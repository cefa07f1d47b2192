using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>Columns by road of which only some set out: drivers strike, or fuel is short. Flights:
/// <see cref="Movement.AirWaitTests"/>.</summary>
public sealed class GoTests
{
    // Laden at 0:30; asked again each day at 0:30 until nothing holds them.
    [Fact]
    public void Nobody_sets_out_while_none_goes_and_all_do_at_their_next_trial()
    {
        var run = Play.Of(Road(3).With(Strike(0, "60:00")).Until("100:00"));
        run.Legs("depot", "bridge").Should().Equal("d3 00:30 x1", "d3 00:30 x1", "d3 00:30 x1");
        Play.Of(Road(3).With(Strike(0, "0:20")).Until("100:00")).Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 00:30 x1",
            "d0 00:30 x1");
    }

    [Fact]
    public void Who_is_on_the_way_goes_on() =>
        Play.Of(Road().With(Strike(0, "60:00", "0:40")).Until("100:00")).When(HappeningKind.Arrived).Should().Equal("d0 03:20");

    // Of 400 trucks, each alone, a quarter in the mean.
    [Fact]
    public void A_share_of_the_departures_goes()
    {
        var run = Play.Of(Road(400).Place<Depot>("depot", depot => depot with { Docks = 400 }).With(Strike(0.25, "900:00")).Until("20:00"));
        run.Legs("depot", "bridge").Should().HaveCountGreaterThan(100 - 39).And.HaveCountLessThan(100 + 39);
    }

    // An escort waits with its column, and a column that does not go in time is ordered anew by somebody else.
    [Fact]
    public void A_column_goes_or_stays_as_one()
    {
        var scenario = Road(4).Fleet("trucks",
            fleet => fleet with { Convoy = new ConvoyRules { Size = new SizeRange(4, 4), Wait = TimeSpan.FromHours(1) } });
        Play.Of(scenario.With(Strike(0.5, "900:00")).Until("400:00")).Legs("depot", "bridge").Distinct().Should().ContainSingle();
    }

    private static Slowdown Strike(double goes, string lasts, string from = "0:00") =>
        new("strike") { At = Moment.After(Span(from)), For = Span(lasts), Slow = "trucks", Go = goes };
}
