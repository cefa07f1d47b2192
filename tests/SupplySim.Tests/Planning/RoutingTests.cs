using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Which way is taken: the fastest, the safest, or whatever gets there first with waits.</summary>
public sealed class RoutingTests
{
    // Two ways of 2 h and 3 h. On the short one 0.02 attacks an hour, on the long one none.
    [Fact]
    public void The_safest_way_is_taken_although_it_is_longer()
    {
        Took(TwoWays(0.02m, 0), new Fastest()).Should().Be("near");
        Took(TwoWays(0.02m, 0), new Safest()).Should().Be("far");
    }

    // 0.02 x 2 h against 0.01 x 3 h: 0.04 and 0.03 attacks. An hour more for 0.01 attacks less is worth it above 100 h an attack.
    [Theory]
    [InlineData(99, "near")]
    [InlineData(101, "far")]
    public void Safety_has_its_price_in_time(int hoursPerAttack, string way) =>
        Took(TwoWays(0.02m, 0.01m), new Safest { PerAttack = TimeSpan.FromHours(hoursPerAttack) }).Should().Be(way);

    [Fact]
    public void Of_two_ways_that_are_equally_safe_the_faster_is_taken() => Took(TwoWays(0, 0), new Safest()).Should().Be("near");

    // The far way is the safest and is shut: the near one is open, and shorter.
    [Fact]
    public void Where_the_safest_way_is_shut_the_safest_open_one_is_taken() =>
        Took(TwoWays(0.02m, 0).With(Closed("depot - far", "0:00", "9:00")), new Safest()).Should().Be("near");

    // Rates of 0.004, 0.02 and 0.001 an hour for 2, 1 and 5 hours: 0.033 attacks; at least one with 1 - exp(-0.033), validation V20.
    [Fact]
    public void The_chance_of_an_attack_is_that_of_hazard_times_time()
    {
        var seen = new List<Way>();
        var scenario = Chain((0.004m, 2), (0.02m, 1), (0.001m, 5));
        Play.Of(scenario with { Policies = new Policies { Routing = new Watching(seen) } });
        seen[0].Attacks.Should().BeApproximately(0.033, 1e-12);
        (1 - Math.Exp(-seen[0].Attacks)).Should().BeApproximately(0.0324614, 5e-8);
        seen[0].Routes.Should().Equal("depot - a", "a - b", "b - town");
        seen[0].Time.Should().Be(TimeSpan.FromHours(8));
    }

    // Shut from 0:10 and said to open at 4:10. The truck sets out at 0:30, would stand at the bridge from 1:30 to 4:10 and be there
    // at 5:30 (20 min inspection, 1 h): 5 h. A detour of 299 min is shorter and taken; one of 301 min is longer.
    [Theory]
    [InlineData(299, "d0 05:59")]
    [InlineData(300, "d0 06:00")]
    [InlineData(301, "d0 06:00")]
    public void Who_knows_when_it_opens_waits_or_goes_round_whichever_is_sooner(int detour, string unloaded)
    {
        var run = Play.Of(Deciding(detour, TimeSpan.FromDays(9)).With(Closed("bridge", "0:10", "4:00") with { Announced = Span("4:00") }));
        run.When(HappeningKind.Arrived).Should().Equal(unloaded);
        run.Legs("depot", "bridge").Should().HaveCount(detour < 300 ? 0 : 1);
    }

    // Nothing is announced: from 0:30 on three hours are assumed, until 3:30, so 4:50 at the town: 4 h 20 min.
    [Theory]
    [InlineData(259, "d0 05:19")]
    [InlineData(261, "d0 05:30")]
    public void Where_nothing_is_announced_the_length_is_assumed(int detour, string unloaded) =>
        Play.Of(Deciding(detour, Span("3:00")).With(Closed("bridge", "0:10", "3:30"))).When(HappeningKind.Arrived).Should().Equal(unloaded);

    // Announced until 2:10, and shut until 10:00. Nobody has heard anything at 2:10: from now on three days are assumed, and the truck
    // that has waited turns back: at the depot at 3:10, and 5 h later at the town.
    [Fact]
    public void When_the_announced_time_has_passed_it_is_no_longer_believed()
    {
        var closure = Closed("bridge", "0:10", "9:50") with { Announced = Span("2:00") };
        var run = Play.Of(Deciding(300, TimeSpan.FromDays(3)).With(closure));
        run.Legs("depot", "town").Should().Equal("d0 03:10:00.001 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 08:40:00.001");
    }

