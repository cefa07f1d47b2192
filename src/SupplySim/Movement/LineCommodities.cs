using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What a supply line carries, by number, the most urgent first.</summary>
internal static class LineCommodities
{
    /// <summary>What it names; else all that its destination needs, and that its aircraft can carry where it flies.</summary>
    public static IEnumerable<int> Of(SupplyLine line, Catalogue catalogue)
    {
        var fleet = catalogue.Fleets[catalogue.FleetNumber(line.By)];
        var carried = line.Commodities.IsEmpty
            ? Enumerable.Range(0, catalogue.Commodities.Length).Where(c => IsNeeded(catalogue, line.To, c) && (fleet.Mode != Mode.Air || Aircraft.WhyNot(fleet, catalogue.Commodities[c]) is null))
            : line.Commodities.Select(catalogue.CommodityNumber);
        return carried.OrderBy(c => catalogue.Commodities[c].Priority).ThenBy(c => c);
    }

    private static bool IsNeeded(Catalogue catalogue, PlaceId place, int commodity) => catalogue.Places[catalogue.PlaceNumber(place)] switch
    {
        Camp => catalogue.PersonNeeds[commodity].Amount > 0,
        Force force => force.Needs.Has(catalogue.Commodities[commodity].Id),
        _ => false,
    };
}
