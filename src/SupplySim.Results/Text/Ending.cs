using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>Why an experiment ended when it did, in words, where it was asked to watch how closely a measure is known.</summary>
internal static class Ending
{
    /// <summary>One sentence; null where nothing was to be watched, or the experiment was told to stop.</summary>
    public static string? Sentence(ExperimentResult result)
    {
        if (result.Scenario.Experiment.StopWhen is not { } rule || result.Ended == ExperimentEnd.Cancelled) return null;
        var looked = rule.In is null ? result.Alternatives[0] : result[rule.In];
        var wanted = $"±{Words.Percent(rule.HalfWidth)}"
            + (rule.NeverBelow > 0
                ? $" of its mean or ±{Figure.Of(rule.NeverBelow, 0, Scale.For([rule.NeverBelow])).Main}"
                : " of its mean");
        var what = $"`{Names.Clean(rule.Of)}`" + (result.Alternatives.Length > 1 ? $" in {Names.Clean(looked.Name)}" : "");
        return result.Ended == ExperimentEnd.HalfWidth
            ? $"after {Words.Count(result.Runs, "run")} of {result.RunsPlanned}, since {what} is known to {wanted}; intervals are "
                + $"sequential, their level nominal"
            : $"{what} is not known to {wanted} after all {Words.Count(result.Runs, "run")}{Reached(looked, rule)}";
    }

    private static string Reached(AlternativeResult looked, StopRule rule)
    {
        var estimate = looked.Measures.First(one => one.Column.Measure == rule.Of).Estimate;
        return double.IsFinite(estimate.HalfWidth) && estimate.Mean != 0
            ? $", only to ±{Figure.Seen(estimate.HalfWidth / Math.Abs(estimate.Mean), Scale.Percent)}"
            : "";
    }
}
