using SupplySim.Quantities;

namespace SupplySim;

/// <content>Fronts.</content>
internal static partial class ScenarioRules
{
    // The law by which losses are drawn knows no greater mean.
    private const double MostLosses = 1e6;

    private static void CheckFronts(Review review)
    {
        var ids = new Section(review, "fronts");
        foreach (var front in review.Scenario.Fronts)
        {
            var path = ids.Enter(front.Id);
            CheckSides(review, path, front);
            CheckMoment(review, $"{path}.starts", front.Starts);
            if (front.Along.IsEmpty) CheckDistantFront(review, path, front);
            else CheckAdvance(review, path, front);
            CheckContest(review, path, front);
            if (front.Takes is not (>= 0 and < 1))
                review.Add($"{path}.takes",
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
            review.Add($"{path}.defender", $"'{front.Attacker}' attacks itself", $"name two different parties");
    }

    private static void CheckDistantFront(Review review, string path, Front front)
    {
        if (front.At is { } at) CheckPoint(review, $"{path}.at", at);
        review.CheckDuration($"{path}.lasts", front.Lasts);
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[
            ("pace", front.Pace is not null), ("stand-off", front.StandOff is not null),
            ("ceasefire", front.Ceasefire is not null), ("fight", front.Fight is not null)])
            if (isGiven)
                review.Add($"{path}.{key}", $"a distant front has no '{key}'",
                    $"give the front an 'along', or remove '{key}'");
    }

    private static void CheckAdvance(Review review, string path, Front front)
    {
        if (front.Along.Length < 2)
            review.Add($"{path}.along", $"{front.Along.Length} point; at least 2 are needed",
                $"begin with where the front starts");
        for (var i = 0; i < front.Along.Length; i++) CheckWaypoint(review, $"{path}.along[{i}]", front.Along[i]);
        if (front.Pace is not { } pace)
            review.Add(path, $"an advance without a pace", $"give 'pace', such as {{advance: 12 km/d}}");
        else
        {
            if (pace.Advance.MetresPerHour is <= 0 or > FastestMetresPerHour)
                review.Add($"{path}.pace.advance", $"{pace.Advance}; it must be above 0 km/h");
            if (pace.Fighting.MetresPerHour is < 0 or > FastestMetresPerHour)
                review.Add($"{path}.pace.fighting", $"{pace.Fighting}; at least 0 km/h is needed");
        }
        review.CheckDistance($"{path}.contact", front.Contact);
        if (front.StandOff is null)
            review.Add(path, $"an advance without a stand-off",
                $"give 'stand-off', such as {{step-down: exponential(9 d)}}");
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[
            ("at", front.At is not null), ("lasts", front.Lasts is not null)])
            if (isGiven)
                review.Add($"{path}.{key}", $"only a distant front has '{key}', and this one has an 'along'",
                    $"remove one of them");
    }

    private static void CheckWaypoint(Review review, string path, Waypoint waypoint)
    {
        if (waypoint.Point is { } point) CheckPoint(review, path, point);
        else if (review.Find(path, review.Places, waypoint.Place?.Value) is { At: null } place)
            review.Add(path, $"a front passes '{place.Id}', and nobody says where it lies",
                $"give '{place.Id}' an 'at', such as 37.081 N 42.372 E");
    }

    private static void CheckContest(Review review, string path, Front front)
    {
        if (front.OpensWith is FrontState.Waiting or FrontState.Advance or FrontState.Ended)
            review.Add($"{path}.opens-with",
                $"a contest cannot open with '{front.OpensWith.ToString().ToLowerInvariant()}'",
                $"allowed: stand-off, step-down, fight, ceasefire, withdrawal");
        if (front.StandOff is { } standOff) CheckStandOff(review, $"{path}.stand-off", standOff);
        if (front.Ceasefire is { } ceasefire)
        {
            review.CheckPositiveDuration($"{path}.ceasefire.lasts", ceasefire.Lasts);
            review.CheckShare($"{path}.ceasefire.violated", ceasefire.Violated);
        }
        if (front.Fight is { } fight) CheckFight(review, $"{path}.fight", front, fight);
        if (front.Along.IsEmpty) return;
        var canCease = front.OpensWith == FrontState.Ceasefire || front.StandOff?.Ceasefire is not null;
        var canFight = front.OpensWith == FrontState.Fight || front.StandOff?.Fight is not null
            || (canCease && front.Ceasefire?.Violated > 0);
        if (canCease && front.Ceasefire is null)
            review.Add(path, $"there can be a ceasefire, and nothing says how long it lasts",
                $"give 'ceasefire', such as {{lasts: 5 d}}");
        if (canFight && front.Fight is null)
            review.Add(path, $"there can be a fight, and nothing says how it goes",
                $"give 'fight', such as {{lasts: 60 h, attacker-wins: 60 %}}");
    }

    // Each way out must take time: two of no length would lead to each other for ever at one instant.
    private static void CheckStandOff(Review review, string path, StandOff standOff)
    {
        if (standOff is { StepDown: null, Fight: null, Ceasefire: null, Withdrawal: null })
            review.Add(path, $"nothing ends a stand-off",
                $"give at least one of step-down, fight, ceasefire, withdrawal");
        review.CheckPositiveDuration($"{path}.step-down", standOff.StepDown);
        review.CheckPositiveDuration($"{path}.fight", standOff.Fight);
        review.CheckPositiveDuration($"{path}.ceasefire", standOff.Ceasefire);
        review.CheckPositiveDuration($"{path}.withdrawal", standOff.Withdrawal);
    }

    private static void CheckFight(Review review, string path, Front front, Fight fight)
    {
        review.CheckPositiveDuration($"{path}.lasts", fight.Lasts);
        review.CheckShare($"{path}.attacker-wins", fight.AttackerWins);
        if (fight.Losses is not { } losses) return;
        review.CheckNames($"{path}.losses.per-day", losses.PerDay);
        foreach (var (type, perDay) in losses.PerDay)
        {
            var longest = fight.Lasts.InSeconds.Quantile(AlmostSurely) / TimeSpan.SecondsPerDay;
            if (!(perDay >= 0 && perDay * longest <= MostLosses))
                review.Add(Review.Key($"{path}.losses.per-day", type),
                    $"{Text(perDay)} a day; it must be at least 0, and at most {Text(MostLosses)} in a whole fight");
        }
        if (losses.Of != front.Attacker && losses.Of != front.Defender)
            review.Add($"{path}.losses.of", $"'{losses.Of}' does not fight here",
                $"name '{front.Attacker}' or '{front.Defender}'");
    }
}
