using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>How much of what is ordered a vehicle takes.</content>
internal static partial class ScenarioRules
{
    private const int MostLoads = 1_000_000;

    private static void CheckLoads(Review review, string path, Haul haul)
    {
        if (haul.Payload is not { Grams: > 0 } payload) return;
        var tooHeavy = haul.Goods.Where(commodity => GramsOfOne(commodity) > payload.Grams).ToArray();
        foreach (var one in tooHeavy)
            review.Add(ProblemKind.DoesNotFit, $"{path}.by",
                $"one {(one.Unit == QuantityUnit.Piece ? "piece" : "millilitre")} of '{one.Id}' is too heavy for the {payload} of "
                    + $"'{haul.Fleet.Id}'",
                $"use a fleet that carries more");
        if (tooHeavy.Length > 0) return;
        CheckMinimumLoad(review, haul, payload);
        if (haul.Line.UpTo is { } level) CheckLoadCount(review, $"{path}.up-to", $"{level}", GramsOf(review, level, haul), haul);
        if (haul.Line is { Order: { } lot, WhenBelow: { } below })
            CheckLoadCount(review, $"{path}.order", $"{lot}", GramsOf(review, lot, haul) + GramsOf(review, below, haul), haul);
        if (haul.Line.Send is { } send && haul.Goods.Length == 1 && haul.Goods[0].Unit == send.Amount.Unit)
        {
            var atOnce = PerDay(send) * (haul.Line.Every?.TotalDays ?? 1) * GramsOfOne(haul.Goods[0]);
            CheckLoadCount(review, $"{path}.send", $"{send}", atOnce, haul);
        }
    }

    // What pieces make up is a multiple of what all their masses are multiples of.
    private static void CheckMinimumLoad(Review review, Haul haul, Mass payload)
    {
        var share = review.Scenario.Policies.Dispatch.MinimumLoad;
        if (haul.Fleet.Mode == Mode.Air || !(share is > 0 and <= 1) || haul.Goods.IsEmpty
            || haul.Goods.Any(goods => goods.Unit != QuantityUnit.Piece || goods.Weight is not { Grams: > 0 })) return;
        var step = haul.Goods.Select(goods => goods.Weight!.Value.Grams).Aggregate(GreatestCommonDivisor);
        var (most, least) = (payload.Grams / step * step, (long)Math.Ceiling(payload.Grams * share));
        if (most < least)
            review.Add(ProblemKind.DoesNotFit, "policies.dispatch.minimum-load",
                $"{share:0.##} of the {payload} of '{haul.Fleet.Id}' is {Mass.FromGrams(least)}, and whole pieces "
                    + $"of {Listed(haul.Goods)} make up {Mass.FromGrams(most)} at most: supply line '{haul.Line.Id}' would never "
                    + $"send a truck",
                $"let it be at most {Math.Floor(100.0 * most / payload.Grams):0} %, or use a fleet that they fill");
    }

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

    // Kilograms written for tonnes would fill the memory with loads.
    private static void CheckLoadCount(Review review, string path, string order, double grams, Haul haul)
    {
        var (payload, count) = (haul.Payload!.Value, grams / haul.Payload!.Value.Grams);
        if (count > MostLoads)
            review.Add(ProblemKind.OutOfRange, path,
                $"{order} takes {count:#,0} vehicles of {payload} at once; at most {MostLoads:#,0} are allowed",
                $"look at the units of this and of what '{haul.Fleet.Id}' carries");
    }

    private static double GramsOf(Review review, Supply level, Haul haul) => level switch
    {
        { Time: { } time } => time.TotalDays * haul.Goods.Sum(commodity => NeedPerDay(haul.To, commodity) * GramsOfOne(commodity)),
        { Total: { } total } when haul.Goods.Length > 0 && haul.Goods.All(commodity => commodity.Unit == total.Unit) =>
            total.Amount * haul.Goods.Max(GramsOfOne),
        { Amounts: { } amounts } => amounts.Sum(one =>
            review.Commodities.TryGet(one.Commodity, out var commodity) && commodity.Unit == one.Amount.Unit
                ? one.Amount.Amount * GramsOfOne(commodity) : 0)
            + level.Times.Sum(one => review.Commodities.TryGet(one.Commodity, out var commodity)
                ? one.Time.TotalDays * NeedPerDay(haul.To, commodity) * GramsOfOne(commodity) : 0),
        _ => 0,
    };

    private static double NeedPerDay(Site at, Commodity commodity) => at switch
    {
        Camp camp => camp.People.Law.Quantile(AlmostSurely) * ((Review.RationAt(camp, commodity) is { } ration ? PerDay(ration) : 0)
            + camp.LocalShare.Sum(one => one.Value.Needs == commodity.Id ? PerDay(one.Value.PerPerson ?? default) : 0)),
        Force force when force.Needs.TryGet(commodity.Id, out var use) =>
            use.Steps.Select(step => MostPerDay(step.Rate)).DefaultIfEmpty().Max(),
        _ => 0,
    };

    // [g] Of the smallest unit in which a commodity is counted.
    internal static double GramsOfOne(Commodity commodity) => commodity.Unit switch
    {
        QuantityUnit.Gram => 1,
        QuantityUnit.Millilitre => (commodity.Weight?.Grams ?? 1000) / 1000.0,
        _ => commodity.Weight?.Grams ?? 0,
    };
}
