using System.Collections.Immutable;
using System.Diagnostics;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Runs a scenario and its alternatives many times over, on the same luck, and says what came out and how surely.</summary>
/// <remarks>Replication r of every alternative draws the same numbers for the same things, so that differences are differences of
/// the alternatives. Runs are spread over threads and put together in order: the number of workers cannot change a digit.</remarks>
public static partial class Experiment
{
    /// <summary>Runs all replications of all alternatives, or as many as <see cref="ExperimentPlan.StopWhen"/> asks for.</summary>
    /// <param name="scenario">What is simulated. Without alternatives it is run alone, under the name <c>baseline</c>.</param>
    /// <param name="options">How; default: as the scenario's own plan says.</param>
    /// <param name="cancellation">Stops early: what is done so far of all alternatives is returned. Where that is
    /// nothing yet, <see cref="OperationCanceledException"/> is thrown.</param>
    /// <exception cref="InvalidScenarioException">The scenario or an alternative has problems; all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event; with
    /// <see cref="ExperimentOptions.KeepFailures"/>, in every replication.</exception>
    /// <exception cref="Audits.InvariantBrokenException">An audit was asked for, and has found a defect.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Runs or workers below 1, or more runs than
    /// <see cref="ExperimentPlan.MostRuns"/>.</exception>
    /// <exception cref="OperationCanceledException">Stopped before the first run of every alternative was done.</exception>
    public static ExperimentResult Run(
        Scenario scenario, ExperimentOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        options ??= new ExperimentOptions();
        if (scenario.Problems() is { IsEmpty: false } problems) throw new InvalidScenarioException(scenario.Title, problems);
        var runs = Within(options.Runs ?? scenario.Experiment.Runs, ExperimentPlan.MostRuns, "runs");
        var seed = options.Seed ?? scenario.Experiment.Seed;
        var alternatives = AlternativesOf(scenario);
        // A thread without a run to do would only cost.
        var workers = Math.Min(
            Within(options.Workers ?? Environment.ProcessorCount, int.MaxValue, "workers"), runs * alternatives.Length);
        var compiled = alternatives.Select(alternative => CompiledScenario.Of(scenario, alternative)).ToArray();
        options.Store?.Begin(ExperimentIdentity.Of(scenario, seed));
        var clock = Stopwatch.StartNew();
        var gathered = new Gathering(alternatives.Length,
            scenario.Experiment.StopWhen is { } rule ? StopAt(rule, alternatives, compiled) : null);
        var source = new RunSource(seed, options);
        var batch = new Batch(compiled, [.. alternatives.Select(one => one.Name)], runs, source,
            gathered.Add) { Progress = options.Progress };
        batch.Run(workers, cancellation);
        if (batch.Taken == 0)
            throw new OperationCanceledException("Stopped before the first run of every alternative was done.", cancellation);
        if (gathered.Runs == 0) gathered.Fail(compiled, alternatives, seed);
        return new Summing(scenario, alternatives, compiled, seed, gathered.Alternatives,
            runs) { Failures = gathered.Failures(alternatives) }
            .Result(clock.Elapsed, workers, source.Found) with
        {
            Ended = batch.IsEnough ? ExperimentEnd.HalfWidth : batch.Taken == runs ? ExperimentEnd.AllRuns : ExperimentEnd.Cancelled,
        };
    }

