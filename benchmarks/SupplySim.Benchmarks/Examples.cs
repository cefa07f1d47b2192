using SupplySim.Scenarios;

namespace SupplySim.Benchmarks;

/// <summary>Finds the examples of the checkout.</summary>
internal static class Examples
{
    /// <summary>The first alternative of an example, or the example itself where it has none.</summary>
    public static Scenario FirstAlternative(string example)
    {
        var scenario = Read(example);
        var first = scenario.Experiment.Compare.IsEmpty ? scenario : scenario.Experiment.Compare[0].Scenario;
        return first with { Experiment = first.Experiment with { Compare = [] } };
    }

    /// <summary>An example with its first two alternatives alone.</summary>
    public static Scenario FirstTwoAlternatives(string example)
    {
        var scenario = Read(example);
        return scenario with { Experiment = scenario.Experiment with { Compare = scenario.Experiment.Compare[..2] } };
    }

    private static Scenario Read(string example) =>
        ScenarioFile.Read(Path.Combine(Checkout.Root, "examples", example, $"{example}.supply.yaml"));
}
