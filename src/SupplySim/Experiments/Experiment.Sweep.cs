using System.Collections.Immutable;

namespace SupplySim.Experiments;

/// <content>How much of what is enough: the points of a grid beside each other.</content>
public static partial class Experiment
{
    /// <summary>Runs every point of a grid on the same luck, and says which is best, which may be as good,
    /// and where goals are met.</summary>
    /// <param name="scenario">A scenario whose alternatives are the points of a grid: <see cref="Grid.Vary"/>, or
    /// <c>ScenarioFile.ReadSweep</c>.</param>
    /// <param name="by">The measure that judges, over all that it is of; one that has a value in every run.
    /// Default: what the scenario ranks by, else what people go without, else what they get, else the first
    /// that can be better or worse.</param>
    /// <param name="options">How; default: as the scenario says. When to stop an experiment is not asked
    /// here: each point has all runs.</param>
    /// <param name="cancellation">Stops early: what is done so far of all points is returned. Where that is
    /// nothing yet, <see cref="OperationCanceledException"/> is thrown.</param>
    /// <exception cref="InvalidScenarioException">The scenario or a point has problems, or the alternatives
    /// are no grid; all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event; with
    /// <see cref="ExperimentOptions.KeepFailures"/>, in every replication.</exception>
    /// <exception cref="Audits.InvariantBrokenException">An audit was asked for, and has found a defect.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Runs or workers below 1, or more runs than
    /// <see cref="ExperimentPlan.MostRuns"/>.</exception>
    /// <exception cref="OperationCanceledException">Stopped before the first run of every point was done.</exception>
    public static SweepResult Sweep(Scenario scenario, string? by = null, ExperimentOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (SweepProblems(scenario, by) is { IsEmpty: false } problems) throw new InvalidScenarioException(scenario.Title, problems);
        return SweepResult.Of(Run(Bare(scenario), options, cancellation), PlanOf(scenario, by).By!);
    }

    // A thousand points have no room for the bands of a thousand series, which nobody looks at.
    internal static Scenario Bare(Scenario grid) => grid with
    {
        Experiment = grid.Experiment with
        {
            StopWhen = null,
            Compare = [.. grid.Experiment.Compare.Select(point =>
                point with { Scenario = point.Scenario with { Measures = [.. point.Scenario.Measures.Select(one => one with { By = null })],
                    Observed = [] } })],
        },
    };

    /// <summary>Why a scenario that has no problem of its own cannot be swept; none where it can.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="by">The measure that judges. Default: as <see cref="Sweep"/> has it.</param>
    public static ImmutableArray<Problem> SweepProblems(Scenario scenario, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var points = AlternativesOf(scenario);
        if (points[0].Values.Count == 0)
            return [new Problem("experiment.sweep", "nothing is varied",
                "say which values to try: `experiment: {sweep: {flights: [0, 2, 4]}}` in the file, --vary flights=0,2,4 on the command "
                    + "line, Grid.Vary in code") { Kind = ProblemKind.Missing }];
        if (points.Length == 1)
            return [new Problem("experiment.sweep", $"one point alone has nothing to be compared with: {points[0].Values}",
                "try several values, or run it with --set") { Kind = ProblemKind.Idle }];
        string[] varied = [.. points[0].Values.Select(one => one.Name)];
        if (points.FirstOrDefault(point => !point.Values.Select(one => one.Name).SequenceEqual(varied)) is { } other)
            return [new Problem("experiment.compare", $"'{other.Name}' is no point of the grid that '{points[0].Name}' begins",
                "compare it by itself") { Kind = ProblemKind.WrongKind }];
        var plan = PlanOf(scenario, by);
        if (OfQuestion(scenario, plan, "tell which point is best") is { IsEmpty: false } problems) return problems;
        var judge = ShownOf(scenario, plan.By!);
        return points.FirstOrDefault(point => ShownOf(point.Scenario, plan.By!) != judge) is not { } odd ? []
            : [new Problem(ByPath, $"'{plan.By}' is something else at the point '{odd.Name}', or is not measured there",
                "judge by a measure that is the same at every point") { Kind = ProblemKind.WrongKind }];
    }

    private static string? ShownOf(Scenario scenario, string measure) =>
        (scenario.Measures.FirstOrDefault(one => one.Id == measure) is { } found ? found with { By = null } : null)?.ToString();
}
