using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Where laden columns go that cannot get to where they are bound, or are not needed there.</summary>
/// <remarks>
/// <code>
/// depot -- 60 km -- fork -- 60 km -- bridge -- 60 km -- far (camp)
///                    |-- 60 km -- near (camp), 90 km -- store (depot)
/// </code>
/// One truck with 10 t for the far camp sets out at 0:30, is at the fork at 1:30 and at the bridge at 2:30.
/// </remarks>
public sealed class DivertTests
{
    // Shut at 1:00, which is known at 2:00 between fork and bridge: at the bridge, 2:30, it turns to the near camp: back at the fork
    // 3:30, there 4:30, unloaded 5:00.
    [Fact]
    public void Who_is_cut_off_goes_to_the_camp_on_this_side_that_needs_it()
    {
        var run = Play.Of(Fork(new ToNeed(), "1:00").With(Closed("bridge", "1:00", "90:00")));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 02:30 far to near: 10 t food");
        run.When(HappeningKind.Arrived, "near").Should().Equal("d0 05:00");
        run.Stock("near", "food").OnOrder.Should().Be(0);
        run.Stock("far", "food").OnOrder.Should().Be(0);
    }

    // Known at 1:00: it turns at the fork, at 1:30; two camps could be reached, and the other has less.
    [Fact]
    public void Of_several_camps_the_one_with_least_days_of_supply_gets_it()
    {
        var scenario = Fork(new ToNeed(), "0:00").With(Closed("bridge", "1:00", "90:00"))
            .Plus(new Camp("other") { People = 24_000, Stock = Food(5), Unloading = Minutes(30) }, Leg("fork", "other", 100));
        Play.Of(scenario).Tell(HappeningKind.Diverted).Should().Equal("d0 01:30 far to other: 10 t food");
    }

    // No camp on this side needs it: the store is 90 km from the fork, the depot 60: back there.
    [Theory]
    [InlineData(90, "depot")]
    [InlineData(50, "store")]
    public void Without_a_camp_the_nearest_depot_gets_it(int kilometres, string depot)
    {
        var scenario = Fork(new ToNeed(), "0:00", kilometres).With(Closed("bridge", "1:00", "90:00")).Place<Camp>("near",
            camp => camp with { People = 0 });
        Play.Of(scenario).Tell(HappeningKind.Diverted).Should().Equal($"d0 01:30 far to {depot}: 10 t food");
    }

    [Fact]
    public void It_is_brought_back_to_where_it_was_loaded()
    {
        var run = Play.Of(Fork(new Return(), "0:00").With(Closed("bridge", "1:00", "90:00")).Until("6:00"));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 01:30 far to depot: 10 t food");
        run.When(HappeningKind.Arrived, "depot").Should().Equal("d0 03:00");
    }

