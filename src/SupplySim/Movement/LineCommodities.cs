using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What a supply line carries, by number, the most urgent first.</summary>
internal static class LineCommodities
{
    /// <summary>What it names; else all that its destination needs, and that its aircraft can carry where it flies.</summary>
    public static IEnumerable<int> Of(SupplyLine line, Catalogue catalogue)
    {
        var to = catalogue.PlaceNumber(line.To);
        var fleet = catalogue.Fleets[catalogue.FleetNumber(line.By)];
        var carried = line.Commodities.IsEmpty
            ? Enumerable.Range(0, catalogue.Commodities.Length).Where(c =>
                catalogue.IsNeeded(to, c) && (fleet.Mode != Mode.Air || Aircraft.WhyNot(fleet, catalogue.Commodities[c]) is null))
            : line.Commodities.Select(catalogue.CommodityNumber);
        return carried.OrderBy(c => catalogue.Commodities[c].Priority).ThenBy(c => c);
    }
}
