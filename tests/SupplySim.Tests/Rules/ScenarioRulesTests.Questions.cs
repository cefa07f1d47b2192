namespace SupplySim.Tests.Rules;

public sealed partial class ScenarioRulesTests
{
    private static Slip[] MeasureSlips =>
    [
        new("a measure's id is unique", s => s with { Measures = Twice(s.Measures) }, "measures.need-met", "used twice"),
        new("what is measured exists", s => s.Measure("need-met", m => m with { Of = "camsp" }), "measures.need-met.of",
            "allowed: camps, forces, crossings, or the id of a place"),
        new("there are forces to measure",
            s => s.Place<Force>("force", p => new Town(p.Id)).Measure("arrived", m => m with { Of = "forces" }), "measures.arrived.of",
            "there are no forces"),
        new("waits are at crossings", s => s.Measure("wait", m => m with { Of = "camps" }), "measures.wait.is",
            "measured at crossings, and 'camp' is a camp"),
        new("goods do not arrive at a crossing", s => s.Measure("arrived", m => m with { Of = "bridge" }), "measures.arrived.is",
            "where goods arrive, and 'bridge' is a crossing"),
        new("a measured commodity exists", s => s.Measure("hungry", m => m with { Commodity = "foot" }), "measures.hungry.commodity",
            "did you mean 'food'?"),
        new("a wait is of no commodity", s => s.Measure("wait", m => m with { Commodity = "food" }), "measures.wait.commodity",
            "whatever they carry"),
        new("person-days are people's", s => s.Measure("hungry", m => m with { Of = "force" }), "measures.hungry.is",
            "it counts people, and 'force' is a force"),
        new("a need that is measured exists", s => s.Measure("need-met", m => m with { Of = "strip" }), "measures.need-met.of",
            "nothing is needed at 'strip'"),
        new("a commodity that is measured is needed", s => s.Measure("hungry", m => m with { Commodity = "generator" }),
            "measures.hungry.commodity", "no 'generator' is needed at 'camp'"),
        new("a warning has a level", s => s.Place<Camp>("camp", c => c with { WarnBelow = null }), "measures.shortage.is",
            "no warning level is given for 'camp'"),
        new("a recovery is counted from something", s => s.Measure("recovery", m => m with { After = null }), "measures.recovery",
            "give 'after'"),
        new("only a recovery is counted from something", s => s.Measure("need-met", m => m with { After = Condition.Open("bridge") }),
            "measures.need-met.after", "only the time to recover"),
        new("what a recovery is counted from can be judged", s => s.Measure("recovery", m => m with { After = Condition.Open("camp") }),
            "measures.recovery.after", "only a crossing or a route is open"),
        new("a series is of what changes daily", s => s.Measure("arrived", m => m with { By = SeriesStep.Day }), "measures.arrived.by",
            "no series"),
        new("a quantile is below one", s => s.Measure("wait", m => m with { Show = [0.5, 1] }), "measures.wait.show[1]",
            "a quantile of 1; allowed: above 0 and below 1"),
        new("quantiles are of waits", s => s.Measure("need-met", m => m with { Show = [0.5] }), "measures.need-met.show",
            "quantiles are shown of waits only"),
        new("a goal's measure exists", s => s with { Goals = [new() { That = new("hungri", Comparison.Below, 1, "hungri < 1") }] },
            "goals[0].that", "did you mean 'hungry'?"),
        new("a goal is finite", s => s with { Goals = [new() { That = new("hungry", Comparison.Below, double.NaN, "hungry < ?") }] },
            "goals[0].that", "a goal of NaN"),
        new("a goal for a share can be reached",
            s => s with { Goals = [new() { That = new("need-met", Comparison.Above, 95, "need-met > 95") }] }, "goals[0].that",
            "'need-met' is a share, from 0 to 1 (0 % to 100 %), and never 95; write 95 %"),
        new("a goal on pieces is no mass",
            s => s.Measure("arrived", m => m with { Is = MeasureKind.Delivered }) with
            {
                Goals = [new() { That = new("arrived", Comparison.Above, 2, "arrived > 2 t") }],
            }, "goals[0].that", "'arrived' counts pieces, and 'arrived > 2 t' is a mass; write how many pieces"),
        new("a goal is for a share of the runs", s => s with { Goals = s.Goals.Add(s.Goals[0] with { In = 90 }) }, "goals[1].in",
            "a share of 90"),
    ];

