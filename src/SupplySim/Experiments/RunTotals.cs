using System.Collections.Immutable;
using SupplySim.Measures;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What is counted in whole numbers in each run, summed over runs: the order of runs cannot change a digit.</summary>
internal static class RunTotals
{
    public static ImmutableArray<BlamedWait> Blamed(IReadOnlyList<RunResult> runs) =>
        [.. Sums(runs.SelectMany(run => run.Blamed), one => one.Disruption, one => one.Waited)
            .OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new BlamedWait(one.Key, one.Value))];

    public static ImmutableArray<PausedLine> Paused(IReadOnlyList<RunResult> runs, Scenario scenario)
    {
        var sums = Sums(runs.SelectMany(run => run.Paused), one => one.Line, one => one.Paused);
        return [.. scenario.SupplyLines.Where(line => sums.ContainsKey(line.Id)).Select(line => new PausedLine(line.Id, sums[line.Id]))];
    }

    public static ImmutableArray<AircraftWait> AircraftWaits(IReadOnlyList<RunResult> runs)
    {
        var sums = Sums(runs.SelectMany(run => run.AircraftWaits), one => one.Cause, one => one.Waited);
        return [.. Enum.GetValues<WaitCause>().Select(CauseNames.Of).Where(sums.ContainsKey).Select(cause => new AircraftWait(cause, sums[cause]))];
    }

    /// <summary>The accounts are the scenario's, the same in every run and in the same order.</summary>
    public static ImmutableArray<EquipmentTotal> Equipment(IReadOnlyList<RunResult> runs) =>
        [.. runs[0].Equipment.Select((first, i) => first with
        {
            Initial = Sum(runs, run => run.Equipment[i].Initial),
            Present = Sum(runs, run => run.Equipment[i].Present),
            Lost = runs.Sum(run => run.Equipment[i].Lost),
            Claimed = Sum(runs, run => run.Equipment[i].Claimed),
        })];

    public static ImmutableArray<StrengthTotal> Strengths(IReadOnlyList<RunResult> runs) =>
        [.. runs[0].Strengths.Select((first, i) => first with
        {
            Initial = runs.Sum(run => run.Strengths[i].Initial),
            Lost = runs.Sum(run => run.Strengths[i].Lost),
        })];

    // What nobody says in any run is not known; what is claimed in some is.
    private static long? Sum(IReadOnlyList<RunResult> runs, Func<RunResult, long?> amount) =>
        runs.Any(run => amount(run) is not null) ? runs.Sum(run => amount(run) ?? 0) : null;

    private static Dictionary<string, TimeSpan> Sums<T>(IEnumerable<T> all, Func<T, string> key, Func<T, TimeSpan> time)
    {
        var sums = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var one in all) sums[key(one)] = sums.GetValueOrDefault(key(one)) + time(one);
        return sums;
    }
}
