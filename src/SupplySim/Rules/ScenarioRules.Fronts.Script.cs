using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What is told of fronts, whom they capture for, what they take, and what suffers near them.</content>
internal static partial class ScenarioRules
{
    private static void CheckScript(Review review, string path, Front front)
    {
        if (front.Script.IsEmpty || front.Along.IsEmpty) return;
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[
            ("stand-off", front.StandOff is not null), ("talks", front.Talks is not null), ("ceasefire", front.Ceasefire is not null),
            ("fight", front.Fight is not null), ("force-ratio", front.ForceRatio is not null),
            ("opens-with", front.OpensWith != FrontState.StandOff)])
            if (isGiven)
                review.Add(ProblemKind.Idle, $"{path}.{key}", $"the script says what happens, so nothing is drawn by '{key}'",
                    $"remove '{key}' or 'script'");
        if (HasCampaign(review, front))
            review.Add(ProblemKind.Idle, $"{path}.script", $"'{front.Id}' has a campaign of its own, which no script tells what to do",
                $"remove one of them");
        var (clock, fallen) = (review.Scenario.Clock, new HashSet<string>());
        var last = front.Starts.IsNever ? TimeSpan.MinValue : At(clock, front.Starts);
        for (var i = 0; i < front.Script.Length; i++)
        {
            var (step, where) = (front.Script[i], $"{path}.script[{i}]");
            CheckMoment(review, $"{where}.at", step.At);
            var at = At(clock, step.At);
            if (step.At.IsNever)
                review.Add(ProblemKind.Time, $"{where}.at", $"a step of a script has a time, and this never comes", $"leave the step out");
            else if (at < last)
                review.Add(ProblemKind.Time, $"{where}.at",
                    i == 0
                        ? $"{step.At} is before the front starts, {front.Starts}"
                        : (InvariantText)$"{step.At} is before the step above it, {front.Script[i - 1].At}",
                    $"put the steps in the order of time");
            last = TimeSpan.FromTicks(Math.Max(last.Ticks, at.Ticks));
            if (i > 0 && front.Script[i - 1].Do == ScriptAct.Withdrawal)
                review.Add(where, $"nothing follows a withdrawal", $"end the script with it");
            CheckFall(review, where, front, step, fallen);
            for (var j = 0; j < step.Lost.Length; j++)
                CheckTold(review, step.Lost.Length == 1 ? $"{where}.lost" : $"{where}.lost[{j}]", front, step.Lost[j]);
        }
    }

    private static void CheckTold(Review review, string path, Front front, ToldLosses lost)
    {
        if (review.Find($"{path}.of", review.Parties, lost.Of) is not { } party) return;
        if (lost.Of != front.Attacker && lost.Of != front.Defender)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"'{lost.Of}' does not fight here",
                $"name '{front.Attacker}' or '{front.Defender}'");
        if (lost is { Pieces.Count: 0, Claimed.Count: 0, People: 0 })
            review.Add(ProblemKind.Missing, path, $"nothing is lost", $"give 'pieces', such as {{tank: 3}}, 'claimed' or 'people'");
        foreach (var (key, pieces) in (ReadOnlySpan<(string, ByName<int>)>)[("pieces", lost.Pieces), ("claimed", lost.Claimed)])
        {
            review.CheckNames($"{path}.{key}", pieces);
            foreach (var (type, number) in pieces) review.CheckAtLeast(Review.Key($"{path}.{key}", type), number, 0, "pieces");
        }
        review.CheckAtLeast($"{path}.people", lost.People, 0, "people");
        if (lost.People > 0 && party.Strength is null)
            review.Add(ProblemKind.Missing, $"{path}.people", $"nobody says how many people '{party.Id}' has, so none can be counted off",
                $"give '{party.Id}' a 'strength'");
    }

    // In a zone that does not exist, which is told elsewhere, the order of local times is looked at all the same.
    internal static TimeSpan At(Clock clock, Moment moment) => moment switch
    {
        { IsNever: true } => TimeSpan.MaxValue,
        { Instant: { } instant } => instant - clock.Start,
        { Local: { } local } when TimeZones.Has(clock.Zone) => Zones.InstantOf(local, clock.Zone) - clock.Start,
        { Local: { } local } => local - clock.Start.UtcDateTime,
        _ => moment.SinceStart,
    };

    private static void CheckFall(Review review, string where, Front front, ScriptStep step, HashSet<string> fallen)
    {
        if (step.Do is not (ScriptAct.StepDown or ScriptAct.Capture))
        {
            if (step.Place is not null)
                review.Add(ProblemKind.Idle, $"{where}.place", $"no place changes hands by this step",
                    $"remove 'place'; only a step-down or a capture has one");
            return;
        }
        var places = front.Along.Where(point => point.Place is not null).Select(point => point.Place!.Value.Value).ToArray();
        if (step.Place is { } named && !places.Contains(named.Value))
            review.Add(ProblemKind.WrongKind, $"{where}.place", $"'{named}' is not on the front's way",
                $"add it to 'along', or name one that is");
        else if ((step.Place?.Value ?? places.FirstOrDefault(place => !fallen.Contains(place))) is not { } falls)
            review.Add(ProblemKind.Missing, where, $"no place on the front's way is left to change hands",
                $"add one to 'along', or leave the step out");
        else if (!fallen.Add(falls))
            review.Add(ProblemKind.Twice, $"{where}.place", $"'{falls}' has changed hands already", $"leave the step out");
    }

    private static void CheckHolders(Review review, string path, Front front)
    {
        if (front.CapturedBy.Count == 0) return;
        review.CheckNames($"{path}.captured-by", front.CapturedBy);
        var sum = 0.0;
        foreach (var (party, chance) in front.CapturedBy)
        {
            var where = Review.Key($"{path}.captured-by", party);
            review.Find(where, review.Parties, party);
            review.CheckShare(where, chance);
            if (party == front.Defender)
                review.Add(ProblemKind.WrongKind, where, $"'{party}' defends", $"name those who may hold it after the attack");
            sum += chance;
        }
        if (Math.Abs(sum - 1) > 1e-9)
            review.Add($"{path}.captured-by", $"the chances add up to {Text(sum)}; they must add up to 1 (100 %)");
    }

    // What it takes from elsewhere, and what its strength hangs on.
    private static void CheckMeans(Review review, string path, Front front)
    {
        review.CheckNames($"{path}.takes-vehicles", front.TakesVehicles);
        foreach (var (fleet, vehicles) in front.TakesVehicles)
        {
            var where = Review.Key($"{path}.takes-vehicles", fleet);
            review.CheckAtLeast(where, vehicles, 1, "vehicles");
            if (review.Find(where, review.Fleets, fleet) is not { } one) continue;
            if (one.Mode != Mode.Road) review.Add(ProblemKind.WrongKind, where, $"'{fleet}' flies", $"name a fleet that goes by road");
            else if (one.Through is not null)
                review.Add(ProblemKind.WrongKind, where, $"'{fleet}' has no vehicles of its own", $"name a fleet with a base");
            else if (vehicles > one.Count) review.Add(where, $"{vehicles} vehicles of '{fleet}', which has {one.Count}");
        }
        if (front.ReadinessOf is not { } id
            || review.Find<Force>($"{path}.readiness-of", id, $"only a force is ready for something") is not { } force) return;
        if (force.Readiness is null)
            review.Add(ProblemKind.Missing, $"{path}.readiness-of", $"nobody says how ready '{id}' is", $"give '{id}' a 'readiness'");
        if (force.Party is null || (force.Party != front.Attacker && force.Party != front.Defender))
            review.Add(ProblemKind.WrongKind, $"{path}.readiness-of", $"'{id}' is of neither side",
                $"let the force's 'party' be '{front.Attacker}' or '{front.Defender}'");
    }

    private static void CheckInfluence(Review review, string path, Front front, Influence influence)
    {
        if (influence is { Restricted: null, UnderFire: null, Closed: null })
            review.Add(ProblemKind.Missing, path, $"nothing suffers near the front",
                $"give at least one of restricted, under-fire, closed");
        if (front.Along.IsEmpty && front.At is null)
            review.Add(ProblemKind.Missing, path, $"nobody says where the front is, so nothing is near it",
                $"give it an 'at' or an 'along'");
        if (influence.Restricted is { } slow)
        {
            review.CheckDistance($"{path}.restricted.within", slow.Within);
            if (slow is { Speed: 1, Inspection: 1 })
                review.Add(ProblemKind.Missing, $"{path}.restricted", $"nothing is slower there",
                    $"give 'speed', such as 50 %, or 'inspection', such as 2 x");
            if (slow.Speed is not (> 0 and <= 1))
                review.Add(ProblemKind.OutOfRange, $"{path}.restricted.speed",
                    $"a share of {Text(slow.Speed)}; allowed: above 0 to 1 (100 %)", $"where nobody moves, write 'closed'");
            if (slow.Inspection is not (> 0 and <= 1e6))
                review.Add(ProblemKind.OutOfRange, $"{path}.restricted.inspection",
                    $"{Text(slow.Inspection)} times; allowed: above 0 to 1000000");
        }
        if (influence.UnderFire is { } underFire)
        {
            CheckShutZone(review, $"{path}.under-fire", underFire);
            if (underFire is { To.IsEmpty: true, Hazard: null })
                review.Add(ProblemKind.Missing, $"{path}.under-fire",
                    $"nobody says which traffic does not go where there is fire, nor how dangerous it is",
                    $"give 'to', such as [commercial], or 'hazard', such as 0.02 /h, or write 'closed'");
        }
        if (influence.Closed is { } closed) CheckShutZone(review, $"{path}.closed", closed);
    }

    private static void CheckShutZone(Review review, string path, ShutZone zone)
    {
        if (zone.EnRoute == EnRoute.Divert)
            review.Add($"{path}.en-route", $"a front shuts roads and crossings too, and only flights are diverted",
                $"write complete, hold, turn-back, trapped or lost; shut the air route itself to divert");
        review.CheckDistance($"{path}.within", zone.Within);
        if (zone.Hazard is { } hazard) CheckHazard(review, $"{path}.hazard", hazard);
        for (var i = 0; i < zone.To.Length; i++) review.Find($"{path}.to[{i}]", review.Traffics, zone.To[i]);
    }
}
