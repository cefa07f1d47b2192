using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What is counted in a run from its start on, and the goods and people that there are: a place at a time, up to
/// now.</summary>
/// <remarks>What can be read at any instant, so also at the end of each day. One run, one thread.</remarks>
internal sealed class Counts(World world, Transport transport, Shelters shelters, ReadinessWatch?[] readiness)
{
    /// <summary>The number so far, of goods in the smallest unit; of readiness [share x ticks], NaN where nothing is said of it.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="of">At which place; of which commodity, or of all by mass [g]; of which traffic.</param>
    public double Of(MeasureKind kind, DiaryRow of) => kind switch
    {
        MeasureKind.Delivered => Goods(of, (place, commodity) => world.Stocks[place, commodity].Delivered),
        MeasureKind.Sent => Goods(of, (place, commodity) => world.Stocks[place, commodity].Sent),
        MeasureKind.CargoLost => Goods(of, world.Losses.Cargo),
        MeasureKind.Stock => Goods(of, Lies),
        MeasureKind.StockLost => Goods(of, (place, commodity) => world.Stocks[place, commodity].Lost),
        MeasureKind.Passed => transport.Queues[of.Place]!.PassedOf(TrafficsOf(of.Traffic), onlyLaden: false),
        MeasureKind.Attacks => world.Losses.Attacks(of.Place),
        MeasureKind.VehiclesLost => world.Losses.Vehicles(of.Place),
        MeasureKind.OverCapacity => shelters[of.Place]!.OverCapacity(world.Now),
        MeasureKind.Returned => world.Displacements.Sum(book => book.ReturnedFrom[of.Place]),
        MeasureKind.People => world.People[of.Place],
        MeasureKind.Displaced => world.Displacements.Sum(book => book.Sheltered[of.Place]),
        MeasureKind.Readiness => readiness[of.Place]?.Integral(world.Now) ?? double.NaN,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "it is not counted"),
    };

    // By mass, or in the commodity's own unit where there is only one.
    private double Goods(DiaryRow of, Func<int, int, long> amount)
    {
        if (of.Commodity >= 0) return amount(of.Place, of.Commodity);
        double sum = 0;
        for (var c = 0; c < world.Catalogue.Commodities.Length; c++) sum += world.Catalogue.MassOf(c, amount(of.Place, c));
        return sum;
    }

    private long Lies(int place, int commodity)
    {
        var stock = world.Stocks[place, commodity];
        stock.Settle(world.Now);
        return stock.Amount;
    }

    private ulong TrafficsOf(int named) =>
        named < 0 ? ulong.MaxValue : world.Catalogue.Kinds.Named[named].Out | world.Catalogue.Kinds.Named[named].Back;
}
