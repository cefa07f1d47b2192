using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>How a stand-off ends, over many runs.</summary>
public sealed class CompetingRisksTests
{
    private const int Runs = 20_000;

    // Mean times of 10, 20, 40 and 40 h are rates of 4, 2, 1 and 1 in 40 h: together 8, a mean of 5 h to the first, which
    // is each with a probability of 4/8, 2/8, 1/8, 1/8.
    private static readonly (string State, double Share)[] Expected =
        [("Fight", 0.5), ("StepDown", 0.25), ("Ceasefire", 0.125), ("Withdrawal", 0.125)];

    [Fact]
    public void Each_way_out_of_a_stand_off_comes_first_as_often_as_its_rate_says()
    {
        var ends = Ends();
        foreach (var (state, share) in Expected)
            (ends.Count(end => end.State == state) / (double)Runs).Should()
                .BeApproximately(share, 4.42 * Math.Sqrt(share * (1 - share) / Runs), state);
        // The time to the first is exponential: its standard deviation is its mean.
        ends.Average(end => end.Hours).Should().BeApproximately(5, 4.42 * 5 / Math.Sqrt(Runs));
    }

    private static (string State, double Hours)[] Ends()
    {
        var compiled = new CompiledScenario(Road().Idle().Bridge(b => b with { HeldBy = "blue" }).With(Front()).Until("400:00"));
        return [.. Enumerable.Range(0, Runs).Select(replication => Replication.Run(compiled, 7, replication, tell: true).Story
            .Where(happening => happening.Kind == HappeningKind.FrontChanged).ElementAt(2))
            .Select(happening => (happening.Detail!, (happening.At - Engine.SimTime.Start).TotalHours))];
    }

    // At the bridge from the start: a contact of 50 km. Each end is the last.
    private static Front Front() => new("north")
    {
        Attacker = "red", Defender = "blue", Starts = Moment.Day(0), Along = [East(-1), "bridge"], Contact = Distance.FromKilometres(50),
        Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
        StandOff = new StandOff { StepDown = Mean(20), Fight = Mean(10), Ceasefire = Mean(40), Withdrawal = Mean(40) },
        Ceasefire = new Ceasefire { Lasts = TimeSpan.FromHours(400) },
        Fight = new Fight { Lasts = TimeSpan.FromHours(400), AttackerWins = 1 },
    };

    private static Duration Mean(double hours) => Duration.Exponential(TimeSpan.FromHours(hours));
}
