using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>Fronts put together at random from every word there is, with figures at the edges: what has no
/// problem runs to its end, audited, twice to the same outcome, and what the books say adds up.</summary>
public sealed class HostileFrontsTests
{
    private static readonly FrontState[] First = [FrontState.StandOff, FrontState.StepDown, FrontState.Fight, FrontState.Ceasefire,
        FrontState.Withdrawal];

    [Fact]
    public void Whatever_has_no_problem_runs()
    {
        var ran = 0;
        for (var sample = 0; sample < 900; sample++)
        {
            var scenario = Scenario(new Random(sample));
            if (!scenario.Problems().IsEmpty) continue;
            var compiled = new CompiledScenario(scenario);
            var (one, two) = (Replication.Run(compiled, (ulong)sample, 0, audit: true), Replication.Run(compiled, (ulong)sample, 0));
            two.OutcomeFingerprint.Should().Be(one.OutcomeFingerprint, "sample {0}", sample);
            one.Equipment.Should().OnlyContain(type => type.Initial == null || type.Initial == type.Present + type.Lost);
            one.Events.Should().BeLessThan(200_000, "sample {0}", sample);
            ran++;
        }
        ran.Should().BeGreaterThan(400);
    }

    private static Scenario Scenario(Random random)
    {
        var scenario = (random.Next(3) == 0 ? Road(4) : Daily()).Until($"{random.Next(1, 300)}:00").Bridge(bridge => bridge with
        {
            HeldBy = Each<string>.Of(("east", "blue"), ("west", random.Next(2) == 0 ? "blue" : "green")),
            Passage = ByName.Create<ByName<Each<Permission>>>([("red", [("aid", (Permission)random.Next(3))])]),
        });
        return scenario with
        {
            Parties = [new("red") { Strength = random.Next(3) == 0 ? null : random.Next(1, 5), Equipment = [("tank", random.Next(3))] },
                new("blue") { Strength = random.Next(4) }, new("green")],
            Places = [.. scenario.Places.Select(place => place.Id == "town" ? place with { At = East(random.Next(200) - 100) } : place),
                Men(random)],
            Fronts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => Any(random, $"front-{number}"))],
        };
    }

    private static Force Men(Random random) => new("men")
    {
        Party = random.Next(2) == 0
            ? "red"
            : "blue", Needs = [("crate", Each("1:00"))], Stock = Crates(random.Next(0, 90)), Docks = 1, Unloading = Minutes(30),
        Readiness = new Readiness { Wanted = TimeSpan.FromDays(2) },
    };

    private static Front Any(Random random, string id)
    {
        var front = new Front(id)
        {
            Attacker = random.Next(5) == 0
                ? "blue"
                : "red", Starts = At($"{random.Next(0, 40)}:00"), Influence = Maybe(random, () => Near(random)),
            TakesVehicles = random.Next(3) == 0 ? [("trucks", 1)] : [],
        };
        if (random.Next(4) == 0)
            return front with { At = East(random.Next(100) - 50), Lasts = Maybe(random, () => Time(random)),
                Takes = random.NextDouble() * 0.99 };
        front = front with
        {
            Defender = front.Attacker == "red" ? "blue" : "red",
            Along = [East(random.Next(60) - 80), "bridge", .. random.Next(2) == 0 ? (ImmutableArray<Waypoint>)["town"] : []],
            Pace = new Pace { Advance = Kmh(0.5 + random.Next(30)), Fighting = Kmh(random.Next(3)), Night = random.Next(3) / 2.0 },
            Contact = Distance.FromKilometres(random.Next(1, 60)),
            ReadinessOf = random.Next(2) == 0 ? (PlaceId?)"men" : null, CapturedBy = random.Next(2) == 0
                ? [("green", 0.5), (front.Attacker, 0.5)]
                : [],
            OnCapture = new OnCapture { Vehicles = (CapturedVehicles)random.Next(3), Stock = (CapturedStock)random.Next(2) },
        };
        return random.Next(4) == 0 ? front with { Script = Script(random) } : Contested(random, front);
    }

    private static Front Contested(Random random, Front front) => front with
    {
        OpensWith = First[random.Next(First.Length)],
        StandOff = new StandOff
        {
            StepDown = Maybe(random, () => Time(random)), Fight = Maybe(random, () => Time(random)), Ceasefire = Maybe(random,
                () => Time(random)),
            Withdrawal = Maybe(random, () => Time(random)),
            Deadline = Maybe(random,
                () => random.Next(2) == 0
                    ? new Deadline { After = Time(random), Do = First[random.Next(1, 5)] }
                    : new Deadline { At = At($"{random.Next(100)}:00"), Do = First[random.Next(1, 5)] }),
        },
        Talks = Maybe(random,
            () => new Talks { Every = Time(random), Accepted = random.Next(3) / 2.0, Cooling = Maybe(random, () => Time(random)),
                WhileFighting = random.Next(2) == 0 }),
        ForceRatio = Maybe(random,
            () => new ForceRatio { StepDown = random.Next(9) - 4, Fight = random.Next(9) - 4, Ceasefire = 4, Withdrawal = -4,
                AttackerWins = random.Next(2) == 0 ? random.Next(9) - 4 : null }),
        Ceasefire = new Ceasefire { Lasts = Time(random), Violated = random.Next(3) / 2.0, Renewed = random.Next(3) / 2.0 },
        Fight = new Fight
        {
            Lasts = Time(random), AttackerWins = random.Next(3) / 2.0, Casualties = random.Next(2) == 0 ? [("blue", random.Next(100))] : [],
            Losses = random.Next(2) == 0
                ? []
                : [new Losses { Of = front.Attacker, PerDay = [("tank", random.Next(9)), ("apc", 1)], Claims = Number.Uniform(0, 9) }],
        },
    };

    private static ImmutableArray<ScriptStep> Script(Random random)
    {
        var at = 40;
        return [.. Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => new ScriptStep { At = At($"{at += random.Next(0, 30)}:00"), Do = (ScriptAct)random.Next(7) })];
    }

    private static Influence Near(Random random) => new()
    {
        Restricted = Maybe(random,
            () => new SlowZone { Within = Distance.FromKilometres(random.Next(1, 90)), Speed = 0.3, Inspection = 3,
                OnlyFighting = random.Next(2) == 0 }),
        UnderFire = Maybe(random,
            () => new ShutZone { Within = Distance.FromKilometres(random.Next(1, 90)), To = ["aid"], EnRoute = (EnRoute)random.Next(5) }),
        Closed = Maybe(random,
            () => new ShutZone { Within = Distance.FromKilometres(random.Next(1, 90)), EnRoute = (EnRoute)random.Next(5),
                OnlyFighting = random.Next(2) == 0 }),
    };

    private static Duration Time(Random random) => random.Next(3) switch
    {
        0 => Hours(random.Next(1, 30)),
        1 => Duration.Exponential(TimeSpan.FromHours(random.Next(1, 60))),
        _ => Duration.Exponential(TimeSpan.FromHours(random.Next(1, 60))).AsUnknown(),
    };

    private static T? Maybe<T>(Random random, Func<T> make) where T : class => random.Next(2) == 0 ? make() : null;
}
