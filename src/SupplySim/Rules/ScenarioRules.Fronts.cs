using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Fronts.</content>
internal static partial class ScenarioRules
{
    private static void CheckFronts(Review review)
    {
        CheckCampaigns(review);
        var ids = new Section(review, "fronts");
        foreach (var front in review.Scenario.Fronts)
        {
            var path = ids.Enter(front.Id);
            CheckSides(review, path, front);
            CheckMoment(review, $"{path}.starts", front.Starts);
            if (front.Along.IsEmpty) CheckDistantFront(review, path, front);
            else CheckAdvance(review, path, front);
            CheckContest(review, path, front);
            CheckScript(review, path, front);
            CheckMeans(review, path, front);
            CheckHolders(review, path, front);
            if (front.Influence is { } influence) CheckInfluence(review, $"{path}.influence", front, influence);
            if (front.Takes is not (>= 0 and < 1))
                review.Add(ProblemKind.OutOfRange, $"{path}.takes",
                    $"a share of {Text(front.Takes)}; allowed: 0 to below 1 (0 % to below 100 %)");
            review.CheckSource(path, front.Source);
        }
    }

    // A distant front fights somebody of whom nothing else is told.
    private static void CheckSides(Review review, string path, Front front)
    {
        review.Find($"{path}.attacker", review.Parties, front.Attacker);
        if (front.Along.IsEmpty && front.Defender is null) return;
        review.Find($"{path}.defender", review.Parties, front.Defender);
        if (front.Attacker == front.Defender)
            review.Add(ProblemKind.WrongKind, $"{path}.defender", $"'{front.Attacker}' attacks itself", $"name two different parties");
    }

    private static void CheckDistantFront(Review review, string path, Front front)
    {
        if (front.At is { } at) CheckPoint(review, $"{path}.at", at);
        review.CheckDuration($"{path}.lasts", front.Lasts);
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[
            ("pace", front.Pace is not null), ("stand-off", front.StandOff is not null),
            ("ceasefire", front.Ceasefire is not null), ("fight", front.Fight is not null), ("talks", front.Talks is not null),
            ("force-ratio", front.ForceRatio is not null), ("script", !front.Script.IsEmpty), ("captured-by", front.CapturedBy.Count > 0),
            ("readiness-of", front.ReadinessOf is not null)])
            if (isGiven)
                review.Add(ProblemKind.Missing, $"{path}.{key}", $"a distant front has no '{key}'",
                    $"give the front an 'along', or remove '{key}'");
    }

    private static void CheckAdvance(Review review, string path, Front front)
    {
        if (front.Along.Length < 2)
            review.Add(ProblemKind.OutOfRange, $"{path}.along", $"{front.Along.Length} point; at least 2 are needed",
                $"begin with where the front starts");
        for (var i = 0; i < front.Along.Length; i++) CheckWaypoint(review, $"{path}.along[{i}]", front.Along[i]);
        if (front.Pace is not { } pace)
            review.Add(ProblemKind.Missing, path, $"an advance without a pace", $"give 'pace', such as {{advance: 12 km/d}}");
        else
        {
            if (pace.Advance.MetresPerHour is <= 0 or > FastestMetresPerHour)
                review.Add(ProblemKind.OutOfRange, $"{path}.pace.advance", $"{pace.Advance}; it must be above 0 km/h");
            if (pace.Fighting.MetresPerHour is < 0 or > FastestMetresPerHour)
                review.Add(ProblemKind.OutOfRange, $"{path}.pace.fighting", $"{pace.Fighting}; at least 0 km/h is needed");
            review.CheckShare($"{path}.pace.night", pace.Night);
        }
        review.CheckDistance($"{path}.contact", front.Contact);
        if (front.StandOff is null && front.Script.IsEmpty && !HasCampaign(review, front) && IsContested(review, front))
            review.Add(ProblemKind.Missing, path, $"an advance without a stand-off",
                $"give 'stand-off', such as {{step-down: exponential(9 d)}}");
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[
            ("at", front.At is not null), ("lasts", front.Lasts is not null)])
            if (isGiven)
                review.Add(ProblemKind.Idle, $"{path}.{key}", $"only a distant front has '{key}', and this one has an 'along'",
                    $"remove one of them");
    }

    // How a front is fought by a record of the user's own is for that record to say.
    private static bool HasCampaign(Review review, Front front) => review.Scenario.Campaigns.Any(campaign => campaign.Front == front.Id);

    private static void CheckCampaigns(Review review)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < review.Scenario.Campaigns.Length; i++)
        {
            var (path, id) = ($"campaigns[{i}].front", review.Scenario.Campaigns[i].Front);
            if (review.Scenario.Fronts.All(front => front.Id != id))
                review.Add(ProblemKind.Unknown, path, $"there is no front '{id}'", $"name one of 'fronts'");
            else if (!seen.Add(id))
                review.Add(ProblemKind.Twice, path, $"'{id}' has a campaign already", $"give each front one campaign at most");
        }
    }

    private static void CheckWaypoint(Review review, string path, Waypoint waypoint)
    {
        if (waypoint.Point is { } point) CheckPoint(review, path, point);
        else if (review.Find(path, review.Places, waypoint.Place?.Value) is { At: null } place)
            review.Add(ProblemKind.Missing, path, $"a front passes '{place.Id}', and nobody says where it lies",
                $"give '{place.Id}' an 'at', such as 37.081 N 42.372 E");
    }
}