    // The same, opened at 2:00, before the announced end: it goes on at once.
    [Fact]
    public void When_it_opens_earlier_than_announced_the_plan_is_made_anew()
    {
        var closure = Closed("bridge", "0:10", "1:50") with { Announced = Span("9:00") };
        var run = Play.Of(
            Deciding(300, TimeSpan.FromDays(3)).With(closure).Place<Depot>("depot", depot => depot with { Loading = Minutes(150) }));
        run.Legs("depot", "bridge").Should().Equal("d0 02:30 x1");
    }

    // Announced for 20 h, which is worth a detour of 300 min, up to twice the way and not more.
    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public void No_rule_goes_round_further_than_the_longest(double longest, int legs)
    {
        var scenario = Deciding(300, TimeSpan.FromDays(3)).With(Closed("bridge", "0:10", "19:50") with { Announced = Span("20:00") });
        scenario = scenario with { Policies = scenario.Policies with { Reroute = new Reroute { Longest = longest } } };
        Play.Of(scenario).Legs("depot", "town").Should().HaveCount(legs);
    }

    // What is announced is news like any other: known two hours later.
    [Fact]
    public void An_announcement_is_known_after_the_lag()
    {
        var scenario = Deciding(180, TimeSpan.FromDays(3)).With(Closed("bridge", "0:10", "4:00") with { Announced = Span("4:00") });
        scenario = scenario with { Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = Span("2:00") } } };
        // Sets out unaware; at 2:10 it learns that the bridge opens at 4:10, an hour sooner than it would be there by the way back.
        Play.Of(scenario).When(HappeningKind.Arrived).Should().Equal("d0 06:00");
    }

    [Fact]
    public void A_way_of_ones_own_is_taken()
    {
        var scenario = TwoWays(0, 0);
        Took(scenario, new Always("depot - far", "far - town")).Should().Be("far");
    }

    [Theory]
    [InlineData("depot - moon", "'depot - moon', and there is no such route")]
    [InlineData("far - town", "'far - town' from 'depot', where 'trucks' cannot")]
    [InlineData("depot - far", "a way from 'depot' to 'town' and gives one that ends at 'far'")]
    public void A_way_that_makes_no_sense_ends_the_run_and_says_whose_it_was(string route, string says)
    {
        var run = () => Took(TwoWays(0, 0), new Always(route));
        run.Should().Throw<Engine.SimulationFailedException>().WithMessage($"*the policy Always*{says}*");
    }

    private static string Took(Scenario scenario, RoutingPolicy routing)
    {
        var run = Play.Of(scenario with { Policies = new Policies { Routing = routing } });
        return run.Legs("depot", "near").Length > 0 ? "near" : run.Legs("depot", "far").Length > 0 ? "far" : "none";
    }

    private static Scenario Deciding(int detour, TimeSpan assume) => Road().Detour(detour) with
    {
        Policies = new Policies { Routing = new WaitOrDetour { Assume = assume }, Reroute = new Reroute { Longest = 100 } },
    };

    private static Scenario TwoWays(decimal near, decimal far) => Road().Until("10:00") with
    {
        Places = [new Depot("depot") { Stock = Supply.Unlimited, Loading = Minutes(30) }, new Town("near"), new Town("far"),
            new Town("town") { Unloading = Minutes(30) }],
        Routes =
        [
            Leg("depot", "near", 60) with { Hazard = AnHour(near) }, Leg("near", "town", 60) with { Hazard = AnHour(near) },
            Leg("depot", "far", 90) with { Hazard = AnHour(far) }, Leg("far", "town", 90) with { Hazard = AnHour(far) },
        ],
        Attacks = new AttackRules { Lost = 0 },
    };

    private static Scenario Chain(params (decimal Hazard, int Hours)[] legs)
    {
        string[] places = ["depot", "a", "b", "town"];
        return TwoWays(0, 0).Until("20:00") with
        {
            Places = [new Depot("depot") { Stock = Supply.Unlimited, Loading = Minutes(30) }, new Town("a"), new Town("b"),
                new Town("town") { Unloading = Minutes(30) }],
            Routes = [.. legs.Select((leg, i) => Leg(places[i], places[i + 1], leg.Hours * 60) with { Hazard = AnHour(leg.Hazard) })],
        };
    }

    private static Rate AnHour(decimal attacks) => new(Quantity.Pieces((long)(attacks * 1000)), TimeSpan.FromHours(1000));

    private sealed record Always(params string[] Routes) : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question) =>
            question.From == "depot" ? question.Along(Routes) : question.Fastest();
    }

    private sealed record Watching(List<Way> Seen) : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question)
        {
            Seen.Add(question.Fastest()!);
            return question.Fastest();
        }
    }
}
