using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

/// <summary>What leaves fewer lanes is named where supplies waited at the crossing, though no wait is blamed on it.</summary>
public sealed class RestrainedTests
{
    private static readonly Restriction Partly = new("partly") { Limit = "old-bridge", Lanes = 0.25, At = Moment.Day(20) };

    [Theory]
    [InlineData("hours")]
    [InlineData("lane")]
    public void It_is_told_by_headline_and_reasons(string cause)
    {
        var result = With(Partly, cause);

        Headline.Of(result).Should().EndWith("; disruption partly left 25 % of its lanes from day 20 on.");
        Reasons.Of(result)!.Sentences.Should().Contain("disruption partly left 25 % of the lanes of Old Bridge from day 20 on.");
    }

    [Fact]
    public void What_ended_is_told_to_have_been_for_a_time_and_slow_searches_by_how_much()
    {
        Told(Partly with { For = TimeSpan.FromDays(3) }).Should().Equal(
            "disruption partly left 25 % of the lanes of Old Bridge for a time from day 20 on");
        Told(Partly with { At = null, Every = TimeSpan.FromDays(9), For = TimeSpan.FromDays(3), Lanes = Number.Uniform(0.1, 0.5) })
            .Should().Equal("disruption partly at times left 30 % of the lanes of Old Bridge on average");
        Told(new Slowdown("partly") { Slow = "old-bridge", Inspection = 3, At = Moment.Day(20) }).Should().Equal(
            "disruption partly made inspections at Old Bridge last 3.0 times as long from day 20 on");
    }

    // What never began in the run shown, waits elsewhere or for something else, a share of nothing, which shuts, and weights alone.
    [Fact]
    public void It_is_not_told_where_it_lengthens_no_wait()
    {
        Headline.Of(With(Partly, "hours", begins: false)).Should().EndWith("waited for opening hours.");
        Headline.Of(With(Partly with { Limit = "new-bridge" }, "hours")).Should().EndWith("waited for opening hours.");
        Headline.Of(With(Partly, "clearance")).Should().EndWith("waited for clearance.");
        Told(Partly with { Lanes = 0 }).Should().BeEmpty();
        Told(Partly with { Lanes = null, WeightLimit = Mass.FromTonnes(20) }).Should().BeEmpty();
    }

    // Forty-five places that run short are more than are told; a lane less is not what is left out.
    [Fact]
    public void Its_beginning_and_its_end_are_in_the_story()
    {
        Happening[] alarms = [.. Enumerable.Range(0, 45).Select(day =>
            new Happening(SimTime.Day(day), HappeningKind.RanOut, $"camp-{day}", "food"))];
        var shown = SmallExperiment.Result.Alternatives[0].Shown with
        {
            Story = [.. alarms, new(SimTime.Day(81), HappeningKind.DisruptionBegan, "partly", "limits old-bridge"),
                new(SimTime.Day(83), HappeningKind.DisruptionEnded, "partly", null)],
        };

        Story.Of(shown, SmallScenario.Contested with { Disruptions = [Partly] }).Lines.Select(line => line.Sentence)
            .Should().Contain("Disruption partly begins: limits Old Bridge").And.Contain("Disruption partly ends");
    }

    [Theory]
    [InlineData("partly", "Old Bridge is passed more slowly by disruption partly")]
    [InlineData("partly (fighting)", "Old Bridge is passed more slowly by disruption partly (fighting)")]
    [InlineData("east", "Old Bridge is passed more slowly by front east")]
    public void What_slows_is_told_by_what_it_is(string blamed, string sentence) =>
        StoryWords.Sentence(new Happening(SimTime.Day(1), HappeningKind.Slowed, "old-bridge", blamed),
            SmallScenario.Contested with { Disruptions = [Partly] }).Should().Be(sentence);

    private static IEnumerable<string> Told(Disruption disruption) =>
        Restrained.At(With(disruption, "hours").Alternatives[0], "old-bridge");

    private static ExperimentResult With(Disruption disruption, string cause, bool begins = true)
    {
        var first = SmallExperiment.Result.Alternatives[0];
        return SmallExperiment.Result with
        {
            Alternatives = [first with
            {
                Scenario = first.Scenario with { Disruptions = [disruption] },
                HeldUp = [SmallExperiment.Lacking("cedar", "old-bridge", cause, 9)],
                Shown = first.Shown with
                {
                    Story = begins ? [new(SimTime.Day(20), HappeningKind.DisruptionBegan, disruption.Id, "limits old-bridge")] : [],
                },
            }],
        };
    }
}
