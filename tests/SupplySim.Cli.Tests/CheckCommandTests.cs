using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_file_without_mistakes_is_fine_and_what_its_places_depend_on_is_told()
    {
        _tool.Run("check", ToolRun.Scenario).Should().Be(ExitCode.Done);

        _tool.Out.Should()
            .Be($"{ToolRun.Scenario}: fine: 3 places, 2 routes, 1 fleet, 1 supply line, 1 alternative\n  Camp camp can be supplied only "
                + $"through crossing.\n  Crossing crossing: all that is needed or sent by road at the start is 2.4 vehicles a day, which there and "
                + $"back take 20 % of its lanes while it is open.\n");
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void Mistakes_are_told_with_their_places_and_a_verdict()
    {
        var file = _tool.File("bad.supply.yaml", "supplysim: 1\ntitel: X\nlanse: 2\n");

        _tool.Run("check", file).Should().Be(ExitCode.Wrong);

        _tool.Out.Should().Contain("bad.supply.yaml:2:1").And.Contain("bad.supply.yaml:3:1");
        _tool.Out.TrimEnd('\n').Split('\n')[^1].Should()
            .MatchRegex("bad.supply.yaml: cannot be run: [0-9]+ errors\\. `supplysim explain SS[0-9]{4}` tells more\\.$");
    }

    // So a value can be tried before anything is run with it.
    [Fact]
    public void What_is_set_is_checked()
    {
        _tool.Run("check", ToolRun.Scenario, "--set", "places.crossing.lanes=0").Should().Be(ExitCode.Wrong);
        _tool.Out.Should().Contain("`0` is outside what is allowed: 1 to 1000000").And.Contain("command line:1:29");
    }

    [Fact]
    public void One_bad_file_among_good_ones_decides_and_all_are_told()
    {
        var bad = _tool.File("bad.supply.yaml", "supplysim: 1\n");

        _tool.Run("check", bad, ToolRun.Scenario).Should().Be(ExitCode.Wrong);

        _tool.Out.Should().Contain("bad.supply.yaml: cannot be run").And.Contain("corridor-by-hand.supply.yaml: fine");
    }

    [Fact]
    public void Nothing_is_run()
    {
        _tool.Run("check", ToolRun.Scenario);

        _tool.Asked.Should().BeNull();
    }

    [Fact]
    public void Values_that_change_no_outcome_are_listed_and_the_exit_code_says_so()
    {
        // Nobody has come to the crossing at the end of it all but the trucks; the zone of a run without hours and dates matters to nobody.
        _tool.Run("check", "--inert", "--runs", "2", ToolRun.Scenario).Should().Be(ExitCode.GoalMissed);

        _tool.Out.Should().Contain("do nothing").And.Contain("does nothing: clock.zone: UTC (corridor-by-hand.supply.yaml:");
        var counts = Regex.Match(_tool.Out,
            @"  (\d+) values put to the test one at a time, 2 runs of each alternative: (\d+) act, (\d+) do nothing\n").Groups.Values
                .Skip(1)
            .Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray();
        counts.Should().HaveCount(3);
        counts[0].Should().Be(counts[1] + counts[2]);
        string.Concat(_tool.Out.Split('\n').Where(line => line.Contains("does nothing", StringComparison.Ordinal))).Should()
            .NotContain("lanes").And.NotContain("people").And.NotContain("places.depot.loading");
    }

    // The first page shows a whole file: as it stands it can be checked and run.
    [Fact]
    public void The_scenario_file_of_the_first_page_is_fine()
    {
        var page = File.ReadAllText(Path.Combine(DataFolder.Checkout(), "README.md")).ReplaceLineEndings("\n");
        var file = _tool.File("one-bridge.supply.yaml", Regex.Match(page, "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        _tool.Run("check", file).Should().Be(ExitCode.Done, _tool.Out);
        _tool.Runner = (scenario, options) => Experiment.Run(scenario, options);
        _tool.Run("run", file, "--runs", "5").Should().Be(ExitCode.Done, _tool.Error);
    }

    [Fact]
    public void A_scenario_all_of_whose_values_act_is_fine()
    {
        var text = File.ReadAllText(ToolRun.Scenario).Replace("zone: UTC", "", StringComparison.Ordinal).Replace("mode: road, ", "",
            StringComparison.Ordinal);
        _tool.Run("check", "--inert", "--runs", "2", _tool.File("lean.supply.yaml", text)).Should().Be(ExitCode.Done, _tool.Out);
    }
}
