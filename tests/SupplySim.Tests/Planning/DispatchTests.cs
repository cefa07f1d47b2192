using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Whether columns set out towards what is known to be shut, and with how little.</summary>
public sealed class DispatchTests
{
    // Shut from 0:10 to 10:00. Setting out, the truck stands at the bridge from 1:30; unloaded at 11:50.
    [Fact]
    public void By_default_one_sets_out_and_waits_there()
    {
        var run = Play.Of(Shut(new Go()));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1");
        run.Waits("bridge").Should().Be("physical 8:30");
        run.When(HappeningKind.Arrived).Should().Equal("d0 11:50");
    }

    // Laden at 0:30, it stays until 10:00: at the bridge 11:00, through 11:20, unloaded 12:50. The wait is for the bridge, at the depot.
    [Fact]
    public void Who_stays_at_the_base_goes_when_the_way_is_known_to_be_open()
    {
        var run = Play.Of(Shut(new StayAtBase()));
        run.Legs("depot", "bridge").Should().Equal("d0 10:00 x1");
        run.Waits("depot").Should().Be("physical 9:30");
        run.When(HappeningKind.Arrived).Should().Equal("d0 12:50");
    }

    // Counted again while it stays: it waits for the bridge and not for the fleet.
    [Fact]
    public void Who_still_stays_at_the_end_has_waited_for_what_is_shut_until_then() =>
        Play.Of(Shut(new StayAtBase()).Until("5:00")).Waits("depot").Should().Be("physical 4:30");

