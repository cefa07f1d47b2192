using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Columns that are attacked on dangerous roads.</summary>
public sealed class AttackTests
{
    // Rates of 0.004, 0.02 and 0.001 an hour for 2, 1 and 5 hours: at least one attack with 1 -
    // exp(-0.033), validation V20; and ten times those.
    [Theory]
    [InlineData(1, 0.0324614)]
    [InlineData(10, 0.2810763)]
    public void A_lone_truck_is_attacked_with_the_chance_of_hazard_times_time(int times, double chance)
    {
        const int runs = 20_000;
        var compiled = new CompiledScenario(Chain(times));
        var hit = Enumerable.Range(0, runs).Count(run => Attacks(compiled, run) > 0);
        (hit / (double)runs).Should().BeApproximately(chance, 4.42 * Math.Sqrt(chance * (1 - chance) / runs));
    }

    // A number drawn once is used up piece by piece: a crew that rests every three hours is attacked as often, in the same runs.
    [Fact]
    public void In_whatever_pieces_a_way_is_driven_the_same_attacks_come()
    {
        var (whole, pieces) = (Chain(100),
            Chain(100).Fleet("trucks", fleet => fleet with { Driving = TimeSpan.FromHours(3) }).Until("66:00"));
        var (a, b) = (new CompiledScenario(whole), new CompiledScenario(pieces));
        var attacks = Enumerable.Range(0, 200).Select(run => Attacks(a, run)).ToArray();
        attacks.Should().Equal(Enumerable.Range(0, 200).Select(run => Attacks(b, run)));
        attacks.Distinct().Should().HaveCountGreaterThan(4);
    }

    // 60 km, an attack every 20 km: three on the mean, as with three an hour at 60 km/h; both together twice as many. A column of five with
    // two escorts, to the power 0.5 and at 70 % for each escort: 7^0.5 x 0.7^2 times as many.
    [Theory]
    [InlineData(0, 20, 0, 1, 3)]
    [InlineData(3, 0, 0, 1, 3)]
    [InlineData(3, 20, 0, 1, 6)]
    [InlineData(3, 0, 1, 1, 21)]
    [InlineData(3, 0, 0.5, 0.7, 3.8892)]
    [InlineData(3, 20, 2, 0.1, 2.94)]
    [InlineData(3, 20, 1, 0, 0)]
    public void So_many_attacks_are_to_be_expected(int perHour, int every, double bySize, double perEscort, double mean)
    {
        const int runs = 1000;
        var scenario = Escorted().Route("depot - bridge", route => route with
        {
            Hazard = perHour == 0 ? null : AnHour(perHour), AttackedEvery = every == 0 ? null : Distance.FromKilometres(every),
        }) with { Attacks = new AttackRules { Lost = 0, BySize = bySize, PerEscort = perEscort } };
        var compiled = new CompiledScenario(scenario);
        var attacks = Enumerable.Range(0, runs).Sum(run => Attacks(compiled, run));
        attacks.Should().BeInRange((int)Math.Ceiling(runs * mean - 4.42 * Math.Sqrt(runs * mean)),
            (int)Math.Floor(runs * mean + 4.42 * Math.Sqrt(runs * mean)));
    }

    [Fact]
    public void Who_is_hit_is_lost_with_what_it_carries_and_the_books_say_so()
    {
        var run = Play.Of(Dangerous(Road(3).OneDock().Fleet("trucks", Columns), 5, lost: 1).Until("8:00") with { Measures = Measured });
        run.Vehicles("trucks").Should().Be("0 0 0 3");
        run.Result.Ledger.Single().Should().Match<LedgerTotal>(total => total.Lost == 3 && total.InTransit == 0 && total.Supplied == 3);
        run.Tell(HappeningKind.Attacked, "trucks").Should().ContainSingle().Which.Should().EndWith("3 vehicles on depot - bridge: 3 lost");
        run.When(HappeningKind.Lost).Should().HaveCount(3);
        (run.Result["hit", "town"], run.Result["gone", "town"], run.Result["spilt", "town"]).Should().Be((1, 3, 3));
    }

    // All on order was lost, so it is ordered again as long as there are trucks.
    [Fact]
    public void What_is_lost_is_ordered_again()
    {
        var run = Play.Of(Dangerous(Road().Fleet("trucks", fleet => fleet with { Count = 4 }), 9, lost: 1));
        run.Vehicles("trucks").Should().Be("0 0 0 4");
        run.When(HappeningKind.Ordered).Should().HaveCountGreaterThanOrEqualTo(4);
    }

    // Nobody is lost: every attack costs ten minutes.
    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    public void Survivors_stand_for_a_while_and_go_on(ulong seed)
    {
        var run = Play.Of(Dangerous(Road(), 4, lost: 0, halt: 10), seed);
        var out1 = run.Result.Story.Count(h =>
            h.Kind == HappeningKind.Attacked && h.At < SimTime.Start + Span("2:50") + TimeSpan.FromMinutes(10 * 20)
            && h.At < run.Result.Story.First(a => a.Kind == HappeningKind.Arrived).At);
        run.When(HappeningKind.Arrived).Should().Equal(Play.Time(SimTime.Start + Span("3:20") + TimeSpan.FromMinutes(10 * out1)));
        out1.Should().BeGreaterThan(0);
    }

