using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>People and goods in random scenarios of need, counted again at every event: people who come, go
/// and move on, pumps that stand still, depots that owe, stores that are full, places that are shut, lots and reviews.</summary>
public class NeedConservationTests
{
    private const uint Stream = 1863;

    private static readonly Gen<Scenario> Needs =
        from people in Gen.Int[0, 9000].Array[2]
        from room in Gen.Int[0, 4000].Array[2]
        from rates in Gen.Int[0, 900].Array[4]
        from fuel in Gen.Int[0, 2000]
        from store in Gen.Int[23, 40]
        from lot in Gen.Int[1, 40]
        from hours in Gen.Int[5, 60].Array[3]
        from stops in Gen.Enum<SiteWork>()
        from flags in Gen.Bool.Array[5]
        select Scenario(people, room, rates, fuel, store, lot, hours, stops, flags);

    [Fact]
    public void Every_person_and_every_gram_is_accounted_for_at_every_event()
    {
        foreach (var scenario in SameSamples.Of(Needs, Stream, count: 60))
            Replication.Run(new CompiledScenario(scenario), 11, 0, audit: true);
    }

    [Fact]
    public void In_these_scenarios_people_do_flee_from_a_camp_and_come_back_and_some_are_split_by_shares()
    {
        foreach (var isByShares in (bool[])[true, false])
            SameSamples.Of(Needs, Stream, count: 60).Where(scenario => scenario.Displacements[1].To.IsEmpty != isByShares)
                .SelectMany(scenario => Replication.Run(new CompiledScenario(scenario), 11, 0, tell: true).Story)
                .Where(happening => happening.Subject == "siege").Select(happening => happening.Kind).ToHashSet().Should()
                .Contain([HappeningKind.Fled, HappeningKind.WentHome]);
    }

    [Fact]
    public void In_these_scenarios_people_do_move_on_pumps_do_stand_still_and_stores_are_full()
    {
        var told = SameSamples.Of(Needs, Stream, count: 40)
            .SelectMany(scenario => Replication.Run(new CompiledScenario(scenario), 11, 0, tell: true).Story)
            .Select(happening => happening.Kind).ToHashSet();
        told.Should().Contain([HappeningKind.MovedOn, HappeningKind.LocalLost, HappeningKind.LocalBack, HappeningKind.StoreFull,
            HappeningKind.RanOut, HappeningKind.Fled, HappeningKind.WentHome]);
    }

