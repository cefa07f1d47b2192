using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>How much may lie at a place, and whether what is sent there fits.</content>
internal static partial class ScenarioRules
{
    private static void CheckStorage(Review review, string path, Site site)
    {
        var storage = site.Storage;
        if (storage.IsUnlimited) return;
        if (!storage.IsFixed)
            review.Add(path, $"{storage}: a store is as large as it is",
                $"write a mass, or amounts by commodity; unknown may be what lies there, the 'stock'");
        if (storage.Time is not null || !storage.Times.IsEmpty)
            review.Add(path, $"{storage}: a store is as large as it is, whoever eats from it", $"write a mass, or amounts by commodity");
        else if (site.Stock.IsUnlimited)
            review.Add(ProblemKind.Idle, path, $"room for {storage} in a place whose stock is unlimited and not counted",
                $"remove 'storage', or write how much lies there");
        else if (storage.Total is { } total)
        {
            if (total.Unit != QuantityUnit.Gram)
                review.Add(path, $"{total}; all commodities together are limited by mass", $"write a mass, such as 500 t");
            else if (total.Amount is <= 0 or > MostOfSmallestUnit)
                review.Add(ProblemKind.OutOfRange, path, $"{total}; it must be above 0 t and at most {Mass.FromGrams(MostOfSmallestUnit)}");
        }
        else foreach (var (id, amount) in storage.Amounts ?? [])
            if (review.Find(Review.Key(path, id), review.Commodities, id) is { } commodity)
                review.CheckAmount(Review.Key(path, id), amount, commodity);
        if (site.Stock.Most.Amounts is { IsEmpty: false } there) CheckFits(review, path, site, there);
    }

    private static void CheckFits(Review review, string path, Site site, IEnumerable<(string Commodity, Quantity Amount)> there)
    {
        double grams = 0;
        foreach (var (id, amount) in there)
        {
            if (!review.Commodities.TryGet(id, out var commodity) || commodity.Unit != amount.Unit) continue;
            grams += amount.Amount * GramsOfOne(commodity);
            if (LimitOf(site, commodity) is { } limit && limit < amount.Amount)
                review.Add(ProblemKind.DoesNotFit, path,
                    $"room for {amount with { Amount = limit }} of '{id}', and {amount} {(site.Stock.IsFixed ? "lie" : "may lie")} there "
                        + $"at the start",
                    $"let there be room for what lies there at the start");
        }
        if (site.Storage.Total is { Unit: QuantityUnit.Gram } total && grams > total.Amount)
            review.Add(ProblemKind.DoesNotFit, path,
                $"room for {total}, and {Mass.FromGrams((long)grams)} {(site.Stock.IsFixed ? "lie" : "may lie")} there at the start",
                $"let there be room for what lies there at the start");
    }

    // A full vehicle that can never be unloaded would wait for ever.
    private static void CheckRoom(Review review, string path, Haul haul)
    {
        if (haul.To.Storage is { IsUnlimited: true } || haul.Payload is not { Grams: > 0 } payload) return;
        if (haul.To.Storage.Total is { Unit: QuantityUnit.Gram } total && payload.Grams > total.Amount)
            review.Add(ProblemKind.DoesNotFit, $"{path}.to",
                $"'{haul.To.Id}' has room for {total}, less than the {payload} of one vehicle of '{haul.Fleet.Id}'",
                $"give it more 'storage', or use a fleet that carries less");
        foreach (var goods in haul.Goods)
            if (LimitOf(haul.To, goods) is { } limit && limit * GramsOfOne(goods) < payload.Grams - GramsOfOne(goods))
                review.Add(ProblemKind.DoesNotFit, $"{path}.to",
                    $"'{haul.To.Id}' has room for {new Quantity(limit, goods.Unit)} of '{goods.Id}', less than the {payload} of one "
                        + $"vehicle of '{haul.Fleet.Id}'",
                    $"give it more 'storage', or use a fleet that carries less");
    }

    internal static long? LimitOf(Site site, Commodity commodity)
    {
        foreach (var (id, amount) in site.Storage.Amounts ?? [])
            if (id == commodity.Id && amount.Unit == commodity.Unit) return amount.Amount;
        return null;
    }
}
