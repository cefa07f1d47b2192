namespace SupplySim.Experiments;

/// <summary>Runs a single replication of a scenario.</summary>
public static class ScenarioRuns
{
    /// <summary>Runs one replication, and records its story.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0; with the same seed, the same as in an experiment. Default 0.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event.</exception>
    public static RunResult Run(this Scenario scenario, ulong seed, int replication = 0) =>
        Replication.Run(new CompiledScenario(scenario), seed, replication, tell: true);
}
