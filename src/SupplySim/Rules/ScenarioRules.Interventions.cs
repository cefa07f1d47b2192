using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Rules;

/// <content>What may be done in the middle of a run.</content>
internal static partial class ScenarioRules
{
    private static readonly string[] NotOfRuns = ["title", "summary", "status", "sources", "parameters", "measures", "goals", "observed",
        "experiment", "clock"];

    // What can be set in the middle of a run, by section; of fronts and disruptions those that begin later can be added, and any can be
    // taken away.
    private static readonly (string Section, string Called, string[] Keys)[] Changeable =
    [
        ("fleets", "of a fleet", ["count"]),
        ("supply-lines", "of a supply line",
            ["when-below", "up-to", "order", "review", "send", "every", "when", "until", "priority", "given-up-after"]),
        ("policies", "of policies", ["reroute", "routing", "divert", "dispatch", "airlift", "preposition", "share", "ration"]),
        ("fronts", "of a front", ["pace", "contact", "opens-with", "stand-off", "talks", "ceasefire", "fight", "force-ratio", "captured-by",
            "on-capture", "script"]),
    ];

    private static readonly string[] OfCrossings = ["lanes", "hours", "passage"];
    private static readonly string[] OfCamps = ["rations", "local-share", "capacity"];

    private static void CheckIntervention(Review review, Alternative alternative, Moment from, bool isSound)
    {
        var path = Review.Key("experiment.compare", alternative.Name);
        var clock = review.Scenario.Clock;
        var at = At(clock, from);
        if (at < TimeSpan.Zero || at >= clock.Length)
            review.Add(ProblemKind.Time, $"{path}.at", $"{from} is not within the run",
                $"choose a moment from the start and before {Text(clock.Length)} after it");
        // With what types of aircraft say filled in on either side, and what is known of the start, as it is in the scenario under review.
        var after = StartStates.Apply(alternative.Scenario with { Fleets = AircraftTypes.Fill(alternative.Scenario.Fleets) });
        var differences = Likeness.Differences(review.Scenario, after).ToArray();
        foreach (var difference in differences)
            if (!CanChange(review.Scenario, after, difference))
                review.Add(Set(path, difference), $"'{difference}' cannot be changed in the middle of a run",
                    $"{Allowed(review.Scenario, difference)}");
        foreach (var disruption in after.Disruptions.OfType<Occurrence>())
            if (disruption.At is { } begins && At(clock, begins) < at
                && !review.Scenario.Disruptions.OfType<Occurrence>().Any(other => other.Id == disruption.Id && other.GoesOnAs(disruption)))
                review.Add(ProblemKind.Time, Set(path, $"disruptions.{disruption.Id}"),
                    $"'{disruption.Id}' begins at {begins}, before {from}", "let it begin then, or later");
        if (isSound) CheckChanged(review, path, after, at, from);
    }

    // What sets this, among all that is set.
    private static string Set(string path, string what) => Review.Key($"{path}.set", what);

    private static bool CanChange(Scenario before, Scenario after, string path) => path.Split('.') switch
    {
        [var section, ..] when NotOfRuns.Contains(section) => true,
        ["disruptions", ..] => true,
        // One is there that was not, or is not that was.
        ["fronts", _] => true,
        ["places", var id, var key] => KeysOf(before, id).Contains(key),
        [var section, .. var rest] when Array.Find(Changeable, one => one.Section == section) is { Keys: { } keys } => rest.Length > 0
            && keys.Contains(rest[^1]),
        _ => false,
    };

    private static string[] KeysOf(Scenario scenario, string place) => scenario.Places.FirstOrDefault(one => one.Id == place) switch
    {
        Crossing => OfCrossings,
        Camp => OfCamps,
        _ => [],
    };

    // What can be set there, or anywhere where nothing can be set there.
    private static string Allowed(Scenario scenario, string path)
    {
        var (called, keys) = path.Split('.') switch
        {
            ["places", var id, ..] when KeysOf(scenario, id) is { Length: > 0 } ofPlace =>
                (ofPlace == OfCamps ? "of a camp" : "of a crossing", ofPlace),
            [var section, ..] =>
                (Array.Find(Changeable, one => one.Section == section) is { Keys: not null } found ? (found.Called, found.Keys) : ("", [])),
            _ => ("", []),
        };
        return keys.Length > 0
            ? $"allowed {called}: {string.Join(", ", keys)}"
            : "allowed: " + string.Join("; ", Changeable.Select(one => $"{one.Called} {string.Join(", ", one.Keys)}"))
                + $"; of a crossing {string.Join(", ", OfCrossings)}; of a camp {string.Join(", ", OfCamps)}; disruptions, and fronts "
                + $"as a whole";
    }

    // What could be set by its key, and not in this way.
    private static void CheckChanged(Review review, string path, Scenario after, TimeSpan at, Moment from)
    {
        var before = review.Scenario;
        foreach (var (one, other) in before.Places.Join(after.Places, one => one.Id, other => other.Id, (one, other) => (one, other)))
            if (one is Crossing crossing && other is Crossing changed) CheckChanged(review, path, crossing, changed);
            else if (one is Camp camp && other is Camp another) CheckChanged(review, path, camp, another);
        foreach (var line in after.SupplyLines)
            if (before.SupplyLines.FirstOrDefault(one => one.Id == line.Id) is { } was && (was.Send is null) != (line.Send is null))
                review.Add(Set(path, $"supply-lines.{line.Id}"),
                    $"'supply-lines.{line.Id}' {(was.Send is null ? "orders by its level and cannot begin to send" : "sends and cannot begin to order by a level")} in "
                        + $"the middle of a run",
                    $"write two lines, and give each a 'when'");
        if (before.Policies.Dispatch.MinimumLoad != after.Policies.Dispatch.MinimumLoad)
            review.Add(Set(path, "policies.dispatch"), $"'policies.dispatch.minimum-load' cannot be changed in the middle of a run",
                $"let it be {Text(before.Policies.Dispatch.MinimumLoad)} on either side");
        foreach (var front in after.Fronts)
            CheckChanged(review, path, before.Fronts.FirstOrDefault(one => one.Id == front.Id), front, at, from);
    }

