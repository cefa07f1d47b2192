using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>Counts vehicles that get through a crossing while it is physically shut.</summary>
/// <remarks>By ending each run twice early: right after a closure begins, and right before it ends. Between the two nobody
/// may have passed, neither of a column nor of the strangers.</remarks>
internal static class ClosedCrossing
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    /// <summary>[vehicles] In all closures of the first runs.</summary>
    public static double PassedWhileShut(Scenario scenario, string crossing, int runs)
    {
        scenario = scenario with { Measures = [new Measure("passed") { Of = crossing, Is = MeasureKind.Passed }], Goals = [] };
        return Enumerable.Range(0, runs).Sum(run => Closures(scenario, crossing, run)
            .Sum(shut => Passed(scenario, run, shut.Until - Instant) - Passed(scenario, run, shut.Since + Instant)));
    }

    // The closures that last at least a minute.
    private static IEnumerable<(SimTime Since, SimTime Until)> Closures(Scenario scenario, string crossing, int run)
    {
        var since = SimTime.Never;
        var end = SimTime.Start + scenario.Clock.Length;
        foreach (var happening in scenario.Run(scenario.Experiment.Seed, run).Story.Where(h => h.Subject == crossing)
            .Append(new Happening(end, HappeningKind.Opened, crossing, null)))
        {
            if (happening.Kind == HappeningKind.Closed) since = happening.At;
            if (happening.Kind != HappeningKind.Opened || since == SimTime.Never) continue;
            if (happening.At - since > TimeSpan.FromMinutes(1)) yield return (since, happening.At);
            since = SimTime.Never;
        }
    }

    private static double Passed(Scenario scenario, int run, SimTime until)
    {
        var cut = scenario with { Observed = [], Clock = scenario.Clock with { Length = until - SimTime.Start } };
        return cut.Run(scenario.Experiment.Seed, run)["passed", scenario.Measures[0].Of];
    }
}