    /// <summary>Closes each place or route in turn, compares it with leaving it open run by run on the same
    /// luck, and says what would protect.</summary>
    /// <param name="scenario">What is simulated. Everything is closed in its first alternative; the others are asked whether they
    /// protect.</param>
    /// <param name="plan">What is closed, when and for how long, and the measure that ranks. Default: the scenario's own plan, else
    /// as a <see cref="RankPlan"/> has it.</param>
    /// <param name="options">How; default: as the scenario says. When to stop an experiment is not asked here: each closure
    /// has all runs.</param>
    /// <param name="cancellation">Stops early: what is done so far with everything closed is returned. Where that is
    /// nothing yet, <see cref="OperationCanceledException"/> is thrown.</param>
    /// <exception cref="InvalidScenarioException">The scenario, an alternative or the plan has problems;
    /// all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event; with
    /// <see cref="ExperimentOptions.KeepFailures"/>, in every replication with nothing closed.</exception>
    /// <exception cref="Audits.InvariantBrokenException">An audit was asked for, and has found a defect.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Runs or workers below 1, or more runs than
    /// <see cref="ExperimentPlan.MostRuns"/>.</exception>
    /// <exception cref="OperationCanceledException">Stopped before the first run with each of them closed was done.</exception>
    public static RankResult Rank(
        Scenario scenario, RankPlan? plan = null, ExperimentOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        plan = PlanOf(scenario, plan);
        var (rounds, runs) = Begin(scenario, plan, RankProblems(scenario, plan), options ?? new ExperimentOptions(),
            seed => ExperimentIdentity.OfRanking(scenario, plan, seed), cancellation);
        return new Ranking(scenario, plan, AlternativesOf(scenario), rounds).Result(runs);
    }

    /// <summary>Lifts each obstacle of a scenario in turn, compares that with leaving it run by run on the same luck, and says what would
    /// help most: opening hours, lanes, trucks, orders, stocks, each by the same measure, and what happens
    /// in it had it not happened.</summary>
    /// <param name="scenario">What is simulated, as its first alternative has it.</param>
    /// <param name="by">The measure that judges, over all that it is of; one of which more or less is better and that has a value in every
    /// run. Default: what the scenario ranks by, else what people go without, else what they get, else the
    /// first that can be better or worse.</param>
    /// <param name="options">How; default: as the scenario says. When to stop an experiment is not asked
    /// here: each remedy has all runs.</param>
    /// <param name="cancellation">Stops early: what is done so far with each lifted is returned. Where that is
    /// nothing yet, <see cref="OperationCanceledException"/> is thrown.</param>
    /// <exception cref="InvalidScenarioException">The scenario or its first alternative has problems, or nothing can help in the measure;
    /// all of them are listed.</exception>
    /// <exception cref="Engine.SimulationFailedException">Something went wrong inside an event; with
    /// <see cref="ExperimentOptions.KeepFailures"/>, in every replication with nothing lifted.</exception>
    /// <exception cref="Audits.InvariantBrokenException">An audit was asked for, and has found a defect.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Runs or workers below 1, or more runs than
    /// <see cref="ExperimentPlan.MostRuns"/>.</exception>
    /// <exception cref="OperationCanceledException">Stopped before there was a run of everything.</exception>
    public static HelpsResult Helps(Scenario scenario, string? by = null, ExperimentOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var plan = PlanOf(scenario, by);
        var (rounds, runs) = Begin(scenario, plan, HelpsProblems(scenario, by), options ?? new ExperimentOptions(),
            seed => ExperimentIdentity.OfHelps(scenario, by, seed), cancellation);
        return new Lifting(scenario, plan.By!, AlternativesOf(scenario)[0], rounds).Result(runs);
    }

    /// <summary>Why closures cannot be ranked in a scenario that has no problem of its own; none where they can.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="plan">What is asked. Default: as the scenario says.</param>
    public static ImmutableArray<Problem> RankProblems(Scenario scenario, RankPlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return OfQuestion(scenario, PlanOf(scenario, plan), "rank closures");
    }

    /// <summary>Why it cannot be asked what would help in a scenario that has no problem of its own; none where it can.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="by">The measure that judges. Default: as <see cref="Helps"/> has it.</param>
    public static ImmutableArray<Problem> HelpsProblems(Scenario scenario, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var plan = PlanOf(scenario, by);
        if (OfQuestion(scenario, plan, "tell what helps") is { IsEmpty: false } problems) return problems;
        return scenario.Measures.First(one => one.Id == plan.By).Is.Wish() != 0 ? [] :
        [
            new Problem(ByPath, $"of '{plan.By}' neither more nor less is better, so that nothing can help",
                scenario.Measures.Where(one =>
                    one.Is.Wish() != 0 && one.Is is not (MeasureKind.FirstTimeBelowWarning or MeasureKind.TimeToRecover))
                        .Select(one => one.Id).ToArray() is { Length: > 0 } others
                            ? $"judge by another: {string.Join(", ", others)}"
                            : "add a measure, such as unmet person-days")
                { Kind = ProblemKind.WrongKind },
        ];
    }