    private static Slip[] ExperimentSlips =>
    [
        new("a parameter's id is unique", s => s with { Parameters = Twice(s.Parameters) }, "parameters.flights", "used twice"),
        new("a parameter's least is not above its greatest",
            s => s with { Parameters = [new("flights") { Value = "2", From = 4, To = 0 }] }, "parameters.flights.from", "4, above 'to' 0"),
        new("there is at least one run", s => s.Plan(p => p with { Runs = 0 }), "experiment.runs", "0 runs; allowed: 1 to 10,000,000"),
        new("there are at most ten million runs", s => s.Plan(p => p with { Runs = 10_000_001 }), "experiment.runs", "10,000,001 runs"),
        new("a half-width is above zero", s => s.Plan(p => p with { StopWhen = p.StopWhen! with { HalfWidth = 0 } }),
            "experiment.stop-when.half-width", "0 of the mean; it must be above 0"),
        new("what stops an experiment is measured", s => s.Plan(p => p with { StopWhen = p.StopWhen! with { Of = "hunger" } }),
            "experiment.stop-when.of", "did you mean 'hungry'?"),
        new("where an experiment stops is compared", s => s.Plan(p => p with { StopWhen = p.StopWhen! with { In = "contested" } }),
            "experiment.stop-when.in", "there is no alternative 'contested'"),
        new("a least half-width is not negative", s => s.Plan(p => p with { StopWhen = p.StopWhen! with { NeverBelow = -1 } }),
            "experiment.stop-when.never-below", "-1; at least 0"),
        new("an alternative keeps the clock",
            s => s.Plan(p => p with { Compare = [new("short", s with { Clock = s.Clock with { Length = TimeSpan.FromDays(3) } })] }),
            "experiment.compare.short", "its clock differs"),
        new("an alternative's name is unique", s => s.Plan(p => p with { Compare = [new("a", s), new("a", s)] }), "experiment.compare.a",
            "used twice"),
        new("what is swept is a parameter", s => s.Plan(p => p with { Sweep = [("flihgts", ["1"])] }), "experiment.sweep.flihgts",
            "did you mean 'flights'?"),
        new("a sweep has values", s => s.Plan(p => p with { Sweep = [("flights", [])] }), "experiment.sweep.flights",
            "0 values; at least 1"),
        new("something is ranked", s => s.Plan(p => p with { Rank = p.Rank! with { What = [] } }), "experiment.rank.what",
            "0 kinds; at least 1"),
        new("what is ranked can be closed", s => s.Plan(p => p with { Rank = p.Rank! with { What = ["fleets"] } }),
            "experiment.rank.what[0]", "'fleets' cannot be closed in turn"),
        new("what is ranked is shut for some time", s => s.Plan(p => p with { Rank = p.Rank! with { ShutFor = TimeSpan.Zero } }),
            "experiment.rank.shut-for", "above 0 s"),
        new("what ranks is measured", s => s.Plan(p => p with { Rank = p.Rank! with { By = "hungr" } }), "experiment.rank.by",
            "did you mean 'hungry'?"),
    ];
}

/// <summary>Ways to change the plan of the experiment.</summary>
internal static class PlanChanges
{
    public static Scenario Plan(this Scenario scenario, Func<ExperimentPlan, ExperimentPlan> change) =>
        scenario with { Experiment = change(scenario.Experiment) };
}
