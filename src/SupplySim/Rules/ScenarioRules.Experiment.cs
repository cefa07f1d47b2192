namespace SupplySim.Rules;

/// <content>Parameters and the plan of the experiment.</content>
internal static partial class ScenarioRules
{
    private static void CheckParameters(Review review)
    {
        var ids = new Section(review, "parameters");
        foreach (var parameter in review.Scenario.Parameters)
        {
            var path = ids.Enter(parameter.Id);
            review.CheckSource(path, parameter.Source);
            if (parameter is { From: { } from, To: { } to } && from.Mean > to.Mean)
                review.Add($"{path}.from", $"{from}, above 'to' {to}", $"exchange the two");
        }
    }

    private static void CheckExperiment(Review review)
    {
        var plan = review.Scenario.Experiment;
        if (plan.Runs is < 1 or > ExperimentPlan.MostRuns)
            review.Add(ProblemKind.OutOfRange, "experiment.runs", $"{plan.Runs:#,0} runs; allowed: 1 to {ExperimentPlan.MostRuns:#,0}");
        if (plan.StopWhen is { } rule) CheckStopRule(review, rule);
        var names = new Section(review, "experiment.compare");
        foreach (var alternative in plan.Compare) names.Enter(alternative.Name);
        CheckSweep(review, plan);
        if (plan.Rank is { } rank) CheckRank(review, rank);
    }

    private static void CheckStopRule(Review review, StopRule rule)
    {
        const string Path = "experiment.stop-when";
        if (rule.HalfWidth is not (> 0 and < double.PositiveInfinity))
            review.Add(ProblemKind.OutOfRange, $"{Path}.half-width", $"{Text(rule.HalfWidth)} of the mean; it must be above 0");
        review.Find($"{Path}.of", review.Measures, rule.Of);
        if (rule.In is not null) review.Find($"{Path}.in", review.Alternatives, rule.In);
        var looked = review.Scenario.Experiment.Compare.FirstOrDefault(one => rule.In is null || one.Name == rule.In);
        if (looked is not null && review.Measures.Has(rule.Of) && looked.Scenario.Measures.All(measure => measure.Id != rule.Of))
            review.Add(ProblemKind.Missing, $"{Path}.of", $"'{rule.Of}' is not measured in the alternative '{looked.Name}'",
                $"give it the measures of the scenario");
        if (rule.NeverBelow is not (>= 0 and < double.PositiveInfinity))
            review.Add(ProblemKind.OutOfRange, $"{Path}.never-below", $"{Text(rule.NeverBelow)}; at least 0 is needed");
    }

    private static void CheckSweep(Review review, ExperimentPlan plan)
    {
        foreach (var (parameter, values) in plan.Sweep)
        {
            var path = Review.Key("experiment.sweep", parameter);
            review.Find(path, review.Parameters, parameter);
            review.CheckAtLeast(path, values.Length, 1, "values");
        }
    }

    private static void CheckRank(Review review, RankPlan rank)
    {
        const string Path = "experiment.rank";
        review.CheckAtLeast($"{Path}.what", rank.What.Length, 1, "kinds");
        for (var i = 0; i < rank.What.Length; i++)
            if (rank.What[i] is not ("places" or "routes" or "ends"))
                review.Add(ProblemKind.OutOfRange, $"{Path}.what[{i}]",
                    $"'{rank.What[i]}' cannot be closed in turn; allowed: places, routes, ends");
        review.CheckPositiveTime($"{Path}.shut-for", rank.ShutFor);
        CheckMoment(review, $"{Path}.at", rank.At);
        if (rank.By is not { } by) return;
        review.Find($"{Path}.by", review.Measures, by);
        if (review.Measures.TryGet(by, out var measure)
            && measure.Is.MayBeNever())
            review.Add($"{Path}.by", $"'{by}' may never happen, and then it has no value to compare",
                $"rank by a measure that every run has a value of");
    }
}
