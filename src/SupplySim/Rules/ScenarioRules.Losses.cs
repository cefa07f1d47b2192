using System.Collections.Immutable;
using SupplySim.Disruptions;

namespace SupplySim.Rules;

/// <content>Closures and restrictions: what they strike, how they end.</content>
internal static partial class ScenarioRules
{
    private static void CheckCrews(Review review)
    {
        review.CheckNames("crews", review.Scenario.Crews);
        foreach (var (name, count) in review.Scenario.Crews) review.CheckAtLeast(Review.Key("crews", name), count, 1, "crews");
    }

    private static void CheckClosure(Review review, string path, Closure closure)
    {
        CheckTo(review, path, closure.To);
        if (closure.Announced is { } announced) review.CheckTime($"{path}.announced", announced);
        CheckStops(review, path, closure);
        foreach (var (key, target) in EachTarget(review, $"{path}.close", closure.Close))
        {
            if (review.Routes.TryGet(target, out var route))
            {
                if (route.Mode == Mode.Air && closure.EnRoute is EnRoute.Hold or EnRoute.Trapped)
                    review.Add(ProblemKind.WrongKind, $"{path}.en-route",
                        $"'{target}' is flown, and aircraft cannot stay where they are in the air",
                        $"write complete, divert, turn-back or lost");
                if (route.Mode == Mode.Road) CheckDiverts(review, path, closure, target);
                if (closure.To.IsEmpty) CheckWhileItself(review, path, closure, target);
            }
            else if (review.Places.TryGet(target, out var place))
            {
                if (place is Crossing) CheckDiverts(review, path, closure, target);
                if (place is not Crossing) CheckSiteClosure(review, path, closure, place);
                else if (closure.To.IsEmpty) CheckWhileItself(review, path, closure, target);
            }
            else CheckTargetKnown(review, key, target);
        }
        CheckQueue(review, path, closure);
        CheckReopens(review, path, closure);
        CheckRepair(review, $"{path}.repair", closure.Repair);
    }

    // Columns decide for themselves, by policy.
    private static void CheckDiverts(Review review, string path, Closure closure, string target)
    {
        if (closure.EnRoute == EnRoute.Divert)
            review.Add($"{path}.en-route", $"only flights are diverted to an alternate, and '{target}' is not flown",
                $"write complete, hold, turn-back, trapped or lost; where columns go instead is the policy 'divert'");
    }

    // By path and id: one alone stands at the key itself.
    private static IEnumerable<(string Key, string Target)> EachTarget(
        Review review, string path, Targets? targets, InvariantText? what = null)
    {
        if (targets is null or { Count: 0 })
            review.Add(ProblemKind.Missing, path, $"nothing is named", what ?? $"write the id of a crossing, or a route's id 'a - b'");
        for (var i = 0; i < targets?.Count; i++)
        {
            var key = targets.Count == 1 ? path : $"{path}[{i}]";
            if (targets.Take(i).Contains(targets[i])) review.Add(ProblemKind.Twice, key, $"'{targets[i]}' is named twice");
            else yield return (key, targets[i] ?? "");
        }
    }

    private static void CheckTargetKnown(Review review, string key, string target)
    {
        var isRoute = target.Contains(" - ", StringComparison.Ordinal);
        if (isRoute && review.Scenario.Routes.FirstOrDefault(route => target == $"{route.To} - {route.From}") is { } reverse)
            review.Add(ProblemKind.Unknown, key, $"there is no route '{target}'", $"write '{reverse.Id}'");
        else if (isRoute) review.Find(key, review.Routes, target);
        else review.Find(key, review.Places, target);
    }

    private static void CheckSiteClosure(Review review, string path, Closure closure, Place place)
    {
        if (!closure.To.IsEmpty)
            review.Add(ProblemKind.Idle, $"{path}.to", $"'{place.Id}' is a {Review.KindOf(place)}, shut for all traffic or none",
                $"remove 'to', or shut the crossings or routes that lead there");
        if (closure.Announced is not null)
            review.Add(ProblemKind.Idle, $"{path}.announced", $"nobody plans by what is said of '{place.Id}'", $"remove 'announced'");
        if (closure.EnRoute != EnRoute.Complete)
            review.Add(ProblemKind.Idle, $"{path}.en-route",
                $"'{place.Id}' is a {Review.KindOf(place)}: vehicles at its docks are finished, others wait outside",
                $"remove 'en-route', or shut the crossings or routes that lead there");
        if (!closure.Reopens.IsEmpty)
            review.Add(ProblemKind.Idle, $"{path}.reopens",
                $"'{place.Id}' is a {Review.KindOf(place)}, which has neither lanes nor speed that could come back in steps",
                $"remove 'reopens', or make two disruptions of it");
    }

