using SupplySim.Scenarios;

namespace SupplySim.Benchmarks;

/// <summary>Finds the examples of the checkout.</summary>
internal static class Examples
{
    /// <summary>The first alternative of an example, or the example itself where it has none.</summary>
    public static Scenario FirstAlternative(string example)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SupplySim.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("run this from a checkout: SupplySim.sln is in no folder above");
        var scenario = ScenarioFile.Read(Path.Combine(folder.FullName, "examples", example, $"{example}.supply.yaml"));
        var first = scenario.Experiment.Compare.IsEmpty ? scenario : scenario.Experiment.Compare[0].Scenario;
        return first with { Experiment = first.Experiment with { Compare = [] } };
    }
}
