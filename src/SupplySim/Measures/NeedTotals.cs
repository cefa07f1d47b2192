using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What a place has needed and used since the start, over all commodities.</summary>
/// <param name="Consumed">[g]</param>
/// <param name="Needed">[g]</param>
internal readonly record struct NeedTotals(double Consumed, double Needed)
{
    public static NeedTotals Of(World world, int place)
    {
        var (consumed, needed) = (0.0, 0.0);
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            if (Settled(world, place, commodity) is not { Needed: not 0 } stock) continue;
            consumed += world.Catalogue.MassOf(commodity, stock.Consumed);
            needed += world.Catalogue.MassOf(commodity, stock.Needed);
        }
        return new NeedTotals(consumed, needed);
    }

    /// <summary>[person-day] Of the commodity of which most is missing.</summary>
    public static double Unmet(World world, int place)
    {
        var unmet = 0.0;
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
            if (Settled(world, place, commodity).Needed != 0) unmet = Math.Max(unmet, world.PersonDays.Missed(place, commodity));
        return unmet;
    }

    private static Stock Settled(World world, int place, int commodity)
    {
        var stock = world.Stocks[place, commodity];
        stock.Settle(world.Now);
        return stock;
    }
}
