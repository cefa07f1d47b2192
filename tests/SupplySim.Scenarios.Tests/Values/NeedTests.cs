using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

/// <summary>What can be said of those who need something.</summary>
public class NeedTests
{
    private static readonly BlockKind<Camp> ACamp = new(PlaceShapes.Camp);
    private static readonly BlockKind<Force> AForce = new(PlaceShapes.Force);

    [Fact]
    public void People_come_and_go_in_steps_and_batches_and_there_is_room_for_so_many()
    {
        var camp = ReadOne.Value(ACamp, """
            {kind: camp, people: 5, arrivals: [{rate: 300 /d}, {from: day 20, rate: poisson(50 /d)}], departures: 10 /d, batches: 6 h, capacity: 20 000, overflow: {pace: 20 km/d}}
            """);
        camp.Arrivals!.ToString().Should().Be("[{from: day 0, rate: 300/d}, {from: day 20, rate: poisson(50/d)}]");
        camp.Departures.Should().Be((ChangingRate)Arrivals.Constant(10));
        (camp.Batches, camp.Capacity, camp.Overflow!.Pace).Should().Be((TimeSpan.FromHours(6), 20_000, Speed.FromMetresPerHour(833)));
    }

    [Fact]
    public void A_local_share_is_a_share_or_a_source_that_needs_something()
    {
        var camp = ReadOne.Value(ACamp,
            "{kind: camp, people: 5, rations: {food: 0.4 kg/d}, local-share: {food: 10 %, tents: {share: 100 %, needs: food, "
                + "per-person: 2 g/d}}}");
        camp.Rations.ToString().Should().Be("{food: 0.4 kg/d}");
        camp.LocalShare.TryGet("food", out var food).Should().BeTrue();
        food.Should().Be((LocalSource)0.1);
        camp.LocalShare.TryGet("tents", out var tents).Should().BeTrue();
        tents.Should().Be(
            new LocalSource { Share = 1, Needs = "food", PerPerson = new Rate(new Quantity(2, QuantityUnit.Gram), TimeSpan.FromDays(1)) });
    }

    [Fact]
    public void Stocks_shares_and_streams_may_be_unknown()
    {
        var camp = ReadOne.Value(ACamp, """
            {kind: camp, people: 5, stock: "unknown(5 d, 15 d)", arrivals: "poisson(unknown(200 /d, 400 /d))", departures: "unknown(0.5 /h, 1 /h)", local-share: {food: "unknown(10 %, 30 %)"}}
            """);
        camp.Stock.Should().Be(Supply.Unknown(TimeSpan.FromDays(5), TimeSpan.FromDays(15)));
        (camp.Arrivals!.ToString(), camp.Departures!.ToString(), camp.LocalShare.ToString()).Should().Match<(string, string, string)>(one =>
            one.Item1 == "poisson(unknown(200/d, 400/d))" && one.Item2 == "unknown(12/d, 24/d)" && one.Item3.Contains("unknown(0.1, 0.3)"));
        camp.Arrivals.Steps[0].Rate.Unknown!.PerDay.Should().Be(Distribution.Uniform(200, 400),
            "a day has twenty-four hours, to the last digit");
        ReadOne.Value(ACamp, "{kind: camp, people: 5, stock: 'unknown(200 t, 500 t)'}").Stock.Should()
            .Be(Supply.Unknown(Quantity.Tonnes(200), Quantity.Tonnes(500)));
        ReadOne.Value(ACamp,
            "{kind: camp, people: 5, stock: {food: 'unknown(triangular(200 t, 300 t, 500 t))', tents: 'unknown(10, 20)'}}").Stock
            .ToString().Should().Be("{food: unknown(triangular(200 t, 300 t, 500 t)), tents: unknown(10, 20)}");
        // A shape has no unit, and does not say what is drawn.
        ReadOne.Value(ACamp, "{kind: camp, people: 5, stock: 'weibull(2, 5 d)'}").Stock.ToString().Should()
            .Be("weibull(shape=2, scale=5 d)");
        ReadOne.Value(ACamp, "{kind: camp, people: 5, stock: {food: 'unknown(erlang(stages=2, mean=5 t))'}}").Stock.ToString().Should()
            .Be("{food: unknown(erlang(stages=2, mean=5 t))}");
        ReadOne.Value(AForce, "{kind: force, needs: {food: 'unknown(weibull(2, 3 t/d))'}}").Needs.ToString().Should()
            .Be("{food: unknown(weibull(shape=2, scale=3 t/d))}");
        ReadOne.Value(AForce, "{kind: force, needs: {food: 'unknown(1 t/d, 3 t/d)'}}").Needs.ToString().Should()
            .Be("{food: unknown(1 t/d, 3 t/d)}");
    }

