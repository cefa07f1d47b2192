using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

/// <summary>Tests that compare results of one example, which they make.</summary>
public abstract class ComparedResults : IDisposable
{
    private protected static readonly string Example = Path.Combine(DataFolder.Checkout(), "examples", "clearance-delay",
        "clearance-delay.supply.yaml");
    private protected readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };

    public void Dispose()
    {
        _tool.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The folder of a result that is run with these flags.</summary>
    private protected string Made(string name, params string[] flags)
    {
        var folder = Path.Combine(_tool.Folder, name);
        using var tool = new ToolRun { Runner = _tool.Runner };
        tool.Run(["run", Example, "--out", folder, "--no-report", "-q", .. flags]).Should().BeOneOf([ExitCode.Done, ExitCode.GoalMissed],
            tool.Error);
        return folder;
    }
}
