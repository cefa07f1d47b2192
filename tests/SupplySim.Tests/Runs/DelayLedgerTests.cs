using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>One cause for each instant of waiting.</summary>
public sealed class DelayLedgerTests
{
    // A day after the start a crate is sent: at the bridge at 25:30. It is flooded until 27:00; its hours are from 28:00 (4:00)
    // to 29:20 and from 29:40 on; it changes hands at 29:00 to those who ask for clearance, which takes until 29:30; a trader has
    // the lane from 29:10 to 29:55 (45 min, which the truck needs too). Of those that are shut the first in the order counts.
    [Fact]
    public void Of_all_gates_that_are_shut_the_first_is_the_cause()
    {
        var run = Play.Of(Blocked().Until("31:01"));
        run.Waits("bridge").Should().Be("physical 1:30, passage 2:00, clearance 0:30, hours 0:10, lane 0:15");
        run.Legs("bridge", "town").Should().Equal("d1 06:40 x1");
    }

    // The same, looked at 10 min after each change: nothing is charged ahead or too late, whatever is still shut.
    [Theory]
    [InlineData("27:10", "physical 1:30, passage 0:10")]
    [InlineData("28:10", "physical 1:30, passage 1:10")]
    [InlineData("29:10", "physical 1:30, passage 2:00, clearance 0:10")]
    [InlineData("29:25", "physical 1:30, passage 2:00, clearance 0:25")]
    [InlineData("29:35", "physical 1:30, passage 2:00, clearance 0:30, hours 0:05")]
    [InlineData("29:50", "physical 1:30, passage 2:00, clearance 0:30, hours 0:10, lane 0:10")]
    public void Waiting_is_charged_as_it_passes(string until, string waits) => Play.Of(Blocked().Until(until)).Waits("bridge").Should()
        .Be(waits);

    // At the bridge at 25:30. Whoever holds it lets nobody pass for nine days; it opens at 7:00 and shuts at 17:00.
    [Fact]
    public void The_nights_while_a_holder_lets_nobody_pass_are_the_holders()
    {
        var run = Play.Of(Held(Hours.Daily(new TimeOnly(7, 0), new TimeOnly(17, 0)), Permission.Yes).Until("216:00"));
        run.Waits("bridge").Should().Be("passage 190:30");
        run.Result.HeldUp.Where(one => one.Where == "bridge").Should().OnlyContain(one => one.Cause == "passage");
    }

    // At the bridge at 25:30, which is taken at 27:00 by night by those who let pass: from then on only the morning is waited for. By
    // those who want clearance, which takes an hour: asked for when the bridge opens at 31:00.
    [Theory]
    [InlineData(Permission.Yes, "passage 1:30, hours 4:00", "d1 07:20")]
    [InlineData(Permission.WithClearance, "passage 1:30, clearance 5:00", "d1 08:20")]
    public void A_capture_by_night_turns_the_cause_at_once(Permission red, string waits, string passed)
    {
        var run = Play.Of(Held(OpenFrom(7), red).Taken("27:00").Until("33:00"));
        run.Waits("bridge").Should().Be(waits);
        run.When(HappeningKind.Passed).Should().Equal(passed);
    }

    // Under inspection from 1:30; held from 1:40 to 2:40 and from 2:45 to 3:45, with 5 min left: 2 h that are nobody's
    // lane.
    [Fact]
    public void A_held_inspection_waits_for_what_holds_it()
    {
        var run = Play.Of(Road().With(
            Closed("bridge", "1:40", "1:00", EnRoute.Hold, "one"), Closed("bridge", "2:45", "1:00", EnRoute.Hold, "two")).Until("4:00"));
        run.Waits("bridge").Should().Be("physical 2:00");
        run.When(HappeningKind.Passed).Should().Equal("d0 03:50");
    }

    // At the closed road from 0:30 on; looked at at 9:00.
    [Fact]
    public void Who_still_waits_at_a_closed_road_when_the_run_ends_has_waited_until_then() =>
        Play.Of(Road().With(Closed("depot - bridge", "0:20", "100:00")).Until("9:00")).Waits("depot").Should().Be("physical 8:30");

    // Closed at 1:00, half an hour after it set out, to whoever is on it.
    [Fact]
    public void Who_is_held_on_a_road_when_the_run_ends_has_waited_until_then() =>
        Play.Of(Road().With(Closed("depot - bridge", "1:00", "100:00", EnRoute.Hold)).Until("9:00")).Waits("depot").Should()
            .Be("physical 8:00");

    // Laden at 0:30; a second truck never comes.
    [Fact]
    public void Who_still_waits_for_a_column_when_the_run_ends_has_waited_until_then() =>
        Play.Of(Road().Fleet("trucks",
            fleet => fleet with { Convoy = new ConvoyRules { Size = new SizeRange(2, 2), Wait = TimeSpan.FromHours(50) } }).Until("9:00"))
            .Waits("depot").Should().Be("fleet 8:30");

    private static Scenario Blocked() => Daily().Bridge(b => b with
    {
        HeldBy = "blue", Inspection = Minutes(45),
        Hours = Hours.Of(
            [new OpeningWindow(new TimeOnly(4, 0), new TimeOnly(5, 20)), new OpeningWindow(new TimeOnly(5, 40), new TimeOnly(0, 0))]),
        Passage =
        [
            ("blue", [("aid", Permission.No), ("commercial", Permission.Yes)]),
            ("red", [("aid", Permission.WithClearance), ("commercial", Permission.Yes)]),
        ],
        Clearance = new Clearance { Channels = ["one"], GrantedIn = TimeSpan.FromMinutes(30), Valid = TimeSpan.FromHours(24) },
    }).Taken("29:00").Plus(Traders(Each("29:10"))).With(Closed("bridge", "25:00", "2:00"));

    private static Scenario Held(Hours hours, Permission byRed) => Daily().Bridge(b => b with
    {
        HeldBy = "blue", Hours = hours,
        Passage = [("blue", [("aid", Permission.No)]), ("red", [("aid", byRed)])],
        Clearance = new Clearance { Channels = ["one"], GrantedIn = TimeSpan.FromHours(1), Valid = TimeSpan.FromHours(24) },
    });
}
