using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

public class AlternativesTests
{
    [Fact]
    public void Each_alternative_is_the_file_with_its_settings()
    {
        var scenario = ScenarioFile.Parse(SmallScenario.Text);
        scenario.Experiment.Compare.Select(a => a.Name).Should().Equal("as-is", "quiet", "more-trucks");
        var (asIs, quiet, more) = (scenario.Experiment.Compare[0].Scenario, scenario.Experiment.Compare[1].Scenario,
            scenario.Experiment.Compare[2].Scenario);
        (asIs.Fronts.Length, quiet.Fronts.Length, more.Fronts.Length).Should().Be((3, 2, 3));
        (asIs.Fleets[0].Count, quiet.Fleets[0].Count, more.Fleets[0].Count).Should().Be((9, 9, 12));
        ((Crossing)more["bridge"]).Hours.Should().Be((Each<Hours>)Hours.Always);
        ((Crossing)asIs["bridge"]).Hours.ToString().Should().Be("08:00-17:00 [mon-fri]");
        quiet.Experiment.Compare.Should().BeEmpty();
    }

    [Fact]
    public void An_alternative_may_begin_in_the_middle_of_a_run()
    {
        var scenario = ScenarioFile.Parse(
            SmallScenario.With("    more-trucks:", "    later: {at: day 3, set: {trucks: 11}}\n    more-trucks:"));
        scenario.Experiment.Compare[2].Should()
            .Match<Alternative>(one => one.Name == "later" && one.From == Moment.Day(3) && one.Scenario.Fleets[0].Count == 11);
        scenario.Experiment.Compare.Where(one => one.Name != "later").Should().OnlyContain(one => one.From == null);
    }

    [Theory]
    [InlineData("{set: {trucks: 11}}", "SS0203", "`set` needs the moment")]
    [InlineData("{at: soon, set: {trucks: 11}}", "SS0308", "`soon` is not a date or time")]
    [InlineData("{at: never, set: {trucks: 11}}", "SS0406", "never is not within the run")]
    [InlineData("{at: day 3, set: {places.bridge.at: 36.0 N 42.0 E}}", "SS0401",
        "'places.bridge.at' cannot be changed in the middle of a run")]
    public void What_cannot_be_done_in_the_middle_of_a_run_is_told_at_its_place(string block, string code, string message)
    {
        var diagnostic = Diagnose(SmallScenario.With("    more-trucks:", $"    later: {block}\n    more-trucks:")).Should()
            .ContainSingle().Subject;
        (diagnostic.Code, diagnostic.Message).Should()
            .Match<(string Code, string Message)>(told => told.Code == code && told.Message.StartsWith(message));
        diagnostic.Place!.LineText.Should().Contain("later:");
    }

    // Each at its own value, and all at once.
    [Fact]
    public void Mistakes_in_an_intervention_are_told_together_each_at_its_value()
    {
        var diagnostics = Diagnose(SmallScenario.With("    more-trucks:",
            "    later:\n      at: day 3\n      set:\n        places.bridge.at: 36.0 N 42.0 E\n        routes[base - bridge].length: 61 "
                + "km\n        trucks: 11\n    more-trucks:"));
        diagnostics.Select(one => one.Message).Should().Equal(
            "'places.bridge.at' cannot be changed in the middle of a run",
            "'routes.base - bridge.length' cannot be changed in the middle of a run");
        diagnostics.Select(one => one.Place!.LineText.Substring(one.Place.Column - 1, one.Place.Length)).Should()
            .Equal("36.0 N 42.0 E", "61 km");
    }

    [Fact]
    public void A_setting_that_an_alternative_overrides_is_told_of()
    {
        ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", ["trucks=10"], out var scenario, out var diagnostics).Should().BeTrue();
        var told = diagnostics.Should().ContainSingle().Subject;
        (told.Code, told.Severity, told.Message).Should()
            .Be(("SS0505", Severity.Warning, "`trucks` does not count in the alternative `more-trucks`, which sets it itself"));
        told.Place!.LineText.Should().Be("--set trucks=10");
        scenario!.Experiment.Compare.Select(one => one.Scenario.Fleets[0].Count).Should().Equal(10, 10, 12);
    }