    private static void CheckStops(Review review, string path, Closure closure)
    {
        if (closure.Stops.IsEmpty) return;
        foreach (var target in closure.Close ?? [])
            if (!review.Places.TryGet(target, out var place) || place is Crossing)
                review.Add(ProblemKind.Idle, $"{path}.stops", $"'{target}' has no docks whose work could be stopped", $"remove 'stops'");
        for (var i = 0; i < closure.Stops.Length; i++)
            if (closure.Stops.IndexOf(closure.Stops[i]) < i)
                review.Add(ProblemKind.Twice, $"{path}.stops[{i}]", $"'{closure.Stops[i]}' is named twice");
    }

    // Shut while it is open would be true whenever it is not, and shut while it is shut would never end.
    private static void CheckWhileItself(Review review, string path, Occurrence loss, string target)
    {
        if (Review.PartsOf(loss.While).Take(MostParts).Any(part => part is IsOpen asked && asked.Place.Value == target))
            review.Add($"{path}.while", $"'{loss.While}' asks whether '{target}' is open, which this closure decides",
                $"ask for something else, or write 'when' and 'for'");
    }

    // What comes back is taken off at the dock where it was loaded.
    private static void CheckQueue(Review review, string path, Closure closure)
    {
        if (closure.Queue == QueueRule.Keep) return;
        var crossings = (closure.Close ?? []).Select(id => review.Places.TryGet(id, out var place) ? place as Crossing : null)
            .OfType<Crossing>().ToArray();
        if (crossings.Length == 0 && closure.Close is { Count: > 0 }
            && closure.Close.All(id => review.Places.Has(id) || review.Routes.Has(id)))
            review.Add(ProblemKind.Idle, $"{path}.queue", $"nobody queues at '{closure.Close}'", $"remove 'queue', or shut a crossing");
        if (closure.Queue != QueueRule.Disperse || review.Scenario.Defaults.Unloading is not null) return;
        foreach (var line in review.Scenario.SupplyLines)
            if (review.SiteOf(line.From) is { Unloading: null } from && review.SiteOf(line.To) is { } to
                && review.Fleets.TryGet(line.By, out var fleet) && fleet.Mode == Mode.Road
                && (closure.To.IsEmpty || closure.To.Contains(fleet.Traffic))
                && review.Roads.OnSomeWay(from, to, Review.LightestOf(fleet), _ => true) is var isOnTheWay
                && crossings.FirstOrDefault(isOnTheWay) is { } crossing)
                review.Add(ProblemKind.Missing, $"{path}.queue",
                    $"supply line '{line.Id}' brings back to '{from.Id}' what is sent away from '{crossing.Id}', and nothing says how long "
                        + $"unloading takes there",
                    $"give '{from.Id}' a time for 'unloading'");
    }

    private static void CheckReopens(Review review, string path, Closure closure)
    {
        if (closure.Reopens.IsEmpty) return;
        if (!closure.To.IsEmpty)
            review.Add(ProblemKind.Idle, $"{path}.reopens", $"lanes and speed come back to all traffic, and this closure binds some of it",
                $"remove 'to' or 'reopens'");
        foreach (var target in closure.Close ?? [])
            if (review.Routes.TryGet(target, out var route) && route.Mode == Mode.Air)
                review.Add(ProblemKind.Idle, $"{path}.reopens", $"'{target}' is flown: its speed is that of the aircraft",
                    $"remove 'reopens'");
        for (var i = 0; i < closure.Reopens.Length; i++)
        {
            var (key, step) = ($"{path}.reopens[{i}]", closure.Reopens[i]);
            if (step.Share is not (> 0 and < 1))
                review.Add(ProblemKind.OutOfRange, $"{key}.share",
                    $"a share of {Text(step.Share)}; allowed: above 0 and below 1 (0 % to 100 %)",
                    $"leave out a step in which nothing or everything is back");
            review.CheckPositiveDuration($"{key}.for", step.For);
        }
    }

    private static void CheckRepair(Review review, string path, Repair? repair)
    {
        if (repair is null) return;
        review.Find($"{path}.by", review.Crews, repair.By);
        review.CheckPositiveDuration($"{path}.takes", repair.Takes);
        if (repair.Priority is < 1 or > 9)
            review.Add(ProblemKind.OutOfRange, $"{path}.priority", $"a priority of {repair.Priority}; allowed: 1 (first) to 9");
    }

