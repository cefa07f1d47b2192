using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Crossings: control points, lanes, inspection, passage, clearance.</content>
internal static partial class ScenarioRules
{
    private const string Empty = "empty";

    private static void CheckCrossing(Review review, string path, Crossing crossing)
    {
        CheckControlPoints(review, path, crossing);
        CheckLanes(review, $"{path}.lanes", crossing.Lanes);
        if (crossing.WeightLimit is { } limit) review.CheckMass($"{path}.weight-limit", limit);
        CheckInspection(review, $"{path}.inspection", crossing);
        if (crossing.Secondary is { } search) CheckSecondary(review, $"{path}.secondary", search);
        if (crossing.Transshipment is { } exchange) CheckTransshipment(review, $"{path}.transshipment", crossing, exchange);
        CheckPassage(review, path, crossing);
        if (crossing.Clearance is { } clearance) CheckClearance(review, $"{path}.clearance", clearance);
    }

    // Holders name the control points; where one party holds them all, the hours do.
    private static void CheckControlPoints(Review review, string path, Crossing crossing)
    {
        var points = crossing.HeldBy?.Named?.Select(entry => entry.Name) ?? crossing.Hours.Named?.Select(entry => entry.Name);
        var known = new Register<string>("held-by", "control point", (points ?? []).Select(point => (point, point)));
        ForEach(review, $"{path}.held-by", crossing.HeldBy, (key, party) => review.Find(key, review.Parties, party));
        ForEach(review, $"{path}.hours", crossing.Hours, (_, _) => { });
        ForEach(review, $"{path}.zone", crossing.Zone, (key, zone) => CheckZone(review, key, zone));
        CheckPointsKnown(review, $"{path}.hours", crossing.Hours, known);
        CheckPointsKnown(review, $"{path}.zone", crossing.Zone, known);
    }

    private static void CheckPointsKnown<T>(Review review, string path, Each<T>? values, Register<string> points)
    {
        foreach (var (point, _) in values?.Named ?? ByName<T>.Empty)
            if (IsId(point)) review.Find(Review.Key(path, point), points, point);
    }

    private static void ForEach<T>(Review review, string path, Each<T>? values, Action<string, T> check)
    {
        if (values is null) return;
        if (values.Named is not { } named)
        {
            check(path, values.All!);
            return;
        }
        review.CheckNames(path, named);
        if (named.Count == 0) review.Add(ProblemKind.Missing, path, $"it is empty", $"write one value for all, or one for each name");
        foreach (var (name, value) in named) check(Review.Key(path, name), value);
    }

    private static void CheckLanes(Review review, string path, Each<int> lanes)
    {
        ForEach(review, path, lanes, (key, count) => review.CheckAtLeast(key, count, 1, "lanes"));
        foreach (var (name, _) in lanes.Named ?? ByName<int>.Empty)
            if (name is not ("in" or "out"))
                review.Add(ProblemKind.Unknown, Review.Key(path, name), $"'{name}' is no direction; allowed: in, out");
        foreach (var direction in (string[])["in", "out"])
            if (lanes.Named is { Count: > 0 } named && !named.Has(direction))
                review.Add(ProblemKind.Missing, path, $"there are no lanes for '{direction}'",
                    $"give both: {{in: 1, out: 1}}; or one number that both directions share");
    }

    private static void CheckInspection(Review review, string path, Crossing crossing)
    {
        ForEach(review, path, crossing.Inspection, review.CheckDuration);
        foreach (var (traffic, _) in crossing.Inspection.Named ?? ByName<Quantities.Duration>.Empty)
            if (traffic != Empty) CheckTraffic(review, Review.Key(path, traffic), traffic);
        foreach (var (traffic, who) in review.Demands.Untimed(crossing))
            review.Add(ProblemKind.Missing, path, $"{who} can come here with '{traffic}', which has no inspection time",
                $"add '{traffic}: 10 min', or let no holder pass it under 'passage'");
    }

    private static void CheckTraffic(Review review, string path, string traffic)
    {
        if (IsId(traffic)) review.Find(path, review.Traffics, traffic);
    }

