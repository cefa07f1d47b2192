using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Cuts what was ordered into loads, of one commodity each, that one vehicle takes; what does not fill it is filled up from
/// what else waits of its line when a vehicle comes for it (<see cref="WaitingLoads"/>).</summary>
internal static class Packing
{
    /// <summary>Makes the loads; the last of each commodity may be partial.</summary>
    /// <param name="loads">Where they are put, and nothing else is then.</param>
    /// <param name="line">Whose they are.</param>
    /// <param name="amounts">[smallest unit] Of each of its commodities; each piece fits.</param>
    /// <param name="catalogue">For the masses.</param>
    /// <param name="now">When it was ordered.</param>
    /// <param name="wantedSince">Since when it is wanted.</param>
    public static void Cut(
        List<Load> loads, LineKeeper line, ReadOnlySpan<long> amounts, Catalogue catalogue, SimTime now, SimTime wantedSince)
    {
        loads.Clear();
        for (var i = 0; i < amounts.Length; i++)
        {
            var (commodity, most) = (line.Commodities[i], catalogue.AmountIn(line.Commodities[i], line.Capacity));
            for (var left = amounts[i]; left > 0; left -= most)
                loads.Add(new Load(line, now, new(commodity, Math.Min(left, most), line.NextTurn(commodity), wantedSince), catalogue));
        }
    }
}
