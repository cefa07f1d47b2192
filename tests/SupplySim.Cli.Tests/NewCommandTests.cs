using SupplySim.Cli.Commands;
using SupplySim.Experiments;
using SupplySim.Scenarios;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

public sealed class NewCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_first_scenario_and_the_schema_are_written()
    {
        var folder = Path.Combine(_tool.Folder, "studies", "my-study");
        _tool.Run("new", folder).Should().Be(ExitCode.Done);
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("my-study.supply.yaml", "scenario.schema.json");
        var scenario = Path.Combine(folder, "my-study.supply.yaml");
        File.ReadLines(scenario).First().Should().Be("# yaml-language-server: $schema=scenario.schema.json");
        _tool.Out.Should().Contain(scenario).And.Contain("Next: `supplysim run ");
        _tool.Run("check", scenario).Should().Be(ExitCode.Done);
        _tool.Error.Should().BeEmpty("a first scenario has nothing to be warned of");
    }

    // What it says of itself: short, nothing to complain of, and each alternative another answer.
    [Fact]
    public void The_first_scenario_is_short_and_fine_and_says_something()
    {
        NewCommand.Starter.Split('\n').Should().HaveCountLessThan(62);
        var scenario = ScenarioFile.Parse(NewCommand.Starter);
        var result = Experiment.Run(scenario, new() { Runs = 20 });
        var hungry = result.Alternatives.Select(alternative => alternative.Measure("hungry").Estimate.Mean).ToArray();
        hungry.Should().OnlyHaveUniqueItems().And.HaveCount(4);
        hungry[^1].Should().Be(0, "there is no flood");
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        var there = _tool.File("scenario.schema.json", "mine");
        _tool.Run("new", _tool.Folder).Should().Be(ExitCode.Done);
        File.ReadAllText(there).Should().Be("mine");
        var scenario = Directory.GetFiles(_tool.Folder, "*.supply.yaml").Single();
        File.WriteAllText(scenario, "mine, too");
        _tool.Run("new", _tool.Folder).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain("is there already, and was left as it is");
        File.ReadAllText(scenario).Should().Be("mine, too");
    }

    [Theory]
    [InlineData(""), InlineData(" "), InlineData("/")]
    public void What_is_no_name_is_told(string folder)
    {
        _tool.Run("new", folder).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain("is no name for a folder");
    }

    [Fact]
    public void Where_nothing_can_be_written_it_is_told()
    {
        var file = _tool.File("a-file", "");
        _tool.Run("new", Path.Combine(file, "study")).Should().Be(ExitCode.InputOutput);
        _tool.Error.Should().Contain("cannot write to");
    }

    [Fact]
    public void The_schema_is_printed()
    {
        _tool.Run("schema").Should().Be(ExitCode.Done);
        _tool.Out.Should()
            .Be(File.ReadAllText(Path.Combine(DataFolder.Checkout(), "examples", "scenario.schema.json")).ReplaceLineEndings("\n"));
    }
}