    // A tent is sent on day 1, laden 0:30, there 1:30, unloaded 2:00: nobody eats it, and the line says where it is to go.
    [Fact]
    public void What_is_used_up_nowhere_is_brought_to_where_it_was_ordered()
    {
        var scenario = Camp().With(Line("road", "trucks") with { Commodities = ["tent"], Send = Rate.PerDay(Quantity.Pieces(1)) });
        var run = Play.Of(scenario with
        {
            Commodities = scenario.Commodities.Add(new Commodity("tent") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) }),
            Policies = new Policies { Divert = new ToNeed() },
        });
        run.When(HappeningKind.Diverted).Should().BeEmpty();
        run.Stock("camp", "tent").Amount.Should().Be(1);
    }

    // By default it waits at the bridge, and goes on when that opens at 5:00: 20 min, 1 h, unloaded 6:50.
    [Fact]
    public void Who_holds_waits_and_goes_on()
    {
        var run = Play.Of(Fork(new Hold(), "0:00").With(Closed("bridge", "1:00", "4:00")));
        run.When(HappeningKind.Diverted).Should().BeEmpty();
        run.When(HappeningKind.Arrived, "far").First().Should().Be("d0 06:50");
    }

    // Diverted at the fork at 1:30, it hears at 2:00 that the bridge is open: from the near camp, at 2:30, it goes back.
    [Fact]
    public void When_the_way_opens_again_before_it_is_unloaded_it_goes_where_it_was_ordered_to()
    {
        var run = Play.Of(Fork(new ToNeed(), "0:00").With(Closed("bridge", "1:00", "1:00")));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 01:30 far to near: 10 t food", "d0 02:30 near to far: 10 t food");
        run.When(HappeningKind.Arrived, "near").Should().BeEmpty();
        run.When(HappeningKind.Arrived, "far").First().Should().Be("d0 06:20");
    }

    // Announced for five hours: at the fork, 1:30, the bridge would be shut for 3:30 more after it got there at 2:30.
    [Theory]
    [InlineData("3:30", 0)]
    [InlineData("3:29", 1)]
    public void Who_has_patience_waits_for_what_opens_soon(string patience, int diverted) =>
        Play.Of(
            Fork(new ToNeed { Patience = Span(patience) }, "0:00").With(Closed("bridge", "1:00", "5:00") with { Announced = Span("5:00") }))
            .When(HappeningKind.Diverted).Should().HaveCount(diverted);

    // Nobody lives there: what is sent all the same goes to those who need it.
    [Fact]
    public void What_nobody_needs_goes_to_those_who_do()
    {
        var scenario = Fork(new ToNeed(), "0:00").Place<Camp>("far", camp => camp with { People = 0 }).Line("road", Scheduled);
        Play.Of(scenario).Tell(HappeningKind.Diverted).Should().StartWith("d0 02:30 far to near: 10 t food");
        Play.Of(scenario with { Policies = new Policies() }).When(HappeningKind.Diverted).Should().BeEmpty();
    }

    // At 1:00 the bridge and all roads from the fork are shut, and that is known: at the fork, 1:30, no place is left to go to. At 10:00
    // they open: at the bridge 11:00, unloaded 12:50.
    [Fact]
    public void With_all_ways_shut_it_raises_an_alarm_and_waits()
    {
        var scenario = Fork(new ToNeed(), "0:00").With(
            Closed("bridge", "1:00", "9:00"), Closed("fork - near", "1:00", "9:00", id: "a"), Closed("depot - fork", "1:00",
                "9:00", id: "b"),
            Closed("fork - store", "1:00", "9:00", id: "c"), Closed("fork - bridge", "1:00", "9:00", id: "d"));
        var run = Play.Of(scenario);
        run.When(HappeningKind.Diverted).Should().BeEmpty();
        run.When(HappeningKind.Stranded).First().Should().Be("d0 01:30");
        run.When(HappeningKind.Arrived, "far").First().Should().Be("d0 12:50");
    }

    // Nobody is unloaded at the far camp from 1:00 on. Known at once, it turns off at the fork. Known two
    // hours later, between bridge and camp, or only at 4:30, it is there at 3:50, and sees it: back at the bridge 4:50, through 5:10, at
    // the fork 6:10, at the near camp 7:10.
    [Theory]
    [InlineData("0:00", "d0 01:30", "d0 03:00")]
    [InlineData("2:00", "d0 03:50", "d0 07:40")]
    [InlineData("3:30", "d0 03:50", "d0 07:40")]
    public void Where_nobody_is_unloaded_it_goes_elsewhere(string lag, string diverted, string unloaded)
    {
        var run = Play.Of(Fork(new ToNeed(), lag).With(NoUnloading("far", "1:00", "20:00")).Until("8:00"));
        run.When(HappeningKind.Diverted).First().Should().Be(diverted);
        run.When(HappeningKind.Arrived, "near").First().Should().Be(unloaded);
    }

    // It waits there, and is unloaded when somebody does that again; shut is all of what could take it.
    [Fact]
    public void With_nobody_to_unload_anywhere_it_waits_where_it_was_ordered_to()
    {
        var run = Play.Of(Fork(new ToNeed(), "0:00").With(
            NoUnloading("far", "1:00", "9:00"), NoUnloading("near", "1:00", "9:00"), NoUnloading("store", "1:00", "20:00"),
            NoUnloading("depot", "1:00", "20:00")).Until("11:00"));
        run.When(HappeningKind.Diverted).Should().BeEmpty();
        run.When(HappeningKind.Arrived, "far").Should().Equal("d0 10:30");
        run.Waits("far").Should().Be("physical 6:10");
    }

    // At 6:00 the near camp unloads again: from the far camp, where it waits since 3:50, it goes there.
    [Fact]
    public void While_it_waits_there_it_is_asked_again_when_something_is_learned()
    {
        var run = Play.Of(Fork(new ToNeed(), "0:00").With(
            NoUnloading("far", "1:00", "20:00"), NoUnloading("near", "1:00", "5:00"), NoUnloading("store", "1:00", "20:00"),
            NoUnloading("depot", "1:00", "20:00")).Until("10:00"));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 06:00 far to near: 10 t food");
        run.When(HappeningKind.Arrived, "near").Should().Equal("d0 09:50");
    }

    // From the fork both camps can be reached only by going back 60 km and then round, more than three times as far as the roads that are
    // shut, which no column does: sent to the one, it would be short of less than the other, and be sent
    // there, and back, for ever at one instant.
    [Fact]
    public void Nobody_is_sent_by_a_detour_that_is_too_long_to_be_taken()
    {
        var scenario = Fork(new ToNeed(), "0:00").With(Closed("bridge", "1:00", "90:00"), Closed("fork - near", "1:00", "90:00", id: "a"),
            Closed("fork - other", "1:00", "90:00", id: "b"))
            .Plus(new Camp("other") { People = 24_000, Stock = Food(25), Unloading = Minutes(30) }, Leg("fork", "other", 60));
        scenario = scenario with { Routes = [.. scenario.Routes, Leg("depot", "near", 200), Leg("depot", "other", 200)] };

        Play.Of(scenario).Tell(HappeningKind.Diverted).Should().Equal("d0 01:30 far to depot: 10 t food");
    }

    // Given up 5 h after it has come.
    [Fact]
    public void What_waits_there_is_given_up_in_time()
    {
        var scenario = Fork(new ToNeed(), "0:00").With(
            NoUnloading("far", "1:00", "20:00"), NoUnloading("near", "1:00", "20:00"), NoUnloading("store", "1:00", "20:00"),
            NoUnloading("depot", "1:00", "20:00"));
        var run =
            Play.Of(
                scenario.Line("road",
                    line => line with { GivenUpAfter = Span("5:00"), WhenBelow = Food(190), UpTo = Food(200), Commodities = ["food"] })
                        .Until("20:00"));
        run.When(HappeningKind.Ordered).Take(2).Should().Equal("d0 10:00:00.0036", "d0 18:50:00.0036");
    }

    [Fact]
    public void Nor_does_a_closure_of_orders_or_loading_divert() =>
        Play.Of(Fork(new ToNeed(), "0:00").With(NoUnloading("far", "1:00", "20:00") with { Stops = [SiteWork.Orders, SiteWork.Loading] })
            .Until("8:00"))
            .When(HappeningKind.Diverted).Should().BeEmpty();

    private static Closure NoUnloading(string place, string from, string lasts) =>
        Closed(place, from, lasts, id: $"strike-{place}") with { Stops = [SiteWork.Unloading] };

    [Theory]
    [InlineData("moon", "there is no such place")]
    [InlineData("bridge", "nobody can unload")]
    public void A_place_that_makes_no_sense_ends_the_run_and_says_whose_it_was(string place, string says)
    {
        var run = () => Play.Of(Fork(new Always(place), "0:00").With(Closed("bridge", "1:00", "90:00")));
        run.Should().Throw<SimulationFailedException>().WithMessage($"*the policy Always diverts 'trucks 0 to far' to '{place}'*{says}*");
    }

    private static SupplyLine Scheduled(SupplyLine line) => line with
    {
        WhenBelow = null, UpTo = null, Commodities = ["food"], Send = new Rate(Quantity.Tonnes(10), TimeSpan.FromHours(2)),
        Every = TimeSpan.FromHours(2),
    };

    private static Scenario Fork(DivertPolicy divert, string lag, int toStore = 90) => Camp().Until("24:00") with
    {
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30), Unloading = Minutes(30) },
            new Town("fork"), new Crossing("bridge") { Lanes = 1, Inspection = Minutes(20) },
            new Camp("far") { People = 24_000, Stock = Food(200), Unloading = Minutes(30) },
            new Camp("near") { People = 24_000, Stock = Food(20), Unloading = Minutes(30) },
            new Depot("store") { Unloading = Minutes(30) },
        ],
        Routes = [Leg("depot", "fork", 60), Leg("fork", "bridge", 60), Leg("bridge", "far", 60), Leg("fork", "near", 60),
            Leg("fork", "store", toStore)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "far", By = "trucks", WhenBelow = Food(201), UpTo = Food(210) }],
        Policies = new Policies { Divert = divert, Reroute = new Reroute { LearnsAfter = Span(lag) } },
    };

    private sealed record Always(PlaceId Place) : DivertPolicy
    {
        public override PlaceId? Choose(Situation situation, DivertQuestion question) => Place;
    }
}
