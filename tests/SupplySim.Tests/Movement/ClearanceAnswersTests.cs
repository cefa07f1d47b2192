using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Clearance that is refused, and of which only so much is given in a day.</summary>
/// <remarks>Trucks ask at 0:30, are answered at 1:30 and are then at the bridge, where an inspection takes 20 min; those who come back
/// need none unless it is said.</remarks>
public sealed class ClearanceAnswersTests
{
    // Of five the first two pass on the day, the next two on the day after, and the last on the third. They wait for 22:30 twice and
    // for 46:30; and twice behind another.
    [Fact]
    public void So_many_are_cleared_in_a_day_in_the_order_of_the_answers()
    {
        var run = Play.Of(Cleared(perDay: 2, crates: 5));
        In(run).Should().Equal("d0 01:50", "d0 02:10", "d1 00:20", "d1 00:40", "d2 00:20");
        run.Waits("bridge").Should().StartWith("clearance 91:30");
        run.Tell(HappeningKind.NoMoreCleared).Should().Equal("d0 01:30 2");
        run.When(HappeningKind.AllCleared).Should().Equal("d2 00:00");
    }

    // Columns of three. Of the first day's two the first takes three, of the second day's two one is left, and the second takes three;
    // of the third day's none is left, and on the fourth there are two.
    [Fact]
    public void What_a_column_takes_beyond_a_day_is_owed_by_the_next()
    {
        var column = new ConvoyRules { Size = new SizeRange(3, 3), Wait = TimeSpan.FromHours(9) };
        var run = Play.Of(Cleared(perDay: 2, crates: 9).Fleet("trucks", fleet => fleet with { Convoy = column }));
        In(run).Should().Equal("d0 02:30", "d1 01:00", "d3 01:00");
    }

    // What was not taken on the first days is not there on the fourth.
    [Fact]
    public void What_is_left_of_a_day_is_not_kept()
    {
        var late = Cleared(perDay: 2, crates: 5).Bridge(b => b with
        {
            Clearance = b.Clearance! with { GrantedIn = TimeSpan.FromHours(71.5) },
        });
        In(Play.Of(late)).Should().Equal("d3 00:20", "d3 00:40", "d4 00:20", "d4 00:40", "d5 00:20");
    }

    // The first is through at 1:50 and comes back to the bridge at 4:20; it asked at 3:20, and has to wait for the next day.
    [Fact]
    public void Who_comes_back_counts_where_he_is_to_be_cleared()
    {
        var run = Play.Of(Cleared(perDay: 1).Bridge(b => b with { Passage = [("blue", [("aid", Permission.WithClearance)])] }));
        run.When(HappeningKind.Passed).Should().Equal("d0 01:50", "d1 00:20");
    }

    [Fact]
    public void Where_none_is_cleared_in_a_day_nobody_passes()
    {
        var run = Play.Of(Cleared(perDay: 0));
        run.When(HappeningKind.Passed).Should().BeEmpty();
        run.Waits("bridge").Should().Be("clearance 238:30");
    }

    // From 23:00 to 26:00 nobody can be reached: who waits for the second day is cleared when it is two hours old.
    [Fact]
    public void A_day_that_begins_while_a_channel_is_down_begins_when_it_is_back()
    {
        var jammed = Cleared(perDay: 1, crates: 3).Plus(new Crossing("mast") { Lanes = 1, Inspection = Minutes(1) })
            .Bridge(b => b with { Clearance = b.Clearance! with { DownWhile = Condition.Open("mast").Not() } })
            .With(Closed("mast", "23:00", "3:00"));
        In(Play.Of(jammed)).Should().Equal("d0 01:50", "d1 02:20", "d2 00:20");
    }

    // Shut from 3:00 on the first day to the beginning of the fourth. What was granted is good for five days, and nobody is granted
    // anything meanwhile: two of the fourth day pass, and two of the fifth.
    [Fact]
    public void While_it_is_shut_nobody_is_cleared_of_the_number_of_a_day()
    {
        var shut = Cleared(perDay: 2, crates: 6).With(Closed("bridge", "3:00", "69:00"))
            .Bridge(b => b with { Clearance = b.Clearance! with { Valid = TimeSpan.FromDays(5) } });
        In(Play.Of(shut)).Should().Equal("d0 01:50", "d0 02:10", "d3 00:20", "d3 00:40", "d4 00:20", "d4 00:40");
    }

