using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

/// <summary>What is said of runs against what was observed.</summary>
public sealed class JudgedTests
{
    private static readonly ObservationScore Stock = new()
    {
        Observation = new("stock") { Of = "aster", At = Moment.Day(5), Stock = Quantity.Tonnes(40), Commodity = "food" },
        Seen = "40 t", Unit = "t", Value = 40, N = 40, Quantiles = [50, 52, 60, 70, 75.5], Share = 0, In50 = false, In90 = false,
    };

    private static readonly ObservationScore Held = new()
    {
        Observation = new("holder") { Of = "old-bridge", At = Moment.Day(9), HeldBy = "north" },
        Seen = "north", Unit = null, Value = double.NaN, N = 40, Quantiles = [], Share = 0.75, In50 = true, In90 = true,
    };

    private static readonly ObservationScore Other = Held with { Observation = Held.Observation with { Id = "other" } };

    // A state has no band: the runs have it or not.
    [Fact]
    public void What_lies_outside_is_told_with_what_the_runs_have_there() =>
        Judged.Sentences(With([Stock, Held], [Held])).Should().Equal(
            "contested: 0 of 1 figure seen lies inside the 90 % band of the runs, 0 inside the 50 % band; outside is stock (40 t was seen, "
                + "50 to 76 t in 90 % of the runs). The one state seen, holder (north), came out in 75 % of runs.",
            "no-fighting: the one state seen, holder (north), came out in 75 % of runs.");

    [Fact]
    public void Alternatives_that_stand_alike_are_told_together() =>
        Judged.Sentences(With([Held with { Share = 0 }, Other], [Held with { Share = 0 }, Other])).Should().Equal(
            "contested and no-fighting: of 2 states seen, holder (north) came out in 0 % of runs and other (north) in 75 %.");

    // Every other run would come out the same.
    [Fact]
    public void One_run_in_which_nothing_is_random_is_judged()
    {
        var result = With([Held with { Share = 0 }], [Held with { Share = 0 }]) with { Runs = 1 };
        var settled = result with { Alternatives = [.. result.Alternatives.Select(one => one with { IsAlike = true, IsRandom = false })] };
        Judged.Sentences(settled).Should().Equal("contested and no-fighting: the one state seen, holder (north), came out in 0 % of runs.");
        Report.Of(settled, null).Should().Contain("id=\"judged\"");
    }

    [Fact]
    public void Nothing_is_said_where_nothing_was_observed_or_of_one_run_of_chance()
    {
        Judged.Sentences(SmallExperiment.Result).Should().BeEmpty();
        var random = With([Held], [Held]) with { Runs = 1 };
        Judged.Sentences(random with { Alternatives = [.. random.Alternatives.Select(one => one with { IsRandom = true })] })
            .Should().BeEmpty();
        Report.Of(SmallExperiment.Result, null).Should().NotContain("id=\"judged\"");
        Json(SmallExperiment.Result).ContainsKey("observed").Should().BeFalse();
    }

    [Fact]
    public void Screen_report_and_summary_have_it()
    {
        var result = With([Stock, Held], [Held]);
        SummaryScreen.Of(result, null).Should().Contain("Judged: contested: 0 of 1 figure seen");
        Report.Of(result, null).Should().Contain("id=\"judged\"").And
            .Contain("<td class=\"text\">50 to 76 t in 90 % of the runs</td><td class=\"text\">neither band</td>")
            .And.Contain("In 75 % of the runs</td><td class=\"text\">–</td>");
        var judged = Json(result)["observed"]!;
        (judged["in50"]!.GetValue<int>(), judged["in90"]!.GetValue<int>()).Should().Be((1, 1));
        judged["observations"]![0]!.AsObject().Select(field => field.Key).Should().Equal(
            "observation", "place", "at", "seen", "unit", "value", "n", "p05", "p25", "p50", "p75", "p95", "share", "in50", "in90");
        (judged["observations"]![0]!["at"]!.GetValue<string>(), judged["observations"]![0]!["p95"]!.GetValue<double>()).Should()
            .Be(("day 5", 75.5));
        judged["observations"]![1]!["p50"].Should().BeNull();
    }

    private static JsonObject Json(ExperimentResult result) =>
        JsonNode.Parse(Summary.Of(result, null).ToJson())!["alternatives"]![0]!.AsObject();

    private static ExperimentResult With(params ImmutableArray<ObservationScore>[] scores) => SmallExperiment.Result with
    {
        Alternatives = [.. SmallExperiment.Result.Alternatives.Zip(scores, (one, judged) => one with { Judgement = new(judged) })],
    };
}
