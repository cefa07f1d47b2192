using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>For how long a line orders nothing because its way is known to be shut: what is told of it.</summary>
public sealed class PausedLineTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    // Shut from 2:00 to 5:00, and known an hour later each time.
    [Theory]
    [InlineData("9:00", "3:00")]
    [InlineData("4:30", "1:30")]
    [InlineData("3:00", "")]
    [InlineData("2:30", "")]
    public void It_pauses_from_when_it_learns_to_when_it_learns_again_or_to_the_end(string until, string paused) =>
        Paused(Lagging(Trucked).With(Closed("depot - camp", "2:00", "3:00")).Until(until)).Should().Be(paused);

    [Fact]
    public void What_is_shut_from_the_first_instant_pauses_from_then_on() =>
        Paused(Camp().With(Trucked).With(Closed("depot - camp", "0:00", "6:00"))
            .Until("9:00") with { Policies = new Policies { Knowledge = Knowledge.Perfect } }).Should().Be("6:00");

    [Fact]
    public void Two_closures_that_overlap_are_one_pause_and_two_apart_are_two() =>
        Paused(Lagging(Trucked).With(Closed("depot - camp", "1:00", "2:00", id: "a"), Closed("depot - camp", "2:00", "2:00", id: "b"),
            Closed("depot - camp", "7:00", "1:00", id: "c"))
            .Until("12:00")).Should().Be("4:00");

    // It looks at 0:00, 6:00, 12:00: at 6:00 the way is shut, at 12:00 it is not.
    [Fact]
    public void A_line_that_reviews_pauses_from_review_to_review() =>
        Paused(Lagging(Trucked with { Review = Span("6:00") }).With(Closed("depot - camp", "4:00", "3:00")).Until("20:00")).Should()
            .Be("6:00");

    [Fact]
    public void Who_sends_by_schedule_never_pauses() =>
        Paused(Lagging(Trucked with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(9)) })
            .With(Closed("depot - camp", "2:00", "3:00")).Until("9:00")).Should().Be("");

    // Of 20 t one an hour is eaten: three are missing to the level at first, one lot of 6 t; seven after
    // four hours, and more than one lot in the last of them. That is 30 t h, an hour of a vehicle of 30 t.
    [Fact]
    public void What_a_line_that_orders_lots_would_have_ordered_is_booked_as_not_ordered()
    {
        var lots = Trucked with { WhenBelow = Food(23), UpTo = null, Order = Food(6) };
        NotOrdered(lots).Should().Be("depot - camp 01:00:00");
        NotOrdered(lots with { WhenBelow = Food(1) }).Should().Be("");
    }

    // Half a load a day; of what is due after one and two days nothing is sent until the third day is half
    // over: 1.5 and 0.5 days of half a load.
    [Fact]
    public void What_was_due_and_not_sent_as_orders_are_stopped_is_booked_as_that()
    {
        var sent = Trucked with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(15)) };
        var stopped = new Closure("riots") { Close = "camp", Stops = [SiteWork.Orders], At = Moment.Day(0), For = Span("60:00") };
        var run = Camp().With(sent).With(stopped) with { Clock = new Clock { Length = TimeSpan.FromDays(4) } };
        Play.Of(run).Result.HeldUp.Where(one => one.Cause == "orders-stopped").Select(one => $"{one.Where} {one.Time}").Should()
            .Equal("camp 1.00:00:00");
    }

    private static string NotOrdered(SupplyLine line) => string.Join(", ", Play.Of(
            Camp().With(line).With(Closed("depot - camp", "0:00", "4:00"))
                .Until("4:00") with { Policies = new Policies { Knowledge = Knowledge.Perfect } })
        .Result.HeldUp.Where(one => one.Cause == "not-ordered").Select(one => $"{one.Where} {one.Time}"));

    private static Scenario Lagging(SupplyLine line) => Camp().With(line) with
    {
        Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(1) } },
    };

    private static string Paused(Scenario scenario) =>
        string.Join(", ", Play.Of(scenario).Result.Paused.Select(one => $"{(int)one.Paused.TotalHours}:{one.Paused:mm}"));
}
