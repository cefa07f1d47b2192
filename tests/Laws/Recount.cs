using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>Counts goods, vehicles and waiting where they physically are, and holds the books to it.</summary>
internal static class Recount
{
    /// <exception cref="FluentAssertions.Execution.AssertionFailedException">The books say something else.</exception>
    public static void Check(World world, Transport transport)
    {
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            var stocks = Enumerable.Range(0, world.Catalogue.Places.Length).Select(place => world.Stocks[place, commodity]).ToArray();
            stocks.Should().OnlyContain(stock => stock.Amount >= 0);
            var aboard = transport.Yards.SelectMany(yard => yard.Aboard).Where(load => load is not null)
                .SelectMany(load => load!.Cargo).Where(cargo => cargo.Commodity == commodity).Sum(cargo => cargo.Amount);
            var total = world.Ledger.Total(commodity, "");
            total.Stock.Should().Be(stocks.Sum(stock => stock.Amount));
            total.Consumed.Should().Be(stocks.Sum(stock => stock.Consumed));
            total.InTransit.Should().Be(aboard);
            (total.Initial + total.Supplied).Should().Be(total.Stock + total.InTransit + total.Consumed + total.Lost);
        }
        foreach (var yard in transport.Yards)
        {
            int[] accounts = [yard.State.AtBase, yard.State.Moving, yard.State.Broken, yard.State.Lost];
            accounts.Should().OnlyContain(vehicles => vehicles >= 0);
            accounts.Sum().Should().Be(yard.Fleet.Count);
            yard.Aboard.Count(load => load is not null).Should().BeLessThanOrEqualTo(yard.Fleet.Count - yard.State.Lost);
            yard.Idle.Should().BeLessThanOrEqualTo(yard.State.AtBase);
        }
        for (var place = 0; place < world.Catalogue.Places.Length; place++)
            Enum.GetValues<WaitCause>().Sum(cause => world.Delays.Waited(place, cause).Ticks)
                .Should().Be(world.Delays.Waited(place).Ticks, $"each wait at {world.Catalogue.Places[place].Id} has one cause");
    }
}