    [Theory]
    [InlineData("{kind: camp, people: 5, stock: 'unknown(3 d, 12 t)'}", "SS0303", "accepted: h, s, min, d, week")]
    [InlineData("{kind: camp, people: 5, stock: 'unknown(12 d, 3 d)'}", "SS0311",
        "it is written `unknown(lo, hi)`; `supplysim explain unknown` tells more")]
    [InlineData("{kind: camp, people: 5, stock: 'unknown(30 %, 50 %)'}", "SS0303",
        "write days of supply, such as `6 d`, an amount, such as `66 t`, or either by commodity, such as `{food: 66 t, medicine: 9 d}`; "
            + "of a stock that is never used up `unlimited`")]
    [InlineData("{kind: camp, people: 5, stock: {food: 'unknown(3 d, 5 t)'}}", "SS0303", "accepted: h, s, min, d, week")]
    [InlineData("{kind: camp, people: 5, arrivals: 'uniform(0 /d, 100 /d)'}", "SS0311",
        "where nobody knows it, write `unknown(uniform(0 /d, 100 /d))`; of people or pieces that come one by one at random, "
            + "`poisson(350 /d)`")]
    [InlineData("{kind: camp, people: 5, arrivals: 'unknown(0, 100)'}", "SS0304", "write `0 /d`; accepted: /d, /h, /week")]
    [InlineData("{kind: camp, people: 5, rations: {food: 'unknown(0.4 kg/d, 0.5 kg/d)'}}", "SS0311",
        "write one rate, such as `0.555 kg/d`, `15 l/d` or `2 /week`; what nobody knows can be a parameter, with an alternative for "
            + "each value")]
    public void What_cannot_be_unknown_so_is_told_with_a_way_out(string camp, string code, string help)
    {
        ReadOne.Mistake(ACamp, camp).Code.Should().Be(code);
        ReadOne.Help(ACamp, camp).Should().Be(help);
    }

    [Theory]
    [InlineData("needs: {food: 'unknown(1 t, 3 t)'}", "write `1 t/d` if it is so much a day, `1 t/week` if a week")]
    [InlineData("needs: {food: 'poisson(unknown(1 t/d, 3 t/d))'}", "accepted: /d, /h, /week")]
    public void What_a_force_uses_is_an_amount_per_time(string needs, string help) =>
        ReadOne.Help(AForce, $"{{kind: force, {needs}}}").Should().Be(help);

    [Fact]
    public void A_force_uses_at_a_rate_at_random_or_in_steps()
    {
        var force = ReadOne.Value(AForce,
            "{kind: force, needs: {food: [{from: day 1, rate: 2 t/d}, {from: day 3, rate: 4 t/d}], tents: poisson(3 /d)}}");
        force.Needs.ToString().Should().Be("{food: [{from: day 1, rate: 2 t/d}, {from: day 3, rate: 4 t/d}], tents: poisson(3/d)}");
    }

    [Fact]
    public void A_line_orders_lots_and_reviews_a_store_has_room_and_a_place_is_shut_in_parts()
    {
        var line = ReadOne.Value(new BlockKind<SupplyLine>(MovementShapes.SupplyLines),
            "{from: base, to: post, by: trucks, when-below: 5 d, order: {food: 15 t}, review: 1 d}");
        (line.Order, line.Review).Should().Be((Supply.Of(("food", Quantity.Tonnes(15))), TimeSpan.FromDays(1)));
        ReadOne.Value(ACamp, "{kind: camp, people: 5, storage: 500 t}").Storage.Should().Be(Supply.Of(Quantity.Tonnes(500)));
        ReadOne.Value(new BlockKind<Disruptions.Closure>(DisruptionShapes.Closure),
            "{close: base, at: day 1, for: 2 d, stops: [orders, unloading]}")
            .Stops.Should().Equal(SiteWork.Orders, SiteWork.Unloading);
    }