    private static void CheckChanged(Review review, string path, Crossing before, Crossing after)
    {
        if ((before.Lanes.Named is null) != (after.Lanes.Named is null))
            review.Add(Set(path, $"places.{after.Id}.lanes"),
                $"'places.{after.Id}.lanes' are {(before.Lanes.Named is null ? "shared by both directions" : "given for each direction")}, "
                    + $"and cannot be otherwise from then on",
                before.Lanes.Named is null
                    ? (InvariantText)$"write a number, such as {before.Lanes.All + 1}"
                    : $"write {{in: 2, out: 1}}");
        if (after.ToldByDirection.Except(review.Scenario.Places.OfType<Crossing>().SelectMany(crossing => crossing.ToldByDirection))
            .FirstOrDefault() is { } traffic)
            review.Add(Set(path, $"places.{after.Id}.passage"),
                $"'places.{after.Id}.passage' tells the directions of '{traffic}' apart, which nobody does before",
                $"write {{in: yes, out: yes}} before, too");
        if (!(before.Hours.Named ?? []).Select(one => one.Name).SequenceEqual((after.Hours.Named ?? []).Select(one => one.Name)))
            review.Add(Set(path, $"places.{after.Id}.hours"), $"'places.{after.Id}.hours' are of other control points",
                $"name the same ones as before");
    }

    private static void CheckChanged(Review review, string path, Camp before, Camp after)
    {
        if ((before.Capacity is null) != (after.Capacity is null))
            review.Add(ProblemKind.Missing, Set(path, $"places.{after.Id}.capacity"),
                $"'places.{after.Id}.capacity' is a number from the start or never", $"give it a 'capacity' before, too");
        var (needs, others) = (new PersonNeeds(review.Scenario.Commodities, before), new PersonNeeds(review.Scenario.Commodities, after));
        for (var commodity = 0; commodity < review.Scenario.Commodities.Length; commodity++)
        {
            var id = review.Scenario.Commodities[commodity].Id;
            if (needs.IsNeeded(commodity) != others.IsNeeded(commodity))
                review.Add(Set(path, $"places.{after.Id}"),
                    $"'{id}' would have to be brought to '{after.Id}' from then on and not before, or the reverse",
                    $"let a little of it be needed on either side");
            else if (needs.DependsOn(commodity) != others.DependsOn(commodity) || needs.IsUsedUp(commodity) != others.IsUsedUp(commodity))
                review.Add(Set(path, $"places.{after.Id}.local-share"),
                    $"what the local source of '{id}' at '{after.Id}' takes cannot change in the middle of a run",
                    $"change its 'share' alone");
        }
    }

    private static void CheckChanged(Review review, string path, Front? before, Front after, TimeSpan at, Moment from)
    {
        if (before is null)
        {
            if (At(review.Scenario.Clock, after.Starts) < at)
                review.Add(ProblemKind.Time, Set(path, $"fronts.{after.Id}"), $"'{after.Id}' starts at {after.Starts}, before {from}",
                    $"let it start then, or later");
            return;
        }
        if (Likeness.AreAlike(before, after)) return;
        if (HasCampaign(review, after))
            review.Add(Set(path, $"fronts.{after.Id}"), $"'{after.Id}' has a campaign of its own, which no intervention changes",
                $"take the front away, or leave it");
        if (!before.Script.IsEmpty && after.Script.IsEmpty)
            review.Add(Set(path, $"fronts.{after.Id}"), $"'{after.Id}' goes by a script, and nothing of it can be drawn from then on",
                $"give it other steps, or take it away");
        foreach (var type in Lost(after).Except(Lost(before)))
            review.Add(Set(path, $"fronts.{after.Id}"), $"nobody counts a '{type.Type}' of '{type.Party}' before {from}",
                $"name it in the front's losses from the start, at 0 a day");
    }

    private static IEnumerable<(string Party, string Type)> Lost(Front front) =>
        (front.Fight?.Losses ?? []).SelectMany(losses => losses.PerDay.Select(one => (losses.Of, one.Name)))
            .Concat(front.Script.SelectMany(step => step.Lost)
                .SelectMany(lost => lost.Pieces.Concat(lost.Claimed).Select(one => (lost.Of, one.Name))));

    // An alternative that sets what is so already.
    private static void CautionInterventions(Review review)
    {
        foreach (var alternative in review.Scenario.Experiment.Compare)
            if (alternative.From is { } from && !Likeness.Differences(review.Scenario, alternative.Scenario)
                .Any(path => !path.StartsWith("experiment", StringComparison.Ordinal)))
                review.Add($"{Review.Key("experiment.compare", alternative.Name)}.set", $"nothing is another from {from} on",
                    $"set something, or leave the alternative out");
    }
}
