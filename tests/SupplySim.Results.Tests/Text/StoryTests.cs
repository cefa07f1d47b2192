using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Results.Text;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Text;

public sealed class StoryTests
{
    private static readonly RunResult Shown = SmallExperiment.Result.Alternatives[0].Shown;

    private static SupplyLine Line(string id) => new(id) { From = "harbour", To = "cedar", By = "trucks" };

    [Fact]
    public void It_tells_what_matters_in_order_of_time()
    {
        var (lines, leftOut) = Results.Text.Story.Of(Shown, SmallScenario.Contested);

        lines.Select(l => l.Sentence).Should().Equal(
            "Front east: fighting breaks out",
            "Old Bridge is shut: shelling",
            "Cedar camp and host towns falls below its warning level to the end",
            "Cedar camp and host towns runs out of food to the end",
            "Old Bridge is captured by Northern forces",
            "Old Bridge is open again");
        leftOut.Should().BeNull();
    }

    // A gate that shuts every second day for half a year, five days at a time in its third week; and somebody runs out.
    [Fact]
    public void Who_runs_out_is_told_before_what_shuts_again_and_again()
    {
        Happening[] story =
        [
            .. Enumerable.Range(0, 90).SelectMany(i => new[]
            {
                new Happening(SimTime.Day(2 * i), HappeningKind.Closed, "old-bridge", "rain"),
                new Happening(SimTime.Day(2 * i) + TimeSpan.FromHours(i == 20 ? 40 : 20), HappeningKind.Opened, "old-bridge", null),
            }),
            new(SimTime.Day(200), HappeningKind.RanOut, "cedar", "food"),
        ];

        var told = Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Select(l => l.Sentence);
        told.Should().HaveCount(40).And
            .Contain(sentence => sentence.StartsWith("Cedar camp and host towns runs out of food", StringComparison.Ordinal));
    }

