using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>Depots, towns and forces that fall in the middle of everything: columns, guards, planes, closures, two fronts, lines to and
/// from what falls. The books are what is there, and nothing is brought to who is no more.</summary>
public sealed class HostileCapturesTests
{
    [Fact]
    public void Whatever_falls_whenever_the_books_are_what_is_there()
    {
        var (forces, seized) = (0, 0);
        for (var sample = 0; sample < 300; sample++)
        {
            var scenario = Scenario(new Random(sample));
            scenario.Problems().Should().BeEmpty();
            var compiled = new CompiledScenario(scenario);
            var (fell, afterwards) = (false, 0);
            var one = Replication.Run(compiled, (ulong)sample, 0, audit: true, watch: (world, _) => world.Recorded += (kind, what, _) =>
            {
                var men = world.Catalogue.PlaceNumber("men");
                fell |= world.Sites[men]!.IsOutOfAction;
                if (fell && (kind is Outcome.Delivered or Outcome.Ordered) && what >> 32 == men) afterwards++;
            });
            Replication.Run(compiled, (ulong)sample, 0).OutcomeFingerprint.Should().Be(one.OutcomeFingerprint, "sample {0}", sample);
            one.Events.Should().BeLessThan(200_000, "sample {0}", sample);
            // What was loaded there may come back.
            if (scenario.SupplyLines.All(line => line.From.Value != "men")) afterwards.Should().Be(0, "sample {0}", sample);
            if (fell) forces++;
            if (one.Vehicles.Any(fleet => fleet.Lost > 0)) seized++;
        }
        forces.Should().BeGreaterThan(50);
        seized.Should().BeGreaterThan(50);
    }

    private static Scenario Scenario(Random random)
    {
        var (road, home, waits) = (Road(random.Next(1, 9)), random.Next(3) == 0 ? "rear" : "depot", random.Next(3) == 0);
        var field = new Airfield { Parking = 1, GroundTime = Minutes(60) };
        Depot[] depots = [new("depot") { Stock = random.Next(2) == 0 ? Supply.Unlimited : Crates(random.Next(60)),
            Docks = random.Next(1, 4), Loading = Minutes(30), Unloading = waits ? null : Minutes(20), At = East(0), Airfield = field },
            new("rear") { Stock = Supply.Unlimited, Docks = 2, Loading = Minutes(30), Unloading = Minutes(30), At = East(90) }];
        var town = new Town("town") { Docks = random.Next(1, 3), Unloading = Minutes(30), Loading = Minutes(10), At = East(20),
            Storage = random.Next(3) == 0 ? Crates(4) : Supply.Unlimited };
        var men = new Force("men")
        {
            Party = new[] { "blue", "blue", "red", null }[random.Next(4)], At = East(10), Docks = random.Next(1, 3),
            Unloading = Minutes(40), Loading = Minutes(40), Needs = [("crate", Each($"{random.Next(1, 5)}:00"))],
            Stock = Crates(random.Next(30)),
            Readiness = new Readiness { Wanted = TimeSpan.FromDays(1) }, Airfield = field,
        };
        var scenario = road with
        {
            Places = [.. depots, road.Places[1] with { At = East(5) }, town, men],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "town", 60), Leg("town", "men", 40),
                Leg("rear", "town", random.Next(20, 200)),
                new Route("depot", "men") { Name = "air", Mode = Mode.Air, Length = Distance.FromKilometres(300) }],
            Fleets = [road.Fleets[0] with { Convoy = Maybe(random, () => Rules(random)), Base = home },
                new Fleet("guards") { Traffic = "aid", Base = home, Count = 2 },
                new Fleet("mules") { Traffic = "aid", Base = "men", Count = 2, Carries = Mass.FromTonnes(10) },
                new Fleet("planes") { Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(20),
                    Speed = Speed.FromKilometresPerHour(300) }],
            SupplyLines = [To("men", "trucks", home, random), To("town", "trucks", home, random),
                .. random.Next(2) == 0 ? (ImmutableArray<SupplyLine>)[To("men", "planes", "depot", random)] : [],
                .. random.Next(3) == 0 ? (ImmutableArray<SupplyLine>)[To("town", "mules", "men", random)] : []],
            Fronts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(number =>
                Any(random, $"front-{number}", men.Party is not null && random.Next(2) == 0))],
            Policies = new Policies
            {
                Divert = waits ? new Hold() : random.Next(2) == 0 ? new Return() : new ToNeed(),
                Dispatch = random.Next(3) == 0 ? new StayAtBase() : new Go(),
                Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(random.Next(0, 9)) },
            },
        };
        if (random.Next(2) == 0)
        {
            var what = new[] { "men", "town", "town - men", "bridge", "depot" }[random.Next(5)];
            scenario = scenario.With(Closed(what, $"{random.Next(40)}:10", $"{random.Next(1, 60)}:00",
                what is "town - men" or "bridge" ? (EnRoute)random.Next(3) : EnRoute.Complete));
        }
        return scenario.Until($"{random.Next(20, 150)}:00");
    }

    private static ConvoyRules Rules(Random random) => new()
    {
        Size = new(random.Next(1, 3), random.Next(3, 5)), Wait = TimeSpan.FromHours(random.Next(1, 9)),
        Escort = random.Next(2) == 0 ? null : new Escort { From = "guards", Count = random.Next(1, 3) },
    };

    private static SupplyLine To(string to, string by, string from, Random random)
    {
        var line = new SupplyLine($"{to}-{by}-{from}")
        {
            From = from, To = to, By = by, Commodities = ["crate"], GivenUpAfter = TimeSpan.FromHours(random.Next(5, 90)),
        };
        return random.Next(3) == 0 ? line with { Send = Each($"{random.Next(1, 5)}:00") }
            : line with { WhenBelow = Crates(random.Next(1, 20)), UpTo = Crates(20) };
    }

    private static Front Any(Random random, string id, bool isReady)
    {
        var attacker = random.Next(5) == 0 ? "blue" : "red";
        string[] places = ["men", "depot", "town", "bridge", "rear"];
        random.Shuffle(places);
        return new Front(id)
        {
            Attacker = attacker, Defender = attacker == "red" ? "blue" : "red", Starts = At($"{random.Next(0, 30)}:{random.Next(60):00}"),
            Along = [East(random.Next(60) - 80), .. places[..random.Next(1, 5)].Select(place => (Waypoint)place)],
            Pace = new Pace { Advance = Kmh(2 + random.Next(40)), Fighting = Kmh(random.Next(3)) },
            StandOff = new StandOff { Fight = Hours(1 + random.Next(9)), StepDown = Hours(1 + random.Next(9)) },
            Fight = new Fight { Lasts = Hours(1 + random.Next(9)), AttackerWins = 0.7 },
            ForceRatio = random.Next(2) == 0 ? new ForceRatio { Fight = 1 } : null,
            ReadinessOf = isReady ? (PlaceId?)"men" : null,
            OnCapture = new OnCapture { Vehicles = (CapturedVehicles)random.Next(3), Stock = (CapturedStock)random.Next(2) },
        };
    }

    private static T? Maybe<T>(Random random, Func<T> some) where T : class => random.Next(2) == 0 ? some() : null;
}
