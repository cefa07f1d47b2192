using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Where flights land that cannot land at their destination.</content>
internal static partial class ScenarioRules
{
    private static void CheckAlternates(Review review, string path, Haul haul)
    {
        for (var i = 0; i < haul.Line.Alternates.Length; i++)
        {
            var (key, id) = ($"{path}.alternates[{i}]", haul.Line.Alternates[i]);
            if (review.Find<Site>(key, id, $"a flight is unloaded at a town, depot, camp or force") is not { } place) continue;
            if (haul.Fleet.Mode != Mode.Air)
                review.Add(ProblemKind.Idle, key, $"'{haul.Fleet.Id}' go by road",
                    $"remove it; where columns go instead is the policy 'divert'");
            else if (haul.Line.Alternates.IndexOf(id) < i) review.Add(ProblemKind.Twice, key, $"'{place.Id}' is named twice");
            else if (place == haul.From || place == haul.To)
                review.Add(key, $"'{place.Id}' is where the flight {(place == haul.To ? "goes" : "comes from")}",
                    $"name another airfield, or leave it out");
            else if (place.Airfield is null)
                review.Add(ProblemKind.Missing, key, $"'{place.Id}' has no airfield",
                    $"give '{place.Id}' an 'airfield' with parking and ground-time");
            else CheckAlternate(review, key, haul, place);
        }
    }

    private static void CheckAlternate(Review review, string key, Haul haul, Site place)
    {
        CheckRunway(review, key, haul.Fleet, place);
        foreach (var (from, to) in (ReadOnlySpan<(Site, Site)>)[(haul.To, place), (place, haul.From)])
            if (!review.Demands.Flies(from, to))
            {
                review.Add(ProblemKind.DoesNotFit, key, $"no air route leads from '{from.Id}' to '{to.Id}'", $"add one, with 'mode: air'");
                return;
            }
        if (haul.Fleet.Aircraft?.PayloadRange is not { } table || review.Demands.Airway(haul.From, haul.To) is not { } there) return;
        var far = Distance.FromMetres(there.Metres + review.Demands.Airway(haul.To, place)!.Value.Metres);
        if (table.At(Airfield.BetweenRefuellings(haul.From.Airfield!, place.Airfield!, far)).Grams == 0)
            review.Add(ProblemKind.DoesNotFit, key,
                $"'{haul.Fleet.Id}' carry nothing over the {far} to '{haul.To.Id}' and on to '{place.Id}': {table}",
                $"name a nearer airfield");
    }

    // What nothing can ever make use of, and what is told to divert and has nowhere to go. A disruption of the user's own may do anything.
    private static void CheckDiversions(Review review)
    {
        var occurrences = review.Scenario.Disruptions;
        if (occurrences.Any(one => one is not Occurrence)) return;
        foreach (var line in review.Scenario.SupplyLines.Where(line => !line.Alternates.IsEmpty))
            if (!occurrences.Any(one => Diverts(review, one, line)) && review.SiteOf(line.To)?.Airfield?.Holding <= TimeSpan.Zero)
                review.Add($"supply-lines.{line.Id}.alternates",
                    $"no flight is ever diverted: nothing on its way has 'en-route: divert', and nobody circles over '{line.To}'",
                    $"write 'en-route: divert' where its destination or its air route is shut, or leave them out");
        foreach (var one in occurrences)
            if (one is Grounding { EnRoute: EnRoute.Divert } or Closure { EnRoute: EnRoute.Divert }
                && !review.Scenario.SupplyLines.Any(line => !line.Alternates.IsEmpty && Diverts(review, one, line)))
                review.Add(ProblemKind.Missing, $"disruptions.{one.Id}.en-route",
                    $"no supply line that it meets has 'alternates': flights turn back", $"give them to a line, or write turn-back");
    }

    private static bool Diverts(Review review, Disruption one, SupplyLine line) => one switch
    {
        Grounding { EnRoute: EnRoute.Divert } grounding => grounding.Ground == line.To.Value,
        Closure { EnRoute: EnRoute.Divert } closure => (closure.Close ?? []).Any(id => review.Routes.TryGet(id, out var route)
            && ((route.From == line.From && route.To == line.To) || (route.To == line.From && route.From == line.To))),
        _ => false,
    };
}
