using SupplySim.Quantities;
using SupplySim.Rules;

namespace SupplySim.Remedies;

/// <summary>Whether there is room for what a remedy would have lie at a place: where there is none, it does
/// less than it says, or nothing.</summary>
internal static class Room
{
    /// <summary>For example <c>, more than there is room for at Camp (90 t)</c>; empty where it fits, or
    /// cannot be told before a run.</summary>
    /// <param name="site">The place.</param>
    /// <param name="level">What would lie there.</param>
    /// <param name="commodities">Of which.</param>
    public static string Beyond(Site site, Supply level, IEnumerable<Commodity> commodities) =>
        !site.Storage.IsUnlimited && IsBeyond(site, level, [.. commodities])
            ? $", more than there is room for at {site.Shown} ({site.Storage})"
            : "";

    private static bool IsBeyond(Site site, Supply level, Commodity[] commodities)
    {
        if (level.Total is { Unit: QuantityUnit.Gram } mass) return site.Storage.Total is { } whole && mass.Amount > whole.Amount;
        if (level.IsUnlimited || level.Total is not null) return false;
        return site.Storage.Total is { } room
            ? commodities.Sum(one => ScenarioRules.AmountOf(level, site, one) * ScenarioRules.GramsOfOne(one)) > room.Amount
            : commodities.Any(one => ScenarioRules.LimitOf(site, one) is { } limit && ScenarioRules.AmountOf(level, site, one) > limit);
    }
}
