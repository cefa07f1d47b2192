using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Experiments;

/// <summary>What can be asked of a scenario by itself: one replication of it, and what its places depend on.</summary>
public static partial class ScenarioRuns
{
    /// <summary>Runs one replication, and records its story.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0; with the same seed, the same as in an experiment. Default 0.</param>
    /// <param name="audit">Whether to hold it to all invariants while it runs, at a few times the cost. Default: no.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event.</exception>
    /// <exception cref="Audits.InvariantBrokenException">The audit has found a defect.</exception>
    public static RunResult Run(this Scenario scenario, ulong seed, int replication = 0, bool audit = false) =>
        Replication.Run(new CompiledScenario(scenario), seed, replication, tell: true, audit);

    /// <summary>The single points of failure: for each place that supply lines lead to, the crossings and routes that every way
    /// there goes past. Runs nothing.</summary>
    /// <param name="scenario">What is looked at.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<Lifeline> Lifelines(this Scenario scenario)
    {
        var compiled = new CompiledScenario(scenario);
        return new SoleWays(compiled.Catalogue, compiled.Roads).Find();
    }

    /// <summary>How busy each crossing would be if all that is needed came by road, by the fastest ways. Runs nothing.</summary>
    /// <param name="scenario">What is looked at.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<Utilisation> Utilisations(this Scenario scenario) =>
        new Utilisations(new CompiledScenario(scenario)).Find();

    /// <summary>Where more is surely asked for than can be carried: crossings that let less through than is
    /// needed behind them, fleets too small for their lines, lines that send less than is needed. Counted over a run and so that nothing
    /// said is false; that nothing is said is no promise. Runs nothing.</summary>
    /// <param name="scenario">What is looked at.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<Problem> Shortfalls(this Scenario scenario) => new Shortfalls(new CompiledScenario(scenario)).Find();

    /// <summary>The disruptions and fronts that are to begin at a time after the run has ended, and so never do; those that are
    /// told to begin <c>never</c> are meant so and left out.</summary>
    /// <param name="scenario">What is looked at.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<string> NeverBegin(this Scenario scenario)
    {
        var catalogue = new CompiledScenario(scenario).Catalogue;
        bool IsTooLate(Moment? moment) => moment is { IsNever: false } at && catalogue.Time(at) >= catalogue.Horizon;
        return [.. scenario.Disruptions.OfType<Occurrence>().Where(one => IsTooLate(one.At ?? one.From)).Select(one => one.Id),
            .. scenario.Fronts.Where(front => IsTooLate(front.Starts)).Select(front => front.Id)];
    }
}
