using System.Collections.Immutable;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>How ready a force is by its supply and its equipment, worked out by hand.</summary>
/// <remarks>A guard uses 1 t of shells an hour, and fuel where a test says so. Days of supply are of hours here.</remarks>
public sealed class ReadinessTests
{
    private static readonly TimeSpan TenHours = TimeSpan.FromHours(10);

    // 20 t last 20 h: fully ready until 10 h of supply are left at 10:00, and then half as ready in the
    // mean until nothing is left at 20:00.
    [Theory]
    [InlineData("48:00", 15.0 / 48, 0)]
    [InlineData("15:00", 13.75 / 15, 0.5)]
    [InlineData("5:00", 1, 1)]
    public void Readiness_falls_with_supply_below_what_is_wanted(string until, double mean, double least)
    {
        var run = Play.Of(Guard(new Readiness { Wanted = TenHours }, shells: 20).Until(until)).Result;
        run["ready"].Should().BeApproximately(mean, 1e-9);
        run["least"].Should().BeApproximately(least, 1e-9);
    }

    // Of shells 1 - t / 20, of fuel 1 - t / 10 until 10:00: the area below the lower is 5, below the product 25 / 6.
    [Theory]
    [InlineData(ReadinessForm.Least, 5.0)]
    [InlineData(ReadinessForm.Product, 25.0 / 6)]
    public void Several_supplies_are_put_together_by_the_form(ReadinessForm form, double area)
    {
        var wanted = Each<TimeSpan>.Of(("shells", TimeSpan.FromHours(20)), ("fuel", TenHours));
        var run = Play.Of(Guard(new Readiness { Wanted = wanted, Form = form }, shells: 20, fuel: 10).Until("20:00")).Result;
        run["ready"].Should().BeApproximately(area / 20, 1e-9);
    }

    // 0.8 - t / 20 of shells is the lower until 4:00, 1 - t / 10 of fuel after: 2.8 and 1.8.
    [Fact]
    public void What_is_scarcest_may_change_on_the_way()
    {
        var wanted = Each<TimeSpan>.Of(("shells", TimeSpan.FromHours(20)), ("fuel", TenHours));
        Play.Of(Guard(new Readiness { Wanted = wanted }, shells: 16, fuel: 10).Until("10:00")).Result["ready"].Should()
            .BeApproximately(0.46, 1e-9);
    }

    // From 1 to 0.9 in 5 h, and from there to 0 in 5 h: 4.75 and 2.25.
    [Fact]
    public void A_curve_bends_where_it_says()
    {
        ImmutableArray<ReadinessPoint> curve =
            [new() { Supplied = 0, Ready = 0 }, new() { Supplied = 0.5, Ready = 0.9 }, new() { Supplied = 1, Ready = 1 }];
        Play.Of(Guard(new Readiness { Wanted = TenHours, Curve = curve }, shells: 10).Until("10:00")).Result["ready"].Should()
            .BeApproximately(0.7, 1e-9);
    }

    // Only shells count where only they are named: 20 t of fuel for an hour would not be ready for long.
    [Fact]
    public void Only_what_is_wanted_counts()
    {
        var wanted = Each<TimeSpan>.Of(("shells", TenHours));
        Play.Of(Guard(new Readiness { Wanted = wanted }, shells: 20, fuel: 1).Until("10:00")).Result["ready"].Should()
            .BeApproximately(1, 1e-9);
    }

    // 12 of 20 until 8 are delivered (laden 0:30, there 1:30, unloaded 2:00).
    [Fact]
    public void What_is_delivered_of_equipment_is_on_hand()
    {
        var scenario = Guard(new Readiness { Wanted = TenHours }, shells: 100).Place<Force>("guard", force => force with
        {
            Equipment = [("bulldozer", new Equipment { Authorised = 20, OnHand = 12 })],
        });
        var line = new SupplyLine("equipment")
        {
            From = "depot", To = "guard", By = "trucks", Commodities = ["bulldozer"], WhenBelow = Bulldozers(20), UpTo = Bulldozers(20),
        };
        var run = Play.Of(scenario.Fleet("trucks", fleet => fleet with { Count = 3 }).With(line).Until("4:00"));
        run.Tell(HappeningKind.Ordered).Should().Equal("d0 00:00 8 bulldozer");
        (run.Result["ready"], run.Result["least"]).Should().Be((0.8, 0.6));
    }

