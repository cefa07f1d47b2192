using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Experiments.RankWays;

namespace SupplySim.Tests.Experiments;

/// <summary>What would protect a place or a route that matters: the alternative that lowers its effect most.</summary>
public sealed class RankProtectionTests
{
    [Fact]
    public void The_alternative_that_lowers_the_effect_most_protects_and_one_that_ruins_all_does_not()
    {
        var scenario = Compared(
            ("as-it-is", Ways), ("fuller", Store(Ways, 5)), ("fullest", Store(Ways, 8)), ("nothing", Ways with { SupplyLines = [] }));
        var result = Experiment.Rank(scenario, Week with { What = ["places", "ends"] }, InRuns(2));

        result.Alternatives.Should().Equal("fuller", "fullest", "nothing");
        var protection = Of(result, "gate").Protection!;
        protection.Alternative.Should().Be("fullest");
        protection.Lowers.Difference.Should().Be(Of(result, "gate").Effect!.Difference - protection.Effect.Difference).And.BePositive();
        // More in store does not help a camp that nobody unloads at.
        Of(result, "left").Protection.Should().BeNull();
        var ruined = Experiment.Rank(Compared(("as-it-is", Ways), ("nothing", Ways with { SupplyLines = [] })),
            Week with { What = ["places", "ends"] }, InRuns(2));
        ruined.Closures.Should().OnlyContain(one => one.Protection == null);
    }

    // Fuller stores from day 1 on are there when the gate is shut on day 2; from day 12 on they come too late, for it is open again.
    [Theory]
    [InlineData(1, true)]
    [InlineData(12, false)]
    public void An_alternative_that_begins_in_the_middle_of_a_run_protects_from_then_on(int day, bool protects)
    {
        var fuller = Ways with { SupplyLines = [Ways.SupplyLines[0] with { WhenBelow = Supply.Days(9), UpTo = Supply.Days(10) }] };
        var scenario =
            Ways with { Experiment = new() { Compare = [new("as-it-is", Ways), new("fuller", fuller) { From = Moment.Day(day) }] } };
        var gate = Of(Experiment.Rank(scenario, Week with { What = ["places", "ends"] }, new() { Runs = 2, Audit = true }), "gate");

        (gate.Protection is not null).Should().Be(protects);
        gate.Rank.Should().Be(1);
    }

    [Fact]
    public void An_alternative_that_does_not_have_or_measure_what_is_asked_is_not_asked_of_it()
    {
        var blind = Store(Ways, 8) with { Measures = [Ways.Measures[0]] };
        var other = Store(Ways, 8);
        other = other with
        {
            Places = other.Places.RemoveAt(1),
            Routes = [Small.Leg("depot", "left", 60), Small.Leg("left", "camp", 60)],
        };
        var result = Experiment.Rank(Compared(("as-it-is", Ways), ("blind", blind), ("no-gate", other)),
            Week with { What = ["places", "ends"] }, InRuns(2));

        Of(result, "gate").Protection.Should().BeNull();
        Of(result, "depot").Protection!.Alternative.Should().Be("no-gate");
    }
}
