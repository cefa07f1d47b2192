using SupplySim.Engine;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What fights cost both sides, what is said of it, and who holds what is captured.</summary>
public sealed class LossesTests
{
    [Fact]
    public void Both_sides_lose_equipment_by_type_and_the_books_balance()
    {
        var run = Play.Of(Costly(30, 30));
        foreach (var one in run.Result.Equipment) (one.Present + one.Lost).Should().Be(one.Initial, one.Type);
        run.Result.Equipment.Select(one => (one.Party, one.Type, one.Initial)).Should()
            .Equal(("red", "tank", 30L), ("red", "apc", 30L), ("blue", "tank", 30L), ("blue", "apc", 30L));
        run.Result.Equipment.Where(one => one.Type == "tank").Should().OnlyContain(one => one.Lost > 0 && one.Lost < 30);
        run.Result.Equipment.Where(one => one.Type == "apc").Should().OnlyContain(one => one.Lost == 0);
    }

    [Fact]
    public void No_more_is_lost_than_is_there()
    {
        var run = Play.Of(Costly(1, 0));
        run.Result.Equipment.Where(one => one.Type == "tank").Select(one => (one.Initial, one.Present, one.Lost)).Should()
            .Equal((1L, 0L, 1L), (0L, 0L, 0L));
        run.TellToTheSecond(HappeningKind.Lost).Should().Equal("d0 15:30 1 tank");
    }

    // The means are those of the law: 20 a day for a third of a day.
    [Fact]
    public void Losses_have_the_mean_of_rate_and_time()
    {
        var lost = Enumerable.Range(1, 1000).Select(seed => Play.Of(Costly(1000, 1000), (ulong)seed).Result.Equipment[0].Lost).ToArray();
        lost.Average().Should().BeApproximately(20 / 3.0, 4.42 * Math.Sqrt(20 / 3.0 / 1000));
    }

    [Fact]
    public void Of_what_nobody_counts_only_the_losses_are_told()
    {
        var scenario = Costly(1, 1) with { Parties = [new Party("red"), new Party("blue")] };
        Play.Of(scenario).Result.Equipment.Should().OnlyContain(one => one.Initial == null && one.Present == null);
        Play.Of(scenario).Result.Equipment[0].Lost.Should().BePositive();
    }

    // Three times what is true; nothing in the books knows of it.
    [Fact]
    public void Claims_are_told_apart_from_the_truth()
    {
        var (plain, claimed) = (Play.Of(Costly(30, 30)).Result, Play.Of(Costly(30, 30, claims: 3)).Result);
        claimed.Equipment[0].Claimed.Should().Be(3 * plain.Equipment[0].Lost);
        claimed.OutcomeFingerprint.Should().Be(plain.OutcomeFingerprint);
        claimed.Equipment.Select(one => one with { Claimed = null }).Should().Equal(plain.Equipment);
        claimed.Story.Should().ContainSingle(h => h.Kind == HappeningKind.Claimed).Which.Detail.Should()
            .Be($"{3 * plain.Equipment[0].Lost} tank");
    }

    // Whoever of the attackers holds the bridge: red lets nobody pass, green everybody.
    [Fact]
    public void Which_of_the_attackers_holds_it_decides_who_passes()
    {
        var green = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var run = Play.Of(Divided(0.5), seed);
            var isGreen = new Simulation(seed, 0).Stream("captured-by/north/bridge").Uniform(0) < 0.5;
            run.Tell(HappeningKind.Captured).Should().Equal(isGreen ? "d0 01:00 green" : "d0 01:00 red");
            run.Legs("bridge", "town").Should().HaveCount(isGreen ? 1 : 0);
            if (isGreen) green++;
        }
        green.Should().BeInRange(5, 35);
    }

    [Theory]
    [InlineData(1, "green")]
    [InlineData(0, "red")]
    public void A_share_of_all_or_nothing_is_certain(double share, string holder) =>
        Enumerable.Range(1, 20).Select(seed => Play.Of(Divided(share), (ulong)seed).Tell(HappeningKind.Captured).Single()).Should()
            .OnlyContain(told => told == $"d0 01:00 {holder}");

    private static Scenario Divided(double green)
    {
        var front = Front() with
        {
            Starts = At("1:00"), Along = [East(-1), "bridge"], OpensWith = FrontState.StepDown, CapturedBy = [("green", green),
                ("red", 1 - green)],
        };
        var scenario = Road().Until("6:00").With(front);
        return (scenario with { Parties = [.. scenario.Parties, new Party("green")] }).Bridge(bridge => bridge with
        {
            HeldBy = "blue", Passage = ByName.Create<ByName<Each<Permission>>>([("red", [("aid", Permission.No)])]),
        });
    }

    private static Scenario Costly(int red, int blue, double? claims = null)
    {
        ByName<double> perDay = [("tank", 20), ("apc", 0)];
        var front = Front() with
        {
            Fight = new Fight
            {
                Lasts = Hours(8), AttackerWins = 1,
                Losses = [new Losses { Of = "red", PerDay = perDay, Claims = claims is { } factor ? (Number)factor : null },
                    new Losses { Of = "blue", PerDay = perDay }],
            },
        };
        return North.Scenario(front, "20:00") with
        {
            Parties = [new Party("red") { Equipment = [("tank", red), ("apc", 30)] },
                new Party("blue") { Equipment = [("tank", blue), ("apc", 30)] }],
        };
    }
}
