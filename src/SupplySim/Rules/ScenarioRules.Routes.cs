using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Routes.</content>
internal static partial class ScenarioRules
{
    private static void CheckRoutes(Review review)
    {
        var seen = new Dictionary<(string, string, string?), Route>();
        foreach (var route in review.Scenario.Routes)
        {
            var path = $"routes[{route.Id}]";
            if (route.Name is not null) review.CheckId(path, route.Name);
            CheckEnds(review, path, route);
            var (there, back) = ((route.From.Value, route.To.Value, route.Name), (route.To.Value, route.From.Value, route.Name));
            if (seen.TryGetValue(there, out var earlier)) AddTwin(review, path, route, earlier);
            // Two one-way routes make a road with separate carriageways; any other pair is one road told twice.
            else if (seen.TryGetValue(back, out earlier) && !(route.OneWay && earlier.OneWay))
                AddTwin(review, path, route, earlier);
            seen.TryAdd(there, route);
            review.CheckDistance($"{path}.length", route.Length);
            if (route.Speed is { } speed) review.CheckSpeed($"{path}.speed", speed);
            else if (route.Mode == Mode.Road)
                review.Add(ProblemKind.Missing, path, $"a road without a speed", $"give the speed that it allows, such as 50 km/h");
            CheckLimits(review, path, route);
            CheckDanger(review, path, route);
            review.CheckSource(path, route.Source);
        }
    }

    private static void CheckLimits(Review review, string path, Route route)
    {
        if (route.WeightLimit is { } limit) review.CheckMass($"{path}.weight-limit", limit);
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[("weight-limit", route.WeightLimit is not null),
            ("daylight-only", route.DaylightOnly)])
            if (isGiven && route.Mode == Mode.Air)
                review.Add(ProblemKind.Idle, $"{path}.{key}", $"an air route, which no truck uses", $"remove it");
        if (route.Mode == Mode.Road && route.Speed?.MetresPerHour > 0 && !review.Scenario.Defaults.Daylight.IsNever
            && !review.CanPassByDay(route))
            review.Add(ProblemKind.DoesNotFit, $"{path}.daylight-only",
                $"{route.Length} at {route.Speed} take longer than the longest day of {Text(review.LongestDay ?? default)}: nobody would "
                    + $"ever set out",
                $"let 'defaults.daylight' be longer, or divide it by a place at which one can spend the night");
    }

    private static string? UsesDaylight(Scenario scenario) =>
        scenario.Routes.FirstOrDefault(route => route.DaylightOnly) is { } route ? $"whoever goes along '{route.Id}'"
        : scenario.Fleets.FirstOrDefault(fleet => fleet.Night == NightRule.Stop) is { } fleet ? $"'{fleet.Id}'" : null;

    private static void AddTwin(Review review, string path, Route route, Route earlier) =>
        review.Add(ProblemKind.Twice, path, $"'{earlier.Id}' joins the same two places under the same name",
            $"name one of them: '{route.From} - {route.To} (name)'");

    private static void CheckEnds(Review review, string path, Route route)
    {
        var from = review.Find(path, review.Places, route.From.Value);
        if (route.From == route.To)
            review.Add(path, $"it leads from '{route.From}' to itself", $"give it two different ends");
        else if (review.Find(path, review.Places, route.To.Value) is { } to && from is not null && route.Mode == Mode.Air)
            foreach (var end in (Place[])[from, to])
                if (end is not Site { Airfield: not null })
                    review.Add(ProblemKind.Missing, $"{path}.mode", $"an air route, but '{end.Id}' has no airfield",
                        $"give '{end.Id}' an 'airfield' with parking and ground-time");
    }
}
