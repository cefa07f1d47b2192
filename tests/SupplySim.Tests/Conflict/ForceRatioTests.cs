using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What hangs on who is the stronger.</summary>
public sealed class ForceRatioTests
{
    private const int Runs = 5_000;

    // Half of red's strength is elsewhere from 5:30 on: of the 3 hours until the fight one has passed, and the other two last four.
    [Theory]
    [InlineData(1, "d0 09:30 Fight")]
    [InlineData(2, "d0 13:30 Fight")]
    [InlineData(-1, "d0 06:30 Fight")]
    [InlineData(0, "d0 07:30 Fight")]
    public void A_second_front_changes_the_pace_of_a_stand_off_under_way(double power, string then) =>
        States(With(Front() with { ForceRatio = new ForceRatio { Fight = power } }, Far("red", "5:30", 100), "14:00"))
            .Should().Contain(then);

    // It is over at 7:30: an hour at full, two at half, and the last hour at full again.
    [Fact]
    public void What_comes_back_counts_at_once() =>
        States(With(Front() with { ForceRatio = new ForceRatio { Fight = 1 } }, Far("red", "5:30", 2), "14:00")).Should()
            .Contain("d0 08:30 Fight");

    // What the defender lacks makes the ratio 2.
    [Fact]
    public void The_defenders_second_front_counts_too() =>
        States(With(Front() with { ForceRatio = new ForceRatio { Fight = 1 } }, Far("blue", "5:30", 100), "14:00")).Should()
            .Contain("d0 06:30 Fight");

    // Odds of 1:1 at half the strength are 1:2 with a power of one: a third.
    [Fact]
    public void The_odds_to_win_hang_on_the_ratio_to_the_power()
    {
        var front = Front(wins: 0.5) with { OpensWith = FrontState.Fight, ForceRatio = new ForceRatio { AttackerWins = 1 } };
        var compiled = new CompiledScenario(With(front, Far("red", "5:00", 100), "12:31"));
        var won = Enumerable.Range(0, Runs)
            .Count(run => Replication.Run(compiled, 3, run, tell: true).Story.Any(h => h.Kind == HappeningKind.Captured));
        (won / (double)Runs).Should().BeApproximately(1 / 3.0, 4.42 * Math.Sqrt(2 / 9.0 / Runs));
    }

    // All of 100 people fall within the first fight of 8 h: 10,000 a day. Nobody is left to win it, nor to advance.
    [Fact]
    public void Casualties_are_no_more_than_there_are_people_and_take_their_share_of_strength()
    {
        var front = Front(wins: 1) with { Fight = new Fight { Lasts = Hours(8), AttackerWins = 1, Casualties = [("red", 10_000)] } };
        var run = Play.Of(Strong(front, 100, "40:00"));
        run.When(HappeningKind.Captured).Should().BeEmpty();
        run.Result.Strengths.Should().Equal(new StrengthTotal("red", 100, 100), new StrengthTotal("blue", 100, 0));
    }

    // Blue has lost a share of its people in the first fight, which a draw of that run says; the second stand-off is shorter by it.
    [Fact]
    public void Casualties_of_the_defender_bring_the_next_fight_sooner()
    {
        var front = Front(wins: 0) with { ForceRatio = new ForceRatio { Fight = 1 },
            Fight = new Fight { Lasts = Hours(8), AttackerWins = 0, Casualties = [("blue", 150)] } };
        var run = Play.Of(Strong(front, 100, "19:00"));
        var lost = run.Result.Strengths[1].Lost;
        lost.Should().BeInRange(10, 90);
        var second = run.Result.Story.Where(h => h.Detail == "Fight").Select(h => h.At).ElementAt(1);
        (second - (Engine.SimTime.Start + Span("15:30"))).TotalHours.Should().BeApproximately(3 * (100 - lost) / 100.0, 0.001);
    }

    /// <summary>V24: with constant factors f each way comes first with f r / sum, at a time that is exponential and does not depend on
    /// which.</summary>
    [Fact]
    public void Competing_risks_are_exact_whatever_the_ratio()
    {
        // Half of red: factors 1/2, 2, 1, 1 on rates of 1/20, 1/40, 1/20, 1/40 an hour: shares of 1:2:2:1.
        (string State, double Share)[] expected = [("Fight", 1 / 6.0), ("StepDown", 2 / 6.0), ("Ceasefire", 2 / 6.0),
            ("Withdrawal", 1 / 6.0)];
        const double perHour = 6 / 40.0;
        var ends = Ends();
        foreach (var (state, share) in expected)
            (ends.Count(end => end.State == state) / (double)Runs).Should().BeApproximately(share,
                4.42 * Math.Sqrt(share * (1 - share) / Runs), state);
        FromExponential([.. ends.Select(end => end.Hours)], perHour).Should().BeLessThan(2.1, "all times together");
        foreach (var (state, _) in expected)
            FromExponential([.. ends.Where(end => end.State == state).Select(end => end.Hours)], perHour).Should().BeLessThan(2.1, state);
    }

    // Kolmogorov and Smirnov: the greatest distance from the law, times the root of n; above 2.1 once in 3,000 samples.
    private static double FromExponential(double[] hours, double perHour)
    {
        Array.Sort(hours);
        var most = 0.0;
        for (var i = 0; i < hours.Length; i++)
        {
            var law = 1 - Math.Exp(-perHour * hours[i]);
            most = Math.Max(most, Math.Max(Math.Abs(law - i / (double)hours.Length), Math.Abs((i + 1) / (double)hours.Length - law)));
        }
        return most * Math.Sqrt(hours.Length);
    }

    private static (string State, double Hours)[] Ends()
    {
        var front = Front() with
        {
            Along = [East(-1), "bridge"], Contact = Distance.FromKilometres(50), Ceasefire = new Ceasefire { Lasts = Hours(400) },
            Fight = new Fight { Lasts = Hours(400), AttackerWins = 1 },
            StandOff = new StandOff { Fight = Mean(20), StepDown = Mean(40), Ceasefire = Mean(20), Withdrawal = Mean(40) },
            ForceRatio = new ForceRatio { Fight = 1, StepDown = -1 },
        };
        var compiled = new CompiledScenario(With(front, Far("red", "0:00", 1000), "400:00"));
        return [.. Enumerable.Range(0, Runs).Select(run => Replication.Run(compiled, 11, run, tell: true).Story
            .Where(h => h.Kind == HappeningKind.FrontChanged && h.Subject == "north").ElementAt(2))
            .Select(h => (h.Detail!, (h.At - Engine.SimTime.Start).TotalHours))];
    }

    private static Duration Mean(double hours) => Duration.Exponential(TimeSpan.FromHours(hours));

    private static Front Far(string attacker, string starts, double hours) =>
        new("far") { Attacker = attacker, Starts = At(starts), Lasts = Hours(hours), Takes = 0.5 };

    private static Scenario With(Front front, Front far, string until) => North.Scenario(front, until) with { Fronts = [front, far] };

    private static Scenario Strong(Front front, int people, string until) =>
        North.Scenario(front, until) with { Parties = [new Party("red") { Strength = people }, new Party("blue") { Strength = people }] };
}
