using SupplySim.Quantities;

namespace SupplySim;

/// <content>Aircraft, and where supply lines fly them.</content>
internal static partial class ScenarioRules
{
    private static void CheckAircraft(Review review, string path, Fleet fleet, Aircraft aircraft)
    {
        if (fleet.Mode != Mode.Air) review.Add(path, $"'{fleet.Id}' goes by road", $"remove it, or write 'mode: air'");
        if (aircraft.Runway is { } runway) review.CheckDistance($"{path}.runway", runway);
        review.CheckTime($"{path}.taxi", aircraft.Taxi);
        review.CheckDuration($"{path}.ground-time", aircraft.GroundTime);
        if (aircraft.HeaviestPiece is { } piece) review.CheckMass($"{path}.heaviest-piece", piece);
        for (var i = 0; i < aircraft.Hazards.Length; i++)
            review.Find($"{path}.hazards[{i}]", review.Hazards, aircraft.Hazards[i]);
    }

    private static void CheckFlight(Review review, string path, Haul haul)
    {
        var landable = true;
        foreach (var (key, end) in (ReadOnlySpan<(string, Site)>)[($"{path}.from", haul.From), ($"{path}.to", haul.To)])
            if (end.Airfield is null)
            {
                review.Add(key, $"'{haul.Fleet.Id}' are aircraft, and '{end.Id}' has no airfield",
                    $"give '{end.Id}' an 'airfield' with parking and ground-time");
                landable = false;
            }
        if (!landable) return;
        CheckRunway(review, $"{path}.to", haul.Fleet, haul.To);
        if (!review.Demands.Flies(haul.From, haul.To))
            review.Add($"{path}.to", $"no air route leads from '{haul.From.Id}' to '{haul.To.Id}'",
                $"add one, with 'mode: air'");
        else if (!review.Demands.Flies(haul.To, haul.From))
            review.Add($"{path}.to", $"no air route leads back from '{haul.To.Id}' to '{haul.From.Id}'",
                $"remove its 'one-way'");
        else CheckRange(review, path, haul);
    }

    // A base and the places worked from are looked at with the fleet, so that each is told once.
    private static void CheckRunway(Review review, string path, Fleet fleet, Site site)
    {
        if (fleet.Aircraft?.Runway is { } needed && site.Airfield?.Runway is { } there && there.Metres < needed.Metres)
            review.Add(path, $"'{fleet.Id}' need a runway of {needed}, and that of '{site.Id}' has {there}",
                $"use aircraft that land on less");
    }

    private static void CheckRange(Review review, string path, Haul haul)
    {
        if (haul.Fleet.Aircraft?.PayloadRange is not { } table || haul.Payload is not { Grams: 0 }) return;
        review.Add($"{path}.by",
            $"'{haul.Fleet.Id}' carry nothing over the {haul.Distance} from '{haul.From.Id}' to '{haul.To.Id}': {table}",
            $"use aircraft of a longer range, or an airfield on the way with a line onward");
    }
}
