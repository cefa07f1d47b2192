using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>Scenarios in the scope of the twin: by hand, one for each rule and some for several at once; and at random.</summary>
internal static partial class TwinScenarios
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, Scenario> ByHand { get; } = new Dictionary<string, Scenario>
    {
        ["one truck goes to and fro"] = Road(1),
        ["trucks queue at one dock and one lane"] = Road(5).Depot(depot => depot with { Docks = 1 }).Camp(camp => camp with { Docks = 1 }),
        ["two lanes are shared"] = Road(6).Bridge(bridge => bridge with { Lanes = 2 }),
        ["a lane for each direction"] = Road(6).Bridge(bridge => bridge with { Lanes = Each<int>.Of(("in", 1), ("out", 1)) }),
        ["strangers take up the lane, empty ones pass faster"] = Road(4).Plus(Traders(31, 5)).Bridge(bridge => bridge with
        {
            Inspection = Each<Duration>.Of(("aid", Minutes(17)), ("commercial", Minutes(23)), ("empty", Minutes(4))),
        }),
        ["the bridge opens by day, twice on some days"] = Road(6).Plus(Traders(20, 1)).Bridge(bridge => bridge with
        {
            Hours = Hours.Of([new OpeningWindow(new(7, 30), new(11, 10)),
                new OpeningWindow(new(22, 0), new(1, 15), DayOfWeek.Monday, DayOfWeek.Thursday)]),
        }),
        ["columns gather, wait and split"] = Road(7).Column(3, 5, hours: 4, density: 2).Depot(depot => depot with { Docks = 1 })
            .With(Shut("flood", 9.6, 5, EnRoute.Complete)),
        ["columns wait until they are patient no longer"] = Road(2).Column(3, 4, hours: 7),
        ["long columns and traders at many short inspections"] = Road(12).Column(4, 6, hours: 5, density: 1).Plus(Traders(600, 1))
            .Bridge(bridge => bridge with
        {
            Inspection = Each<Duration>.Of(("aid", Seconds(20)), ("commercial", Seconds(31))), Lanes = 2,
        }),
        ["a closure holds an inspection"] = Road(4).With(Shut("flood", 2.2, 30, EnRoute.Hold), Shut("shelling", 60, 9, EnRoute.Hold)),
        ["a closure lets an inspection begin anew"] = Road(4).With(Shut("flood", 2.2, 30, EnRoute.TurnBack)),
        ["closures overlap, one for traders alone"] = Road(4).Plus(Traders(24, 1)).With(
            Shut("flood", 2.2, 30, EnRoute.Hold), Shut("strike", 20, 14, EnRoute.Hold) with { To = ["commercial"] },
            Shut("mines", 30, 12, EnRoute.Complete)),
        ["what stands too long is given up, withdrawn and ordered anew"] = Road(3)
            .Line(line => line with { GivenUpAfter = TimeSpan.FromHours(20) })
            .Learns(hours: 200).With(Shut("flood", 30, 60, EnRoute.Hold), Shut("mines", 150, 70, EnRoute.TurnBack)),
        ["news of a closure comes late"] = Road(4).Learns(hours: 5).With(Shut("flood", 13, 40, EnRoute.Hold),
            Shut("mines", 80, 3, EnRoute.Hold)),
        ["crews drive their hours"] = Road(5, kilometres: 311).Column(2, 3, hours: 6).Driving(hours: 7)
            .With(Shut("flood", 30, 40, EnRoute.Hold)),
        ["out laden over the long road, home over the light bridge"] = Light(Mass.FromTonnes(20)),
        ["over the light bridge who carries little"] = Light(Mass.FromTonnes(24)).Column(2, 3, hours: 4, density: 2),
        ["two camps share trucks, food and medicine"] = Two(AllocationPolicy.People),
        ["first ordered, first served"] = Two(AllocationPolicy.Order),
        ["a depot that can run out is refilled from a port"] = Refilled(),
        ["people come each day"] = Road(5).Camp(camp => camp with { Arrivals = Arrivals.Constant(700) }),
    };

    /// <summary>
    /// <code>
    /// depot ---- 60 km, 1 h ---- bridge ---- 45 km, 1 h ---- camp
    /// loading 30 min             20 min                     unloading 25 min
    /// </code>
    /// The camp eats 15 t a day and begins with two days' food; a truck carries 10 t.
    /// </summary>
    public static Scenario Road(int trucks, int kilometres = 60) => new()
    {
        Title = "A road",
        Clock = new Clock { Length = TimeSpan.FromDays(12) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.5m)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 3, Loading = Minutes(30) },
            new Crossing("bridge") { Lanes = 1, Inspection = Minutes(20) },
            new Camp("camp") { People = 30_000, Stock = Supply.Days(2), Docks = 2, Unloading = Minutes(25) },
        ],
        Routes = [Leg("depot", "bridge", kilometres, 60), Leg("bridge", "camp", 45, 45)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = trucks, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            WhenBelow = Supply.Days(3),
            UpTo = Supply.Days(5),
        }],
        Policies = new Policies { Reroute = new Reroute { Longest = 1 } },
    };

    // Trucks of 16 t, 26 t when they are full; round the bridge it takes an hour more.
    private static Scenario Light(Mass limit)
    {
        var road = Road(4).Bridge(bridge => bridge with { WeightLimit = limit });
        return road with
        {
            Fleets = [.. road.Fleets.Select(fleet => fleet with { Gross = Mass.FromTonnes(26) })], Routes = [.. road.Routes,
                Leg("depot", "camp", 200, 60)],
        };
    }

    // A fork behind the bridge; a second depot's trucks use it, too.
    private static Scenario Two(AllocationPolicy rule)
    {
        var road = Road(5);
        return road with
        {
            Commodities = [.. road.Commodities,
                new Commodity("medicine") { Unit = QuantityUnit.Piece, Weight = Mass.FromKilograms(40),
                    PerPerson = Rate.PerDay(Quantity.Pieces(1)), LocalShare = 0.99, Priority = 2 }],
            Places = [.. road.Places.Take(2), new Town("fork"), .. road.Places.Skip(2),
                new Camp("tents") { People = 9_000, Stock = Supply.Days(1), Unloading = Minutes(40) }],
            Routes = [road.Routes[0], Leg("bridge", "fork", 21, 50), Leg("fork", "camp", 33, 40), Leg("fork", "tents", 18, 35)],
            Fleets = [.. road.Fleets, new Fleet("vans") { Traffic = "commercial", Base = "depot", Count = 3, Carries = Mass.FromTonnes(4),
                Speed = Speed.FromKilometresPerHour(40) }],
            SupplyLines = [.. road.SupplyLines, road.SupplyLines[0] with { Id = "tents", To = "tents" },
                road.SupplyLines[0] with { Id = "vans", To = "tents", By = "vans", WhenBelow = Supply.Days(2) }],
            Policies = road.Policies with { Share = new Share { By = rule } },
        };
    }

    private static Scenario Refilled()
    {
        var road = Road(6).Depot(depot => depot with { Stock = Food(40), Unloading = Minutes(35) });
        return road with
        {
            Places = [new Depot("port") { Stock = Supply.Unlimited, Loading = Minutes(45) }, .. road.Places,
                new Camp("tents") { People = 12_000, Unloading = Minutes(40) }],
            Routes = [.. road.Routes, Leg("port", "depot", 190, 55), Leg("depot", "tents", 40, 50)],
            Fleets = [.. road.Fleets, new Fleet("lorries") { Traffic = "aid", Base = "port", Count = 2, Carries = Mass.FromTonnes(30) }],
            SupplyLines =
            [
                .. road.SupplyLines, road.SupplyLines[0] with { Id = "tents", To = "tents", GivenUpAfter = TimeSpan.FromHours(30) },
                new SupplyLine("sea") { From = "port", To = "depot", By = "lorries", Commodities = ["food"], WhenBelow = Food(60),
                    UpTo = Food(90) },
            ],
        };
    }

    private static Scenario Depot(this Scenario scenario, Func<Depot, Depot> change) => scenario.With(change((Depot)scenario["depot"]));

    private static Scenario Camp(this Scenario scenario, Func<Camp, Camp> change) => scenario.With(change((Camp)scenario["camp"]));

    private static Scenario Bridge(this Scenario scenario, Func<Crossing, Crossing> change) =>
        scenario.With(change((Crossing)scenario["bridge"]));

    private static Scenario Line(this Scenario scenario, Func<SupplyLine, SupplyLine> change) =>
        scenario with { SupplyLines = [.. scenario.SupplyLines.Select(change)] };

    private static Scenario Learns(this Scenario scenario, double hours) =>
        scenario with
        {
            Policies = scenario.Policies with { Reroute = new Reroute { Longest = 1, LearnsAfter = TimeSpan.FromHours(hours) } },
        };

    private static Scenario Column(this Scenario scenario, int least, int greatest, double hours, int density = 10) => scenario with
    {
        Fleets = [.. scenario.Fleets.Select(fleet =>
            fleet with { Convoy = new ConvoyRules
            {
                Size = new SizeRange(least, greatest),
                Wait = TimeSpan.FromHours(hours),
                Density = density,
            } })],
    };

    private static Scenario Driving(this Scenario scenario, double hours) =>
        scenario with { Fleets = [.. scenario.Fleets.Select(fleet => fleet with { Driving = TimeSpan.FromHours(hours) })] };

    private static Scenario Plus(this Scenario scenario, Fleet fleet) => scenario with { Fleets = scenario.Fleets.Add(fleet) };

    private static Scenario With(this Scenario scenario, params Closure[] closures) => scenario with { Disruptions = [.. closures] };

    private static Closure Shut(string id, double from, double hours, EnRoute enRoute) =>
        new(id) { Close = "bridge", At = Moment.After(TimeSpan.FromHours(from)), For = TimeSpan.FromHours(hours), EnRoute = enRoute };

    private static Fleet Traders(long pieces, double days) => new("traders")
    {
        Traffic = "commercial", Through = "bridge", Arrivals = new Arrivals(new Rate(Quantity.Pieces(pieces), TimeSpan.FromDays(days)),
            IsRandom: false),
    };

    private static Route Leg(string from, string to, int kilometres, int speed) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(speed) };

    private static Supply Food(decimal tonnes) => Supply.Of(("food", Quantity.Tonnes(tonnes)));

    private static Duration Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static Duration Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