    // An attack changes the draws of its column alone: with other trucks on the same road, attacked too,
    // these are attacked at the same instants.
    [Fact]
    public void Other_columns_shift_no_attack()
    {
        var alone = Dangerous(Road(2).OneDock(), 2, lost: 0.2).Until("9:00");
        var others = alone.Plus(new Fleet("others") { Traffic = "aid", Base = "depot", Count = 3, Carries = Mass.FromTonnes(10) });
        others = others with
        {
            SupplyLines = [.. others.SupplyLines, others.SupplyLines[0] with { Id = "more", By = "others", From = "depot", To = "town",
                WhenBelow = Crates(9), UpTo = Crates(9) }],
            Places = [.. others.Places.Select(place =>
                place is Crossing bridge ? bridge with { Lanes = 20 } : place is Depot depot ? depot with { Docks = 20 } : place)],
        };
        alone = alone with { Places = others.Places };
        for (ulong seed = 1; seed <= 20; seed++)
            Play.Of(others, seed).Tell(HappeningKind.Attacked, "trucks").Should()
                .Equal(Play.Of(alone, seed).Tell(HappeningKind.Attacked, "trucks"));
        Play.Of(others).Tell(HappeningKind.Attacked, "others").Should().NotBeEmpty();
    }

    // 45 min out and 45 min back on a road with two attacks an hour: three on the mean. It is shut from 1:15 on.
    [Fact]
    public void Who_turns_back_is_attacked_on_the_way_back_too()
    {
        const int runs = 1000;
        var compiled = new CompiledScenario((Road() with { Attacks = new AttackRules { Lost = 0 } })
            .Route("depot - bridge", route => route with { Hazard = AnHour(2) }).Until("5:00")
            .With(Closed("depot - bridge", "1:15", "9:00", EnRoute.TurnBack)));
        var attacks = Enumerable.Range(0, runs).Sum(run => Attacks(compiled, run));
        attacks.Should().BeInRange((int)(3 * runs - 4.42 * Math.Sqrt(3 * runs)), (int)(3 * runs + 4.42 * Math.Sqrt(3 * runs)));
    }

