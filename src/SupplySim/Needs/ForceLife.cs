using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>What a force uses, from the start to the end.</summary>
internal static class ForceLife
{
    public static void Begin(World world, int place)
    {
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            var (amount, ticks) = world.NeedAtStart(place, commodity);
            if (amount > 0) world.Stocks[place, commodity].SetNeed(world.Now, amount, ticks, 1_000_000);
        }
    }
}
