using SupplySim.Conflict;
using SupplySim.Disruptions;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Which routes anything can shut or slow during a run: on all others a column is at the end of
/// its leg when it will be, and nobody need look.</summary>
internal static class ChangingRoutes
{
    /// <summary>By the number of the route.</summary>
    public static bool[] Of(Scenario scenario, IEnumerable<Disruption> disruptions, Catalogue catalogue)
    {
        var changes = new bool[catalogue.Routes.Length];
        foreach (var disruption in disruptions)
        {
            // One of the user's own may close anything.
            if (disruption is not Occurrence) Array.Fill(changes, true);
            foreach (var target in TargetsOf(disruption))
                if (catalogue.TryRoute(target, out var route)) changes[route] = true;
        }
        foreach (var front in scenario.Fronts)
            foreach (var route in InfluenceArea.RoutesWithin(catalogue, front)) changes[route] = true;
        if (!scenario.Campaigns.IsEmpty) Array.Fill(changes, true);
        return changes;
    }

    private static Targets TargetsOf(Disruption disruption) => disruption switch
    {
        Closure closure => closure.Close,
        Restriction restriction => restriction.Limit,
        _ => [],
    };
}
