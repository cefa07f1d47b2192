using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Tests.Rules;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What goes on a vehicle together, and what of a line goes first.</summary>
/// <remarks>One truck of 10 t, or as many as are said, between a depot and a town an hour and a half away, where nothing is used: laden
/// 0:30, and home at 5:40.</remarks>
public sealed class FillingTests
{
    // Flour is cut into 10 t and 3 t. Salt is more urgent, and 7 t of flour go with it.
    [Fact]
    public void What_does_not_fill_its_truck_takes_along_what_else_waits_and_splits_it() =>
        Departures(Of(("flour", 13), ("salt", 3)).Commodity("salt", salt => salt with { Priority = 1 })).Should().Equal(
            "d0 00:30 7 t flour, 3 t salt", "d0 06:10 6 t flour");

    // The two crates of 4 t wait behind 8 t of flour, for which they have no room: whole, and together.
    [Fact]
    public void Pieces_are_not_split() =>
        Departures(Of(("flour", 8), ("crate", 8))).Should().Equal("d0 00:30 8 t flour", "d0 06:10 2 crate");

    // All are 0 % of what is ordered up to: flour was ordered first. Then it is 10/12, and of salt and crates there is none: 3 t of the
    // one, 4 t of the other, and the rest of the flour.
    [Fact]
    public void Of_what_is_as_urgent_goes_first_what_there_is_least_of_for_what_there_should_be() =>
        Departures(Of(("flour", 12), ("salt", 3), ("crate", 4))).Should().Equal(
            "d0 00:30 10 t flour", "d0 06:10 2 t flour, 3 t salt, 1 crate");

    // 4 t of the flour lie there, and the rest is owed.
    [Fact]
    public void Only_what_lies_there_goes_along() =>
        Departures(Of(("flour", 12), ("salt", 3)).Commodity("salt", salt => salt with { Priority = 1 })
            .Commodity("flour", flour => flour with { Backlog = true })
            .Place<Depot>("depot", depot => depot with { Stock = Amounts(("flour", 4), ("salt", 3)) })).Should().Equal(
                "d0 00:30 4 t flour, 3 t salt");

    // Laden at 1:00, an hour there and an hour on the ground at either end.
    [Fact]
    public void So_is_an_aircraft_filled_up()
    {
        var scenario = (Camp() with { Commodities = [.. Camp().Commodities, Salt] }).With(Line("air", "planes") with
        {
            Commodities = ["food", "salt"], WhenBelow = Amounts(("food", 1), ("salt", 5)), UpTo = Amounts(("food", 24), ("salt", 5)),
            GivenUpAfter = TimeSpan.FromDays(9),
        });
        var run = Play.Of(scenario.Place<Camp>("camp", camp => camp with { Stock = Supply.None }).Until("10:00"));
        run.Tell(HappeningKind.Departed).Select(Cargo).Should().Equal(
            "d0 01:00 11 t food", "d0 05:00 6 t food, 5 t salt", "d0 09:00 7 t food");
    }

    // Half a load of 30 t is the least: 1 t of salt, ordered at 0:00, waits for the 25 t of food that are ordered at 10:00, a gram below
    // 10 t.
    [Fact]
    public void The_least_load_is_of_what_goes_together()
    {
        var scenario = (Camp() with
        {
            Commodities = [.. Camp().Commodities, Salt],
            Policies = new Policies { Dispatch = new Go { MinimumLoad = 0.5 } },
        }).With(Line("road", "trucks") with
        {
            Commodities = ["food", "salt"], WhenBelow = Amounts(("food", 10), ("salt", 1)), UpTo = Amounts(("food", 35), ("salt", 1)),
        });
        Play.Of(scenario.Place<Camp>("camp", camp => camp with { Stock = Food(20) }).Until("12:00"))
            .Tell(HappeningKind.Departed).Select(Cargo).Should().Equal("d0 10:30:00.0036 25.000001 t food, 1 t salt");
    }