    [Fact]
    public void It_tells_who_is_refused_and_since_when_no_more_are_cleared()
    {
        Happening[] story =
        [
            new(SimTime.Day(1), HappeningKind.NoMoreCleared, "old-bridge", "20"), new(SimTime.Day(3), HappeningKind.AllCleared, "old-bridge", null),
            new(SimTime.Day(4), HappeningKind.Refused, "old-bridge", "government, trucks 4 to cedar"),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Select(l => l.Sentence).Should().Equal(
            "Old Bridge: 20 vehicles cleared in a day, and more ask",
            "Old Bridge: all who ask are cleared again",
            "Old Bridge: government refuses to clear trucks 4 to cedar, and is asked again");
    }

    [Fact]
    public void It_tells_what_was_false_who_left_a_queue_and_who_repairs()
    {
        Happening[] story =
        [
            new(SimTime.Day(1), HappeningKind.Reported, "old-bridge", "open"), new(SimTime.Day(2), HappeningKind.Reported, "old-bridge",
                "taken back, it is shut"),
            new(SimTime.Day(3), HappeningKind.Dispersed, "old-bridge", "trucks 4 to cedar"), new(SimTime.Day(4), HappeningKind.RepairBegan,
                "shelling", "engineers"),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Select(line => line.Sentence)
            .Should().Equal(
            "Old Bridge is said to be open", "What was said of Old Bridge is taken back, it is shut",
            "trucks 4 to cedar leaves the queue at Old Bridge with its load",
            "A crew begins to repair what shelling has damaged: engineers");
    }

    // Rain each third day, and one storm: what comes again and again is told once, of the other that it ends too.
    [Fact]
    public void What_comes_again_and_again_is_told_once()
    {
        Happening Rain(int day, HappeningKind kind) =>
            new(SimTime.Day(day), kind, "rain", kind == HappeningKind.DisruptionBegan ? "slows old-bridge" : null);
        Happening[] story =
        [
            .. new[] { 1, 4, 7, 10 }.SelectMany(day =>
                new[] { Rain(day, HappeningKind.DisruptionBegan), Rain(day + 1, HappeningKind.DisruptionEnded) }),
            new(SimTime.Day(12), HappeningKind.DisruptionBegan, "storm", "slows old-bridge"), new(SimTime.Day(14),
                HappeningKind.DisruptionEnded, "storm", null),
        ];
        var scenario = SmallScenario.Contested with
        {
            Disruptions = [new Slowdown("rain") { Slow = "old-bridge", Inspection = 2 },
                new Slowdown("storm") { Slow = "old-bridge", Inspection = 2 }],
        };

        Results.Text.Story.Of(Shown with { Story = [.. story] }, scenario).Lines.Select(line => line.Sentence).Should().Equal(
            "Disruption rain begins: slows Old Bridge, for the first of 4 times, 4.0 d in all", "Disruption storm begins: slows Old Bridge",
            "Disruption storm ends");
    }

    [Fact]
    public void Several_places_of_one_kind_are_named_together()
    {
        var scenario = SmallScenario.Contested with
        {
            Places = [.. SmallScenario.Contested.Places, new Camp("alpha") { People = 1 }, new Camp("beta") { People = 1 }],
        };
        Names.Subjects(scenario, ["alpha", "beta"]).Should().Equal("camps alpha", "beta");
        Names.Subjects(scenario, ["alpha", "cedar"]).Should().Equal("camp alpha", "Cedar camp and host towns");
        Names.Subjects(scenario, ["alpha", "harbour"]).First().Should().Be("camp alpha");
    }

    [Fact]
    public void Where_only_work_was_stopped_it_goes_on_and_nothing_opens()
    {
        Happening Told(int day, HappeningKind kind, string detail) => new(SimTime.Day(day), kind, "cedar", detail);
        Happening[] story =
        [
            Told(1, HappeningKind.ClosedFor, "unloading: strike"), Told(3, HappeningKind.OpenedFor, "unloading"),
            Told(5, HappeningKind.ClosedFor, "loading and unloading: fire"), Told(7, HappeningKind.OpenedFor, "loading and unloading"),
            Told(9, HappeningKind.ClosedFor, "flights: fog"), Told(11, HappeningKind.OpenedFor, "flights"),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Select(line => line.Sentence)
            .Should().Equal(
            "Unloading at Cedar camp and host towns is stopped: strike", "Unloading at Cedar camp and host towns goes on",
            "Loading and unloading at Cedar camp and host towns are stopped: fire",
            "Loading and unloading at Cedar camp and host towns go on",
            "No flights at Cedar camp and host towns: fog", "Flights at Cedar camp and host towns go on");
    }

    [Fact]
    public void What_is_shut_to_some_traffic_is_told_with_whom_it_shuts_out()
    {
        Happening Told(int day, HappeningKind kind, string subject, string detail) => new(SimTime.Day(day), kind, subject, detail);
        Happening[] story =
        [
            Told(1, HappeningKind.ClosedFor, "old-bridge", "aid: ban"), Told(1, HappeningKind.ClosedFor, "mill - old-bridge", "aid: ban"),
            Told(1, HappeningKind.ClosedFor, "old-bridge", "military: ban"),
            Told(3, HappeningKind.OpenedFor, "mill - old-bridge", "aid"),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Select(line => line.Sentence)
            .Should().Equal(
            "Old Bridge and mill – Old Bridge are shut for aid: ban", "Old Bridge is shut for military: ban",
            "Route mill - old-bridge is open again for aid");
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_the_least_goes_first()
    {
        var closures = Enumerable.Range(0, 60).Select(day => new Happening(SimTime.Day(day), HappeningKind.RationChanged, "cedar", "75 %"));
        var capture = new Happening(SimTime.Day(70), HappeningKind.Captured, "old-bridge", "Northern forces");

        var (lines, leftOut) = Results.Text.Story.Of(Shown with { Story = [.. closures, capture] }, SmallScenario.Contested);

        lines.Should().HaveCount(40);
        lines[^1].Kind.Should().Be(HappeningKind.Captured);
        leftOut.Should()
            .Be("These are the 40 events that matter most. 21 events that matter less, or as much and for a shorter time, are left out: "
                + "from day 39 to day 59.");
    }

    // Forty are told: of forty-five shortages of a day each, one of twenty days and one of eight, both of the long ones.
    [Fact]
    public void Of_what_matters_as_much_the_longest_is_told()
    {
        Happening Out(int day, string place) => new(SimTime.Day(day), HappeningKind.RanOut, place, "food");
        Happening Again(int day, string place) => new(SimTime.Day(day), HappeningKind.SuppliedAgain, place, "food");
        var short_ = Enumerable.Range(0, 45).SelectMany(i => new[] { Out(i, $"camp-{i}"), Again(i + 1, $"camp-{i}") });

        var (lines, _) = Results.Text.Story.Of(Shown with { Story = [.. short_, Out(61, "aster"), Again(81, "aster"), Out(82, "cedar")] },
            SmallScenario.Contested);

        lines.Select(line => line.At.Days).Should().Equal([.. Enumerable.Range(0, 38), 61, 82]);
        lines[^2].Sentence.Should().Be("Aster camp runs out of food for 20 d");
        lines[^1].Sentence.Should().Be("Cedar camp and host towns runs out of food to the end");
    }

    [Fact]
    public void What_begins_together_and_ends_apart_is_told_with_the_longest()
    {
        Happening Is(HappeningKind kind, int day, string place) => new(SimTime.Day(day), kind, place, null);
        string Told(params Happening[] story) =>
            Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Single().Sentence;
        Happening[] both = [Is(HappeningKind.RanShort, 1, "aster"), Is(HappeningKind.RanShort, 1, "birch")];

        Told([.. both, Is(HappeningKind.NoLongerShort, 5, "birch"), Is(HappeningKind.NoLongerShort, 5, "aster")])
            .Should().Be("Aster camp and Birch camp fall below their warning levels for 4.0 d");
        Told([.. both, Is(HappeningKind.NoLongerShort, 3, "birch"), Is(HappeningKind.NoLongerShort, 5, "aster")])
            .Should().Be("Aster camp and Birch camp fall below their warning levels for up to 4.0 d");
        Told([.. both, Is(HappeningKind.NoLongerShort, 3, "birch")])
            .Should().Be("Aster camp and Birch camp fall below their warning levels for 2.0 d or longer");
    }

    // Four times is told once, with a day and a half in all; three times each by itself, with what else there is at that instant.
    [Fact]
    public void Shortages_that_come_again_and_again_are_told_once()
    {
        Happening Is(HappeningKind kind, double day, string place) =>
            new(SimTime.Start + TimeSpan.FromDays(day), kind, place, null);
        IEnumerable<Happening> Times(int times, double each, string place) => Enumerable.Range(0, times).SelectMany(i => new[]
            { Is(HappeningKind.RanShort, 3 * i, place), Is(HappeningKind.NoLongerShort, 3 * i + each, place) });

        Results.Text.Story.Of(Shown with { Story = [.. Times(4, 0.375, "aster").Concat(Times(3, 1, "birch")).OrderBy(one => one.At)] },
            SmallScenario.Contested).Lines.Select(line => (line.At.Days, line.Sentence)).Should().Equal(
            (0, "Aster camp falls below its warning level, for the first of 4 times, 1.5 d in all"),
            (0, "Birch camp falls below its warning level for 1.0 d"), (3, "Birch camp falls below its warning level for 1.0 d"),
            (6, "Birch camp falls below its warning level for 1.0 d"));
    }

    // Shut to aid and military for two days, to military for one more; then to aid for a day before it is to all, which ends with it.
    [Fact]
    public void Closures_to_some_end_for_each_at_its_own_time()
    {
        Happening Is(HappeningKind kind, int day, string? what = null) => new(SimTime.Day(day), kind, "old-bridge", what);
        Happening[] story =
        [
            Is(HappeningKind.ClosedFor, 3, "aid and military: ban"), Is(HappeningKind.OpenedFor, 5, "aid"),
            Is(HappeningKind.OpenedFor, 6, "military"),
            Is(HappeningKind.ClosedFor, 10, "aid: ban"), Is(HappeningKind.Closed, 11, "flood"), Is(HappeningKind.Opened, 12),
            Is(HappeningKind.ClosedFor, 12, "military: ban"), Is(HappeningKind.OpenedFor, 13, "military"),
        ];

        Spells.Of(Spells.Settled(story), SimTime.Day(90))
            .Select(spell => (spell.Kind, spell.From.Ticks / TimeSpan.TicksPerDay, spell.Lasted.Days))
            .Should().Equal((HappeningKind.ClosedFor, 3, 2), (HappeningKind.ClosedFor, 3, 3), (HappeningKind.ClosedFor, 10, 2),
                (HappeningKind.Closed, 11, 1), (HappeningKind.ClosedFor, 12, 1));
    }

    // It began twice before it ended once: it lasts until its second end.
    [Fact]
    public void A_disruption_that_is_under_way_twice_is_over_when_both_are()
    {
        Happening Is(HappeningKind kind, int day) => new(SimTime.Day(day), kind, "rain", null);
        Happening[] story =
        [
            Is(HappeningKind.DisruptionBegan, 1), Is(HappeningKind.DisruptionBegan, 2), Is(HappeningKind.DisruptionEnded, 3),
            Is(HappeningKind.DisruptionEnded, 5), Is(HappeningKind.DisruptionBegan, 7), Is(HappeningKind.DisruptionEnded, 8),
        ];

        Spells.Of(Spells.Settled(story), SimTime.Day(90)).Select(spell => spell.Lasted.Days).Should().Equal(4, 1);
    }

    // A line that may order for twenty hours of each day is not one that orders nothing.
    [Fact]
    public void A_line_that_orders_again_for_some_hours_orders()
    {
        Happening Is(HappeningKind kind, int hour) => new(SimTime.Start + TimeSpan.FromHours(hour), kind, "road", null);
        Happening[] story =
        [
            Is(HappeningKind.Paused, 0), Is(HappeningKind.Resumed, 4), Is(HappeningKind.Paused, 24), Is(HappeningKind.Resumed, 28),
        ];

        Spells.Of(Spells.Settled(story), SimTime.Day(90)).Select(spell => spell.Lasted.Hours).Should().Equal(4, 4);
    }

    [Fact]
    public void A_crossing_that_is_shut_anew_as_it_opens_was_not_open()
    {
        Happening Is(HappeningKind kind, int day, string? why = null) => new(SimTime.Day(day), kind, "old-bridge", why);
        Happening[] story =
        [
            Is(HappeningKind.Closed, 1, "shelling"), Is(HappeningKind.Opened, 4), Is(HappeningKind.Closed, 4, "handover"),
            Is(HappeningKind.Opened, 6), Is(HappeningKind.Closed, 7, "flood"),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines
            .Select(line => (line.At.Days, line.Sentence)).Should().Equal((1, "Old Bridge is shut: shelling"), (4, "Old Bridge is shut: handover"), (6, "Old Bridge is open again"),
                (7, "Old Bridge is shut: flood"));
        Spells.Of(Spells.Settled(story), SimTime.Day(90)).Select(spell => (spell.Began.Detail, spell.Lasted.Days, spell.Ended is null))
            .Should().Equal(("shelling", 5, false), ("flood", 83, true));
    }

    // One truck after the other, each as it is loaded.
    [Fact]
    public void Vehicles_that_find_no_way_are_told_once_until_none_has_asked_for_a_day()
    {
        Happening NoWay(int hour, string fleet = "trucks") =>
            new(SimTime.Start + TimeSpan.FromHours(hour), HappeningKind.Stranded, fleet, "to cedar");
        Happening[] story = [NoWay(10), NoWay(11), NoWay(12, "lorries"), NoWay(30), NoWay(60), NoWay(61)];

        var (lines, _) = Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested);

        lines.Select(line => (line.At.TotalHours, line.Sentence.Contains("lorries"))).Should().Equal((10, false), (12, true), (60, false));
    }

    [Fact]
    public void Vehicles_that_find_no_fuel_are_told_once_until_none_has_asked_for_a_day()
    {
        var story = new[] { 10, 11, 60 }.Select(hour =>
            new Happening(SimTime.Start + TimeSpan.FromHours(hour), HappeningKind.NoFuel, "trucks", "diesel at cedar"));

        const string Said = "Too little diesel at Cedar camp and host towns for fleet trucks to set out";
        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines
            .Select(line => (line.At.TotalHours, line.Sentence)).Should().Equal((10, Said), (60, Said));
    }

    [Fact]
    public void Vehicles_that_find_no_way_day_after_day_are_told_once_with_how_often()
    {
        var story = Enumerable.Range(0, 5)
            .Select(i => new Happening(SimTime.Day(2 * i), HappeningKind.Stranded, "trucks", "to cedar"));

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested).Lines.Single().Sentence
            .Should().Be("No way left for fleet trucks: to cedar, for the first of 5 times");
    }

    [Fact]
    public void A_place_that_runs_out_again_and_again_is_told_once_until_it_has_recovered()
    {
        Happening RanOut(int day) => new(SimTime.Day(day), HappeningKind.RanOut, "cedar", "food");
        Happening[] story = [RanOut(1), RanOut(2), new(SimTime.Day(3), HappeningKind.NoLongerShort, "cedar", null), RanOut(4), RanOut(5)];

        var (lines, leftOut) = Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested);

        lines.Select(line => (line.At.Days, line.Kind)).Should().Equal((1, HappeningKind.RanOut), (3, HappeningKind.NoLongerShort),
            (4, HappeningKind.RanOut));
        leftOut.Should().BeNull();
    }

    [Fact]
    public void Relief_is_told_of_what_had_run_out_where_it_lasts_a_day()
    {
        Happening Is(HappeningKind kind, int hour, string what = "food") =>
            new(SimTime.Start + TimeSpan.FromHours(hour), kind, "cedar", what);
        Happening[] story =
        [
            Is(HappeningKind.SuppliedAgain, 1, "fuel"), Is(HappeningKind.RanOut, 2), Is(HappeningKind.SuppliedAgain, 9),
            Is(HappeningKind.RanOut, 20),
            Is(HappeningKind.SuppliedAgain, 30), Is(HappeningKind.RanOut, 54),
        ];

        var (lines, _) = Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested);

        lines.Select(line => ((int)line.At.TotalHours, line.Sentence)).Should().Equal(
            (2, "Cedar camp and host towns runs out of food for 1.2 d"), (54, "Cedar camp and host towns runs out of food to the end"));
    }

    [Fact]
    public void What_is_alike_in_one_minute_is_one_sentence()
    {
        Happening Is(HappeningKind kind, string subject, string? detail = null, int second = 0) =>
            new(SimTime.Day(1) + TimeSpan.FromSeconds(second), kind, subject, detail);
        Happening[] story =
        [
            Is(HappeningKind.Paused, "a", "old-bridge"), Is(HappeningKind.RanOut, "cedar", "food"), Is(HappeningKind.Paused, "b",
                "old-bridge"), Is(HappeningKind.RanOut, "cedar", "heavy-equipment", 59),
            Is(HappeningKind.RanShort, "cedar"), Is(HappeningKind.RanShort, "mill"), Is(HappeningKind.Paused, "d", "new-bridge"),
            .. "efghij".Select(line => Is(HappeningKind.Resumed, line.ToString(), null, 60)),
        ];

        Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested with { SupplyLines = [Line("d")] }).Lines
            .Select(line => line.Sentence).Should().Equal(
            "Supply lines a and b order nothing to the end: Old Bridge is known to be shut",
            "Cedar camp and host towns runs out of food and heavy equipment to the end",
            "Cedar camp and host towns and mill fall below their warning levels to the end",
            "Supply line d orders nothing to the end: New Bridge is known to be shut",
            "Supply lines e, f, g and 3 more order again");
    }

    [Fact]
    public void An_id_stays_as_the_file_has_it_where_a_sentence_begins()
    {
        var scenario = SmallScenario.Contested with
        {
            Places = [.. SmallScenario.Contested.Places.Select(place => place with { Name = null })],
            SupplyLines = [Line("road")],
        };
        string Sentence(HappeningKind kind, string subject, string? detail = null) =>
            StoryWords.Sentence(new Happening(SimTime.Start, kind, subject, detail), scenario);

        Sentence(HappeningKind.RanShort, "cedar").Should().Be("Camp cedar falls below its warning level");
        Sentence(HappeningKind.Opened, "old-bridge").Should().Be("Crossing old-bridge is open again");
        Sentence(HappeningKind.DisruptionEnded, "shelling", "old-bridge").Should().Be("Disruption shelling no longer shuts old-bridge");
        Sentence(HappeningKind.Resumed, "road").Should().Be("Supply line road orders again");
    }

    [Fact]
    public void A_place_that_is_well_for_less_than_a_day_has_not_recovered()
    {
        Happening Is(HappeningKind kind, int hour) => new(SimTime.Start + TimeSpan.FromHours(hour), kind, "cedar", null);
        Happening[] story =
        [
            Is(HappeningKind.RanShort, 0), Is(HappeningKind.NoLongerShort, 5), Is(HappeningKind.RanShort, 9),
            Is(HappeningKind.NoLongerShort, 50), Is(HappeningKind.RanShort, 74),
        ];

        var (lines, _) = Results.Text.Story.Of(Shown with { Story = [.. story] }, SmallScenario.Contested);

        lines.Select(line => ((int)line.At.TotalHours, line.Sentence)).Should().Equal(
            (0, "Cedar camp and host towns falls below its warning level for 2.1 d"),
            (74, "Cedar camp and host towns falls below its warning level to the end"));
    }

    [Fact]
    public void Every_state_of_a_front_has_words()
    {
        var changes = Enum.GetNames<FrontState>().Select(state => new Happening(SimTime.Start, HappeningKind.FrontChanged, "east", state))
            .ToImmutableArray();

        var (lines, _) = Results.Text.Story.Of(Shown with { Story = changes }, SmallScenario.Contested);

        lines.Select(l => l.Sentence).Should().OnlyHaveUniqueItems().And.NotContain(s => Enum.GetNames<FrontState>().Any(s.EndsWith));
    }

    [Fact]
    public void A_place_at_which_only_some_work_stops_is_not_called_shut()
    {
        var scenario = SmallScenario.Contested with
        {
            Disruptions = [new Closure("riots") { Close = "cedar", Stops = [SiteWork.Orders, SiteWork.Unloading], At = Moment.Day(0) }],
        };
        StoryWords.Sentence(new Happening(SimTime.Start, HappeningKind.DisruptionEnded, "riots", "cedar"), scenario)
            .Should().Be("Disruption riots no longer stops ordering and unloading at Cedar camp and host towns");
        StoryWords.Sentence(new Happening(SimTime.Start, HappeningKind.Closed, "cedar", "siege"), scenario).Should()
            .Be("Cedar camp and host towns is shut: siege");
    }
}
