using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Who is given the next vehicle when there are fewer vehicles than loads.</summary>
/// <remarks>One truck of 10 t, camps an hour away: laden 0:30, there 1:30, unloaded 2:00, home 3:00, and
/// again every 3 h. Both lines ask at the start; whose turn it is is for the rule from then on, whoever
/// asks first in that instant.</remarks>
public sealed class AllocationTests
{
    // a: 24,000 people and 60 t asked; b: 12,000 and 20 t. Order: a is served out first.
    [Fact]
    public void By_order_the_first_ordered_is_served_first() => Trips(Two(), AllocationPolicy.Order).Should().StartWith("aaaaaa");

    // Given / people: a (0), b (0): a first; then b (0 < 10/24); then a (10/24 < 10/12); then a (20/24 = 10/12, ordered earlier); ...
    [Fact]
    public void By_people_what_was_given_follows_the_people() => Trips(Two(), AllocationPolicy.People).Should().StartWith("abaaba");

    // Given / asked: 60 t against 20 t: a, b, a, a (20/60 < 10/20), a (30/60 = 10/20, earlier), b.
    [Fact]
    public void In_proportion_what_was_given_follows_what_was_asked_for() =>
        Trips(Two(), AllocationPolicy.Proportional).Should().StartWith("abaaabaa");

    [Fact]
    public void By_priority_the_more_urgent_line_is_served_out_first()
    {
        var scenario = Two();
        Trips(scenario, AllocationPolicy.Priority).Should().StartWith("aaaaaa");
        Trips(scenario.Line("to-b", line => line with { Priority = 1 }), AllocationPolicy.Priority).Should().StartWith("bbaaaa");
    }

    // a eats 24 t a day and has 24 t, b eats 12 t and has 6 t: b, with half a day. At 3:00 a has 21 t,
    // 0.875 days, b 14.5 t, 1.21: a. At 6:00 a has 28 t, 1.17 days, b 13 t, 1.08: b. At 9:00 a has 25 t, 1.04, b 21.5 t, 1.79: a.
    [Fact]
    public void By_days_of_supply_who_has_least_and_has_least_coming_is_served_first() =>
        Trips(Two(), AllocationPolicy.DaysOfSupply).Should().StartWith("baba");

    // Reports come four hours late: what b got at 8:00 is not known at 9:00, and still counts as on the way. Without it b would seem to
    // have 0.96 days and be served a third time.
    [Fact]
    public void What_is_on_the_way_counts_until_its_arrival_is_known()
    {
        var scenario = Two();
        scenario = scenario with { Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = Span("4:00") } } };
        Trips(scenario, AllocationPolicy.DaysOfSupply).Should().StartWith("baba");
    }

    // Less lies in b, as long as it asks for anything.
    [Fact]
    public void A_rule_of_ones_own_decides()
    {
        Trips(Two(), new LeastStock()).Should().StartWith("bbaaaa");
        var seen = new List<(string, SimTime, Claim)>();
        Trips(Two(), new Watching(seen));
        seen.First(one => one.Item1 == "to-a").Should().BeEquivalentTo((Line: "to-a", At: SimTime.Start,
            new Claim("to-a", "a", Priority: 5, LinePriority: 5, Mass: 10_000_000, Given: 0, Asked: 60_000_000, People: 24_000, Order: 0)));
    }

    [Fact]
    public void A_rank_that_is_no_number_ends_the_run_and_says_whose_it_was()
    {
        var run = () => Trips(Two(), new Nonsense());
        run.Should().Throw<SimulationFailedException>().WithMessage("*the policy Nonsense ranks the claim of supply line 'to-?' as NaN*");
    }

    private static string Trips(Scenario scenario, AllocationPolicy by)
    {
        var run = Play.Of(scenario with { Policies = scenario.Policies with { Share = new Share { By = by } } });
        return string.Concat(
            run.Result.Trips.Where(trip => trip.Forward).OrderBy(trip => trip.Departs).Select(trip => trip.Route == 0 ? "a" : "b"));
    }

    private static Scenario Two() => Camp().Until("30:00") with
    {
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
            new Camp("a") { People = 24_000, Stock = Food(24), Docks = 10, Unloading = Minutes(30) },
            new Camp("b") { People = 12_000, Stock = Food(6), Docks = 10, Unloading = Minutes(30) },
        ],
        Routes = [Leg("depot", "a", 60), Leg("depot", "b", 60)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [To("a", 84), To("b", 26)],
    };

    private static SupplyLine To(string camp, int upTo) => new($"to-{camp}")
    {
        From = "depot", To = camp, By = "trucks", WhenBelow = Food(upTo - 10), UpTo = Food(upTo), GivenUpAfter = TimeSpan.FromDays(9),
    };

    private sealed record LeastStock : AllocationPolicy
    {
        public override double Rank(Situation situation, in Claim claim) => situation.Stock(claim.To, "food").Value.Amount;
    }

    private sealed record Nonsense : AllocationPolicy
    {
        public override double Rank(Situation situation, in Claim claim) => double.NaN;
    }

    private sealed record Watching(List<(string, SimTime, Claim)> Seen) : AllocationPolicy
    {
        public override double Rank(Situation situation, in Claim claim)
        {
            Seen.Add((claim.Line, situation.Now, claim));
            return 0;
        }
    }
}
