using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>What lies at a place is destroyed, worked out by hand.</summary>
/// <remarks>The camp eats 1 t an hour of the 20 t that it has; every run is audited.</remarks>
public sealed class DestructionTests
{
    private static readonly Destruction Fire = new("fire") { Hit = "camp", Destroys = (Portion)0.25, At = Moment.After(Span("4:00")) };

    // 16 t are left at 4:00, of which 4 t burn: 12 t last until 16:00.
    [Fact]
    public void Who_is_hit_runs_out_sooner()
    {
        var play = Play.Of(Hit(Fire).Until("20:00"));
        play.Tell(HappeningKind.Destroyed).Should().Equal("d0 04:00 fire: 4 t food");
        play.When(HappeningKind.RanOut).Should().Equal("d0 16:00");
        play.When(HappeningKind.DisruptionBegan).Should().BeEmpty();
        play.Stock("camp", "food").Should().Be(new StockAtEnd(0, 16_000_000, 20_000_000, 4_000_000, 0, 0, 24_000));
        (play.Result["lost", "camp"], play.Result["gone", "camp"]).Should().Be((4, 0));
        play.Result.Ledger[0].Lost.Should().Be(4_000_000);
    }

    // Food and soap are put on one truck from 0:00 to 0:30, and burn at 0:10. Both are given up after a day: each once.
    [Fact]
    public void What_was_to_go_together_is_given_up_once_where_it_is_gone()
    {
        static Commodity Goods(string id) => new(id) { Unit = QuantityUnit.Gram };
        static Supply Both(int tonnes) => Supply.Of(("food", Quantity.Tonnes(tonnes)), ("soap", Quantity.Tonnes(tonnes)));
        var road = Road() with { Commodities = [Goods("food"), Goods("soap")] };
        var mixed = road.Place<Depot>("depot", depot => depot with { Stock = Both(5), Unloading = Minutes(30) })
            .Line("road", line => line with
            {
                Commodities = ["food", "soap"], WhenBelow = Both(1), UpTo = Both(5), GivenUpAfter = TimeSpan.FromDays(1),
            });
        var play = Play.Of(mixed.With(Fire with { Hit = "depot", Destroys = (Portion)1, At = Moment.After(Span("0:10")) }));
        play.Result.Ledger.Sum(one => one.Lost).Should().Be(10_000_000);
        play.When(HappeningKind.Departed).Should().BeEmpty();
    }

