using SupplySim.Quantities;

namespace SupplySim.Benchmarks;

// The large case: what is super-linear in places, routes or vehicles shows here.
internal static partial class ModelCases
{
    private const int Block = 10;

    /// <summary>Side by side places, a hundred by a hundred if nothing else is said, each joined to those
    /// right of it, below it and across: nearly 30,000 roads. In each block of ten by ten a depot with a thousand trucks supplies fifteen
    /// camps past four crossings. Thirty days.</summary>
    public static Scenario Continent(int side = 100)
    {
        var places = Enumerable.Range(0, side * side).Select(number => PlaceAt(number / side, number % side)).ToArray();
        var routes = new List<Route>();
        for (var row = 0; row < side; row++)
            for (var column = 0; column < side; column++)
                foreach (var (down, right) in ((int, int)[])[(0, 1), (1, 0), (1, 1)])
                    if (row + down < side && column + right < side)
                        routes.Add(
                            Road(At(row, column), At(row + down, column + right), 60_000 + (routes.Count * 7_919 % 37_000) + routes.Count));
        var depots = places.OfType<Depot>().Select(depot => depot.Id).ToArray();
        return new Scenario
        {
            Title = "A continent",
            Clock = new Clock { Length = TimeSpan.FromDays(30) },
            Commodities = [Food],
            Places = [.. places],
            Routes = [.. routes],
            Fleets =
            [
                .. depots.Select((depot, number) => Trucks($"fleet-{depot}", depot, 1_000) with
                {
                    Convoy = number % 4 == 0 ? null : new ConvoyRules { Size = new SizeRange(3, 8), Wait = TimeSpan.FromHours(6) },
                }),
            ],
            SupplyLines = [.. places.Index().Where(place => place.Item is Camp)
                .Select(camp => LineTo(camp.Item.Id, DepotOf(camp.Index / side, camp.Index % side)))],
            Disruptions = [.. places.OfType<Crossing>().Where((_, number) => number % 20 == 0)
                .Select((post, number) => Shut($"closure{number}", post.Id, day: 6 + number % 18))],
            Policies = NoDetour,
            Measures = Measures,
        };
    }

    private static Place PlaceAt(int row, int column) => (row % Block, column % Block) switch
    {
        (5, 5) => new Depot(At(row, column)) { Stock = Supply.Unlimited, Docks = 40, Loading = Minutes(30) },
        (2 or 7, 2 or 7) => Post(At(row, column)) with { Lanes = 8 },
        (0 or 4 or 9, 0 or 3 or 4 or 6 or 9) =>
            new Camp(At(row, column)) { People = 120_000 + 10 * (row + column), Stock = Supply.Days(4), Docks = 8,
                Unloading = Minutes(45) },
        _ => new Town(At(row, column)),
    };

    private static string At(int row, int column) => $"p-{row}-{column}";

    private static string DepotOf(int row, int column) => At(row / Block * Block + 5, column / Block * Block + 5);

    private static SupplyLine LineTo(string camp, string depot) => Line($"to-{camp}", depot, camp, $"fleet-{depot}");
}
