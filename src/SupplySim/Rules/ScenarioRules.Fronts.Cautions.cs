using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What is said of fronts and can have no effect.</content>
internal static partial class ScenarioRules
{
    private static void CautionFronts(Review review)
    {
        foreach (var front in review.Scenario.Fronts)
        {
            var path = $"fronts.{front.Id}";
            CautionStrength(review, path, front);
            CautionContest(review, path, front);
            CautionInfluence(review, path, front);
            CautionScript(review, path, front);
            CautionMeetings(review, path, front);
        }
        CautionCaptors(review);
    }

    private static void CautionStrength(Review review, string path, Front front)
    {
        if (front.Takes > 0 && !front.Along.IsEmpty)
            review.Add($"{path}.takes", $"only a distant front takes strength from others, and this one has an 'along'",
                $"make it a front of its own, without 'along'");
        else if (front.Takes > 0 && !review.Scenario.Fronts.Any(other => HangsOn(other, front.Attacker)))
            review.Add(ProblemKind.Idle, $"{path}.takes", $"no other front hangs on the strength of '{front.Attacker}'",
                $"leave it out, or let '{front.Attacker}' advance elsewhere");
        if (front.ForceRatio is not null && !CanChange(review.Scenario, front))
            review.Add(ProblemKind.Missing, $"{path}.force-ratio",
                $"nothing changes the strength of either side, so the ratio is 1 all the time",
                $"give 'readiness-of' or 'casualties', or let another front take strength");
        if (front is { ReadinessOf: { } id, ForceRatio: null } && review.Places.TryGet(id.Value, out var place)
            && place is Force { Party: { } party } && party == front.Defender)
            review.Add(ProblemKind.Missing, $"{path}.readiness-of", $"the defender's readiness acts through the force ratio alone",
                $"give 'force-ratio', such as {{step-down: 1}}");
    }

    private static bool HangsOn(Front front, string party) => !front.Along.IsEmpty && front.Script.IsEmpty
        && (front.Attacker == party || (front.Defender == party && front.ForceRatio is not null));

    private static bool CanChange(Scenario scenario, Front front)
    {
        string?[] sides = [front.Attacker, front.Defender];
        return front.ReadinessOf is not null || scenario.Fronts.Any(other =>
            (other.Along.IsEmpty && other.Takes > 0 && sides.Contains(other.Attacker))
                || other.Fight?.Casualties.Any(one => one.Value > 0 && sides.Contains(one.Name)) == true);
    }

    private static void CautionContest(Review review, string path, Front front)
    {
        if (front.Pace is { Night: < 1 } && Runs.Daylight.Longest(review.Scenario.Defaults.Daylight) is null)
            review.Add(ProblemKind.Missing, $"{path}.pace.night", $"it is light all the time", $"give 'defaults' a 'daylight'");
        if (front.Talks is { Accepted: 0 })
            review.Add(ProblemKind.Idle, $"{path}.talks.accepted", $"no offer is ever accepted", $"leave the talks out");
        if (front.Talks is { Accepted: 1, Cooling: not null })
            review.Add(ProblemKind.Idle, $"{path}.talks.cooling", $"no offer is ever refused", $"leave it out");
        if (front.Ceasefire is { Violated: 1, Renewed: > 0 })
            review.Add(ProblemKind.Idle, $"{path}.ceasefire.renewed", $"no ceasefire holds, so none is renewed", $"leave it out");
        if (front.StandOff?.Deadline?.At is { } at && At(review.Scenario.Clock, at) is var time
            && (time >= review.Scenario.Clock.Length || time < At(review.Scenario.Clock, front.Starts)))
            review.Add(ProblemKind.Time, $"{path}.stand-off.deadline.at", $"{at}, when the front is not under way",
                $"let it be between its start and the end of the run");
        if (front.ForceRatio is not { } ratio || front.StandOff is not { } standOff) return;
        foreach (var (key, power, isGiven) in (ReadOnlySpan<(string, double, bool)>)[
            ("step-down", ratio.StepDown, standOff.StepDown is not null), ("fight", ratio.Fight, standOff.Fight is not null),
            ("ceasefire", ratio.Ceasefire, standOff.Ceasefire is not null),
            ("withdrawal", ratio.Withdrawal, standOff.Withdrawal is not null)])
            if (power != 0 && !isGiven)
                review.Add(ProblemKind.Idle, $"{path}.force-ratio.{key}", $"a stand-off never ends in that way",
                    $"leave it out, or give 'stand-off' a '{key}'");
    }

    private static void CautionInfluence(Review review, string path, Front front)
    {
        if (front.Influence is null) return;
        var isLocated = review.Scenario.Places.Any(place => place is Crossing { At: not null })
            || review.Scenario.Routes.Any(route => route.Mode == Mode.Road && (IsLocated(route.From) || IsLocated(route.To)));
        if (!isLocated)
            review.Add(ProblemKind.Missing, $"{path}.influence", $"nobody says where any crossing or road lies, so nothing is ever near",
                $"give places an 'at', such as 37.081 N 42.372 E");

        bool IsLocated(PlaceId id) => review.Places.TryGet(id.Value, out var place) && place.At is not null;
    }

    private static void CautionScript(Review review, string path, Front front)
    {
        for (var i = 0; i < front.Script.Length; i++)
            if (At(review.Scenario.Clock, front.Script[i].At) >= review.Scenario.Clock.Length)
            {
                review.Add(ProblemKind.Time, $"{path}.script[{i}].at", $"{front.Script[i].At} is after the end of the run",
                    $"make the run longer, or leave the step out");
                return;
            }
    }
}
