using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What is said and changes nothing leaves every draw, and so every instant, as it was.</summary>
public sealed class FrontInvarianceTests
{
    private static readonly (string What, Func<Front, Front> Change)[] Idle =
    [
        ("talks that come to nothing",
            f => f with { Talks = new Talks { Every = Duration.Exponential(TimeSpan.FromHours(7)), Accepted = 0, WhileFighting = true } }),
        ("a ratio that acts on nothing", f => f with { ForceRatio = new ForceRatio() }),
        ("a ceasefire that is never renewed", f => f with { Ceasefire = f.Ceasefire! with { Renewed = 0 } }),
        ("a deadline after everything",
            f => f with { StandOff = f.StandOff! with { Deadline = new Deadline { At = Moment.Day(900), Do = FrontState.Fight } } }),
        ("the attacker who holds what falls", f => f with { CapturedBy = [("red", 1)] }),
        ("influence on nothing", f => f with { Influence = new Influence { Closed = new ShutZone { Within = Distance.FromMetres(1) } } }),
        ("a night as light as the day", f => f with { Pace = f.Pace! with { Night = 0.9999999999 } }),
        ("losses of the defender",
            f => f with { Fight = f.Fight! with { Losses = [.. f.Fight!.Losses, new Losses { Of = "blue", PerDay = [("tank", 5)] }] } }),
        ("claims", f => f with { Fight = f.Fight! with { Losses = [f.Fight!.Losses[0] with { Claims = Number.Uniform(1, 5) }] } }),
        ("casualties of many", f => f with { Fight = f.Fight! with { Casualties = [("blue", 1)] } }),
        ("readiness of those who are ready", f => f with { ReadinessOf = "men" }),
    ];

    public static TheoryData<string> Names() => [.. Idle.Select(one => one.What)];

    [Theory, MemberData(nameof(Names))]
    public void It_leaves_the_front_as_it_was(string what)
    {
        var change = Idle.Single(one => one.What == what).Change;
        for (ulong seed = 1; seed <= 12; seed++) Told(change(Drawn()), seed).Should().Equal(Told(Drawn(), seed), "seed {0}", seed);
    }

    // And what should act does.
    [Fact]
    public void A_word_that_acts_changes_it() => Enumerable.Range(1, 12).Count(seed => !Told(Drawn() with
    {
        Talks = new Talks { Every = Duration.Exponential(TimeSpan.FromHours(7)), Accepted = 0.5 },
    }, (ulong)seed).SequenceEqual(Told(Drawn(), (ulong)seed))).Should().BeGreaterThan(6);

    private static string[] Told(Front front, ulong seed) =>
        Play.Of(Scenario(front), seed).TellToTheSecond(HappeningKind.FrontChanged, HappeningKind.Captured);

    private static Scenario Scenario(Front front) => North.Scenario(front, "900:00").Plus(new Force("men")
    {
        Party = "red", Needs = [("crate", Each("1000:00"))], Stock = Crates(100), Docks = 1, Unloading = Minutes(30), Readiness =
            new Readiness { Wanted = TimeSpan.FromDays(1) },
    }) with
    {
        Parties = [new Party("red"), new Party("blue") { Strength = 1_000_000 }],
    };

    private static Front Drawn() => Front(wins: 0.2) with
    {
        StandOff = new StandOff { StepDown = Mean(200), Fight = Mean(30), Ceasefire = Mean(20), Withdrawal = Mean(900) },
        Ceasefire = new Ceasefire { Lasts = Mean(40), Violated = 0.3 },
        Fight = new Fight { Lasts = Mean(25), AttackerWins = 0.2, Losses = [new Losses { Of = "red", PerDay = [("tank", 3)] }] },
    };

    private static Duration Mean(double hours) => Duration.Exponential(TimeSpan.FromHours(hours));
}
