using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>The books against what is physically there, counted by code that never reads the books, on random networks in
/// which everything goes wrong at once.</summary>
public class ConservationTests
{
    private const uint Stream = 1864;

    private static readonly Gen<Scenario> Networks =
        from people in Gen.Int[500, 40_000]
        from trucks in Gen.Int[1, 12]
        from size in Gen.Int[1, 5]
        from lanes in Gen.Int[1, 3]
        from atCrossing in Gen.Int[0, 4].Select(number => (EnRoute)number)
        from onRoad in Gen.Int[0, 4].Select(number => (EnRoute)number)
        from fate in Gen.Enum<CapturedVehicles>()
        from stock in Gen.Enum<CapturedStock>()
        from chances in Gen.Double[0.05, 0.95].Array[4]
        select Network(people, trucks, size, lanes, atCrossing, onRoad, new OnCapture { Vehicles = fate, Stock = stock }, chances);

    [Fact]
    public void What_the_books_say_is_what_is_there()
    {
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: 300))
            Replication.Run(new CompiledScenario(scenario), 7, 0, audit: true);
    }

    [Fact]
    public void The_random_networks_do_lose_goods_and_hold_vehicles_up()
    {
        var (lost, held) = (0L, 0);
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: 60))
        {
            var run = Replication.Run(new CompiledScenario(scenario), 7, 0, look: (world, _) =>
                held += world.Delays.Waited(world.Catalogue.PlaceNumber("bridge"), WaitCause.Physical) > TimeSpan.Zero ? 1 : 0);
            lost += run.Ledger.Sum(total => total.Lost);
        }
        lost.Should().BePositive();
        held.Should().BeGreaterThan(20);
    }

    internal static Scenario Network(
        int people, int trucks, int size, int lanes, EnRoute atCrossing, EnRoute onRoad, OnCapture fate, double[] chances) => new()
    {
        Title = "Everything goes wrong",
        Clock = new Clock { Length = TimeSpan.FromDays(25) },
        Commodities =
        [
            new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) },
            new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.01m)), Priority = 1 },
        ],
        Parties = [new Party("red"), new Party("blue")],
        Places =
        [
            new Depot("depot") { At = new GeoPoint(36.5, 43), Stock = Supply.Unlimited, Docks = 2, Loading = Hours(0.5),
                Airfield = new Airfield { Parking = 2, GroundTime = Hours(1) } },
            new Crossing("bridge")
            {
                At = new GeoPoint(36.8, 42.5), HeldBy = "blue", Lanes = lanes, Hours = Quantities.Hours.Daily(new TimeOnly(7, 0),
                    new TimeOnly(18, 0)),
                Inspection = Duration.Exponential(TimeSpan.FromHours(0.4)),
                Passage = [("blue", [("aid", Permission.Yes)]),
                    ("red", [("aid", chances[0] < 0.5 ? Permission.WithClearance : Permission.No)])],
                Clearance = new Clearance { Channels = ["one", "two"], GrantedIn = Duration.Exponential(TimeSpan.FromHours(6)),
                    Valid = TimeSpan.FromHours(24) },
            },
            new Town("town") { At = new GeoPoint(36.85, 42.3) },
            new Camp("camp") { At = new GeoPoint(36.9, 42), People = people, Stock = Supply.Days(3), Unloading = Hours(0.7),
                Arrivals = Arrivals.Poisson(40), Airfield = new Airfield { Parking = 1, GroundTime = Hours(1) } },
        ],
        Routes =
        [
            Road("depot", "bridge", 150), Road("bridge", "town", 20), Road("town", "camp", 90),
            new Route("depot", "camp") { Mode = Mode.Air, Length = Distance.FromKilometres(240) },
        ],
        Fleets =
        [
            new Fleet("trucks")
            {
                Traffic = "aid", Base = "depot", Count = trucks, Carries = Mass.FromTonnes(5),
                Convoy = new ConvoyRules { Size = new SizeRange(size, size + 3), Wait = TimeSpan.FromHours(5) },
                Driving = TimeSpan.FromHours(4), Breakdown = new Breakdown
                {
                    Every = Distance.FromKilometres(700),
                    Repair = Hours(9),
                    RecoveryHalt = Hours(1),
                },
            },
            new Fleet("flights") { Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(3),
                Speed = Speed.FromKilometresPerHour(400), CrewDay = TimeSpan.FromHours(12) },
        ],
        SupplyLines =
        [
            new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(4), UpTo = Supply.Days(7) },
            new SupplyLine("air") { From = "depot", To = "camp", By = "flights", WhenBelow = Supply.Days(1), UpTo = Supply.Days(2) },
        ],
        Policies = new Policies
        {
            Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(1)), To = 0.75,
                Until = Condition.StockHere.IsAbove(TimeSpan.FromDays(2)) }],
        },
        Fronts =
        [
            new Front("north")
            {
                Attacker = "red", Defender = "blue", Starts = Moment.Day(3), Along = [new GeoPoint(36.2, 42.9), "bridge"],
                Pace = new Pace { Advance = Speed.FromMetresPerHour(1000), Fighting = Speed.FromMetresPerHour(100) },
                StandOff = new StandOff { Fight = Hours(30), StepDown = Hours(60), Ceasefire = Hours(40) },
                Ceasefire = new Ceasefire { Lasts = Hours(20), Violated = chances[1] },
                Fight = new Fight { Lasts = Hours(20), AttackerWins = chances[2] }, OnCapture = fate,
            },
        ],
        Disruptions =
        [
            new Closure("shelling") { While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(8)), Close = "bridge",
                EnRoute = atCrossing },
            new Closure("flood") { Close = "bridge", Every = Hours(70), For = Hours(12), EnRoute = atCrossing },
            new Closure("mines") { Close = "town - camp", Every = Hours(50), For = Hours(9), EnRoute = onRoad },
            new Grounding("dust") { Ground = "flights", Every = TimeSpan.FromDays(1), Chance = chances[3], For = TimeSpan.FromDays(1) },
        ],
    };

    private static Duration Hours(double mean) => Duration.Exponential(TimeSpan.FromHours(mean));

    private static Route Road(string from, string to, int kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(40) };
}
