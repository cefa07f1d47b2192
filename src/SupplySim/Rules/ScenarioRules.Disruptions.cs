using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Disruptions. Of one that a user wrote only its ids are looked at; what else is wrong with it is
/// for its own code to say.</content>
internal static partial class ScenarioRules
{
    private static void CheckDisruptions(Review review)
    {
        var ids = new Section(review, "disruptions");
        foreach (var disruption in review.Scenario.Disruptions)
        {
            var path = ids.Enter(disruption.Id);
            if (disruption is Occurrence occurrence) CheckOccurrence(review, path, occurrence);
            switch (disruption)
            {
                case Closure closure: CheckClosure(review, path, closure); break;
                case Rumour rumour: CheckRumour(review, path, rumour); break;
                case Restriction restriction: CheckRestriction(review, path, restriction); break;
                case Opening opening: CheckOpening(review, path, opening); break;
                case Slowdown slowdown: CheckSlowdown(review, path, slowdown); break;
                case Destruction hit: CheckDestruction(review, path, hit); break;
                case Grounding grounding: CheckGrounding(review, path, grounding); break;
                default: CheckOwn(review, path, disruption); break;
            }
            review.CheckSource(path, disruption.Source);
        }
    }

    // Of one that a user wrote, what its types say: an id of a place, and what can be struck.
    private static void CheckOwn(Review review, string path, Disruption disruption)
    {
        foreach (var property in disruption.GetType().GetProperties().Where(one => one.CanRead && one.GetIndexParameters().Length == 0))
        {
            var key = $"{path}.{Likeness.Kebab(property.Name)}";
            if (property.PropertyType == typeof(PlaceId) || property.PropertyType == typeof(PlaceId?))
            {
                if (property.GetValue(disruption) is PlaceId place) review.Find(key, review.Places, place.Value);
            }
            else if (property.PropertyType == typeof(ImmutableArray<PlaceId>))
                foreach (var each in (ImmutableArray<PlaceId>)property.GetValue(disruption)! is { IsDefault: false } places ? places : [])
                    review.Find(key, review.Places, each.Value);
            else if (property.PropertyType == typeof(Targets) && property.GetValue(disruption) is Targets targets)
                foreach (var target in targets.Where(target => !review.Places.Has(target) && !review.Routes.Has(target)))
                    CheckTargetKnown(review, key, target);
        }
    }

    private static void CheckOccurrence(Review review, string path, Occurrence occurrence)
    {
        var begins = new[]
        {
            ("while", occurrence.While is not null), ("when", occurrence.When is not null),
            ("at", occurrence.At is not null), ("every", occurrence.Every is not null),
        }.Where(pair => pair.Item2).Select(pair => pair.Item1).ToArray();
        if (begins.Length == 0)
            review.Add(ProblemKind.Missing, path, $"nothing says when it begins",
                occurrence.From is { } first
                    ? $"write 'at: {first}'; 'from' is said of what comes again and again, by 'every'"
                    : $"give one of while, when, at, every");
        foreach (var second in begins.Skip(1))
            review.Add(ProblemKind.Twice, $"{path}.{second}",
                $"both '{begins[0]}' and '{second}' say when it begins; exactly one is allowed",
                (begins[0], second) == ("at", "every")
                    ? "of what comes again and again write 'from' in place of 'at': from then on 'every' is counted"
                    : "make it two disruptions");
        review.CheckCondition($"{path}.while", occurrence.While);
        review.CheckCondition($"{path}.when", occurrence.When);
        if (occurrence.At is { } at) CheckMoment(review, $"{path}.at", at);
        review.CheckPositiveDuration($"{path}.every", occurrence.Every);
        if (begins.Length > 0) CheckSeason(review, path, occurrence);
        if (occurrence.Chance is { } chance)
        {
            review.CheckShare($"{path}.chance", chance);
            if (occurrence.Every is null && occurrence.When is null)
                review.Add(ProblemKind.Missing, $"{path}.chance", $"a chance of what? only 'every' and 'when' ask again and again",
                    "add 'every' or 'when'; of something at one time draw how long it lasts: for: \"choice(0 d 70 %, 12 d 30 %)\"");
        }
        review.CheckDuration($"{path}.for", occurrence.For);
        if (occurrence.For is not null && occurrence.While is not null && occurrence is not Destruction)
            review.Add(ProblemKind.Idle, $"{path}.for", $"'while' already says when it ends",
                $"remove 'for', or write 'when' instead of 'while'");
    }

    // What begins at a moment may end at one, and only what comes again and again has a season.
    private static void CheckSeason(Review review, string path, Occurrence occurrence)
    {
        if (occurrence.From is { } from)
        {
            CheckMoment(review, $"{path}.from", from);
            if (occurrence.Every is null)
                review.Add(ProblemKind.Idle, $"{path}.from", $"from when on does it come again and again? nothing says 'every'",
                    $"write 'at' for what begins then, or add 'every'");
        }
        if (occurrence.Until is not { } until) return;
        CheckMoment(review, $"{path}.until", until);
        if (occurrence is Destruction && occurrence.Every is null) return; // see CheckInstant
        if (occurrence is { At: { } at, Every: null }) CheckEnd(review, path, occurrence, at, until);
        else if (occurrence.Every is null)
            review.Add(ProblemKind.Idle, $"{path}.until", $"'until' ends what begins by 'at', or the season of what comes by 'every'",
                occurrence.While is null ? (InvariantText)$"say by 'for' how long it lasts" : $"remove it: 'while' says when it ends");
        else if (!until.IsNever && occurrence.From is not { IsNever: true } && TryInstant(review, until, out var ends)
            && TryInstant(review, occurrence.From ?? Moment.After(TimeSpan.Zero), out var begins) && ends <= begins)
            review.Add(ProblemKind.Time, $"{path}.until",
                $"{until} is not after {(occurrence.From is { } first ? $"{first}, from when on it may begin" : "the start")}",
                $"write a later moment, or leave the disruption out");
    }