    // One of two is lost at 5:00 and the other at 10:00: for 5 h all, for 5 h half.
    [Fact]
    public void What_is_used_of_equipment_is_lost_piece_by_piece()
    {
        var scenario = Guard(new Readiness { Wanted = TenHours }, shells: 100).Place<Force>("guard", force => force with
        {
            Needs = [.. force.Needs, ("bulldozer", Small.Each("5:00"))], Equipment = [("bulldozer", new Equipment { Authorised = 2 })],
        });
        Play.Of(scenario.Until("20:00")).Result["ready"].Should().BeApproximately(7.5 / 20, 1e-9);
    }

    // More than is authorised is no more than ready.
    [Fact]
    public void More_equipment_than_authorised_is_not_more_than_all()
    {
        var scenario = Guard(new Readiness { Wanted = TenHours }, shells: 100).Place<Force>("guard", force => force with
        {
            Equipment = [("bulldozer", new Equipment { Authorised = 2, OnHand = 5 })],
        });
        Play.Of(scenario.Until("4:00")).Result["ready"].Should().Be(1);
    }

    // A t an hour until 5:00, two afterwards: 15 t last from 15 h of supply to 10 h at 5:00, which are 5 h
    // then; gone at 10:00. Fully ready for 5 h; then from half to nothing in 5 h.
    [Fact]
    public void A_need_that_changes_on_a_date_changes_days_of_supply_at_once()
    {
        var needs = ChangingRate.Of(
            new RateStep { Rate = new Arrivals(TonneAnHour, IsRandom: false) },
            new RateStep { From = Moment.After(Span("5:00")),
                Rate = new Arrivals(new Rate(Quantity.Tonnes(2), TimeSpan.FromHours(1)), IsRandom: false) });
        var scenario = Guard(new Readiness { Wanted = TenHours }, shells: 15).Place<Force>("guard",
            force => force with { Needs = [("shells", needs)] });
        var run = Play.Of(scenario.Until("10:00"));
        run.Result["ready"].Should().BeApproximately((5 + 1.25) / 10, 1e-9);
        run.Stock("guard", "shells").Consumed.Should().Be(15_000_000);
    }

    // Pieces used at random are whole, one at a time, and in the mean as many as the rate says: 2,400 days
    // of 10 are 24,000, with a standard deviation of 155.
    [Fact]
    public void Pieces_used_at_random_are_as_many_as_the_rate_says()
    {
        var scenario = Guard(new Readiness { Wanted = TenHours }, shells: 100).Place<Force>("guard", force => force with
        {
            Needs = [("bulldozer", new Arrivals(Rate.PerDay(Quantity.Pieces(10)), IsRandom: true))], Stock = Bulldozers(100),
            Readiness = null,
        }) with { Measures = [] };
        var stock = Play.Of(scenario.Until("57600:00")).Stock("guard", "bulldozer");
        stock.Needed.Should().BeInRange(24_000 - 685, 24_000 + 685);
        (stock.Consumed, stock.Unmet).Should().Be((100, stock.Needed - 100));
    }

    private static Rate TonneAnHour => new(Quantity.Tonnes(1), TimeSpan.FromHours(1));

    private static Supply Bulldozers(int pieces) => Supply.Of(("bulldozer", Quantity.Pieces(pieces)));

    private static Scenario Guard(Readiness readiness, decimal shells, decimal? fuel = null) => Camp() with
    {
        Commodities =
        [
            new Commodity("shells") { Unit = QuantityUnit.Gram }, new Commodity("fuel") { Unit = QuantityUnit.Gram },
            new Commodity("bulldozer") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) },
        ],
        Places =
        [
            Camp().Places[0],
            new Force("guard")
            {
                Needs = fuel is null ? [("shells", TonneAnHour)] : [("shells", TonneAnHour), ("fuel", TonneAnHour)],
                Stock = Supply.Of(("shells", Quantity.Tonnes(shells)),
                    ("fuel", Quantity.Tonnes(fuel ?? 0))), Readiness = readiness, Docks = 10,
                Unloading = Minutes(30), Airfield = Camp().Places[1] is Site { Airfield: { } field } ? field : null,
            },
        ],
        Routes = [Leg("depot", "guard", 60),
            new Route("depot", "guard") { Name = "air", Mode = Mode.Air, Length = Distance.FromKilometres(400) }],
        Measures =
        [
            new Measure("ready") { Of = "forces", Is = MeasureKind.Readiness }, new Measure("least")
            {
                Of = "forces",
                Is = MeasureKind.LeastReadiness,
            },
        ],
    };
}
