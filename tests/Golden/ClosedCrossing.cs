using SupplySim.Engine;

namespace SupplySim.Golden;

/// <summary>Looks through a recorded run for vehicles that leave a crossing while it is physically shut.</summary>
internal static class ClosedCrossing
{
    /// <summary>The trips that begin at a crossing strictly inside a time for which it is shut.</summary>
    public static IEnumerable<Trip> Passed(Scenario scenario, RunResult run, string crossing)
    {
        var shut = Closures(run, crossing).ToArray();
        return run.Trips.Where(trip => From(scenario, trip) == crossing
            && shut.Any(closed => trip.Departs > closed.Since && trip.Departs < closed.Until));
    }

    private static IEnumerable<(SimTime Since, SimTime Until)> Closures(RunResult run, string crossing)
    {
        var since = SimTime.Never;
        foreach (var happening in run.Story.Where(h => h.Subject == crossing))
        {
            if (happening.Kind == HappeningKind.Closed) since = happening.At;
            if (happening.Kind != HappeningKind.Opened) continue;
            yield return (since, happening.At);
            since = SimTime.Never;
        }
        if (since != SimTime.Never) yield return (since, SimTime.Never);
    }

    private static string From(Scenario scenario, Trip trip)
    {
        var route = scenario.Routes[trip.Route];
        return (trip.Forward ? route.From : route.To).Value;
    }
}