    // 5 g left of 20 t: half of 5 is 2 (to even), of 7 it is 4.
    [Theory]
    [InlineData(5, 2)]
    [InlineData(7, 4)]
    public void A_share_is_rounded_half_to_even(int grams, int lost)
    {
        var at = TimeSpan.FromHours(20) - TimeSpan.FromMilliseconds(3.6 * grams);
        var run = Play.Of(Hit(Fire with { At = Moment.After(at), Destroys = (Portion)0.5 }).Until("24:00")).Result;
        run.Ledger[0].Lost.Should().Be(lost);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16_000_000)]
    public void Nothing_and_all_can_be_destroyed(double share, long lost)
    {
        var play = Play.Of(Hit(Fire with { Destroys = (Portion)share }).Until("24:00"));
        play.Result.Ledger[0].Lost.Should().Be(lost);
        play.When(HappeningKind.RanOut).Should().Equal(share == 1 ? "d0 04:00" : "d0 20:00");
    }

    // An amount is at most what there is, and what is not named is spared.
    [Fact]
    public void An_amount_is_of_one_commodity_and_at_most_all()
    {
        var by = Each<Portion>.Of(("food", Quantity.Tonnes(30)));
        var play = Play.Of(Hit(Fire with { Destroys = by }).Until("20:00"));
        play.Tell(HappeningKind.Destroyed).Should().Equal("d0 04:00 fire: 16 t food");
        var other = Hit(Fire with { Destroys = Each<Portion>.Of(("oil", (Portion)0.5)) });
        Play.Of(other with { Commodities = other.Commodities.Add(new Commodity("oil") { Unit = QuantityUnit.Gram }) }).Result.Ledger[0].Lost
            .Should().Be(0);
    }

    // Ordered at once when what is left falls below the level: hit at 4:00 with 16 t, of which 12 t are left, below 13 h.
    [Fact]
    public void Who_orders_by_a_level_orders_at_once()
    {
        var line = Line("aid", "trucks") with { WhenBelow = Supply.Of(TimeSpan.FromHours(13)), UpTo = Supply.Of(TimeSpan.FromHours(40)) };
        Play.Of(Hit(Fire).With(line).Until("20:00")).When(HappeningKind.Ordered)[0].Should().Be("d0 04:00");
    }

    // What is promised to a truck is destroyed as well: laden from 0:00 on, its crate is gone at 0:10, and it waits for another.
    [Fact]
    public void What_is_being_loaded_is_hit_too()
    {
        var road = Road().Place<Depot>("depot", depot => depot with { Stock = Supply.Of(("crate", Quantity.Pieces(1))) });
        var hit = Fire with { Hit = "depot", Destroys = (Portion)1, At = Moment.After(Span("0:10")) };
        var play = Play.Of(road with { Disruptions = [hit] });
        play.Result.Ledger[0].Lost.Should().Be(1);
        play.Legs("depot", "bridge").Should().BeEmpty();
    }

    // All that is hit at once loses the same share; each time another.
    [Fact]
    public void Draws_are_by_name_and_occurrence()
    {
        var drawn = (Portion)Number.Of(Distribution.Uniform(0.1, 0.4));
        var scenario = Hit(Fire with { At = null, Every = TimeSpan.FromHours(2), Destroys = drawn });
        var alone = Play.Of(scenario.Until("9:00")).Tell(HappeningKind.Destroyed);
        alone.Should().HaveCount(4);
        var other = new Destruction("other") { Hit = "camp", Destroys = (Portion)0, At = Moment.Day(0) };
        var more = scenario with { Disruptions = [other, .. scenario.Disruptions] };
        Play.Of(more.Until("9:00")).Tell(HappeningKind.Destroyed)[1..].Should().Equal(alone);
        Play.Of(scenario.Until("9:00"), seed: 2).Tell(HappeningKind.Destroyed).Should().NotEqual(alone);
    }

    // From 3:00 on it takes half instead of a quarter; what is changed after it has come changes nothing.
    [Fact]
    public void What_is_said_in_the_middle_counts_from_then_on()
    {
        var (before, after) = (Hit(Fire).Until("20:00"), Hit(Fire with { Destroys = (Portion)0.5 }).Until("20:00"));
        Play.Of(before, after, Moment.After(Span("3:00"))).Result.Ledger[0].Lost.Should().Be(8_000_000);
        Play.Of(before, after, Moment.After(Span("5:00"))).Result.Ledger[0].Lost.Should().Be(4_000_000);
        Play.Of(before, before with { Disruptions = [] }, Moment.After(Span("3:00"))).Result.Ledger[0].Lost.Should().Be(0);
    }

    // By a condition it comes each time that becomes true, once.
    [Fact]
    public void By_a_condition_it_comes_once_each_time()
    {
        var hit = Fire with { At = null, When = Condition.Stock("camp").IsBelow(TimeSpan.FromHours(10)) };
        var play = Play.Of(Hit(hit).Until("20:00"));
        play.When(HappeningKind.Destroyed).Should().HaveCount(1).And.AllSatisfy(at => at.Should().StartWith("d0 10:00"));
    }

    [Fact]
    public void Of_a_forces_equipment_readiness_falls()
    {
        var scenario = Hit(Fire);
        var force = new Force("guard")
        {
            Equipment = [("gun", new Equipment { Authorised = 10 })], Readiness = new() { Wanted = TimeSpan.FromDays(1) },
        };
        var run = Play.Of(scenario with
        {
            Commodities = scenario.Commodities.Add(new Commodity("gun") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(1) }),
            Places = scenario.Places.Add(force),
            Disruptions = [Fire with { Hit = "guard", Destroys = (Portion)0.4 }],
            Measures = [new("weak") { Of = "guard", Is = MeasureKind.FirstTime, When = Condition.ReadinessHere.IsBelow(0.7) }],
        }).Result;
        run["weak", "guard"].Should().BeApproximately(4 / 24.0, 1e-9);
    }

    private static Scenario Hit(Disruption disruption) => Camp() with
    {
        Disruptions = [disruption],
        Measures =
        [
            new("lost") { Of = "camp", Is = MeasureKind.StockLost, Commodity = "food" },
            new("gone") { Of = "camp", Is = MeasureKind.CargoLost },
        ],
    };
}