    // Trucks of 10 t, of which 3 t are the least. Flour is more urgent, and 10 t of it are a full load; 100 kg of salt would wait for
    // ever, since whatever flour is ordered goes in full loads. They go along, and 100 kg of flour wait instead. Of 12 t of flour and
    // 0.5 t of salt 2.5 t would be left, as with 2 t of salt and 10.5 t of flour; of 12 t and 2 t there are 4 t, which go by themselves.
    [Theory]
    [InlineData(10, 0.1, "d0 00:30 9.9 t flour, 0.1 t salt")]
    [InlineData(12, 0.5, "d0 00:30 9.5 t flour, 0.5 t salt")]
    [InlineData(10.5, 2, "d0 00:30 8 t flour, 2 t salt")]
    [InlineData(12, 2, "d0 00:30 10 t flour", "d0 00:30 2 t flour, 2 t salt")]
    public void What_is_too_little_to_go_by_itself_is_not_left_behind(double flour, double salt, params string[] expected)
    {
        var scenario = Of(("flour", (decimal)flour), ("salt", (decimal)salt)).Commodity("flour", one => one with { Priority = 1 })
            .Fleet("trucks", fleet => fleet with { Count = 5 });
        Departures(scenario with { Policies = new Policies { Dispatch = new Go { MinimumLoad = 0.3 } } }).Should().Equal(expected);
    }

    // Beside a crate of 8 t and 4.5 t of salt 2.5 t would be left, and beside 2.5 t of salt the crate has no room: it goes first.
    [Fact]
    public void No_room_is_made_that_the_first_needs()
    {
        var levels = Supply.Of(("crate", Quantity.Pieces(1)), ("salt", Quantity.Tonnes(4.5m)));
        var scenario = Of(("crate", 8), ("salt", 4.5m))
            .Commodity("crate", one => one with { Priority = 1, Weight = Mass.FromTonnes(8) })
            .Line("road", line => line with { WhenBelow = levels, UpTo = levels });
        Departures(scenario with { Policies = new Policies { Dispatch = new Go { MinimumLoad = 0.3 } } }).Should().Equal(
            "d0 00:30 2 t salt, 1 crate");
    }

    // Two lines load at one depot. The first asks at 0:00 for three crates, and again at 5:00 for the two that have waited too long; the
    // other sends one each hour. Who came first goes first, whether asked for once or again.
    [Fact]
    public void What_is_ordered_again_keeps_its_turn()
    {
        var road = Road(3).Fleet("trucks", fleet => fleet with { Count = 1 })
            .Line("road", line => line with { WhenBelow = Crates(3), GivenUpAfter = TimeSpan.FromHours(5) });
        var scenario = road.Plus(new Town("aside") { Unloading = Minutes(30) }, Leg("bridge", "aside", 60)) with
        {
            Policies = new Policies { Share = new Share { By = AllocationPolicy.Order } },
        };
        var aside = scenario.SupplyLines[0] with { Id = "aside", To = "aside", WhenBelow = null, UpTo = null, Send = Each("1:00") };
        Play.Of((scenario with { SupplyLines = scenario.SupplyLines.Add(aside) }).Until("24:00")).Tell(HappeningKind.Departed)
            .Where(told => told.Contains("depot to")).Select(told => told.Split(" to ")[1].Split(':')[0]).Should()
            .Equal("town", "town", "town", "aside", "aside");
    }

    // A camp that needs 50 t of food and 0.5 t of medicine a day, as urgent, with trucks for 63 % of it. As long as what was ordered
    // again went behind all food, medicine had 18 % of its need met, or nothing, as the patience was.
    [Theory]
    [InlineData(2, false), InlineData(3, false), InlineData(5, false), InlineData(10, false), InlineData(30, false)]
    [InlineData(2, true), InlineData(3, true), InlineData(5, true), InlineData(10, true), InlineData(30, true)]
    public void What_there_is_little_of_does_not_starve_behind_what_there_is_much_of(int givenUpAfter, bool isFirst)
    {
        var run = Play.Of(TooFewTrucks(givenUpAfter, isFirst));
        Met(run, "food").Should().BeInRange(0.55, 0.7);
        Met(run, "medicine").Should().BeGreaterThan(Met(run, "food"));
    }

