using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

// What lies where at the start, and what of it is lost.
public sealed partial class World
{
    private void SeizeStock(int place)
    {
        for (var commodity = 0; commodity < Catalogue.Commodities.Length; commodity++)
        {
            var stock = Stocks[place, commodity];
            var before = stock.Seized;
            stock.Seize(Now);
            if (stock.Seized > before) Record(Outcome.Seized, ((long)place << 32) | (uint)commodity, stock.Seized - before);
        }
        Stocks.Changed(place, StockChange.Taken);
    }

    /// <summary>Destroys some of what lies at a place, at this instant; nothing of an unlimited stock.</summary>
    /// <param name="place">The id of a place that is no crossing.</param>
    /// <param name="cause">What did it, for the story: the id of a disruption.</param>
    /// <param name="howMuch">[smallest unit] Says of a commodity of which so much lies there how much of it is destroyed; less than nothing
    /// counts as nothing, more than there is as all.</param>
    public void Destroy(string place, string cause, Func<Commodity, long, long> howMuch)
    {
        ArgumentNullException.ThrowIfNull(howMuch);
        var (number, gone) = (Catalogue.PlaceNumber(place), new List<(int Commodity, long Amount)>());
        for (var commodity = 0; commodity < Catalogue.Commodities.Length; commodity++)
        {
            var stock = Stocks[number, commodity];
            stock.Settle(Now);
            if (stock.IsUnlimited || stock.Amount == 0) continue;
            var amount = Math.Clamp(howMuch(Catalogue.Commodities[commodity], stock.Amount), 0, stock.Amount);
            if (amount == 0) continue;
            stock.Destroy(amount, Now);
            Record(Outcome.Destroyed, ((long)number << 32) | (uint)commodity, amount);
            gone.Add((commodity, amount));
        }
        Tell(HappeningKind.Destroyed, place, () => $"{cause}: {AllOf([.. gone.Select(one =>
            $"{Brief.Of(new Quantity(one.Amount, Catalogue.Commodities[one.Commodity].Unit))} {Catalogue.Commodities[one.Commodity].Id}")])}");
        if (gone.Count > 0) Stocks.Changed(number, StockChange.Taken);
    }

    private long EquipmentAtStart(Site site, int commodity) =>
        site is Force force && force.Equipment.TryGet(Catalogue.Commodities[commodity].Id, out var equipment)
            ? equipment.OnHand ?? equipment.Authorised : 0;

    // The full need at the start, in units per ticks without common divisor.
    internal (long Amount, long Ticks) NeedAtStart(int place, int commodity)
    {
        if (Catalogue.Places[place] is Force force && force.Needs.TryGet(Catalogue.Commodities[commodity].Id, out var use))
            return Catalogue.Time(use.Steps[0].From) == SimTime.Start
                ? Of(Rate(use.Steps[0].Rate, $"needs/{force.Id}/{Catalogue.Commodities[commodity].Id}"))
                : (0, 1);
        var ration = PersonDays.NeedsAt(place)[commodity];
        return (People[place] * ration.Amount, ration.Ticks);

        static (long, long) Of(Rate rate) => (rate.Amount.Amount, rate.Per.Ticks);
    }

    private (bool, long) InitialStock(int place, int commodity)
    {
        if (Catalogue.Places[place] is not Site site) return (false, 0);
        if (site.Stock.IsUnlimited) return (true, 0);
        if (Catalogue.KnownStocks.TryGetValue((site.Id, Catalogue.Commodities[commodity].Id), out var known)) return (false, known);
        return (false, LyingAtStart(AtStart(site), place, commodity) + EquipmentAtStart(site, commodity));
    }

    // One amount of all together is split among what is needed there.
    private long LyingAtStart(Supply level, int place, int commodity)
    {
        if (level.Total is not null)
            return Catalogue.IsNeeded(place, commodity)
                ? Levels.Amount(level, commodity, Catalogue, place,
                    [.. Enumerable.Range(0, Catalogue.Commodities.Length).Where(one => Catalogue.IsNeeded(place, one))])
                : 0;
        var need = new Flow();
        var (amount, ticks) = NeedAtStart(place, commodity);
        need.Set(amount, ticks);
        return Levels.Amount(level, commodity, Catalogue, place, need);
    }

    private Supply AtStart(Site site)
    {
        return site.Stock.IsFixed ? site.Stock : site.Stock.Drawing(
            (commodity, time) => Sample(time, Stream(commodity), 0), (commodity, amount) => Sample(amount, Stream(commodity), 0));

        string Stream(string? commodity) => commodity is null ? $"stock/{site.Id}" : $"stock/{site.Id}/{commodity}";
    }
}
