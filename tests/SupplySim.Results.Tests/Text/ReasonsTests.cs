using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Text;

/// <summary>Why it came out as it did: what is said, and what is not.</summary>
public sealed class ReasonsTests
{
    [Fact]
    public void What_was_shut_is_told_with_who_is_blamed_and_who_ordered_nothing() =>
        Reasons.Sentences(SmallExperiment.Result).Should().Equal(
            "Old Bridge was shut 22 d on average (5–95 %: 9.2–33 d).",
            "The waiting for what was shut is blamed on shelling (75 %), high-water (flood) (25 %).",
            "While the way was known to be shut, nothing was ordered on average for 20 d by force-road, 19 d by camp-road.",
            "75 % of all waiting was for what is shut to open.");

    [Fact]
    public void Opening_hours_are_the_reason_where_nothing_was_shut() =>
        Reasons.Sentences(Alone(SmallExperiment.Result.Alternatives[1])).Should().Equal("80 % of all waiting was for opening hours.");

    // A road was shut and no crossing: it is no day without a closure.
    [Fact]
    public void Opening_hours_are_no_reason_where_only_a_road_was_shut()
    {
        var quiet = SmallExperiment.Result.Alternatives[1];
        Reasons.Sentences(Alone(quiet with { Blamed = [new("landslide", TimeSpan.FromHours(3))] })).Should().Equal(
            "All waiting for what was shut is blamed on landslide.", "20 % of all waiting was for a free lane.");
        Reasons.Sentences(Alone(quiet with { Paused = [new("road", TimeSpan.FromDays(40))] })).Should().StartWith(
            "While the way was known to be shut, nothing was ordered on average for 1.0 d by road.");
    }

    [Fact]
    public void Of_many_the_three_greatest_are_named_and_the_rest_is_counted()
    {
        var first = SmallExperiment.Result.Alternatives[0];
        var said = Reasons.Sentences(Alone(first with
        {
            Blamed = [.. Enumerable.Range(1, 5).Select(i => new BlamedWait($"flood-{i}", TimeSpan.FromDays(i)))],
            Paused = [.. Enumerable.Range(1, 4).Select(i => new PausedLine($"line-{i}", TimeSpan.FromDays(40 * i)))],
        }));
        said.Should().Contain("The waiting for what was shut is blamed on flood-5 (33 %), flood-4 (27 %), flood-3 (20 %) and 2 more disruptions.")
            .And.Contain("While the way was known to be shut, nothing was ordered on average for 4.0 d by line-4, 3.0 d by line-3, 2.0 d by line-2 and 1 more supply line.");
    }

    [Fact]
    public void Blame_for_nothing_is_not_told() =>
        Reasons.Sentences(Alone(SmallExperiment.Result.Alternatives[0] with { Blamed = [new("flood", TimeSpan.Zero)], Paused = [] })).Should().HaveCount(2);

    [Fact]
    public void Aircraft_that_waited_are_told_of_and_others_not()
    {
        Air.Sentence(SmallExperiment.Result.Alternatives[0], 40).Should().Be(
            "Aircraft waited 2.5 aircraft-days in a run: 60 % for opening hours, 20 % for a stand or a loading crew, 20 % for fuel.");
        Air.Sentence(SmallExperiment.Result.Alternatives[0] with { AircraftWaits = [] }, 40).Should().BeNull();
    }

    [Fact]
    public void Who_lost_something_is_told_of_with_what_is_claimed()
    {
        Toll.Sentences(SmallExperiment.Result.Alternatives[0], 40).Should().Equal(
            "Northern forces, in a run: tank 2.5 (3.5 claimed), people 25.", "South, in a run: truck 0.20.");
        Toll.Sentences(SmallExperiment.Result.Alternatives[1], 40).Should().BeEmpty();
    }

    private static ExperimentResult Alone(AlternativeResult alternative) => SmallExperiment.Result with { Alternatives = [alternative] };
}