    // Trucks 1 and 2 wait at the bridge for the second and third day, and leave it when that is shut at 20:00. They are sent anew when it
    // opens on the third day at 2:00, and are answered at 3:30: had they kept their days, nobody would pass before the fourth.
    [Fact]
    public void Who_leaves_takes_nothing_of_a_day()
    {
        var shut = Cleared(perDay: 1, crates: 3).With(Closed("bridge", "20:00", "30:00") with { Queue = QueueRule.Disperse })
            .Place("depot", (Depot depot) => depot with { Unloading = Minutes(30) })
            .Line("road", line => line with { WhenBelow = Crates(2) });
        In(Play.Of(shut)).Should().StartWith(["d0 01:50", "d2 03:50", "d3 00:20"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void How_many_are_cleared_may_be_drawn_for_each_day(ulong seed)
    {
        var perDay = Number.Uniform(0, 9);
        var stream = new Simulation(seed, 0).Stream("clearances-a-day/bridge");
        var run = Play.Of(Cleared(perDay, crates: 60).Bridge(b => b with { Lanes = 9 }), seed: seed);
        for (var day = 0; day < 9; day++)
            In(run).Count(passed => passed.StartsWith($"d{day} ", StringComparison.Ordinal)).Should()
                .Be((int)perDay.SampleWhole(stream.Uniform(day)));
    }

    // Each answer takes 5 h from 0:30 on, and is no where the draw of its attempt is below the share.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Who_is_refused_asks_again(ulong seed)
    {
        var stream = new Simulation(seed, 0).Stream("refused/bridge/one");
        var refused = 0;
        while (stream.Uniform(Draw.Occasion(0, 1) + ((long)refused << 24)) < 0.7) refused++;
        var run = Play.Of(Refusing(0.7), seed: seed);
        In(run).Should().Equal(Play.Time(SimTime.Start + Span("0:50") + Span("5:00") * (refused + 1)));
        run.Tell(HappeningKind.Refused).Should().HaveCount(refused);
        run.Tell(HappeningKind.Refused).Where(told => !told.EndsWith(" one, trucks 0 to town", StringComparison.Ordinal)).Should().BeEmpty();
    }

    // One who always agrees and one who seldom does: what one refuses is refused.
    [Fact]
    public void A_channel_may_refuse_by_itself()
    {
        var alone = Refusing(0.7);
        var both = alone.Bridge(b => b with
        {
            Clearance = b.Clearance! with { Refused = null, Channels = [new Channel("other"), new Channel("one") { Refused = 0.7 }] },
        });
        In(Play.Of(both, seed: 3)).Should().Equal(In(Play.Of(alone, seed: 3)));
    }

    // Seven of ten answers are no: an answer that is yes comes after 1 / 0.3 of them in the mean. 400 trucks, one every hour, each with
    // a bridge of its own time; the band is four standard deviations of a geometric mean, sqrt(0.7) / 0.3 / 20.
    [Fact]
    public void As_many_answers_are_no_as_is_said()
    {
        var many = Refusing(0.7, crates: 400).Bridge(b => b with { Lanes = 9 }).Place("depot", (Depot depot) => depot with { Docks = 400 });
        var run = Play.Of(many.Until("2000:00"), seed: 5);
        var answers = 1 + run.When(HappeningKind.Refused).Length / 400.0;
        answers.Should().BeApproximately(1 / 0.3, 4 * Math.Sqrt(0.7) / 0.3 / 20);
    }

    private static string[] In(Play run) => [.. run.Legs("bridge", "town").Select(leg => leg[..leg.IndexOf(" x", StringComparison.Ordinal)])];

    private static Scenario Refusing(double share, int crates = 1) => Cleared(perDay: null, crates).Bridge(b => b with
    {
        Clearance = b.Clearance! with { GrantedIn = TimeSpan.FromHours(5), Refused = share },
    });

    private static Scenario Cleared(Number? perDay, int crates = 1) => Road(crates).Bridge(bridge => bridge with
    {
        HeldBy = "blue",
        Passage = [("blue", [("aid", Each<Permission>.Of(("in", Permission.WithClearance), ("out", Permission.Yes)))])],
        Clearance = new Clearance
        {
            Channels = ["one"], GrantedIn = TimeSpan.FromHours(1), Valid = TimeSpan.FromHours(24), PerDay = perDay,
        },
    });
}
