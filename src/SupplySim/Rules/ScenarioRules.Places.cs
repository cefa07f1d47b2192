using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Places with docks and a store, and who lives there.</content>
internal static partial class ScenarioRules
{
    private static void CheckPlaces(Review review)
    {
        var ids = new Section(review, "places", "camps", "forces", "crossings");
        foreach (var place in review.Scenario.Places)
        {
            var path = ids.Enter(place.Id);
            if (place.At is { } at) CheckPoint(review, $"{path}.at", at);
            if (place is Crossing crossing) CheckCrossing(review, path, crossing);
            if (place is Site site) CheckSite(review, path, site);
            if (place is Camp camp) CheckCamp(review, path, camp);
            if (place is Force force) CheckForce(review, path, force);
            review.CheckSource(path, place.Source);
        }
    }

    private static void CheckPoint(Review review, string path, GeoPoint point)
    {
        if (point.Latitude is not (>= -90 and <= 90))
            review.Add(ProblemKind.OutOfRange, path, $"a latitude of {Text(point.Latitude)}; allowed: -90 to 90 degrees");
        if (point.Longitude is not (>= -180 and <= 180))
            review.Add(ProblemKind.OutOfRange, path, $"a longitude of {Text(point.Longitude)}; allowed: -180 to 180 degrees");
    }

    private static void CheckSite(Review review, string path, Site site)
    {
        review.CheckAtLeast($"{path}.docks", site.Docks, 1, "docks");
        review.CheckDuration($"{path}.loading", site.Loading);
        review.CheckDuration($"{path}.unloading", site.Unloading);
        if (site.Stock.IsUnlimited) CheckNeedsNothing(review, $"{path}.stock", site);
        else if (site.Stock != Supply.None)
        {
            CheckLevel(review, $"{path}.stock", site.Stock, site, [.. review.NeedsAt(site)], onlyGoods: false);
            review.CheckDrawn($"{path}.stock", site.Stock);
        }
        CheckStorage(review, $"{path}.storage", site);
        if (site.Airfield is { } airfield) CheckAirfield(review, $"{path}.airfield", site, airfield);
        CheckDockWork(review, path, site);
    }

    // What never runs out is handed out, not kept: there is no account of it that anybody could eat from.
    private static void CheckNeedsNothing(Review review, string path, Site site)
    {
        if (review.NeedsAt(site).FirstOrDefault() is { } commodity)
            review.Add(path, $"an unlimited stock where '{commodity.Id}' is needed: nobody could run out",
                $"write amounts, or days of supply; only a town or depot is unlimited");
    }

    // How long a vehicle is loaded decides the result, so there is no silent zero.
    private static void CheckDockWork(Review review, string path, Site site)
    {
        var defaults = review.Scenario.Defaults;
        if ((site.Loading ?? defaults.Loading) is null && review.Demands.LoadsAt(site) is { } loads)
            review.Add(ProblemKind.Missing, path, $"supply line '{loads.Id}' loads at '{site.Id}', which has no loading time",
                $"give it, or the defaults, a 'loading' such as 40 min");
        if ((site.Unloading ?? defaults.Unloading) is null && review.Demands.UnloadsAt(site) is { } unloads)
            review.Add(ProblemKind.Missing, path, $"supply line '{unloads.Id}' unloads at '{site.Id}', which has no unloading time",
                $"give it, or the defaults, an 'unloading' such as 45 min");
    }

    private static void CheckCamp(Review review, string path, Camp camp)
    {
        review.CheckNumber($"{path}.people", camp.People, 0, MostPeople, "0 to a billion people");
        if (camp.Arrivals is { } arrivals) CheckStream(review, $"{path}.arrivals", arrivals, review.CheckArrivals);
        if (camp.Departures is { } departures) CheckStream(review, $"{path}.departures", departures, review.CheckArrivals);
        review.CheckPositiveTime($"{path}.batches", camp.Batches);
        CheckBatches(review, path, camp);
        CheckCapacity(review, path, camp);
        CheckRations(review, path, camp);
        if (camp.WarnBelow is { } level) review.CheckPositiveTime($"{path}.warn-below", level);
    }

    private static void CheckForce(Review review, string path, Force force)
    {
        if (force.Party is not null) review.Find($"{path}.party", review.Parties, force.Party);
        review.CheckNames($"{path}.needs", force.Needs);
        foreach (var (id, use) in force.Needs)
            if (review.Find(Review.Key($"{path}.needs", id), review.Commodities, id) is { } commodity)
                CheckStream(review, Review.Key($"{path}.needs", id), use, (key, rate) => CheckUse(review, key, rate, commodity));
        CheckEquipment(review, path, force);
        CheckReadiness(review, path, force);
        if (force.WarnBelow is { } level) review.CheckPositiveTime($"{path}.warn-below", level);
    }
}
