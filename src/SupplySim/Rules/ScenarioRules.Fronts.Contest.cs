namespace SupplySim.Rules;

/// <content>How fronts are contested.</content>
internal static partial class ScenarioRules
{
    // The law by which losses are drawn knows no greater mean.
    private const double MostLosses = 1e6;

    private static void CheckContest(Review review, string path, Front front)
    {
        if (front.OpensWith is FrontState.Waiting or FrontState.Advance or FrontState.Ended)
            review.Add($"{path}.opens-with",
                $"a contest cannot open with '{front.OpensWith.ToString().ToLowerInvariant()}'",
                $"allowed: stand-off, step-down, fight, ceasefire, withdrawal");
        if (front.StandOff is { } standOff) CheckStandOff(review, $"{path}.stand-off", standOff);
        if (front.Talks is { } talks) CheckTalks(review, $"{path}.talks", talks);
        if (front.ForceRatio is { } ratio) CheckForceRatio(review, $"{path}.force-ratio", ratio);
        if (front.Ceasefire is { } ceasefire)
        {
            review.CheckPositiveDuration($"{path}.ceasefire.lasts", ceasefire.Lasts);
            review.CheckShare($"{path}.ceasefire.violated", ceasefire.Violated);
            review.CheckShare($"{path}.ceasefire.renewed", ceasefire.Renewed);
        }
        if (front.Fight is { } fight) CheckFight(review, $"{path}.fight", front, fight);
        if (!front.Along.IsEmpty && front.Script.IsEmpty && !HasCampaign(review, front)) CheckCanHappen(review, path, front);
    }

    // What a contest can lead to has to be described.
    private static void CheckCanHappen(Review review, string path, Front front)
    {
        var canCease = front.OpensWith == FrontState.Ceasefire || front.StandOff?.Ceasefire is not null
            || front.Talks is not null || front.StandOff?.Deadline?.Do == FrontState.Ceasefire;
        var canFight = front.OpensWith == FrontState.Fight || front.StandOff?.Fight is not null
            || front.StandOff?.Deadline?.Do == FrontState.Fight || (canCease && front.Ceasefire?.Violated > 0);
        if (canCease && front.Ceasefire is null)
            review.Add(ProblemKind.Missing, path, $"there can be a ceasefire, and nothing says how long it lasts",
                $"give 'ceasefire', such as {{lasts: 5 d}}");
        if (canFight && front.Fight is null)
            review.Add(ProblemKind.Missing, path, $"there can be a fight, and nothing says how it goes",
                $"give 'fight', such as {{lasts: 60 h, attacker-wins: 60 %}}");
    }

    // Each way out must take time: two of no length would lead to each other for ever at one instant.
    private static void CheckStandOff(Review review, string path, StandOff standOff)
    {
        if (standOff is { StepDown: null, Fight: null, Ceasefire: null, Withdrawal: null, Deadline: null })
            review.Add(ProblemKind.Missing, path, $"nothing ends a stand-off",
                $"give at least one of step-down, fight, ceasefire, withdrawal, deadline");
        if (standOff.Deadline is { } deadline) CheckDeadline(review, $"{path}.deadline", deadline);
        review.CheckPositiveDuration($"{path}.step-down", standOff.StepDown);
        review.CheckPositiveDuration($"{path}.fight", standOff.Fight);
        review.CheckPositiveDuration($"{path}.ceasefire", standOff.Ceasefire);
        review.CheckPositiveDuration($"{path}.withdrawal", standOff.Withdrawal);
    }

    private static void CheckFight(Review review, string path, Front front, Fight fight)
    {
        review.CheckPositiveDuration($"{path}.lasts", fight.Lasts);
        review.CheckShare($"{path}.attacker-wins", fight.AttackerWins);
        for (var i = 0; i < fight.Losses.Length; i++)
            CheckLosses(review, fight.Losses.Length == 1 ? $"{path}.losses" : $"{path}.losses[{i}]", front, fight, fight.Losses[i]);
        for (var i = 1; i < fight.Losses.Length; i++)
            if (fight.Losses[..i].Any(earlier => earlier.Of == fight.Losses[i].Of))
                review.Add(ProblemKind.Twice, $"{path}.losses[{i}].of", $"'{fight.Losses[i].Of}' has losses already", $"put them together");
        CheckCasualties(review, $"{path}.casualties", front, fight);
    }

