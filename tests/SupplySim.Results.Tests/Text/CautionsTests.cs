using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class CautionsTests
{
    [Fact]
    public void Where_all_is_done_nothing_is_told() => Cautions.Sentences(Corridor()).Should().BeEmpty();

    [Fact]
    public void What_is_swept_is_carried_out() =>
        Cautions.Sentences(Corridor() with { Experiment = new ExperimentPlan { Sweep = [("trucks", ["4", "8"])] } }).Should().BeEmpty();

    // What lies at the strip is carried on by nobody; fuel is used there, and food goes on.
    [Fact]
    public void What_is_flown_to_where_it_stays_is_told() =>
        Cautions.Sentences(Airlift()).Should()
            .Equal("`medicine` that `air` flies to `strip` stays there: nobody needs it, and no supply line carries it on.");

    // 12 days of supply less the 10 of the run are 2 at the end, which is not below 2 but is below 3.
    [Theory]
    [InlineData(1.9, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void A_trigger_that_can_never_fire_is_told(double days, bool isTold)
    {
        var scenario = Airlift();
        var line = scenario.SupplyLines[1] with { When = Condition.AnyCampStock.IsBelow(TimeSpan.FromDays(days)), Commodities = [] };
        Cautions.Sentences(scenario with { SupplyLines = [line] }).Should().HaveCount(isTold ? 1 : 0);
        if (isTold) Cautions.Sentences(scenario with { SupplyLines = [line] })[0].Should()
            .Be("`any(camp.stock) < 1.9 d` can never become true before the run ends, so `onward` never comes into force.");
    }

    // Ordered up to 6 days; 8 t are 8 days for a thousand people.
    [Theory]
    [InlineData("6 d", 6, true)]
    [InlineData("6 d", 5.9, false)]
    [InlineData("8 t", 8, true)]
    [InlineData("8 t", 7.9, false)]
    public void A_cut_ration_that_is_never_full_again_is_told(string upTo, double until, bool isTold)
    {
        var scenario = Rationed(upTo, Condition.StockHere.IsAbove(TimeSpan.FromDays(until)));
        Cautions.Sentences(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold) Cautions.Sentences(scenario)[0].Should().Be(
            $"`stock > {until} d` can never become true at `camp`, as no more than {until} d of supply is ordered there: rations that are "
                + $"once cut stay cut, unless loads come that were given up.");
    }

    [Fact]
    public void Where_it_is_not_certain_that_a_ration_stays_cut_nothing_is_told()
    {
        var never = Rationed("6 d", Condition.StockHere.IsAbove(TimeSpan.FromDays(9)));
        Cautions.Sentences(never).Should().ContainSingle();
        Cautions.Sentences(
            never with
            {
                Places = [.. never.Places.Select(one => one is Camp camp
                    ? camp with { Departures = ChangingRate.Of(new RateStep { From = Moment.Day(2), Rate = Arrivals.Constant(100) }) }
                    : one)],
            }).Should().BeEmpty("people leave");
        Cautions.Sentences(
            never with
            {
                SupplyLines = [.. never.SupplyLines,
                    never.SupplyLines[0] with { Id = "sent", WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(5)) }],
            }).Should().BeEmpty("more may come");
        Cautions.Sentences(Rationed("6 d", Condition.StockHere.IsAbove(TimeSpan.FromDays(9)).Or(Condition.Captured("strip")))).Should()
            .BeEmpty("something else may end it");
        Cautions.Sentences(Rationed("6 d", null)).Should().BeEmpty("it is full when there is more than when it was cut");
    }

    private static Scenario Rationed(string upTo, Condition? until)
    {
        var scenario = Airlift();
        return scenario with
        {
            SupplyLines = [scenario.SupplyLines[1] with { Commodities = ["food"], WhenBelow = Supply.Days(2),
                UpTo = upTo == "6 d" ? Supply.Days(6) : Supply.Of(("food", Quantity.Tonnes(8))) }],
            Policies = scenario.Policies with
            {
                Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(3)), To = 0.5, Until = until }],
            },
        };
    }

    [Fact]
    public void A_disruption_that_waits_for_what_no_front_does_is_told() =>
        Cautions.Sentences(Corridor() with
        {
            Disruptions =
            [
                new Closure("handover") { Close = "bridge", When = Condition.Captured("bridge"), For = TimeSpan.FromDays(1) },
                new Closure("both") { Close = "bridge", When = Condition.Captured("bridge").Or(Condition.Open("bridge").Not()),
                    For = TimeSpan.FromDays(1) },
            ],
        }).Should().Equal("`captured(bridge)` can never become true before the run ends, so `handover` never comes into force.");

    [Fact]
    public void A_date_that_lies_behind_the_run_is_told() =>
        Cautions.Sentences(Airlift() with
        {
            SupplyLines = [],
            Policies = new Policies { Ration = [new Ration { When = Condition.Since(Moment.Day(10)), To = 0.5 },
                new Ration { When = Condition.Since(Moment.Day(9)), To = 0.5 }] },
        })
            .Should().Equal("`since(day 10)` can never become true before the run ends, so `ration` never comes into force.");

    // The road before it is shut, and the bridge never.
    [Fact]
    public void Who_waits_for_a_crossing_to_shut_that_nothing_shuts_is_told_how_to_ask_of_the_road()
    {
        Slowdown While(Condition condition) => new("search") { Slow = "bridge", Inspection = 2, While = condition };
        var scenario = Corridor() with
        {
            Routes = [new Route("depot", "bridge") { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(40) }],
        };
        var flood = new Closure("flood") { Close = "depot - bridge", At = Moment.Day(1) };
        Cautions.Sentences(scenario with { Disruptions = [flood, While(Condition.Open("bridge").Not())] }).Should().Equal(
            "`not open(bridge)` can never become true before the run ends, so `search` never comes into force. `open(bridge)` asks of the "
                + "crossing alone; of a road there write `open(depot - bridge)`.");
        Cautions.Sentences(scenario with { Disruptions = [flood, While(Condition.Open("depot - bridge").Not())] }).Should().BeEmpty();
        Cautions.Sentences(scenario with { Disruptions = [While(Condition.Open("depot - bridge").Not())] }).Should()
            .Equal("`not open(depot - bridge)` can never become true before the run ends, so `search` never comes into force.");
    }

    private static Scenario Airlift() => new()
    {
        Title = "An airlift",
        Clock = new Clock { Length = TimeSpan.FromDays(10) },
        Commodities =
        [
            new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) },
            new Commodity("medicine") { Unit = QuantityUnit.Gram }, new Commodity("jet-fuel") { Unit = QuantityUnit.Gram },
        ],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Airfield = new() { Parking = 1, GroundTime = TimeSpan.FromHours(1) } },
            new Town("strip") { Loading = TimeSpan.FromHours(1),
                Airfield = new() { Parking = 1, GroundTime = TimeSpan.FromHours(1), Fuel = "jet-fuel" } },
            new Camp("camp") { People = 1000, Stock = Supply.Days(12), Unloading = TimeSpan.FromHours(1) },
        ],
        Routes =
        [
            new Route("depot", "strip") { Mode = Mode.Air, Length = Distance.FromKilometres(400) },
            new Route("strip", "camp") { Length = Distance.FromKilometres(50), Speed = Speed.FromKilometresPerHour(50) },
        ],
        Fleets =
        [
            new Fleet("planes") { Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(11),
                Speed = Speed.FromKilometresPerHour(400) },
            new Fleet("trucks") { Traffic = "aid", Base = "strip", Count = 1, Carries = Mass.FromTonnes(11) },
        ],
        SupplyLines =
        [
            new SupplyLine("air") { From = "depot", To = "strip", By = "planes", Commodities = ["food", "medicine", "jet-fuel"],
                UpTo = Supply.Of(("food", Quantity.Tonnes(11)), ("medicine", Quantity.Tonnes(1)), ("jet-fuel", Quantity.Tonnes(1))) },
            new SupplyLine("onward") { From = "strip", To = "camp", By = "trucks", UpTo = Supply.Days(14), WhenBelow = Supply.Days(13) },
        ],
    };

    private static Scenario Corridor() => new()
    {
        Title = "A corridor",
        Clock = new Clock { Length = TimeSpan.FromDays(10) },
        Places = [new Depot("depot"), new Crossing("bridge") { Lanes = 1, Inspection = Duration.Fixed(TimeSpan.FromMinutes(5)) }],
    };
}
