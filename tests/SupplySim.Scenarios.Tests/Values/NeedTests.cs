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
        var camp = ReadOne.Value(ACamp, "{kind: camp, people: 5, rations: {food: 0.4 kg/d}, local-share: {food: 10 %, tents: {share: 100 %, needs: food, per-person: 2 g/d}}}");
        camp.Rations.ToString().Should().Be("{food: 0.4 kg/d}");
        camp.LocalShare.TryGet("food", out var food).Should().BeTrue();
        food.Should().Be((LocalSource)0.1);
        camp.LocalShare.TryGet("tents", out var tents).Should().BeTrue();
        tents.Should().Be(new LocalSource { Share = 1, Needs = "food", PerPerson = new Rate(new Quantity(2, QuantityUnit.Gram), TimeSpan.FromDays(1)) });
    }

    [Fact]
    public void A_force_uses_at_a_rate_at_random_or_in_steps()
    {
        var force = ReadOne.Value(AForce, "{kind: force, needs: {food: [{from: day 1, rate: 2 t/d}, {from: day 3, rate: 4 t/d}], tents: poisson(3 /d)}}");
        force.Needs.ToString().Should().Be("{food: [{from: day 1, rate: 2 t/d}, {from: day 3, rate: 4 t/d}], tents: poisson(3/d)}");
    }

    [Fact]
    public void A_line_orders_lots_and_reviews_a_store_has_room_and_a_place_is_shut_in_parts()
    {
        var line = ReadOne.Value(new BlockKind<SupplyLine>(MovementShapes.SupplyLines), "{from: base, to: post, by: trucks, when-below: 5 d, order: {food: 15 t}, review: 1 d}");
        (line.Order, line.Review).Should().Be((Supply.Of(("food", Quantity.Tonnes(15))), TimeSpan.FromDays(1)));
        ReadOne.Value(ACamp, "{kind: camp, people: 5, storage: 500 t}").Storage.Should().Be(Supply.Of(Quantity.Tonnes(500)));
        ReadOne.Value(new BlockKind<Disruptions.Closure>(DisruptionShapes.Closure), "{close: base, at: day 1, for: 2 d, stops: [orders, unloading]}")
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
        var text = SmallScenario.With("send: 14 t/week, every: 7 d}", "send: 14 t/week, every: 7 d, when: open(bridge)}").Replace("post, by: trucks, commodities: [food]", "post, by: trucks, commodities: [tents]").Replace("send: 14 t/week", "send: 14 /week");
        ScenarioFile.TryParse(text, "small", [], out _, out var diagnostics).Should().BeTrue();
        var caution = diagnostics.Should().ContainSingle().Subject;
        (caution.Code, caution.Severity).Should().Be(("SS0409", Severity.Warning));
        caution.Message.Should().StartWith("nobody brings food to 'post'");
    }

    // It needs 2 t a day.
    [Fact]
    public void What_surely_cannot_be_carried_is_a_warning_at_its_place()
    {
        ScenarioFile.TryParse(SmallScenario.With("send: 14 t/week", "send: 7 t/week"), "small", [], out _, out var diagnostics).Should().BeTrue();
        var shortfall = diagnostics.Should().ContainSingle().Subject;
        (shortfall.Code, shortfall.Severity).Should().Be(("SS0410", Severity.Warning));
        shortfall.Message.Should().StartWith("7 t/week, and 'post' needs ");
    }

    // With alternatives they alone are run.
    [Theory]
    [InlineData("7 t/week", "as-is: {}", "quiet: {}", new[] { "" })]
    [InlineData("7 t/week", "as-is: {supply-lines.to-post.send: 14 t/week}", "quiet: {supply-lines.to-post.send: 14 t/week}", new string[0])]
    [InlineData("14 t/week", "as-is: {}", "quiet: {supply-lines.to-post.send: 7 t/week}", new[] { "in the alternative `quiet`" })]
    public void What_cannot_be_carried_is_told_of_what_is_run(string send, string first, string second, string[] where)
    {
        var text = SmallScenario.With("14 t/week", send).Replace("as-is: {}", first, StringComparison.Ordinal).Replace("quiet: {fronts.advance: off}", second, StringComparison.Ordinal)
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
