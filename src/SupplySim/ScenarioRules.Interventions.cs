using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim;

/// <content>What may be done in the middle of a run.</content>
internal static partial class ScenarioRules
{
    private const string Changeable = "allowed: the count of a fleet, the levels and priority of a supply line, disruptions, policies.share";
    private static readonly string[] OfLines = ["when-below", "up-to", "order", "priority", "given-up-after"];
    private static readonly string[] NotOfRuns = ["title", "summary", "status", "sources", "parameters", "measures", "goals", "experiment", "clock"];

    private static void CheckIntervention(Review review, Alternative alternative, Moment from)
    {
        var path = Review.Key("experiment.compare", alternative.Name);
        var clock = review.Scenario.Clock;
        var at = At(clock, from);
        if (at < TimeSpan.Zero || at >= clock.Length)
            review.Add($"{path}.at", $"{from} is not within the run", $"choose a moment from the start and before {Text(clock.Length)} after it");
        // With what types of aircraft say filled in on either side, as it is in the scenario under review.
        var after = alternative.Scenario with { Fleets = AircraftTypes.Fill(alternative.Scenario.Fleets) };
        foreach (var difference in Likeness.Differences(review.Scenario, after))
            if (!CanChange(difference))
                review.Add($"{path}.set", $"'{difference}' cannot be changed in the middle of a run", Changeable);
        foreach (var disruption in alternative.Scenario.Disruptions.OfType<Occurrence>())
            if (disruption.At is { } begins && At(clock, begins) < at && !review.Scenario.Disruptions.Any(other => Likeness.AreAlike(disruption, other)))
                review.Add($"{path}.set", $"'{disruption.Id}' begins at {begins}, before {from}", "let it begin then, or later");
    }

    private static bool CanChange(string path) => path.Split('.') is var keys && keys switch
    {
        [var section, ..] when NotOfRuns.Contains(section) => true,
        ["fleets", _, "count"] => true,
        ["supply-lines", _, var key] => OfLines.Contains(key),
        ["disruptions", ..] => true,
        ["policies", "share"] => true,
        _ => false,
    };
}