    private static Scenario Scenario(int[] people, int[] room, int[] rates, int fuel, int store, int lot, int[] hours, SiteWork stops,
        bool[] flags)
    {
        var pump = new LocalSource { Share = flags[0] ? 1 : 0.7, Needs = "fuel", PerPerson = Rate.PerDay(Quantity.Litres(0.1m)) };
        Camp Camp(int number) => new($"camp-{number}")
        {
            People = people[number], Capacity = people[number] + room[number], Overflow = flags[1] || number == 0
                ? new Overflow { Pace = Speed.FromKilometresPerHour(3) }
                : null,
            Arrivals = Arrivals.Poisson(rates[number]),
            Departures = ChangingRate.Of(new RateStep { Rate = Arrivals.Constant(rates[2]) },
                new RateStep { From = Moment.Day(7), Rate = Arrivals.Poisson(rates[3]) }),
            Batches = TimeSpan.FromHours(hours[0]), LocalShare = [("water", pump)], Docks = 2,
            Stock = Supply.Of(("food", Quantity.Tonnes(20)), ("fuel", Quantity.Litres(fuel))), Storage = Supply.Of(Quantity.Tonnes(store)),
        };
        return new Scenario
        {
            Title = "Needs",
            Clock = new Clock { Length = TimeSpan.FromDays(20) },
            Defaults = new Defaults { Loading = TimeSpan.FromMinutes(20), Unloading = Duration.Exponential(TimeSpan.FromMinutes(40)) },
            Commodities =
            [
                new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)), Backlog = flags[2] },
                new Commodity("water") { Unit = QuantityUnit.Millilitre, PerPerson = Rate.PerDay(Quantity.Litres(15)) },
                new Commodity("fuel") { Unit = QuantityUnit.Millilitre },
                new Commodity("shells") { Unit = QuantityUnit.Piece, Weight = Mass.FromKilograms(40), Backlog = true },
            ],
            Places =
            [
                new Depot("source") { Stock = Supply.Unlimited, Docks = 4 },
                new Depot("hub") { Stock = Supply.Of(("food", Quantity.Tonnes(lot)), ("shells", Quantity.Pieces(30))), Docks = 2 },
                Camp(0), Camp(1), new Camp("camp-2") { People = 0, Capacity = room[1] / 2, Stock = Supply.Days(9) },
                new Force("post")
                {
                    Needs = [("shells", new Arrivals(Rate.PerDay(Quantity.Pieces(40)), IsRandom: true))], Stock =
                        Supply.Of(("shells", Quantity.Pieces(50))),
                },
            ],
            Routes = [Road("source", "hub"), Road("hub", "camp-0"), Road("hub", "camp-1"), Road("hub", "post"), Road("source", "camp-0"),
                Road("camp-1", "camp-2")],
            Displacements =
            [
                new Displacement("fighting")
                {
                    From = "hub", While = Condition.Stock("camp-1").IsBelow(TimeSpan.FromDays(2))
                        .Not(), People = Arrivals.Poisson(rates[1] * 2), Pace = Speed.FromKilometresPerHour(4),
                    Batches = TimeSpan.FromHours(hours[2]), Residents = flags[0] ? people[0] : null, Night = flags[1] ? 0.3 : 1,
                    Return = new Homecoming { While = Condition.Stock("camp-0").IsBelow(TimeSpan.FromDays(4)),
                        After = Duration.Exponential(TimeSpan.FromHours(hours[1])), People = Rate.PerDay(Quantity.Pieces(rates[3])) },
                },
                new Displacement("siege")
                {
                    From = "camp-1", While = Condition.Stock("camp-1").IsBelow(TimeSpan.FromDays(3)), People = Arrivals.Poisson(rates[0] * 2),
                    Pace = Speed.FromKilometresPerHour(4), Batches = TimeSpan.FromHours(hours[1]),
                    To = flags[3] ? [("camp-0", 0.35), ("camp-2", 0.65)] : [],
                    Return = new Homecoming { While = Condition.Stock("camp-1").IsBelow(TimeSpan.FromDays(3)).Not(),
                        People = Rate.PerDay(Quantity.Pieces(rates[2])) },
                },
            ],
            Fleets =
            [
                new Fleet("lorries") { Traffic = "aid", Base = "source", Count = 8, Carries = Mass.FromTonnes(20) },
                new Fleet("vans") { Traffic = "aid", Base = "hub", WorksFrom = ["hub"], Count = 6, Carries = Mass.FromTonnes(6) },
            ],
            SupplyLines =
            [
                Line("hub-food", "source", "hub", "lorries", "food") with { WhenBelow = Tonnes(30), Order = Tonnes(lot) },
                Line("hub-shells", "source", "hub", "lorries", "shells") with { UpTo = Supply.Of(("shells", Quantity.Pieces(200))),
                    Review = TimeSpan.FromHours(hours[1]) },
                Line("food-0", "hub", "camp-0", "vans", "food") with { WhenBelow = Supply.Days(3), UpTo = Supply.Days(7) },
                Line("food-1", "hub", "camp-1", "vans", "food") with { UpTo = Supply.Days(5),
                    Review = flags[3] ? TimeSpan.FromHours(hours[1]) : null },
                Line("fuel-0", "source", "camp-0", "lorries", "fuel") with { Send = Rate.PerDay(Quantity.Litres(300)) },
                Line("post", "hub", "post", "vans", "shells") with { WhenBelow = Supply.Of(("shells", Quantity.Pieces(60))),
                    Order = Supply.Of(("shells", Quantity.Pieces(25))) },
            ],
            Disruptions =
            [
                new Closure("strike") { Close = "hub", Stops = flags[4] ? [stops] : [],
                    Every = Duration.Exponential(TimeSpan.FromHours(60)), For = Duration.Exponential(TimeSpan.FromHours(hours[2])) },
                new Closure("mud") { Close = "hub - camp-1", EnRoute = EnRoute.Hold, Every = Duration.Exponential(TimeSpan.FromHours(50)),
                    For = TimeSpan.FromHours(9) },
                new Closure("fire") { Close = "camp-0", Every = Duration.Exponential(TimeSpan.FromHours(90)),
                    For = TimeSpan.FromHours(hours[2]) },
            ],
        };
    }

    private static SupplyLine Line(string id, string from, string to, string by, string what) =>
        new(id) { From = from, To = to, By = by, Commodities = [what] };

    private static Supply Tonnes(int tonnes) => Supply.Of(("food", Quantity.Tonnes(tonnes)));

    private static Route Road(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(40) };
}
