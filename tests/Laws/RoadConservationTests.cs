using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>The books against what is physically there where loads change trucks, vehicles are searched, columns stop for the night and
/// everything is closed, captured and lost under them.</summary>
public class RoadConservationTests
{
    private const uint Stream = 1871;

    private static readonly Gen<Scenario> Networks =
        from trucks in Gen.Int[1, 12]
        from locals in Gen.Int[0, 12]
        from size in Gen.Int[1, 5]
        from docks in Gen.Int[1, 3]
        from bays in Gen.Int[0, 2]
        from kinds in Gen.Int[0, 4].Select(number => (EnRoute)number).Array[3]
        from fate in Gen.Enum<CapturedVehicles>()
        from night in Gen.Enum<NightRule>()
        from chances in Gen.Double[0.05, 0.95].Array[3]
        from diverts in Gen.Int[0, 3]
        from patience in Gen.Int[2, 60]
        select Diverted(Network(trucks, locals, size, docks, bays, kinds, fate, night, chances), diverts, patience);

    [Fact]
    public void What_the_books_say_is_what_is_there()
    {
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: 250))
            Replication.Run(new CompiledScenario(scenario), 7, 0, audit: true);
    }

    // Trucks of both banks and escorts burn what a tanker brings now and again, and may burn it all.
    [Fact]
    public void What_the_books_say_is_what_is_there_where_trucks_run_out_of_fuel()
    {
        var (burned, waited, gone) = (0L, 0.0, 0);
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: 120))
        {
            var run = Replication.Run(new CompiledScenario(Fuelled(scenario)), 7, 0, tell: true, audit: true, (world, _) =>
            {
                for (var place = 0; place < world.Catalogue.Places.Length; place++)
                    waited += world.Delays.Days(place, SupplySim.Runs.WaitCause.Fuel);
            });
            burned += run.Ledger.Single(total => total.Commodity == "diesel").Consumed;
            gone += run.Story.Count(happening => happening.Kind == HappeningKind.NoFuel);
        }
        (burned > 0 && waited > 0 && gone > 0).Should().BeTrue($"{burned} ml are burned, {waited} vehicle-days waited, {gone} alarms");
    }

    private static Scenario Fuelled(Scenario scenario) => scenario with
    {
        Commodities = scenario.Commodities.Add(new("diesel") { Unit = QuantityUnit.Millilitre, Weight = Mass.FromKilograms(0.84m) }),
        Places = scenario.Places.Add(new Depot("port") { Stock = Supply.Unlimited, Loading = Hours(0.5), Unloading = Hours(0.5) })
            .Replace(scenario["depot"], (Depot)scenario["depot"] with
            {
                Stock = Supply.Of(("food", Quantity.Tonnes(9_000)), ("diesel", Quantity.Litres(400))),
            })
            .Replace(scenario["store"], (Depot)scenario["store"] with
            {
                Stock = Supply.Of(("food", Quantity.Tonnes(300)), ("diesel", Quantity.Litres(300))),
            })
            .Replace(scenario["town"], new Town("town") { Stock = Supply.Of(("diesel", Quantity.Litres(500))) }),
        Routes = scenario.Routes.Add(Road("port", "depot", 60)),
        Fleets = [.. scenario.Fleets.Select(fleet => fleet.Through is null ? fleet with { Fuel = Diesel(30) } : fleet),
            new("tankers") { Traffic = "aid", Base = "port", Count = 1, Carries = Mass.FromTonnes(1), Fuel = Diesel(35) }],
        SupplyLines = scenario.SupplyLines.Add(new("tanks")
        {
            From = "port", To = "depot", By = "tankers", Commodities = ["diesel"], Send = Rate.PerDay(Quantity.Litres(300)),
        }),
    };

    private static FleetFuel Diesel(decimal litres) => new() { Commodity = "diesel", Burns = Consumption.LitresPer100Km(litres) };

    [Fact]
    public void The_random_networks_do_deliver_and_lose_from_trucks_of_both_banks()
    {
        var (lost, delivered, diverted, far, near) = (0L, 0L, 0, 0, 0);
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: 60))
        {
            var run = Replication.Run(new CompiledScenario(scenario), 7, 0, tell: true, look: (world, _) =>
            {
                near += world.Fleets[0].Lost;
                far += world.Fleets[1].Lost;
            });
            diverted += run.Story.Count(happening => happening.Kind == HappeningKind.Diverted);
            lost += run.Ledger.Sum(total => total.Lost);
            delivered += run.Ledger.Sum(total => total.Consumed);
        }
        lost.Should().BePositive();
        delivered.Should().BePositive();
        diverted.Should().BePositive();
        (near > 10 && far > 10).Should().BeTrue($"{near} trucks and {far} locals are lost");
    }

    // Docks at which nobody works for some time, another camp and another depot to go to, and little patience.
    private static Scenario Diverted(Scenario scenario, int diverts, int patience) => scenario with
    {
        Places = scenario.Places.Add(new Camp("other") { People = 9_000, Stock = Supply.Days(1), Unloading = Hours(0.4) })
            .Replace(scenario["store"], (Depot)scenario["store"] with { Unloading = Hours(0.3) }),
        Routes = [.. scenario.Routes, Road("town", "other", 40), Road("depot", "town", 130) with { WeightLimit = Mass.FromTonnes(9) },
            Road("store", "camp", 70) with { WeightLimit = Mass.FromTonnes(10) }],
        Fleets = [.. scenario.Fleets.Select(fleet =>
            fleet with { Gross = fleet.Id switch { "trucks" => Mass.FromTonnes(12), "locals" => Mass.FromTonnes(14), _ => fleet.Gross } })],
        SupplyLines = [.. scenario.SupplyLines.Select(line => line with { GivenUpAfter = TimeSpan.FromHours(patience) })],
        Policies = new Policies { Divert = diverts switch { 0 => new Hold(), 1 => new ToNeed(),
            2 => new ToNeed { Patience = TimeSpan.FromHours(6) }, _ => new Return() } },
        Disruptions =
        [
            .. scenario.Disruptions,
            new Closure("strike") { Close = "camp", Every = Hours(30), For = Hours(12), Stops = [SiteWork.Unloading] },
            new Restriction("ruts") { Limit = ["bridge", "town - camp"], Every = Hours(60), For = Hours(20),
                WeightLimit = Mass.FromTonnes(10) },
            new Closure("lockout") { Close = "other", Every = Hours(50), For = Hours(20) },
        ],
    };

    private static Scenario Network(
        int trucks, int locals, int size, int docks, int bays, EnRoute[] kinds, CapturedVehicles fate, NightRule night,
        double[] chances) => new()
    {
        Title = "Everything goes wrong on the road",
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
        Parties = [new Party("red"), new Party("blue")],
        Places =
        [
            new Depot("depot") { At = new GeoPoint(36.5, 43), Stock = Supply.Unlimited, Docks = 4, Loading = Hours(0.5),
                Unloading = Hours(0.5) },
            new Crossing("bridge")
            {
                At = new GeoPoint(36.8, 42.5), HeldBy = "blue", Lanes = 2, Hours = Quantities.Hours.Daily(new TimeOnly(7, 0),
                    new TimeOnly(18, 0)),
                Inspection = Duration.Exponential(TimeSpan.FromHours(0.3)),
                Secondary = new SecondarySearch { Share = chances[0], Takes = Hours(1), Bays = bays == 0 ? null : bays },
                Transshipment = new Transshipment { Onto = "locals", Takes = Hours(0.8), Docks = docks },
            },
            new Town("town"),
            new Depot("store") { Stock = Supply.Of(("food", Quantity.Tonnes(300))), Loading = Hours(0.5) },
            new Camp("camp") { People = 20_000, Stock = Supply.Days(2), Unloading = Hours(0.7) },
        ],
        Routes =
        [
            Road("depot", "bridge", 90), Road("bridge", "town", 30), Road("town", "store", 20), Road("town", "camp",
                80) with { DaylightOnly = chances[1] < 0.5 },
        ],
        Fleets =
        [
            new Fleet("trucks")
            {
                Traffic = "aid", Base = "depot", WorksFrom = ["store"], Count = trucks, Carries = Mass.FromTonnes(5), Night = night,
                Convoy = new ConvoyRules
                {
                    Size = new SizeRange(size, size + 3), Wait = TimeSpan.FromHours(5), MarchUnits = new MarchUnits
                    {
                        Of = 2,
                        Gap = TimeSpan.FromMinutes(3),
                    },
                    Escort = chances[2] < 0.4 ? new Escort { From = "guards", Count = 1 } : null,
                },
            },
            new Fleet("locals")
            {
                Traffic = "commercial", Base = "town", Count = locals, Carries = Mass.FromTonnes(6), Driving = TimeSpan.FromHours(5),
                Convoy = new ConvoyRules { Size = new SizeRange(1, size), Wait = TimeSpan.FromHours(4) },
                Breakdown = new Breakdown { Every = Distance.FromKilometres(700), Repair = Hours(9), RecoveryHalt = TimeSpan.FromHours(1) },
            },
            new Fleet("guards") { Traffic = "aid", Base = "depot", Count = 3 },
            new Fleet("traders") { Traffic = "commercial", Through = "bridge", Arrivals = Arrivals.Poisson(20) },
        ],
        SupplyLines =
        [
            new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(3), UpTo = Supply.Days(5),
                GivenUpAfter = TimeSpan.FromDays(1) },
            new SupplyLine("local") { From = "store", To = "camp", By = "trucks", WhenBelow = Supply.Days(2), UpTo = Supply.Days(3) },
        ],
        Fronts =
        [
            new Front("north")
            {
                Attacker = "red", Defender = "blue", Starts = Moment.Day(4), Along = [new GeoPoint(36.7, 42.6), "bridge"],
                Pace = new Pace { Advance = Speed.FromMetresPerHour(1000) }, StandOff = new StandOff { StepDown = Hours(20) },
                OnCapture = new OnCapture { Vehicles = fate },
            },
        ],
        Disruptions =
        [
            new Closure("flood") { Close = "bridge", Every = Hours(40), For = Hours(8), EnRoute = kinds[0] },
            new Closure("mines") { Close = "bridge - town", Every = Hours(30), For = Hours(6), EnRoute = kinds[1] },
            new Closure("ambush") { Close = "town - camp", Every = Hours(60), For = Hours(3), EnRoute = kinds[2] },
        ],
    };

    private static Duration Hours(double mean) => Duration.Exponential(TimeSpan.FromHours(mean));

    private static Route Road(string from, string to, int kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(40) };
}
