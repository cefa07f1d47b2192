namespace SupplySim;

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
                review.Add(path, $"a road without a speed", $"give the speed that it allows, such as 50 km/h");
            CheckLimits(review, path, route);
            review.CheckSource(path, route.Source);
        }
    }

    private static void CheckLimits(Review review, string path, Route route)
    {
        if (route.WeightLimit is not { } limit) return;
        review.CheckMass($"{path}.weight-limit", limit);
        if (route.Mode == Mode.Air) review.Add($"{path}.weight-limit", $"an air route, which no truck uses", $"remove it");
    }

    private static void AddTwin(Review review, string path, Route route, Route earlier) =>
        review.Add(path, $"'{earlier.Id}' joins the same two places under the same name",
            $"name one of them: '{route.From} - {route.To} (name)'");

    private static void CheckEnds(Review review, string path, Route route)
    {
        var from = review.Find(path, review.Places, route.From.Value);
        if (route.From == route.To)
            review.Add(path, $"it leads from '{route.From}' to itself", $"give it two different ends");
        else if (review.Find(path, review.Places, route.To.Value) is { } to && from is not null && route.Mode == Mode.Air)
            foreach (var end in (Place[])[from, to])
                if (end is not Site { Airfield: not null })
                    review.Add($"{path}.mode", $"an air route, but '{end.Id}' has no airfield",
                        $"give '{end.Id}' an 'airfield' with parking and ground-time");
    }
}