    // Trucks that choose the way of least danger lose none; those that choose the fastest lose some, and so less arrives.
    [Fact]
    public void The_safe_way_pays()
    {
        var scenario = Road(4).OneDock().Detour(180).Until("240:00").Route("bridge - town", route => route with { Hazard = AnHour(0.2m) })
            with { Attacks = new AttackRules { Lost = 0.5 }, Measures = Measured };
        scenario = scenario with
        {
            SupplyLines = [scenario.SupplyLines[0] with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Pieces(4)) }],
        };
        var safe = scenario with { Policies = new Policies { Routing = new Safest() } };
        var (fast, slow) = (new CompiledScenario(scenario), new CompiledScenario(safe));
        var runs = Enumerable.Range(0, 50)
            .Select(run => (Fast: Replication.Run(fast, 3, run, audit: true), Safe: Replication.Run(slow, 3, run, audit: true))).ToArray();
        runs.Should().OnlyContain(run => run.Safe["gone", "town"] == 0 && run.Safe["hit", "town"] == 0 && run.Safe["spilt", "town"] == 0);
        runs.Sum(run => run.Fast["gone", "town"]).Should().BeGreaterThan(100);
        runs.Sum(run => run.Safe["came", "town"] - run.Fast["came", "town"]).Should().BeGreaterThan(200);
    }

    [Fact]
    public void Where_nothing_is_dangerous_rules_of_attack_change_nothing()
    {
        var scenario = Daily();
        var plain = Play.Of(scenario).Result.OutcomeFingerprint;
        Play.Of(scenario with { Attacks = new AttackRules { Lost = 1 } }).Result.OutcomeFingerprint.Should().Be(plain);
        Play.Of(Dangerous(scenario, 0, lost: 1)).Result.OutcomeFingerprint.Should().Be(plain);
    }

    // Attacked on the first road, trucks and guards are lost by chance; where the trucks are all lost and a
    // guard is not, he does not go to the bridge and beyond, but home from there.
    [Fact]
    public void Escorts_whose_trucks_are_all_lost_go_home()
    {
        var scenario = Dangerous(Escorted(), 2, lost: 0.6).Until("40:00");
        var alone = 0;
        for (var replication = 0; replication < 400; replication++)
        {
            var run = scenario.Run(seed: 3, replication, audit: true);
            var lost = run.Vehicles.Select(fleet => fleet.Lost).ToArray();
            if (lost[0] < 5 || lost[1] == 2 || run.Story.Any(told => told.Kind == HappeningKind.Arrived)) continue;
            alone++;
            run.Trips.Where(trip => trip.Route != 0).Should().BeEmpty("replication {0}: the trucks were lost before the bridge",
                replication);
            run.Vehicles[1].Moving.Should().Be(0, "replication {0}: they are home", replication);
        }
        alone.Should().BeGreaterThan(5);
    }

    // Breakdowns, nights, rests, closures of all kinds, escorts, diversions and attacks at once; every run is audited after every event.
    [Theory]
    [InlineData(EnRoute.Complete)]
    [InlineData(EnRoute.Hold)]
    [InlineData(EnRoute.TurnBack)]
    [InlineData(EnRoute.Trapped)]
    [InlineData(EnRoute.Lost)]
    public void Whatever_else_happens_the_books_balance(EnRoute enRoute)
    {
        var scenario = Dangerous(Escorted(), 1.5m, lost: 0.3, halt: 40).Until("240:00")
            .Fleet("trucks", fleet => fleet with
            {
                Night = NightRule.Stop, Driving = TimeSpan.FromHours(5),
                Breakdown = new Breakdown { Every = Distance.FromKilometres(150), Repair = TimeSpan.FromHours(2),
                    RecoveryHalt = TimeSpan.FromMinutes(30) },
            })
            .Route("bridge - town", route => route with { AttackedEvery = Distance.FromKilometres(30) })
            .Detour(300)
            .With(
                new Closure("mines") { Close = "depot - bridge", Every = Duration.Exponential(TimeSpan.FromHours(7)),
                    For = TimeSpan.FromHours(2), EnRoute = enRoute },
                new Closure("flood") { Close = "bridge - town", Every = Duration.Exponential(TimeSpan.FromHours(9)),
                    For = TimeSpan.FromHours(3), EnRoute = enRoute });
        scenario = scenario with
        {
            SupplyLines = [scenario.SupplyLines[0] with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Pieces(10)) }],
            Policies = new Policies { Routing = new WaitOrDetour(), Divert = new ToNeed(), Reroute = new Reroute { Longest = 3 } },
        };
        var lost = 0;
        for (ulong seed = 1; seed <= 12; seed++) lost += Play.Of(scenario, seed).Result.Vehicles.Sum(fleet => fleet.Lost);
        lost.Should().BeGreaterThan(20);
    }

    private static readonly System.Collections.Immutable.ImmutableArray<Measure> Measured =
    [
        new Measure("hit") { Of = "town", Is = MeasureKind.Attacks }, new Measure("gone") { Of = "town", Is = MeasureKind.VehiclesLost },
        new Measure("spilt") { Of = "town", Is = MeasureKind.CargoLost, Commodity = "crate" },
        new Measure("came") { Of = "town", Is = MeasureKind.Delivered, Commodity = "crate" },
    ];

    private static int Attacks(CompiledScenario compiled, int run) =>
        Replication.Run(compiled, 11, run, tell: true).Story.Count(happening => happening.Kind == HappeningKind.Attacked);

    private static Scenario Dangerous(Scenario scenario, decimal perHour, double lost, int halt = 0) =>
        scenario.Route("depot - bridge", route => route with { Hazard = AnHour(perHour) }) with
        {
            Attacks = new AttackRules { Lost = lost, Halt = Minutes(halt) },
        };

    // One truck that sets out at 0:30 and is there after eight hours, unloaded at 9:00.
    private static Scenario Chain(int times)
    {
        (decimal Hazard, int Hours)[] legs = [(0.004m, 2), (0.02m, 1), (0.001m, 5)];
        string[] places = ["depot", "a", "b", "town"];
        return Road().Until("8:31") with
        {
            Places = [new Depot("depot") { Stock = Supply.Unlimited, Loading = Minutes(30) }, new Town("a"), new Town("b"),
                new Town("town") { Unloading = Minutes(1000) }],
            Routes = [.. legs.Select((leg, i) =>
                Leg(places[i], places[i + 1], leg.Hours * 60) with { Hazard = AnHour(times * leg.Hazard) })],
            Attacks = new AttackRules { Lost = 0 },
        };
    }

    // Five trucks with two escorts, at the bridge by 4:00.
    private static Scenario Escorted() => Road(5).Until("4:00")
        .Fleet("trucks",
            fleet =>
                Columns(fleet) with { Convoy = Columns(fleet).Convoy! with { Size = new(5, 5),
                    Escort = new Escort { From = "guards", Count = 2 } } })
        .Bridge(bridge => bridge with { Inspection = Minutes(120) })
        .Plus(new Fleet("guards") { Traffic = "military", Base = "depot", Count = 4, Carries = Mass.FromTonnes(1) });

    private static Fleet Columns(Fleet fleet) =>
        fleet with { Convoy = new ConvoyRules { Size = new(3, 5), Wait = TimeSpan.FromHours(24) } };

    private static Rate AnHour(decimal attacks) => new(Quantity.Pieces((long)(attacks * 1000)), TimeSpan.FromHours(1000));
}