    private static void CheckLosses(Review review, string path, Front front, Fight fight, Losses losses)
    {
        review.CheckNames($"{path}.per-day", losses.PerDay);
        foreach (var (type, perDay) in losses.PerDay) CheckPerDay(review, Review.Key($"{path}.per-day", type), fight, perDay);
        if (losses.Of != front.Attacker && losses.Of != front.Defender)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"'{losses.Of}' does not fight here",
                $"name '{front.Attacker}' or '{front.Defender}'");
        if (losses.Claims is { } claims)
        {
            review.CheckNumber($"{path}.claims", claims, 0, 1e6, "0 to 1000000 times");
        }
    }

    private static void CheckCasualties(Review review, string path, Front front, Fight fight)
    {
        review.CheckNames(path, fight.Casualties);
        foreach (var (party, perDay) in fight.Casualties)
        {
            var where = Review.Key(path, party);
            CheckPerDay(review, where, fight, perDay);
            if (party != front.Attacker && party != front.Defender)
                review.Add(ProblemKind.WrongKind, where, $"'{party}' does not fight here",
                    $"name '{front.Attacker}' or '{front.Defender}'");
            else if (review.Parties.TryGet(party, out var one) && one.Strength is null)
                review.Add(ProblemKind.Missing, where, $"nobody says how many '{party}' are, so nothing can be taken of them",
                    $"give the party a 'strength'");
        }
    }

    private static void CheckPerDay(Review review, string path, Fight fight, double perDay)
    {
        var longest = fight.Lasts.InSeconds.Quantile(AlmostSurely) / TimeSpan.SecondsPerDay;
        if (!(perDay >= 0 && perDay * longest <= MostLosses))
            review.Add(ProblemKind.OutOfRange, path,
                $"{Text(perDay)} a day; it must be at least 0, and at most {Text(MostLosses)} in a whole fight");
    }

    private static void CheckDeadline(Review review, string path, Deadline deadline)
    {
        if (deadline.After is null == deadline.At is null)
            review.Add(ProblemKind.Missing, path, $"a deadline with {(deadline.At is null ? "no" : "two")} times",
                $"give one of 'after', such as 2 h, and 'at', such as 2017-10-27T12:00");
        review.CheckPositiveDuration($"{path}.after", deadline.After);
        if (deadline.At is { } at) CheckMoment(review, $"{path}.at", at);
        if (deadline.Do is not (FrontState.StepDown or FrontState.Fight or FrontState.Ceasefire or FrontState.Withdrawal))
            review.Add($"{path}.do", $"a stand-off cannot end in '{deadline.Do.ToString().ToLowerInvariant()}'",
                $"allowed: step-down, fight, ceasefire, withdrawal");
    }

    private static void CheckTalks(Review review, string path, Talks talks)
    {
        review.CheckPositiveDuration($"{path}.every", talks.Every);
        if (talks.Every.Mean > TimeSpan.Zero && talks.Every.Mean < TimeSpan.FromMinutes(1))
            review.Add(ProblemKind.OutOfRange, $"{path}.every", $"{talks.Every}; offers come a minute apart at least, in the mean");
        review.CheckShare($"{path}.accepted", talks.Accepted);
        review.CheckDuration($"{path}.cooling", talks.Cooling);
    }

    private static void CheckForceRatio(Review review, string path, ForceRatio ratio)
    {
        foreach (var (key, power) in (ReadOnlySpan<(string, double)>)[
            ("step-down", ratio.StepDown), ("fight", ratio.Fight), ("ceasefire", ratio.Ceasefire), ("withdrawal", ratio.Withdrawal),
            ("attacker-wins", ratio.AttackerWins ?? 0)])
            if (power is not (>= -4 and <= 4))
                review.Add(ProblemKind.OutOfRange, $"{path}.{key}", $"a power of {Text(power)}; allowed: -4 to 4");
    }
}
