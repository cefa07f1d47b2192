using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What a place has needed and used since the start, over all commodities by mass, or of one in its own unit.</summary>
/// <param name="Consumed">[g or smallest unit] Of the need; fuel burned is none.</param>
/// <param name="Needed">[g or smallest unit]</param>
internal readonly record struct NeedTotals(double Consumed, double Needed)
{
    public static NeedTotals Of(World world, DiaryRow of)
    {
        if (of.Commodity >= 0)
        {
            var stock = Settled(world, of.Place, of.Commodity);
            return new NeedTotals(stock.Met, stock.Needed);
        }
        var (consumed, needed) = (0.0, 0.0);
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            if (Settled(world, of.Place, commodity) is not { Needed: not 0 } one) continue;
            consumed += world.Catalogue.MassOf(commodity, one.Met);
            needed += world.Catalogue.MassOf(commodity, one.Needed);
        }
        return new NeedTotals(consumed, needed);
    }

    /// <summary>[person-day] Where no commodity is named of that of which most is missing.</summary>
    public static double Unmet(World world, DiaryRow of)
    {
        if (of.Commodity >= 0)
            return Settled(world, of.Place, of.Commodity).Needed == 0 ? 0 : world.PersonDays.Missed(of.Place, of.Commodity);
        var unmet = 0.0;
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
            if (Settled(world, of.Place, commodity).Needed != 0) unmet = Math.Max(unmet, world.PersonDays.Missed(of.Place, commodity));
        return unmet;
    }

    private static Stock Settled(World world, int place, int commodity)
    {
        var stock = world.Stocks[place, commodity];
        stock.Settle(world.Now);
        return stock;
    }
}
