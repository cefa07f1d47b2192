using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Fuel that can never be enough for one flight.</content>
internal static partial class ScenarioRules
{
    // Told once for an airfield: aircraft would wait there for ever, and nothing else would say why.
    private static void CheckFuelSuffices(Review review, Site site)
    {
        if (site.Airfield?.Fuel is not { } id || site.Stock.IsUnlimited || !review.Commodities.TryGet(id, out var fuel)) return;
        var most = MostFuel(review, site, fuel);
        foreach (var line in review.Scenario.SupplyLines)
        {
            if (!review.Fleets.TryGet(line.By, out var fleet) || fleet.Aircraft?.Burns is not { } burns || burns.Amount.Unit != fuel.Unit
                || fleet.Speed is null) continue;
            foreach (var (from, to) in (ReadOnlySpan<(PlaceId, PlaceId)>)[(line.From, line.To), (line.To, line.From)])
            {
                if (from.Value != site.Id || review.SiteOf(to) is not { Airfield: not null } there || !review.Demands.Flies(site, there))
                    continue;
                var needed = (long)Math.Floor(PerDay(burns) * TimeWithFuel(review, fleet, line, site, there).TotalDays);
                if (needed <= most) continue;
                review.Add(ProblemKind.DoesNotFit, $"places.{site.Id}.airfield.fuel",
                    $"a flight of '{fleet.Id}' from '{site.Id}' to '{there.Id}' takes {new Quantity(needed, fuel.Unit)} of '{fuel.Id}', "
                        + $"and never more than {new Quantity((long)most, fuel.Unit)} lie there: it never takes off",
                    $"raise the 'stock' or 'storage' of '{site.Id}', or the 'up-to' of a supply line that brings it");
                return;
            }
        }
    }

    // [smallest unit] What can lie there at once: at the start, or brought by a line; without bound where a line sends or orders lots.
    private static double MostFuel(Review review, Site site, Commodity fuel)
    {
        var most = Math.Max(AmountOf(site.Stock.Most, site, fuel), Known(review, site, fuel));
        foreach (var line in review.Scenario.SupplyLines)
            if (line.To.Value == site.Id && review.Fleets.TryGet(line.By, out var by) && Brings(review, line, by, site, fuel))
                most = Math.Max(most, line.UpTo is { } level ? AmountOf(level, site, fuel) : double.PositiveInfinity);
        return Math.Min(most, site.Storage.Amounts is { } room && room.All(one => one.Commodity != fuel.Id)
            ? double.PositiveInfinity
            : AmountOf(site.Storage, site, fuel));
    }

    internal static double AmountOf(Supply level, Site site, Commodity commodity) => level.For(commodity.Id) switch
    {
        { Time: { } time } => time.TotalDays * NeedPerDay(site, commodity),
        { Total: { } total } => total.Unit == commodity.Unit ? total.Amount : double.PositiveInfinity,
        { Amounts: { } amounts } => amounts.Where(one => one.Commodity == commodity.Id).Sum(one => (double)one.Amount.Amount),
        _ => double.PositiveInfinity,
    };

    // [time] In the air to where it is refuelled next; with a load, to its farthest alternate too.
    private static TimeSpan TimeWithFuel(Review review, Fleet fleet, SupplyLine line, Site from, Site to)
    {
        var time = FlightTime(review, fleet, from, to);
        return (to.Airfield!.Fuel is null ? time * 2 : time)
            + (line.From.Value == from.Id ? TimeToAlternate(review, fleet, line, to) : TimeSpan.Zero);
    }

    private static TimeSpan TimeToAlternate(Review review, Fleet fleet, SupplyLine line, Site to) => line.Alternates
        .Select(review.SiteOf).Where(place => place is not null && review.Demands.Flies(to, place))
        .Select(place => FlightTime(review, fleet, to, place!)).DefaultIfEmpty().Max();
}