    private static void CheckRestriction(Review review, string path, Restriction restriction)
    {
        if ((restriction.Lanes, restriction.Speed, restriction.WeightLimit) is (null, null, null))
            review.Add(ProblemKind.Missing, path, $"nothing says what '{restriction.Limit}' has less of",
                $"give 'lanes', 'speed' or 'weight-limit'");
        foreach (var (key, target) in EachTarget(review, $"{path}.limit", restriction.Limit))
        {
            if (review.Routes.TryGet(target, out var route))
            {
                if (restriction.Lanes is not null)
                    review.Add(ProblemKind.Missing, $"{path}.lanes", $"'{target}' is a route, which has no lanes",
                        $"give 'speed', or limit a crossing");
                if (route.Mode == Mode.Air)
                    review.Add(ProblemKind.WrongKind, key, $"'{target}' is flown; only crossings and roads can be limited",
                        $"slow or ground the aircraft instead");
            }
            else if (review.Places.TryGet(target, out var place))
            {
                if (place is not Crossing)
                    review.Add(ProblemKind.WrongKind, key,
                        $"'{target}' is a {Review.KindOf(place)}; only crossings and roads can be limited");
                else if (restriction.Lanes?.Law.Least <= 0) CheckWhileItself(review, path, restriction, target);
                if (place is Crossing && restriction.Speed is not null)
                    review.Add(ProblemKind.Missing, $"{path}.speed", $"'{target}' is a crossing, which nobody drives along",
                        $"give 'lanes', or limit a route");
            }
            else CheckTargetKnown(review, key, target);
        }
        if (restriction.Lanes is { } lanes) review.CheckNumber($"{path}.lanes", lanes, 0, 1, "0 to 1 (0 % to 100 %)");
        if (restriction.Speed is { } speed) review.CheckNumber($"{path}.speed", speed, 0, 1, "0 to 1 (0 % to 100 %)");
        if (restriction.WeightLimit is { } limit) review.CheckMass($"{path}.weight-limit", limit);
        CheckRepair(review, $"{path}.repair", restriction.Repair);
    }

    // Values that change nothing.
    private static void CautionLosses(Review review)
    {
        foreach (var loss in review.Scenario.Disruptions.OfType<Loss>())
        {
            var path = $"disruptions.{loss.Id}";
            if (loss is Closure { Queue: QueueRule.Divert } && review.Scenario.Policies.Divert is Planning.Hold)
                review.Add($"{path}.queue", $"those who wait ask the rule of 'divert' where to go, and by that they wait",
                    $"give another rule under 'policies', or leave 'queue' out");
            if (loss is not Restriction restriction) continue;
            if (restriction.Lanes is { IsFixed: true, Mean: 1 })
                review.Add(ProblemKind.Idle, $"{path}.lanes", $"all lanes are left, which changes nothing");
            if (restriction.Speed is { IsFixed: true, Mean: 1 })
                review.Add(ProblemKind.Idle, $"{path}.speed", $"all the speed is left, which changes nothing");
            if (restriction.WeightLimit is { } limit && !review.Scenario.Fleets.Any(fleet => review.HeaviestOf(fleet) > limit))
                review.Add(ProblemKind.Idle, $"{path}.weight-limit", $"nobody is heavier than {limit}, so it stops nobody",
                    $"let it be lower, or give fleets their 'gross' mass");
        }
        if (review.Scenario.Policies is { Knowledge: Knowledge.Perfect, Reroute.LearnsAfter: var late } && late > TimeSpan.Zero)
            review.Add(ProblemKind.Idle, $"policies.reroute.learns-after",
                $"nobody learns anything late: those who plan have perfect knowledge", $"let 'knowledge' be 'reported', or leave it out");
        if (review.Scenario.Policies.Knowledge == Knowledge.Perfect)
            foreach (var rumour in review.Scenario.Disruptions.OfType<Rumour>())
                review.Add(ProblemKind.Idle, $"disruptions.{rumour.Id}", $"nobody believes it: those who plan have perfect knowledge",
                    $"let 'knowledge' be 'reported'");
        foreach (var (crew, _) in review.Scenario.Crews)
            if (!review.Scenario.Disruptions.OfType<Loss>().Any(loss => loss.Repair?.By == crew))
                review.Add(Review.Key("crews", crew), $"nothing is repaired by '{crew}'", $"name it under 'repair', or leave it out");
    }
}
