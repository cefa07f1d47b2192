using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What is said where runs have failed: their place is not filled and not forgotten.</summary>
internal static class Incomplete
{
    private const int MostNamed = 8;

    /// <summary>One sentence; null where nothing failed.</summary>
    public static string? Sentence(ExperimentResult result)
    {
        if (result.Failures.IsEmpty) return null;
        var failed = result.Failures.Select(one => one.Replication).Distinct().Count();
        var first = result.Failures[0];
        return $"{Words.Count(failed, "replication")} of {result.Runs + failed} failed and {(failed == 1 ? "is" : "are")} left out of all "
            + $"alternatives; "
            + $"runs that fail need not be like the others, so no interval is given. The first is "
            + $"number {first.Replication} of {Names.Clean(first.Alternative)}: {Names.Clean(first.Message)}";
    }

    /// <summary>What failed in a ranking, and what has no rank for it; nothing where nothing failed.</summary>
    public static IEnumerable<string> Sentences(RankResult result)
    {
        if (result.Failures.IsEmpty) yield break;
        var first = result.Failures[0];
        yield return $"{Words.Count(result.Failures.Length, "run")} failed, so the ranking is incomplete. The first is "
            + $"number {first.Replication} of {Names.Clean(first.What)}: {Names.Clean(first.Message)}";
        if (LeftOut(result.Failures.Where(one => one.Alternative == result.Baseline && one.Shut.IsEmpty).Select(one => one.Replication),
            "shut") is { } leftOut) yield return leftOut;
        if (result.Unranked.IsEmpty) yield break;
        var (named, more) =
            (result.Unranked.Take(MostNamed)
                .Select(one => $"{Kind(one.IsRoute)} {Names.Clean(one.Target)} ({one.Failed} of {Words.Count(result.Runs, "run")})"),
                result.Unranked.Length - MostNamed);
        yield return $"Without a rank, since runs of it "
            + $"failed: {Words.List([.. named, .. more > 0 ? [$"{more} more"] : Array.Empty<string>()])}.";
    }

    /// <summary>What failed where what would help was asked; nothing where nothing failed.</summary>
    public static IEnumerable<string> Sentences(HelpsResult result)
    {
        if (result.Failures.IsEmpty) yield break;
        var first = result.Failures[0];
        yield return $"{Words.Count(result.Failures.Length, "run")} failed, so the answer is incomplete. The first is "
            + $"number {first.Replication} {Names.Clean(first.What)}: {Names.Clean(first.Message)}";
        if (LeftOut(result.Failures.Where(one => one.Remedy is null).Select(one => one.Replication), "lifted") is { } leftOut)
            yield return leftOut;
        var failed = result.Untried.Where(one => result.Failures.Any(failure => failure.Remedy == one.Remedy)).ToArray();
        if (failed.Length == 0) yield break;
        var (named, more) = (failed.Take(MostNamed).Select(one => Names.Clean(one.Remedy.What)), failed.Length - MostNamed);
        yield return $"Not judged, since runs of it "
            + $"failed: {string.Join("; ", [.. named, .. more > 0 ? [$"{more} more"] : Array.Empty<string>()])}.";
    }

    private static string? LeftOut(IEnumerable<int> replications, string how) => replications.Distinct().Count() is > 0 and var many
        ? $"{Words.Count(many, "replication")} failed with nothing {how} and {(many == 1 ? "is" : "are")} left out everywhere; runs that "
            + $"fail need not be like the others, so no interval is given and nothing is told apart."
        : null;

    private static string Kind(bool isRoute) => isRoute ? "route" : "place";
}
