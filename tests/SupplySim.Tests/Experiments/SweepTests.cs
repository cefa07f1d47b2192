using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Statistics;

namespace SupplySim.Tests.Experiments;

/// <summary>How much is enough, in scenarios in which that is known.</summary>
public sealed class SweepTests
{
    private const string Hungry = "hungry";

    private static Scenario Trucks(Scenario scenario, int count) => scenario.Trucks(fleet => fleet with { Count = count });

    // Of 10 t a day; a truck brings 1 t in four hours, two bring 12 t a day.
    private static Scenario Few => HelpsGate.Fed.Trucks(fleet => fleet with { Carries = Mass.FromTonnes(1) });

    [Fact]
    public void A_point_is_what_the_scenario_with_its_values_is_by_itself()
    {
        var result = Experiment.Sweep(Few.Vary("trucks", [1, 2, 3], Trucks), Hungry, new() { Runs = 3 });

        result.Points.Select(point => point.Measured.Estimate.Mean).Should().Equal(
            new[] { 1, 2, 3 }.Select(count =>
                Experiment.Run(Trucks(Few, count), new() { Runs = 3 }).Alternatives[0].Measure(Hungry).Estimate.Mean));
        result.Points.Select(point => point.Alternative.Fingerprint).Should().OnlyHaveUniqueItems();
        result.Varied.Should().ContainSingle().Which.Should().BeEquivalentTo(("trucks", new[] { "1", "2", "3" }));
    }

    // Nothing is random: from two trucks on all that is eaten is brought but for the first hours, and of
    // those that are as good the first listed is called best.
    [Fact]
    public void Of_those_that_are_equal_the_first_is_best_and_the_others_may_be()
    {
        var result = Experiment.Sweep(Few.Vary("trucks", [4, 1, 5, 3], Trucks), Hungry, new() { Runs = 2 });

        result.Points[result.Best!.Value].Values[0].Value.Should().Be("4");
        result.Points.Select(point => point.MayBeBest).Should().Equal(true, false, true,
            result.Points[3].Measured.Estimate.Mean == result.Points[0].Measured.Estimate.Mean);
        result.Points[0].FromBest!.Difference.Should().Be(0);
        result.Points[1].FromBest!.Difference.Should()
            .Be(result.Points[1].Measured.Estimate.Mean - result.Points[0].Measured.Estimate.Mean).And.BePositive();
    }

    [Fact]
    public void More_is_better_of_a_measure_of_which_more_is_better()
    {
        var result = Experiment.Sweep(Few.Vary("trucks", [1, 2, 10], Trucks), "met", new() { Runs = 1 });

        (result.Best, result.Points[2].MayBeBest, result.Points[0].MayBeBest).Should().Be((1, true, false));
        result.ToString().Should().Be(
            "A gate: 3 points, 1 run each, seed 1\n  trucks 1: met: 0.60 share (n = 1)\n  trucks 2: met: 1.00 share (n = 1) *\n  trucks "
                + "10: met: 1.00 share (n = 1) *");
    }

    // Chance enough to hide what a hundredth of an inspection is worth, and not what a hundredfold one is.
    [Fact]
    public void What_chance_hides_may_be_best_and_what_it_cannot_hide_may_not()
    {
        Scenario Slow(Scenario scenario, double hours) =>
            scenario.Gate(gate => gate with { Lanes = 1, Inspection = Duration.Exponential(TimeSpan.FromHours(hours)) });

        var result = Experiment.Sweep(HelpsGate.Fed.Vary("hours", [1.0, 1.01, 60], Slow), Hungry, new() { Runs = 40 });

        result.Points[2].MayBeBest.Should().BeFalse();
        result.Points.Count(point => point.MayBeBest).Should().BeInRange(1, 2);
        result.Points[result.Best!.Value].MayBeBest.Should().BeTrue();
    }

    // Of eight points each is held against the best at a seventh of one in twenty: what lies between would not be marked by itself.
    [Fact]
    public void All_points_are_judged_together()
    {
        Scenario Slow(Scenario scenario, double hours) =>
            scenario.Gate(gate => gate with { Lanes = 1, Inspection = Duration.Exponential(TimeSpan.FromHours(hours)) });

        var result = Experiment.Sweep(HelpsGate.Fed.Vary("hours", [10.0, 10.2, 10.4, 10.6, 10.8, 11, 12, 14], Slow), Hungry,
            new() { Runs = 40 });

        result.Points.Select(point => point.MayBeBest).Should()
            .Equal(result.Points.Select((point, i) => i == result.Best || point.FromBest!.PValue > 0.05 / 7));
        result.Points.Should().Contain(point => point.FromBest!.PValue > 0.05 / 7 && point.FromBest.PValue < 0.05);
    }

    [Fact]
    public void No_bands_of_days_are_kept() =>
        Experiment.Sweep((Few with { Measures = [.. Few.Measures.Select(one => one with { By = SeriesStep.Day })] }).Vary("trucks", [1, 2],
            Trucks), Hungry, new() { Runs = 2 })
            .All.Alternatives.Should().OnlyContain(point =>
                point.Series.All(band => band.Column.Measure != Hungry && band.Column.Measure != "met"));