    // Two trucks stay from 0:30 to 10:00, and one escort goes with the first: at the bridge 11:00 to 11:40,
    // unloaded 13:10, at the bridge 14:10 to 14:50, back 15:50. So long the second waits for it.
    [Fact]
    public void Who_may_go_and_has_no_escort_waits_for_the_fleet()
    {
        var scenario = Road(2).With(Closed("bridge", "0:10", "9:50")) with { Policies = new Policies { Dispatch = new StayAtBase() } };
        Play.Of(scenario.Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1 }).Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero, Density = 1000,
                Escort = new Escort { From = "escorts", Count = 1 } },
        }).Until("20:00")).Waits("depot").Should().StartWith("physical 19:00, fleet 5:50");
    }

    // A town on the way, 40 min from the depot and 20 min from the bridge: there 1:10, on at 10:00, at the bridge 10:20, unloaded 12:10.
    [Fact]
    public void Who_stages_waits_at_a_place_nearer_to_it()
    {
        var run = Play.Of(Staged(Shut(new StageAt { Place = "halt" })));
        run.Legs("depot", "halt").Should().Equal("d0 00:30 x1");
        run.Legs("halt", "bridge").Should().Equal("d0 10:00 x1");
        run.Waits("halt").Should().Be("physical 8:50");
        run.When(HappeningKind.Arrived).Should().Equal("d0 12:10");
    }

    // Open all the time: nobody stays, and nobody goes by the town.
    [Fact]
    public void Where_the_way_is_open_all_set_out()
    {
        foreach (var policy in (DispatchPolicy[])[new Go(), new StayAtBase(), new StageAt { Place = "halt" }])
            Play.Of(Staged(Road() with { Policies = new Policies { Dispatch = policy } })).When(HappeningKind.Arrived).Should()
                .Equal("d0 03:20");
    }

    // News comes two hours late: it sets out at 0:30 unaware.
    [Fact]
    public void Who_does_not_know_yet_sets_out()
    {
        var scenario = Shut(new StayAtBase());
        Play.Of(scenario with { Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = Span("2:00") } } })
            .Legs("depot", "bridge").Should().Equal("d0 00:30 x1");
    }

    [Fact]
    public void A_rule_of_ones_own_may_wait_for_a_time() =>
        Play.Of(Road() with { Policies = new Policies { Dispatch = new NotBefore(Span("5:00")) } }).Legs("depot", "bridge").Should()
            .Equal("d0 05:00 x1");

    // A crate of 10 t a day on trucks of 30 t. With at least 20 t on it a truck waits for the second day's, which goes with it.
    [Theory]
    [InlineData(0, "d1 00:30", "d2 00:30")]
    [InlineData(0.6, "d2 00:30", "d4 00:30")]
    public void A_truck_waits_for_its_least_load(double least, string first, string second)
    {
        var scenario = Daily().Until("120:00").Fleet("trucks", fleet => fleet with { Carries = Mass.FromTonnes(30), Count = 5 });
        Play.Of(scenario with { Policies = new Policies { Dispatch = new Go { MinimumLoad = least } } })
            .Legs("depot", "bridge").Take(2).Should().Equal($"{first} x1", $"{second} x1");
    }

    // 6 t are missing at 0:00, and 5 t more at 5:00 and at 10:00: 16 t are more than half of 30 t, and laden at 10:30.
    [Fact]
    public void Loads_too_light_gather_until_they_are_enough()
    {
        var scenario = Camp().Until("48:00")
            .With(Line("road", "trucks") with { WhenBelow = Food(20), UpTo = Food(25), GivenUpAfter = TimeSpan.FromDays(3) });
        scenario = scenario with { Policies = new Policies { Dispatch = new Go { MinimumLoad = 0.5 } } };
        var run = Play.Of(scenario.Place<Camp>("camp", camp => camp with { Stock = Food(19) }));
        run.Tell(HappeningKind.Departed).First().Should().StartWith("d0 10:30:00.0072 1 vehicle from depot to camp: 16");
    }

    // Two crates make a load that is enough, and one lies there: enough for either day's, and not for both.
    [Fact]
    public void What_gathered_is_there_only_if_all_of_it_is()
    {
        var scenario = Daily().Until("120:00").Fleet("trucks", fleet => fleet with { Carries = Mass.FromTonnes(30), Count = 5 });
        var run =
            Play.Of(scenario.Place<Depot>("depot", depot => depot with { Stock = Supply.Of(("crate", Quantity.Pieces(1))) }) with
            {
                Policies = new Policies { Dispatch = new Go { MinimumLoad = 0.6 } },
            });
        run.Legs("depot", "bridge").Should().BeEmpty();
    }

    // Of 10 t a day that are owed 3 t lie in the depot: a part of a load that is less than the least does not go.
    [Theory]
    [InlineData(0.2, 3_000_000)]
    [InlineData(0.5, 0)]
    public void A_part_of_what_is_owed_waits_for_its_least_load_too(double least, long delivered)
    {
        var scenario = Road() with
        {
            Commodities = [new Commodity("shells") { Unit = QuantityUnit.Gram, Backlog = true }],
            Policies = new Policies { Dispatch = new Go { MinimumLoad = least } },
        };
        Play.Of(scenario.Place<Depot>("depot", depot => depot with { Stock = Supply.Of(("shells", Quantity.Tonnes(3))) }).Line("road",
            line => line with
        {
            Commodities = ["shells"], WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(10)), Every = TimeSpan.FromDays(1),
        }).Until("48:00")).Stock("town", "shells").Amount.Should().Be(delivered);
    }

    [Theory]
    [InlineData("moon", "there is no such place")]
    [InlineData("island", "no road leads there from 'depot'")]
    public void A_place_that_makes_no_sense_ends_the_run_and_says_whose_it_was(string place, string says)
    {
        var run = () => Play.Of(Road().Plus(new Town("island")) with { Policies = new Policies { Dispatch = new Always(place) } });
        run.Should().Throw<SimulationFailedException>().WithMessage($"*the policy Always sends 'trucks 0 to town' to '{place}'*{says}*");
    }

    [Fact]
    public void Waiting_for_a_time_past_ends_the_run()
    {
        var run = () => Play.Of(Road() with { Policies = new Policies { Dispatch = new Late() } });
        run.Should().Throw<SimulationFailedException>().WithMessage("*the policy Late lets 'trucks 0 to town' wait until *");
    }

    private static Scenario Shut(DispatchPolicy dispatch) =>
        Road().With(Closed("bridge", "0:10", "9:50")) with { Policies = new Policies { Dispatch = dispatch } };

    private static Scenario Staged(Scenario scenario) => scenario with
    {
        Places = scenario.Places.Add(new Town("halt")),
        Routes = [Leg("depot", "halt", 40), Leg("halt", "bridge", 20), Leg("bridge", "town", 60)],
    };

    private sealed record NotBefore(TimeSpan Time) : DispatchPolicy
    {
        public override Dispatch Decide(Situation situation, DispatchQuestion question) =>
            situation.Now < SimTime.Start + Time ? Dispatch.WaitUntil(SimTime.Start + Time) : Dispatch.SetOut;
    }

    private sealed record Always(PlaceId Place) : DispatchPolicy
    {
        public override Dispatch Decide(Situation situation, DispatchQuestion question) => Dispatch.To(Place);
    }

    private sealed record Late : DispatchPolicy
    {
        public override Dispatch Decide(Situation situation, DispatchQuestion question) => Dispatch.WaitUntil(SimTime.Start);
    }
}