    [Fact]
    public void A_force_has_equipment_and_is_ready_by_a_curve()
    {
        var force = ReadOne.Value(AForce, """
            {kind: force, needs: {food: 2 t/d}, equipment: {tents: {authorised: 20, on-hand: 12}}, readiness: {wanted: {food: 10 d}, form: product, curve: [{supplied: 0 %, ready: 0 %}, {supplied: 120 %, ready: 90 %}]}}
            """);
        force.Equipment.ToString().Should().Contain("Authorised = 20, OnHand = 12");
        force.Readiness.Should().Be(new Readiness
        {
            Wanted = Each<TimeSpan>.Of(("food", TimeSpan.FromDays(10))), Form = ReadinessForm.Product,
            Curve = [new() { Supplied = 0, Ready = 0 }, new() { Supplied = 1.2, Ready = 0.9 }],
        });
    }

    [Fact]
    public void What_is_probably_not_meant_is_a_warning_at_its_place()
    {
        var text = SmallScenario.With("send: 14 t/week, every: 7 d}", "send: 14 t/week, every: 7 d, when: open(bridge)}").Replace(
            "post, by: trucks, commodities: [food]", "post, by: trucks, commodities: [tents]").Replace("send: 14 t/week", "send: 14 /week");
        ScenarioFile.TryParse(text, "small", [], out _, out var diagnostics).Should().BeTrue();
        var caution = diagnostics.Should().ContainSingle().Subject;
        (caution.Code, caution.Severity).Should().Be(("SS0409", Severity.Warning));
        caution.Message.Should().StartWith("nobody brings food to 'post'");
    }

    // It needs 2 t a day.
    [Fact]
    public void What_surely_cannot_be_carried_is_a_warning_at_its_place()
    {
        ScenarioFile.TryParse(SmallScenario.With("send: 14 t/week", "send: 7 t/week"), "small", [], out _, out var diagnostics)
            .Should().BeTrue();
        var shortfall = diagnostics.Should().ContainSingle().Subject;
        (shortfall.Code, shortfall.Severity).Should().Be(("SS0410", Severity.Warning));
        shortfall.Message.Should().StartWith("7 t/week, and 'post' needs ");
    }

    // With alternatives they alone are run.
    [Theory]
    [InlineData("7 t/week", "as-is: {}", "quiet: {}", new[] { "" })]
    [InlineData("7 t/week", "as-is: {supply-lines.to-post.send: 14 t/week}", "quiet: {supply-lines.to-post.send: 14 t/week}",
        new string[0])]
    [InlineData("14 t/week", "as-is: {}", "quiet: {supply-lines.to-post.send: 7 t/week}", new[] { "in the alternative `quiet`" })]
    public void What_cannot_be_carried_is_told_of_what_is_run(string send, string first, string second, string[] where)
    {
        var text = SmallScenario.With("14 t/week", send).Replace("as-is: {}", first, StringComparison.Ordinal)
            .Replace("quiet: {fronts.advance: off}", second, StringComparison.Ordinal)
            .Replace("more-trucks: {trucks: 12, places.bridge.hours: always}", "", StringComparison.Ordinal);
        ScenarioFile.TryParse(text, "small", [], out _, out var diagnostics).Should().BeTrue();
        diagnostics.Select(one => (one.Code, one.Note ?? "")).Should().Equal(where.Select(note => ("SS0410", note)));
    }

    [Theory]
    [InlineData("{kind: camp, people: 5, arrivals: [{form: day 1, rate: 3 /d}]}", "SS0201")]
    [InlineData("{kind: camp, people: 5, arrivals: [{from: day 1}]}", "SS0202")]
    [InlineData("{kind: camp, people: 5, arrivals: 3 t/d}", "SS0303")]
    [InlineData("{kind: camp, people: 5, capacity: 5 t}", "SS0303")]
    [InlineData("{kind: camp, people: 5, local-share: {food: {needs: food}}}", "SS0202")]
    public void What_cannot_be_read_is_told(string block, string code) => ReadOne.Mistake(ACamp, block).Code.Should().Be(code);
}