    [Fact]
    public void Workers_change_no_digit()
    {
        var grid = Few.Vary("trucks", [1, 2, 3], Trucks);
        Experiment.Sweep(grid, Hungry, new() { Runs = 8, Workers = 4 }).All.Fingerprint.Should()
            .Be(Experiment.Sweep(grid, Hungry, new() { Runs = 8, Workers = 1 }).All.Fingerprint);
    }

    // The value of a measure of one place bears that place's name: there is none over all.
    [Fact]
    public void A_measure_of_one_place_judges_as_well()
    {
        var scenario = Few with { Measures = [.. Few.Measures.Select(one => one with { Of = "camp" })] };

        var result = Experiment.Sweep(scenario.Vary("trucks", [1, 2], Trucks), Hungry, new() { Runs = 1 });

        (result.Column.Place, result.Best).Should().Be(("camp", 1));
        result.Points[1].Measured.Should().Be(result.Points[1].Alternative.Measure(Hungry, "camp", "food"));
    }

    [Fact]
    public void Points_that_measure_something_else_by_the_same_name_are_not_judged_by_it()
    {
        var grid = Few.Vary("of", ["camps", "camp"],
            (scenario, of) => scenario with { Measures = [scenario.Measures[0] with { Of = of }, scenario.Measures[1]] });

        ((Action)(() => Experiment.Sweep(grid, Hungry))).Should().Throw<InvalidScenarioException>()
            .WithMessage("*'hungry' is something else at the point 'of-camp'*");
        Experiment.Sweep(grid, "met", new() { Runs = 1 }).Points.Should().OnlyContain(point => point.MayBeBest);
    }

    [Fact]
    public void What_is_no_grid_is_refused_in_words()
    {
        Problem(HelpsGate.Fed).Should().Contain("nothing is varied");
        Problem(Few.Vary("trucks", [1], Trucks)).Should().Contain("one point alone has nothing to be compared with: {trucks: 1}");
        var grid = Few.Vary("trucks", [1, 2], Trucks);
        Problem(grid with { Experiment = grid.Experiment with { Compare = [.. grid.Experiment.Compare, new("other", Few)] } }).Should()
            .Contain("'other' is no point of the grid that 'trucks-1' begins");
        Problem(grid, "nobody").Should().Contain("nobody");

        static string Problem(Scenario scenario, string? by = null) =>
            ((Action)(() => Experiment.Sweep(scenario, by))).Should().Throw<InvalidScenarioException>().Which.Message;
    }

    // Nothing is random at two of three points: two runs of the third say nothing of what it is on other luck.
    [Fact]
    public void One_point_at_which_chance_plays_makes_all_unsure()
    {
        Scenario Slow(Scenario scenario, double hours) => hours == 0 ? scenario
            : scenario.Gate(gate => gate with { Lanes = 1, Inspection = Duration.Exponential(TimeSpan.FromHours(hours)) });

        var result = Experiment.Sweep(HelpsGate.Fed.Vary("hours", [0.0, 60], Slow), Hungry, new() { Runs = 2 });

        result.Points.Select(point => (point.Alternative.IsSettled, point.MayBeBest)).Should().Equal((true, true), (false, true));
        result.Points[1].FromBest!.Test.Should().Be(DifferenceTest.TooFew);
    }

    [Fact]
    public void Where_runs_have_failed_none_is_best()
    {
        var grid = Few.Vary("trucks", [1, 2], Trucks).Vary("brittle", ["no", "yes"],
            (scenario, is_) => is_ == "no" ? scenario : scenario.With(new Brittle("brittle")));

        var result = Experiment.Sweep(grid, Hungry, new() { Runs = 4, KeepFailures = true });

        result.All.Failures.Should().NotBeEmpty();
        result.Best.Should().BeNull();
        result.Points.Should().OnlyContain(point => !point.MayBeBest && point.FromBest == null);
    }

    // Where nobody is sent nobody waits at the gate, long or short.
    [Fact]
    public void A_point_without_a_value_is_not_among_those_that_may_be_best()
    {
        var waiting = HelpsGate.Fed with
        {
            Measures = [.. HelpsGate.Fed.Measures, new Measure("wait") { Of = "crossings", Is = MeasureKind.Wait }],
        };
        var grid = waiting.Vary("sent", ["all", "nothing"],
            (scenario, sent) => sent == "all" ? scenario : scenario with { SupplyLines = [] });

        var result = Experiment.Sweep(grid, "wait", new() { Runs = 2 });

        double.IsNaN(result.Points[1].Measured.Estimate.Mean).Should().BeTrue();
        result.Points.Select(point => point.MayBeBest).Should().Equal(true, false);
    }

    /// <summary>Fails in every second run.</summary>
    private sealed record Brittle(string Id) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            await world.Delay(TimeSpan.FromDays(2));
            if (world.Simulation.Replication % 2 == 1) throw new InvalidOperationException("it broke");
        }
    }
}
