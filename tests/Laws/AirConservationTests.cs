using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>The books of airlifts in which everything is scarce and everything goes wrong at once, against what is physically
/// there.</summary>
public class AirConservationTests
{
    private const uint Stream = 1948;

    private static readonly Gen<Scenario> Airlifts =
        from aircraft in Gen.Int[0, 6]
        from stands in Gen.Int[1, 3].Array[2]
        from crews in Gen.Int[0, 2]
        from minutes in Gen.Int[10, 90].Array[4]
        from circles in Gen.Bool
        from isAway in Gen.Bool
        from fuel in Gen.Int[0, 30].Array[2]
        from hours in Gen.Int[0, 23].Array[2]
        from atCamp in Gen.Int[0, 2]
        from onRoute in Gen.Int[0, 3]
        from alternates in Gen.Int[0, 2]
        from patience in Gen.Int[2, 60]
        from isSent in Gen.Bool
        select Impatient(
            Elsewhere(Airlift(aircraft, stands, crews, minutes, circles, isAway, fuel, hours, End(atCamp),
                onRoute >= 2 ? EnRoute.Lost : End(onRoute)), alternates), patience, isSent);

    [Fact]
    public void What_the_books_say_is_what_is_there()
    {
        foreach (var scenario in SameSamples.Of(Airlifts, Stream, count: 150))
            Replication.Run(new CompiledScenario(scenario), 7, 0, audit: true);
    }

    [Fact]
    public void The_random_airlifts_do_lose_wait_and_burn()
    {
        var (lost, burnt, landed, elsewhere, waits) = (0L, 0L, 0L, 0L, new long[7]);
        foreach (var scenario in SameSamples.Of(Airlifts, Stream, count: 60))
        {
            var run = Replication.Run(new CompiledScenario(scenario), 7, 0, look: (world, _) =>
            {
                foreach (var id in scenario.SupplyLines[0].Alternates) elsewhere += world.Stocks[world.Catalogue.PlaceNumber(id), 0].Amount;
                for (var cause = 0; cause < waits.Length; cause++)
                    for (var place = 0; place < world.Catalogue.Places.Length; place++)
                        waits[cause] += world.Delays.Waited(place, (SupplySim.Runs.WaitCause)cause).Ticks;
            });
            lost += run.Ledger.Sum(total => total.Lost);
            burnt += run.Ledger[1].Consumed;
            landed += run.Ledger[0].Consumed;
        }
        new[] { lost, burnt, landed, elsewhere }.Should().OnlyContain(amount => amount > 0,
            $"{lost} g are lost, {burnt} g burnt, {landed} g eaten, {elsewhere} g elsewhere");
        // Physical, fuel, hours, fleet, lane; nobody asks for passage or clearance in the air.
        waits.Select(ticks => ticks > 0).Should().Equal(true, false, false, true, true, true, true);
    }