    [Fact]
    public void What_is_taken_away_from_outside_may_be_taken_away_by_an_alternative_too_and_not_be_changed_by_one()
    {
        ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", ["fronts.advance=off"], out var scenario, out var diagnostics)
            .Should().BeTrue();
        diagnostics.Should().OnlyContain(one => one.Code == "SS0409");
        scenario!.Experiment.Compare.Should().OnlyContain(one => one.Scenario.Fronts.Length == 2);
        ScenarioFile.TryParse(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {disruptions.flood.close: bridge}"), "f.yaml",
            ["disruptions.flood=off"], out _, out diagnostics).Should().BeFalse();
        diagnostics[0].Message.Should().Be("`disruptions.flood` is taken away from outside, and `quiet` sets `disruptions.flood.close`");
        diagnostics.Should().ContainSingle("what follows from it is not told").Which.Help.Should()
            .Contain("`--set experiment.compare.quiet=off`");
        ScenarioFile.TryParse(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {disruptions.flood.close: bridge}"), "f.yaml",
            ["disruptions.flood=off", "experiment.compare.quiet=off"], out scenario, out _).Should().BeTrue();
        scenario!.Experiment.Compare.Should().NotContain(one => one.Name == "quiet");
    }

    [Fact]
    public void A_key_of_a_block_that_the_file_does_not_have_is_set_with_the_block()
    {
        var told = Diagnose(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {policies.dispatch.rule: go}")).Should()
            .ContainSingle().Subject;
        (told.Code, told.Help).Should().Be(("SS0503",
            "set the whole block: `policies.dispatch: {rule: go}` in the file, `policies.dispatch={rule: go}` on the command line, with "
                + "what else it needs"));
        Diagnose(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {policies.dispatch: {rule: go}}")).Should().BeEmpty();
        Diagnose(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {policies.dispach.rule: go}")).Should()
            .ContainSingle().Which.Help.Should().Be("a similar one exists: `dispatch`");
    }

    [Fact]
    public void A_mistake_that_only_an_alternative_makes_says_so()
    {
        var text = SmallScenario.With("places.bridge.hours: always", "places.bridge.lanes: 0");
        var diagnostic = Diagnose(text).Should().ContainSingle().Subject;
        diagnostic.Code.Should().Be("SS0306");
        diagnostic.Note.Should().Be("in the alternative `more-trucks`");
        diagnostic.Place!.LineText.Substring(diagnostic.Place.Column - 1, diagnostic.Place.Length).Should().Be("0");
    }

    [Fact]
    public void A_mistake_in_the_file_is_reported_once_however_many_alternatives_there_are() =>
        Diagnose(SmallScenario.With("docks: 4", "docks: 0")).Should().ContainSingle().Which.Note.Should().BeNull();

    [Fact]
    public void What_an_alternative_takes_away_is_missed_where_it_is_used()
    {
        var diagnostics = Diagnose(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {fleets.planes: off}"));
        diagnostics.Select(d => d.Message).Should().Equal("there is no fleet `planes`", "there is no fleet or place `planes`");
        diagnostics.Should().OnlyContain(d => d.Note == "in the alternative `quiet`");
    }

    [Theory]
    [InlineData("routes[base - bridge].length: 61 km")]
    [InlineData("goals[0].in: 50 %")]
    [InlineData("places.post.warn-below: 3 d")]
    [InlineData("policies.ration: off")]
    [InlineData("disruptions.flood: off")]
    [InlineData("places.valley.arrivals: off")]
    [InlineData("places.valley.stock: {food: 3 t}")]
    public void A_setting_reaches_every_part_of_the_file(string setting) =>
        Diagnose(SmallScenario.With("quiet: {fronts.advance: off}",
            $"quiet: "
                + $"{{{setting.Replace("routes[base - bridge].length", "\"routes[base - bridge].length\"").Replace("goals[0].in", "\"goals[0].in\"")}}}"))
            .Should().BeEmpty();

    [Fact]
    public void An_alternative_cannot_change_the_clock_by_which_it_is_compared()
    {
        var diagnostic = Diagnose(SmallScenario.With("places.bridge.hours: always", "clock.length: 3 d")).Should().ContainSingle().Subject;
        diagnostic.Message.Should().Be("an alternative cannot change the clock");
        diagnostic.Place!.LineText.Substring(diagnostic.Place.Column - 1, diagnostic.Place.Length).Should().Be("more-trucks");
    }

    [Fact]
    public void An_alternative_cannot_change_the_experiment_that_it_is_part_of() =>
        Diagnose(SmallScenario.With("quiet: {fronts.advance: off}", "quiet: {experiment.runs: 3}"))
            .Select(d => (d.Code, d.Message))
            .Should().Equal(("SS0503", "an alternative cannot change `experiment.runs`"));

    [Theory]
    [InlineData("flights=4", "SS0503", 7)]
    [InlineData("trucks", "SS0502", 7)]
    [InlineData("=4", "SS0502", 7)]
    [InlineData("trucks=", "SS0502", 13)]
    [InlineData("trucks=40", "SS0306", 14)]
    [InlineData("trucks=4 t", "SS0303", 14)]
    [InlineData("trucks=[4", "SS0001", 14)]
    [InlineData("places.brigde.lanes=1", "SS0503", 14)]
    [InlineData("places.bridge.lanse=1", "SS0201", 21)]
    [InlineData("places.bridge.lanes={in: 0, out: 1}", "SS0306", 32)]
    [InlineData("places..lanes=1", "SS0503", 7)]
    [InlineData("goals[9].in=1", "SS0503", 13)]
    [InlineData("routes[base - bridge]={length: 60 km}", "SS0402", 14)]
    [InlineData("parties.red={strength: -1}", "SS0306", 30)]
    public void A_mistake_in_a_setting_is_reported_on_the_command_line(string setting, string code, int column)
    {
        ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", [setting], out var scenario, out var diagnostics).Should()
            .BeFalse();
        scenario.Should().BeNull();
        diagnostics.Select(d => (d.Code, d.Place!.File, d.Place.Column, d.Place.LineText)).Should()
            .Equal((code, "command line", column, "--set " + setting));
    }

    [Fact]
    public void Settings_from_outside_count_for_the_file_and_for_every_alternative_that_does_not_set_the_same()
    {
        var scenario = ScenarioFile.Parse(SmallScenario.Text, "f.yaml", "trucks=5", "disruptions.dust=off",
            "experiment.runs=7");
        scenario.Fleets[0].Count.Should().Be(5);
        scenario.Experiment.Runs.Should().Be(7);
        scenario.Disruptions.OfType<Grounding>().Should().BeEmpty();
        scenario.Experiment.Compare.Select(a => a.Scenario.Fleets[0].Count).Should().Equal(5, 5, 12);
    }

    [Fact]
    public void A_plan_that_the_file_does_not_have_can_be_set_from_outside()
    {
        var bare = SmallScenario.Text[..SmallScenario.Text.IndexOf("experiment:", StringComparison.Ordinal)];
        var plan = ScenarioFile.Parse(bare, "f.yaml", "experiment.rank.by=hungry", "experiment.rank.at=day 3",
            "experiment.runs=7").Experiment;
        (plan.Runs, plan.Rank!.By, plan.Rank.ShutFor, plan.Rank.At.ToString()).Should().Be((7, "hungry", TimeSpan.FromDays(14), "day 3"));

        ScenarioFile.TryParse(bare, "f.yaml", ["experiment.rank.bye=hungry", "experiment.stop-when.of=hungry", "experimnt.runs=7"], out _,
            out var diagnostics).Should().BeFalse();
        diagnostics.Select(d => (d.Code, d.Place!.LineText)).Should().BeEquivalentTo([
            ("SS0503", "--set experimnt.runs=7"), ("SS0201", "--set experiment.rank.bye=hungry"),
            ("SS0202", "--set experiment.stop-when.of=hungry")]);
    }

    private static IReadOnlyList<Diagnostic> Diagnose(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        return diagnostics;
    }
}