    private const string ByPath = "experiment.rank.by";

    private static ImmutableArray<Problem> OfQuestion(Scenario scenario, RankPlan plan, string what)
    {
        if (plan.By is null)
            return [new Problem("measures", $"nothing is measured that could {what}",
                "add a measure, such as unmet person-days") { Kind = ProblemKind.Missing }];
        var own = (scenario with { Experiment = scenario.Experiment with { Rank = plan } }).Problems()
            .Where(one => one.Path.StartsWith("experiment.rank", StringComparison.Ordinal)).ToImmutableArray();
        if (!own.IsEmpty) return own;
        return AlternativesOf(scenario)[0] is var first && first.Scenario.Measures.Any(one => one.Id == plan.By) ? []
            : [new Problem(ByPath, $"'{plan.By}' is not measured in the alternative '{first.Name}'",
                "judge by a measure that is") { Kind = ProblemKind.Missing }];
    }

    // Checks what is asked, and makes ready to run it.
    private static (Rounds Rounds, int Runs) Begin(
        Scenario scenario, RankPlan plan, ImmutableArray<Problem> ofQuestion, ExperimentOptions options,
        Func<ulong, ExperimentIdentity> identity, CancellationToken cancellation)
    {
        var asked = scenario with { Experiment = scenario.Experiment with { Rank = plan } };
        if (asked.Problems() is { IsEmpty: false } problems) throw new InvalidScenarioException(scenario.Title, problems);
        if (!ofQuestion.IsEmpty) throw new InvalidScenarioException(scenario.Title, ofQuestion);
        var runs = Within(options.Runs ?? scenario.Experiment.Runs, ExperimentPlan.MostRuns, "runs");
        var workers = Within(options.Workers ?? Environment.ProcessorCount, int.MaxValue, "workers");
        var seed = options.Seed ?? scenario.Experiment.Seed;
        options.Store?.Begin(identity(seed));
        return (new Rounds(seed, runs, options, workers, cancellation), runs);
    }

    /// <summary>The plan by which what would help is judged: the measure is null where there is none.</summary>
    internal static RankPlan PlanOf(Scenario scenario, string? by) =>
        PlanOf(scenario, (scenario.Experiment.Rank ?? new RankPlan()) is var plan && by is not null ? plan with { By = by } : null);

    /// <summary>The plan of a ranking with all that it leaves open; the measure is null where there is none that could rank.</summary>
    internal static RankPlan PlanOf(Scenario scenario, RankPlan? plan)
    {
        plan ??= scenario.Experiment.Rank ?? new RankPlan();
        return plan with { By = plan.By ?? scenario.Measures.Telling()?.Id };
    }

    // Of what may never happen the runs count in which it did, as in its estimate.
    private static (int Alternative, Func<RunResult, bool> IsEnough) StopAt(
        StopRule rule, ImmutableArray<Alternative> alternatives, CompiledScenario[] compiled)
    {
        var number = rule.In is null ? 0 : Enumerable.Range(0, alternatives.Length).First(i => alternatives[i].Name == rule.In);
        var column = compiled[number].Measures.Layout.Whole(rule.Of);
        var watch = new SequentialStop { Relative = rule.HalfWidth, NeverBelow = rule.NeverBelow }.Watch();
        return (number, run => !double.IsNaN(run.Values[column]) && watch.Add(run.Values[column]));
    }

    /// <summary>The alternatives of a scenario; where it has none it is run alone.</summary>
    internal static ImmutableArray<Alternative> AlternativesOf(Scenario scenario) => scenario.Experiment.Compare.IsEmpty
        ? [new Alternative("baseline", scenario)]
        : scenario.Experiment.Compare;

    private static int Within(int value, int most, string what) => value >= 1 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(what, value, $"{value} {what}: 1 to {most} are allowed");
}
