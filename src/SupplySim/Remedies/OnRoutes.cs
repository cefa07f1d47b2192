namespace SupplySim.Remedies;

/// <summary>What could be done on a road.</summary>
internal static class OnRoutes
{
    public static IEnumerable<Remedy> In(Carriers carriers, Func<string, bool> isOnTheWay)
    {
        foreach (var one in carriers.Scenario.Routes.Where(route => route.Mode == Mode.Road))
        {
            if (one.DaylightOnly && isOnTheWay(one.Id))
                yield return Of(one, "night", $"{Called(one)} passed by night too", route => route with { DaylightOnly = false });
            // No way leads along it that would be open to them: that is what the limit does.
            if (carriers.AreTooHeavyFor(one.WeightLimit))
                yield return Of(one, "weight", $"no weight limit on {Called(one)}", route => route with { WeightLimit = null });
        }

        static Remedy Of(Route one, string id, string what, Func<Route, Route> change) =>
            new($"{id}/{one.Id}", RemedyKind.Doable, what, scenario => scenario.Route(one.Id, change));
    }

    /// <summary>Whether there is more than one way anywhere: roads that lead around.</summary>
    public static bool HaveChoice(Scenario scenario, Func<string, bool> isOnTheWay)
    {
        var joined = new Dictionary<string, string>();
        foreach (var one in scenario.Routes.Where(route => route.Mode == Mode.Road && isOnTheWay(route.Id)))
        {
            var (from, to) = (EndOf(one.From.Value), EndOf(one.To.Value));
            if (from == to) return true;
            joined[from] = to;
        }
        return false;

        string EndOf(string place)
        {
            while (joined.TryGetValue(place, out var next)) place = next;
            return place;
        }
    }

    private static string Called(Route route) => $"{route.From} – {route.To}{(route.Name is { } name ? $" ({name})" : "")}";
}
