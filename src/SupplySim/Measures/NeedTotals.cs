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
            unmet = Math.Max(unmet, PersonDays(world, place, commodity));
        }
        return new NeedTotals(consumed, needed, unmet);
    }

    /// <summary>[person-day] What was not met at a place, in full rations of what has to be brought: while a local source gives nothing, of
    /// all; 0 for what people are not given.</summary>
    public static double PersonDays(World world, int place, int commodity)
    {
        var (needs, stock) = (world.Catalogue.PersonNeedsAt(place), world.Stocks[place, commodity]);
        if (needs.WithoutLocal(commodity).PerDay == 0) return 0;
        return Rations(stock.Unmet - stock.UnmetWithoutLocal, needs[commodity]) + Rations(stock.UnmetWithoutLocal, needs.WithoutLocal(commodity));
    }

    private static double Rations(long amount, PersonNeed need) =>
        amount == 0 || need.Amount == 0 ? 0 : amount / ((double)need.Amount * TimeSpan.TicksPerDay / need.Ticks);
}
