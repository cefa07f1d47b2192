using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Laws.Closures;

/// <summary>The books against what is physically there, and all invariants, on random networks in which queues disperse, lanes and speed
/// fall away and come back, crews repair, channels fail and reports are false.</summary>
public class ClosureConservationTests
{
    private const uint Stream = 1914;

    private static readonly Gen<Scenario> Networks =
        from trucks in Gen.Int[2, 12]
        from size in Gen.Int[1, 4]
        from lanes in Gen.Int[1, 3]
        from enRoute in Gen.Int[(int)EnRoute.Complete, (int)EnRoute.Lost]
        from queue in Gen.Enum<QueueRule>()
        from divert in Gen.Int[0, 2]
        from crews in Gen.Int[1, 2]
        from shares in Gen.Double[0, 1].Array[4]
        from chances in Gen.Double[0.05, 0.95].Array[4]
        select Network(trucks, size, lanes, (EnRoute)enRoute, queue, divert, crews, shares, chances);

    [Fact]
    public void What_the_books_say_is_what_is_there()
    {
        foreach (var scenario in SameSamples.Of(Networks, Stream, count: LongTests.Sample(1_000)))
            Replication.Run(new CompiledScenario(scenario), 7, 0, audit: true);
    }

    [Fact]
    public void The_random_networks_do_all_that_they_are_for()
    {
        var told = SameSamples.Of(Networks, Stream, count: 60)
            .SelectMany(scenario =>
                Replication.Run(new CompiledScenario(scenario), 7, 0, tell: true).Story.Select(happening => happening.Kind)).ToHashSet();
        told.Should().Contain([HappeningKind.Dispersed, HappeningKind.RepairBegan, HappeningKind.Reported, HappeningKind.Diverted,
            HappeningKind.Lost, HappeningKind.Arrived]);
    }

    private static Scenario Network(int trucks, int size, int lanes, EnRoute enRoute, QueueRule queue, int divert, int crews,
        double[] shares, double[] chances)
    {
        var scenario = ConservationTests.Network(20_000, trucks, size, lanes, enRoute, enRoute, new OnCapture(), chances);
        var (depot, bridge) = ((Depot)scenario["depot"], (Crossing)scenario["bridge"]);
        return scenario.With(depot with { Unloading = TimeSpan.FromHours(1),
            Stock = Supply.Of(("food", Quantity.Tonnes(900)), ("medicine", Quantity.Tonnes(90))) })
            .With(bridge with
            {
                Inspection = Each<Duration>.Of(("aid", Mean(0.4)), ("commercial", Mean(0.5))),
                Passage = [("blue", [("aid", Permission.WithClearance), ("commercial", Permission.Yes)]),
                    ("red", [("aid", Permission.Yes)])],
                Clearance = new Clearance
                {
                    Channels = [new("one") { UpFor = Mean(40), DownFor = Mean(5) }, new("two")
                    {
                        GrantedIn = Mean(2),
                        DownWhile = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(5)),
                    }],
                    GrantedIn = Mean(3), Valid = TimeSpan.FromHours(24),
                },
            }) with
        {
            Crews = [("engineers", crews)],
            // 7 t empty, 12 t laden; a road beside all bears those who carry little.
            Routes = [.. scenario.Routes, new Route("depot", "town")
            {
                Length = Distance.FromKilometres(160),
                Speed = Speed.FromKilometresPerHour(40),
                WeightLimit = Mass.FromTonnes(9),
            }],
            Fleets = [.. scenario.Fleets.Select(fleet => fleet.Mode == Mode.Road ? fleet with { Gross = Mass.FromTonnes(12) } : fleet),
                new Fleet("traders") { Traffic = "commercial", Through = "bridge", Arrivals = Arrivals.Poisson(20) }],
            Policies = new Policies { Divert = divert switch { 0 => new Hold(), 1 => new Return(), _ => new ToNeed() },
                Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(3) } },
            Disruptions =
            [
                .. scenario.Disruptions.Where(disruption => disruption.Id is "mines").Cast<Closure>()
                    .Select(closure => closure with { Repair = Crew }),
                .. scenario.Disruptions.Where(disruption => disruption.Id is "shelling").Cast<Closure>()
                    .Select(closure => closure with { Queue = queue, Repair = Crew }),
                new Closure("fire") { Close = ["depot", "camp"], Every = Mean(90), For = Mean(6) },
                new Closure("storm") { Close = ["bridge", "town - camp"], Every = Mean(90), For = Mean(6), EnRoute = EnRoute.TurnBack,
                    Reopens = [new() { Share = 0.4, For = Mean(5) }] },
                new Closure("strike") { Close = "bridge", To = ["aid"], Every = Mean(60), For = Mean(10), Queue = queue },
                new Restriction("ice") { Limit = ["depot - bridge", "town - camp"], Every = Mean(30), For = Mean(9), Speed = shares[0] },
                new Restriction("sickness") { Limit = "bridge", Every = Mean(25), For = Mean(9), Lanes = shares[1], Repair = Crew },
                new Restriction("quota") { Limit = "bridge", Every = Mean(40), For = Mean(20), Lanes = Number.Uniform(0, 1) },
                new Restriction("cracks") { Limit = ["bridge", "bridge - town"], Every = Mean(100), For = Mean(20),
                    WeightLimit = Mass.FromTonnes(4) },
                new Restriction("ruts") { Limit = ["bridge", "town - camp"], Every = Mean(70), For = Mean(20),
                    WeightLimit = Mass.FromTonnes(8) },
                new Rumour("truce") { Report = ["bridge", "town - camp"], Says = Said.Open, When = Condition.Open("bridge").Not(),
                    Chance = shares[2], For = Mean(8) },
                new Rumour("panic") { Report = "bridge", Says = Said.Shut, Every = Mean(80), For = Mean(8) },
            ],
        };
    }

    private static Repair Crew => new() { By = "engineers", Takes = Mean(12) };

    private static Duration Mean(double hours) => Duration.Exponential(TimeSpan.FromHours(hours));
}
