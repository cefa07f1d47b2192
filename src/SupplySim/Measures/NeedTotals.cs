using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What a place has needed and used since the start, over all commodities.</summary>
/// <param name="Consumed">[g]</param>
/// <param name="Needed">[g]</param>
/// <param name="UnmetPersonDays">[person-day] Of the commodity of which most is missing.</param>
internal readonly record struct NeedTotals(double Consumed, double Needed, double UnmetPersonDays)
{
    public static NeedTotals Of(World world, int place)
    {
        var (consumed, needed, unmet) = (0.0, 0.0, 0.0);
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            var stock = world.Stocks[place, commodity];
            stock.Settle(world.Now);
            if (stock.Needed == 0) continue;
            consumed += world.Catalogue.MassOf(commodity, stock.Consumed);
            needed += world.Catalogue.MassOf(commodity, stock.Needed);
            unmet = Math.Max(unmet, world.PersonDays.Missed(place, commodity));
        }
        return new NeedTotals(consumed, needed, unmet);
    }
}
