using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What a front takes from elsewhere, and what its strength hangs on.</summary>
public sealed class MeansTests
{
    // Two trucks, one crate each, both ordered at 0:00. One truck is away from the start to 3:00: its crate sets out at 3:30.
    [Fact]
    public void Trucks_are_taken_away_while_the_front_lasts_and_come_back()
    {
        Play.Of(Taking(1, "0:00", 3)).Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 03:30 x1");
        Play.Of(Taking(2, "0:00", 3)).Legs("depot", "bridge").Should().Equal("d0 03:30 x1", "d0 03:30 x1");
    }

    // From 7:00 on: both are under way, and go on; what comes home stays there.
    [Fact]
    public void What_is_under_way_is_taken_when_it_is_home()
    {
        var scenario = Taking(2, "7:00", 100,
            Road(2).Line("road", line => line with { WhenBelow = null, UpTo = null, Send = new Rate(Quantity.Pieces(2), Span("6:00")) }),
            "20:00");
        Play.Of(scenario).Legs("depot", "bridge").Should().Equal("d0 03:30 x1", "d0 06:30 x1");
        Play.Of(scenario).Vehicles("trucks").Should().Be("2 0 0 0");
        Play.Of(scenario with { Fronts = [] }).Legs("depot", "bridge").Length.Should().BeGreaterThan(2);
    }

    // Red's men have four days of supply, wanted are four, and nothing comes: readiness falls from 1 to 0 in four days. The head covers
    // 10 km/h times that: after t days 240 (t - t^2 / 8) km, so 45 km after 0.1925 d, which the hourly look makes a little sooner.
    [Fact]
    public void Readiness_slows_the_advance_of_the_force_that_starves()
    {
        var starving = Contact(Starving(supplied: 4));
        starving.Should().BeApproximately(0.1925 * 24, 0.06);
        Contact(Starving(supplied: 40)).Should().BeApproximately(4.5, 0.001);
        starving.Should().BeGreaterThan(4.55);
    }

    // Nothing left from the start on: the head never moves.
    [Fact]
    public void A_force_that_has_nothing_does_not_advance() => States(Starving(supplied: 0), 1).Should().Equal("d0 00:00 Advance");

    // A certain victory with all its supply; with a quarter of what is wanted at the end, a draw below that.
    [Fact]
    public void Readiness_lowers_the_odds_of_a_fight()
    {
        var won = Enumerable.Range(1, 60).Select(seed => Play.Of(Fighting(4), (ulong)seed).When(HappeningKind.Captured).Length).ToArray();
        won.Sum().Should().BeInRange(1, 59);
        Enumerable.Range(1, 20).Select(seed => Play.Of(Fighting(400), (ulong)seed).When(HappeningKind.Captured).Length).Should()
            .OnlyContain(one => one == 1);
        for (var seed = 1; seed <= 60; seed++)
            won[seed - 1].Should().Be(new Engine.Simulation((ulong)seed, 0).Stream("attacker-wins/north").Uniform(0) < 0.25 ? 1 : 0);
    }

    // The loop: what feeds the force decides the war. The same front, with and without a closure that starves red.
    [Fact]
    public void Starving_the_force_changes_the_war()
    {
        var fed = Fighting(40);
        Play.Of(fed, 3).When(HappeningKind.Captured).Should().NotBeEmpty();
        Play.Of(Fighting(1), 3).When(HappeningKind.Captured).Should().BeEmpty();
    }

    [Fact]
    public void The_defenders_readiness_acts_through_the_ratio()
    {
        var front = Front() with { ReadinessOf = "men", ForceRatio = new ForceRatio { Fight = 1 } };
        var told = States(Supplied(front, party: "blue", 4, "9:00"), 1);
        told[2].Should().EndWith("Fight").And.NotBe("d0 07:30 Fight");
        string.CompareOrdinal(told[2], "d0 07:30 Fight").Should().BeNegative("blue is weaker than at the start");
    }

    private static double Contact(Scenario scenario) =>
        (Play.Of(scenario).Result.Story.First(h => h.Detail == "StandOff").At - Engine.SimTime.Start).TotalHours;

    private static Scenario Starving(int supplied) => Supplied(Front() with { ReadinessOf = "men" }, "red", supplied, "9:00");

    // At the bridge from the start; the fight ends after three days.
    private static Scenario Fighting(int supplied) => Supplied(
        Front() with { Along = [East(-4), "bridge"], OpensWith = FrontState.Fight,
            Fight = new Fight { Lasts = Hours(72), AttackerWins = 1 }, ReadinessOf = "men" },
        "red", supplied, "73:00");

    private static Scenario Supplied(Front front, string party, int days, string until) =>
        North.Scenario(front, until).Plus(new Force("men")
        {
            Party = party, Needs = [("crate", Each("1:00"))], Stock = Crates(24 * days), Docks = 1, Unloading = Minutes(30),
            Readiness = new Readiness { Wanted = TimeSpan.FromDays(4) },
        });

    private static string[] States(Scenario scenario, ulong seed) => North.States(scenario, seed);

    private static Scenario Taking(int trucks, string from, double hours, Scenario? road = null, string until = "4:00") =>
        (road ?? Road(2)).Until(until)
            .With(new Front("far") { Attacker = "red", Starts = At(from), Lasts = Hours(hours), TakesVehicles = [("trucks", trucks)] });
}