    private static void CheckEnd(Review review, string path, Occurrence occurrence, Moment at, Moment until)
    {
        if (occurrence.For is not null)
            review.Add(ProblemKind.Twice, $"{path}.for", $"both 'until' and 'for' say when it ends; one is enough", $"remove one of them");
        if (!at.IsNever && !until.IsNever && TryInstant(review, at, out var begins) && TryInstant(review, until, out var ends)
            && ends <= begins)
            review.Add(ProblemKind.Time, $"{path}.until", $"{until} is not after {at}, when it begins",
                $"write a later moment, or leave the disruption out");
    }

    private static void CheckRumour(Review review, string path, Rumour rumour)
    {
        CheckTo(review, path, rumour.To);
        foreach (var (key, target) in EachTarget(review, $"{path}.report", rumour.Report))
            if (review.Places.TryGet(target, out var place) && place is not Crossing)
                review.Add(ProblemKind.WrongKind, key, $"'{target}' is a {Review.KindOf(place)}; reports are of crossings and routes");
            else if (place is null && !review.Routes.Has(target)) CheckTargetKnown(review, key, target);
    }

    private static void CheckOpening(Review review, string path, Opening opening)
    {
        review.Find<Crossing>($"{path}.open", opening.Open, $"only a crossing has hours");
        CheckTo(review, path, opening.To);
    }

    private static void CheckTo(Review review, string path, ImmutableArray<string> traffics)
    {
        for (var i = 0; i < traffics.Length; i++) review.Find($"{path}.to[{i}]", review.Traffics, traffics[i]);
    }

    private static void CheckGrounding(Review review, string path, Grounding grounding)
    {
        var (key, target) = ($"{path}.ground", grounding.Ground);
        var isPlace = review.Places.TryGet(target, out var place);
        if (!review.Fleets.TryGet(target, out var fleet))
        {
            if (!isPlace) review.Find(key, review.Fleets, target);
            else if (place is not Site { Airfield: not null })
                review.Add(key, $"'{target}' has no airfield", $"ground a fleet of aircraft, or a place with an 'airfield'");
            CheckTo(review, path, grounding.To);
            if (grounding.EnRoute is not (EnRoute.Complete or EnRoute.TurnBack or EnRoute.Divert))
                review.Add($"{path}.en-route", $"those in the air on their way to '{target}' land, fly back or go elsewhere",
                    $"write complete, turn-back or divert");
            return;
        }
        if (isPlace) review.Add(ProblemKind.Twice, key, $"'{target}' is the id of a place and of a fleet", $"give one of them another id");
        else if (fleet.Mode != Mode.Air)
            review.Add(ProblemKind.WrongKind, key, $"'{target}' goes by road; only aircraft stay on the ground",
                $"slow it instead: {{slow: {target}, go: 0 %}}");
        if (!grounding.To.IsEmpty)
            review.Add(ProblemKind.Idle, $"{path}.to", $"a fleet is of one traffic", $"remove 'to', or ground an airfield");
        if (grounding.EnRoute != EnRoute.Complete)
            review.Add(ProblemKind.Idle, $"{path}.en-route", $"the aircraft of a fleet that is grounded land where they were going",
                $"remove it, or ground an airfield");
    }

    // A crossing is slowed by a factor, a fleet by a share.
    private static void CheckSlowdown(Review review, string path, Slowdown slowdown)
    {
        var isPlace = review.Places.TryGet(slowdown.Slow, out var place);
        var isFleet = review.Fleets.Has(slowdown.Slow);
        var (inspection, go) = (("inspection", slowdown.Inspection is not null), ("go", slowdown.Go is not null));
        if (isPlace && isFleet)
            review.Add(ProblemKind.Twice, $"{path}.slow", $"'{slowdown.Slow}' is the id of a place and of a fleet",
                $"give one of them another id");
        else if (isPlace && place is not Crossing)
            review.Add(ProblemKind.WrongKind, $"{path}.slow",
                $"'{slowdown.Slow}' is a {Review.KindOf(place!)}; only a crossing or a fleet can be slowed");
        else if (isPlace) CheckEffect(review, path, $"the crossing '{slowdown.Slow}'", inspection, go, "2 x");
        else if (isFleet) CheckEffect(review, path, $"the fleet '{slowdown.Slow}'", go, inspection, "50 %");
        else if (slowdown.Go is not null) review.Find($"{path}.slow", review.Fleets, slowdown.Slow);
        else review.Find($"{path}.slow", review.Places, slowdown.Slow);
        if (slowdown.Inspection is { } factor)
            review.CheckNumber(
                $"{path}.inspection", factor, factor.IsFixed ? double.Epsilon : 0, 1e6, "above 0, up to a million times");
        if (slowdown.Go is { } share) review.CheckNumber($"{path}.go", share, 0, 1, "0 to 1 (0 % to 100 %)");
    }

    private static void CheckEffect(
        Review review, string path, string what,
        (string Key, bool IsGiven) right, (string Key, bool IsGiven) wrong, string example)
    {
        if (!right.IsGiven)
            review.Add(ProblemKind.Missing, path, $"nothing says by how much {what} is slowed", $"give '{right.Key}', such as {example}");
        if (wrong.IsGiven)
            review.Add($"{path}.{wrong.Key}", $"'{wrong.Key}' does not go with {what}", $"use '{right.Key}'");
    }
}