    private static Scenario Airlift(
        int aircraft, int[] stands, int crews, int[] minutes, bool circles, bool isAway, int[] fuel, int[] hours, EnRoute atStrip,
        EnRoute onRoute)
    {
        var (ground, flight) = (TimeSpan.FromMinutes(minutes[0]), 2 * minutes[1]);
        return new()
        {
            Title = "An airlift in which everything goes wrong",
            Clock = new Clock { Length = TimeSpan.FromDays(20) },
            Commodities =
            [
                new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.5m)) },
                new Commodity("jet-fuel") { Unit = QuantityUnit.Gram },
            ],
            Places =
            [
                new Depot("depot") { Stock = Supply.Unlimited, Loading = TimeSpan.FromMinutes(30),
                    Airfield = new() { Parking = stands[0], GroundTime = ground } },
                new Town("hub") { Airfield = new() { Parking = 2, GroundTime = ground } },
                new Camp("camp")
                {
                    People = 60_000, Stock = Supply.Of(("food", Quantity.Tonnes(30)),
                        ("jet-fuel", Quantity.Tonnes(fuel[0]))), Unloading = TimeSpan.FromMinutes(30),
                    Airfield = new()
                    {
                        Parking = stands[1], GroundTime = Duration.Exponential(ground), Hours = Hours.Daily(new TimeOnly(hours[0], 0),
                            new TimeOnly(hours[1], 0)),
                        Crews = crews == 0 ? null : crews, LoadingRate = crews == 0
                            ? null
                            : new Rate(Quantity.Tonnes(3 + minutes[2] / 10), TimeSpan.FromHours(1)),
                        Holding = circles ? TimeSpan.FromMinutes(minutes[3]) : TimeSpan.Zero, Fuel = "jet-fuel",
                    },
                },
            ],
            Routes =
            [
                Way("depot", "camp", flight), Way("hub", "depot", 60),
                new Route("depot", "camp") { Name = "road", Length = Distance.FromKilometres(300),
                    Speed = Speed.FromKilometresPerHour(30) },
            ],
            Fleets =
            [
                new Fleet("planes")
                {
                    Mode = Mode.Air, Traffic = "aid", Base = isAway
                        ? "hub"
                        : "depot", WorksFrom = ["depot"], Count = aircraft, Carries = Mass.FromTonnes(12),
                    Speed = Speed.FromKilometresPerHour(360), CrewDay = TimeSpan.FromHours(23), Aircraft =
                        new() { Burns = new Rate(Quantity.Tonnes(1), TimeSpan.FromHours(1)) },
                },
                new Fleet("tankers") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(1 + fuel[1]) },
            ],
            SupplyLines =
            [
                new SupplyLine("air") { From = "depot", To = "camp", By = "planes", Commodities = ["food"], WhenBelow = Supply.Days(3),
                    UpTo = Supply.Days(5), GivenUpAfter = TimeSpan.FromDays(2) },
                new SupplyLine("fuel") { From = "depot", To = "camp", By = "tankers", Commodities = ["jet-fuel"], WhenBelow = Tonnes(20),
                    UpTo = Tonnes(40) },
            ],
            Disruptions =
            [
                new Grounding("dust") { Every = Duration.Exponential(TimeSpan.FromDays(2)), Ground = "camp",
                    For = Duration.Exponential(TimeSpan.FromHours(9)), EnRoute = atStrip },
                new Grounding("strike") { Every = Duration.Exponential(TimeSpan.FromDays(4)), Ground = "planes",
                    For = TimeSpan.FromHours(7) },
                new Grounding("fog") { Every = TimeSpan.FromDays(3), Ground = "depot", For = TimeSpan.FromHours(5),
                    EnRoute = EnRoute.TurnBack },
                new Closure("missiles") { Every = Duration.Exponential(TimeSpan.FromDays(4)), Close = "depot - camp (air)",
                    For = TimeSpan.FromHours(12), EnRoute = onRoute },
                new Slowdown("wear") { At = Moment.Day(1), Slow = "planes", Go = 0.8 },
            ],
        };
    }

    // A second way, and up to two fields beyond the camp, which fog shuts too.
    private static Scenario Elsewhere(Scenario scenario, int alternates)
    {
        var fields = Enumerable.Range(0, alternates).Select(number =>
            new Town($"field{number}") { Airfield = new() { Parking = 1, GroundTime = TimeSpan.FromHours(2) } }).ToArray();
        return scenario with
        {
            Places = [.. scenario.Places, .. fields],
            Routes =
            [
                .. scenario.Routes, Way("depot", "camp", 150) with { Name = "north" },
                .. fields.SelectMany(field => new[] { Way("camp", field.Id, 30), Way(field.Id, "depot", 90) }),
            ],
            SupplyLines = scenario.SupplyLines.Replace(scenario.SupplyLines[0],
                scenario.SupplyLines[0] with { Alternates = [.. fields.Select(field => (PlaceId)field)] }),
            Disruptions =
            [
                .. scenario.Disruptions,
                .. fields.Select((field, number) => new Grounding($"mist{number}")
                {
                    Ground = field.Id, Every = Duration.Exponential(TimeSpan.FromDays(1)), For = TimeSpan.FromHours(6), EnRoute =
                        End(number),
                }),
            ],
        };
    }

    // Given up soon; ordered by the level or sent whatever it is; and a line by road for the same food.
    private static Scenario Impatient(Scenario scenario, int patience, bool isSent)
    {
        var air = scenario.SupplyLines[0] with { GivenUpAfter = TimeSpan.FromHours(patience) };
        if (isSent) air = air with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(25)) };
        return scenario with
        {
            SupplyLines = [air, .. scenario.SupplyLines.Skip(1),
                new SupplyLine("trucked") { From = "depot", To = "camp", By = "tankers", Commodities = ["food"], WhenBelow = Supply.Days(1),
                    UpTo = Supply.Days(2), GivenUpAfter = TimeSpan.FromHours(patience) }],
            Disruptions = [.. scenario.Disruptions,
                new Closure("walkout") { Close = "depot", Every = Duration.Exponential(TimeSpan.FromDays(3)), For = TimeSpan.FromHours(20),
                    Stops = [SiteWork.Loading] }],
        };
    }

    private static EnRoute End(int number) => number switch { 0 => EnRoute.Divert, 1 => EnRoute.TurnBack, _ => EnRoute.Complete };

    private static Route Way(string from, string to, int minutes) =>
        new(from, to) { Name = "air", Mode = Mode.Air, Length = Distance.FromKilometres(6 * minutes) };

    private static Supply Tonnes(int tonnes) => Supply.Of(("jet-fuel", Quantity.Tonnes(tonnes)));
}
