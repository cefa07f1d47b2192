using System.Text;
using SupplySim.Experiments;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Imports;

/// <summary>A network of a size that only programs write: 10^4 places, and with SUPPLYSIM_LONG_TESTS 10^5.</summary>
public sealed class LargeNetworkTests : IDisposable
{
    private readonly ScenarioFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_large_network_loads_is_checked_and_routes()
    {
        var side = LongTests.AreAsked ? 317 : 100;
        var (places, routes) = Grid(side);
        var scenario = _files.With("places.csv", places).With("routes.csv", routes).Read(ScenarioFiles.Head + $$"""
            places: {table: places.csv}
            routes: {table: routes.csv}
            fleets:
              trucks: {mode: road, traffic: aid, base: p-0-0, count: 20, carries: 20 t}
            supply-lines:
              far: {from: p-0-0, to: p-{{side - 1}}-{{side - 1}}, by: trucks, when-below: 8 d, up-to: 12 d}
            """);
        scenario.Places.Should().HaveCount(side * side);
        scenario.Routes.Length.Should().BeGreaterThan(29 * side * side / 10);
        var food = scenario.Run(seed: 1).Ledger.Single();
        food.Consumed.Should().BeGreaterThan(food.Initial, "the trucks found their way to the camp");
        var lifeline = scenario.Lifelines().Single();
        lifeline.Crossings.Should().BeEmpty();
        lifeline.Routes.Should().BeEmpty();
    }

    /// <summary>Places in a square, joined to the right, downwards and across: nearly three routes for each.</summary>
    private static (string Places, string Routes) Grid(int side)
    {
        var places = new StringBuilder("id,kind,lat,lon,people,stock\n#loc+id,#loc+type,#geo+lat,#geo+lon,#population,\n");
        var routes = new StringBuilder("from,to,length km,speed km/h\n");
        for (var row = 0; row < side; row++)
            for (var column = 0; column < side; column++)
            {
                var isLast = row + column == 2 * side - 2;
                places.Append(
                    $"p-{row}-{column},{(row + column == 0 ? "depot" : isLast ? "camp" : "town")},{row * 0.01:F2},{column * 0.01:F2},")
                    .Append(isLast ? "1000,10 d\n" : row + column == 0 ? ",unlimited\n" : ",\n");
                foreach (var (down, right) in ((int, int)[])[(0, 1), (1, 0), (1, 1)])
                    if (row + down < side && column + right < side)
                        routes.Append($"p-{row}-{column},p-{row + down}-{column + right},{1 + (row * 7 + column * 5 + right) % 9},60\n");
            }
        return (places.ToString(), routes.ToString());
    }
}
