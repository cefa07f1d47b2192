using SupplySim.Scenarios;

namespace SupplySim.Benchmarks;

/// <summary>Finds the examples of the checkout.</summary>
internal static class Examples
{
    /// <summary>The first alternative of an example, or the example itself where it has none.</summary>
    public static Scenario FirstAlternative(string example)
    {
        var scenario = ScenarioFile.Read(Path.Combine(Checkout.Root, "examples", example, $"{example}.supply.yaml"));
        var first = scenario.Experiment.Compare.IsEmpty ? scenario : scenario.Experiment.Compare[0].Scenario;
        return first with { Experiment = first.Experiment with { Compare = [] } };
    }
}