    // Nothing lies there, 25 t of food and 500 kg of medicine are needed a day, and one truck sets out every day: 100 t of food in ten
    // loads and 2 t of medicine in one, asked for at 0:00 and again every twelve hours. Of both there is nothing each time it is loaded,
    // so the ten go, and the eleventh is medicine, with 8 t of food. That is eaten in four days; ten loads of food are before what is
    // asked for then. As long as food took the turns of medicine, medicine that was written second never went.
    [Theory]
    [InlineData(false, "d10 00:30 8 t food, 2 t medicine", "d21 00:30 8 t food, 2 t medicine")]
    [InlineData(true, "d0 00:30 2 t medicine, 8 t food", "d11 00:30 2 t medicine, 8 t food", "d22 00:30 2 t medicine, 8 t food")]
    public void What_is_asked_for_in_many_loads_does_not_take_the_turn_of_what_is_asked_for_in_one(bool isFirst, params string[] expected)
    {
        Commodity[] both = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) },
            new("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.02m)) }];
        var scenario = Camp().Until("600:00").Place<Camp>("camp", camp => camp with { People = 25_000, Stock = Supply.None })
            .Fleet("trucks", trucks => trucks with { Count = 1, Carries = Mass.FromTonnes(10) })
            .With(Line("road", "trucks") with
            {
                WhenBelow = Supply.Days(3), UpTo = Supply.Days(4), GivenUpAfter = TimeSpan.FromHours(12),
            }) with
            {
                Commodities = [.. isFirst ? both.Reverse() : both],
                Routes = [Leg("depot", "camp", 690)],
            };
        Departures(scenario).Where(told => told.Contains("medicine")).Should().Equal(expected);
    }

    private static double Met(Play run, string commodity) =>
        (double)run.Stock("camp", commodity).Consumed / run.Stock("camp", commodity).Needed;

    private static Scenario TooFewTrucks(int givenUpAfter, bool isMedicineFirst)
    {
        Commodity[] both = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.5m)) },
            new("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.005m)) }];
        return Camp().Until("4800:00").Place<Camp>("camp", camp => camp with { People = 100_000, Stock = Supply.Days(10) })
            .Fleet("trucks", trucks => trucks with { Count = 8, Carries = Mass.FromTonnes(25) })
            .With(Line("road", "trucks") with
            {
                WhenBelow = Supply.Days(6), UpTo = Supply.Days(12), GivenUpAfter = TimeSpan.FromDays(givenUpAfter),
            }) with
            {
                Commodities = [.. isMedicineFirst ? both.Reverse() : both],
                Routes = [Leg("depot", "camp", 4500)],
            };
    }

    // Ordered at 0:00, and never again.
    private static Scenario Of(params (string Commodity, decimal Tonnes)[] wanted) =>
        (Road() with { Commodities = [Flour, Salt, new("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(4) }] })
            .Line("road", line => line with
            {
                Commodities = [.. wanted.Select(one => one.Commodity)], WhenBelow = Amounts(wanted), UpTo = Amounts(wanted),
            }).Until("30:00");

    private static readonly Commodity Flour = new("flour") { Unit = QuantityUnit.Gram };

    private static readonly Commodity Salt = new("salt") { Unit = QuantityUnit.Gram };

    private static Supply Amounts(params (string Commodity, decimal Tonnes)[] amounts) =>
        Supply.Of([.. amounts.Select(one => (one.Commodity,
            (DrawnQuantity)(one.Commodity == "crate" ? Quantity.Pieces((long)one.Tonnes / 4) : Quantity.Tonnes(one.Tonnes))))]);

    private static IEnumerable<string> Departures(Scenario scenario) => Play.Of(scenario).Tell(HappeningKind.Departed)
        .Where(told => told.Contains("from depot")).Select(Cargo);

    // When, and what with.
    private static string Cargo(string told) => $"{told.Split(" 1 ")[0]} {told.Split(": ")[^1]}";
}
