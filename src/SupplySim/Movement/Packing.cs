using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Puts what was ordered on vehicles: one after the other is filled, the most urgent commodity first.</summary>
internal static class Packing
{
    /// <summary>Makes the loads; the last may be partial.</summary>
    /// <param name="loads">Where they are put, and nothing else is then.</param>
    /// <param name="line">Whose they are.</param>
    /// <param name="commodities">In the order in which they are packed.</param>
    /// <param name="amounts">[smallest unit] Of each.</param>
    /// <param name="capacity">[g] Of one vehicle; each piece fits.</param>
    /// <param name="catalogue">For the masses.</param>
    /// <param name="now">When it was ordered.</param>
    /// <param name="transport">Numbers the loads.</param>
    public static void Fill(
        List<Load> loads, LineKeeper line, int[] commodities, long[] amounts, long capacity, Catalogue catalogue, SimTime now,
        Transport transport)
    {
        loads.Clear();
        var load = default(Load);
        for (var i = 0; i < commodities.Length; i++)
            for (var left = amounts[i]; left > 0;)
            {
                var fits = load is null ? 0 : Math.Min(left, catalogue.AmountIn(commodities[i], capacity - load.Mass));
                if (fits == 0)
                {
                    loads.Add(load = new Load(line, transport.NextOrder(), now));
                    fits = Math.Min(left, catalogue.AmountIn(commodities[i], capacity));
                }
                load!.Cargo.Add((commodities[i], fits));
                load.Mass += catalogue.MassOf(commodities[i], fits);
                load.Priority = Math.Min(load.Priority, catalogue.Commodities[commodities[i]].Priority);
                left -= fits;
            }
    }
}