    private static void CheckPassage(Review review, string path, Crossing crossing)
    {
        review.CheckNames($"{path}.passage", crossing.Passage);
        foreach (var (holder, rules) in crossing.Passage)
        {
            var key = Review.Key($"{path}.passage", holder);
            if (IsId(holder)) review.Find(key, review.Parties, holder);
            review.CheckNames(key, rules);
            foreach (var (traffic, permission) in rules)
            {
                CheckTraffic(review, Review.Key(key, traffic), traffic);
                if (permission.Named is { Count: 0 })
                    review.Add(ProblemKind.Missing, Review.Key(key, traffic), $"neither direction is named",
                        $"write {{in: yes, out: yes}}");
                if (Says(permission, Permission.WithClearance) && crossing.Clearance is null)
                    review.Add(ProblemKind.Missing, Review.Key(key, traffic),
                        $"passage with clearance, but '{crossing.Id}' does not say how clearance is obtained",
                        $"add 'clearance' with channels, granted-in and valid");
            }
        }
    }

    // A direction that is not named is shut: who forgets the way back lets every vehicle in once.
    private static void CautionOneDirection(Review review)
    {
        foreach (var crossing in review.Scenario.Places.OfType<Crossing>())
            foreach (var (holder, rules) in crossing.Passage)
                foreach (var (traffic, permission) in rules)
                    if (permission.Named is { Count: 1 } named && named.Single() is { Value: not Permission.No } given)
                        review.Add(Review.Key(Review.Key($"places.{crossing.Id}.passage", holder), traffic),
                            $"only '{given.Name}' is named, and a direction that is not named is shut: who has passed does not come back "
                                + $"this way",
                            $"add '{(given.Name == "in" ? "out" : "in")}: yes', or '{(given.Name == "in" ? "out" : "in")}: no' where that is meant");
    }

    // In either direction.
    private static bool Says(Each<Permission> permission, Permission word) =>
        permission.Named is { } named ? named.Any(one => one.Value == word) : permission.All == word;

    private static void CheckClearance(Review review, string path, Clearance clearance)
    {
        review.CheckAtLeast($"{path}.channels", clearance.Channels.Length, 1, "channels");
        for (var i = 0; i < clearance.Channels.Length; i++)
        {
            var channel = clearance.Channels[i];
            // In a file a channel of which more is said than its id stands under it.
            var key = channel == new Channel(channel.Id) ? $"{path}.channels[{i}]" : Review.Key($"{path}.channels", channel.Id);
            review.CheckId(key, channel.Id);
            if (clearance.Channels.Take(i).Any(one => one.Id == channel.Id))
                review.Add(ProblemKind.Twice, key, $"'{channel.Id}' is named twice");
            CheckChannel(review, key, channel, clearance);
        }
        review.CheckDuration($"{path}.granted-in", clearance.GrantedIn);
        review.CheckPositiveTime($"{path}.valid", clearance.Valid);
        review.CheckCondition($"{path}.down-while", clearance.DownWhile);
        CheckRefused(review, $"{path}.refused", clearance.Refused);
        if (clearance.Channels.Any(channel => (channel.Refused ?? clearance.Refused) is not null)
            && clearance.Channels.All(channel => (channel.GrantedIn ?? clearance.GrantedIn) is { IsFixed: true, Mean.Ticks: 0 }))
            review.Add($"{path}.granted-in", $"no answer takes any time, and who is refused asks again at once",
                $"say how long an answer takes");
        if (clearance.PerDay is { } perDay) review.CheckNumber($"{path}.per-day", perDay, 0, 1_000_000, "0 to 1000000 vehicles");
    }

    // Who is always refused asks for ever, and at once where an answer takes no time.
    private static void CheckRefused(Review review, string path, Number? refused)
    {
        if (refused is not null) review.CheckNumber(path, refused, 0, 0.99, "0 to 0.99 (0 % to 99 %)");
    }

    private static void CheckChannel(Review review, string path, Channel channel, Clearance clearance)
    {
        if ((channel.GrantedIn ?? clearance.GrantedIn) is null)
            review.Add(ProblemKind.Missing, path, $"nothing says how long '{channel.Id}' takes to answer",
                $"give 'granted-in' here, or for all channels under 'clearance'");
        review.CheckDuration($"{path}.granted-in", channel.GrantedIn);
        review.CheckCondition($"{path}.down-while", channel.DownWhile);
        review.CheckPositiveDuration($"{path}.up-for", channel.UpFor);
        review.CheckPositiveDuration($"{path}.down-for", channel.DownFor);
        CheckRefused(review, $"{path}.refused", channel.Refused);
        if (channel.UpFor is null != channel.DownFor is null)
            review.Add(ProblemKind.Missing, path,
                $"'{channel.Id}' says {(channel.UpFor is null ? "'down-for' and not 'up-for'" : "'up-for' and not 'down-for'")}",
                $"give both, or neither");
    }
}
