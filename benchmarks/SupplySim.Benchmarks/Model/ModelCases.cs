using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Benchmarks;

/// <summary>What is run: a corridor as in the example, a country with a hundred places, and a continent with ten thousand.</summary>
internal static partial class ModelCases
{
    public const string Corridor = "corridor";
    public const string Network = "network";

    public static Scenario Of(string name) => name switch
    {
        Corridor => OneRoad(),
        _ => Country(),
    };

    // Ten trucks, one crossing, one camp, traders at the crossing, a closure; sixty days.
    private static Scenario OneRoad() => new()
    {
        Title = "A corridor",
        Clock = new Clock { Length = TimeSpan.FromDays(60) },
        Commodities = [Food],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 3, Loading = Minutes(30) },
            Post("bridge") with { Hours = Hours.Daily(new TimeOnly(7, 0), new TimeOnly(19, 0)) },
            new Camp("camp") { People = 60_000, Stock = Supply.Days(4), Docks = 2, Unloading = Minutes(45) },
        ],
        Routes = [Road("depot", "bridge", 60_000), Road("bridge", "camp", 90_000)],
        Fleets = [Trucks("trucks", "depot", 10), Traders("bridge", 20)],
        SupplyLines = [Line("road", "depot", "camp", "trucks")],
        Disruptions = [Shut("flood", "bridge", day: 11), Shut("shelling", "bridge", day: 33)],
        Policies = NoDetour,
        Measures = Measures,
    };

    // Four depots with 500 trucks each, ten crossings, 30 towns in rings and 56 camps; each place has three or four roads. Thirty days.
    private static Scenario Country()
    {
        var (depots, posts, towns, camps) = (Names("depot", 4), Names("post", 10), Names("town", 30), Names("camp", 56));
        var routes = new List<Route>();
        // Lengths that no two share, so that no two ways take equally long.
        void Link(string from, string to) => routes.Add(Road(from, to, 12_000 + (routes.Count * 7_919 % 37_000) + routes.Count));
        for (var town = 0; town < towns.Length; town++)
        {
            Link(towns[town], towns[(town + 1) % towns.Length]);
            Link(towns[town], towns[(town + 7) % towns.Length]);
        }
        for (var depot = 0; depot < depots.Length; depot++) Link(depots[depot], towns[depot * 7]);
        for (var post = 0; post < posts.Length; post++)
        {
            Link(towns[post * 3], posts[post]);
            Link(posts[post], towns[(post * 3 + 2) % towns.Length]);
        }
        for (var camp = 0; camp < camps.Length; camp++)
        {
            Link(posts[camp % posts.Length], camps[camp]);
            Link(camps[camp], camps[(camp + 10) % camps.Length]);
        }
        return new Scenario
        {
            Title = "A country",
            Clock = new Clock { Length = TimeSpan.FromDays(30) },
            Commodities = [Food],
            Places =
            [
                .. depots.Select(id => new Depot(id) { Stock = Supply.Unlimited, Docks = 40, Loading = Minutes(30) }),
                .. posts.Select((id, number) => Post(id) with { Lanes = 8,
                    Hours = number % 2 == 0 ? Hours.Always : Hours.Daily(new TimeOnly(5, 0), new TimeOnly(21, 0)) }),
                .. towns.Select(id => new Town(id)),
                .. camps.Select((id, number) =>
                    new Camp(id) { People = 25_000 + 1_000 * number, Stock = Supply.Days(4), Docks = 8, Unloading = Minutes(45) }),
            ],
            Routes = [.. routes],
            Fleets =
            [
                .. depots.Select((id, number) => Trucks($"fleet{number}", id, 500) with
                {
                    Convoy = number % 2 == 0 ? null : new ConvoyRules { Size = new SizeRange(3, 8), Wait = TimeSpan.FromHours(6) },
                }),
                .. posts.Select(id => Traders(id, 40)),
            ],
            SupplyLines = [.. camps.Select((id, number) => Line($"line{number}", depots[number % 4], id, $"fleet{number % 4}"))],
            Disruptions = [.. posts.Take(5).Select((id, number) => Shut($"closure{number}", id, day: 6 + 3 * number))],
            Policies = NoDetour,
            Measures = Measures,
        };
    }

    private static Commodity Food => new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.6m)) };

    private static Policies NoDetour => new() { Reroute = new Reroute { Longest = 1, LearnsAfter = TimeSpan.FromHours(2) } };

    private static System.Collections.Immutable.ImmutableArray<Measure> Measures =>
    [
        new Measure("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
        new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays },
        new Measure("wait") { Of = "crossings", Is = MeasureKind.Wait, Show = [0.5, 0.95] },
        new Measure("lost-days") { Of = "crossings", Is = MeasureKind.WaitingByCause },
    ];

    private static Crossing Post(string id) => new(id)
    {
        Lanes = 1,
        Inspection = Each<Duration>.Of(("aid", TimeSpan.FromMinutes(14)), ("commercial", TimeSpan.FromMinutes(9)),
            ("empty", TimeSpan.FromMinutes(4))),
    };

    private static Fleet Trucks(string id, string home, int count) =>
        new(id) { Traffic = "aid", Base = home, Count = count, Carries = Mass.FromTonnes(6) };

    private static Fleet Traders(string post, int perDay) =>
        new($"traders-{post}") { Traffic = "commercial", Through = post, Arrivals = Arrivals.Constant(perDay) };

    private static SupplyLine Line(string id, string from, string to, string by) =>
        new(id) { From = from, To = to, By = by, WhenBelow = Supply.Days(5), UpTo = Supply.Days(8) };

    private static Closure Shut(string id, string post, int day) =>
        new(id) { Close = post, At = Moment.After(TimeSpan.FromDays(day + 0.4)), For = TimeSpan.FromHours(31), EnRoute = EnRoute.Hold };

    private static Route Road(string from, string to, long metres) =>
        new(from, to) { Length = Distance.FromMetres(metres), Speed = Speed.FromKilometresPerHour(45) };

    private static Duration Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static string[] Names(string kind, int count) => [.. Enumerable.Range(0, count).Select(number => $"{kind}{number}")];
}
