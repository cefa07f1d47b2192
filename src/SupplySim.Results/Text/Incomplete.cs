using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What is said where runs have failed: their place is not filled and not forgotten.</summary>
internal static class Incomplete
{
    /// <summary>One sentence; null where nothing failed.</summary>
    public static string? Sentence(ExperimentResult result)
    {
        if (result.Failures.IsEmpty) return null;
        var failed = result.Failures.Select(one => one.Replication).Distinct().Count();
        var first = result.Failures[0];
        return $"{Words.Count(failed, "replication")} of {result.Runs + failed} failed and {(failed == 1 ? "is" : "are")} left out of all alternatives; "
            + $"runs that fail need not be like the others, so no interval is given. The first is number {first.Replication} of {Names.Clean(first.Alternative)}: {Names.Clean(first.Message)}";
    }
}
