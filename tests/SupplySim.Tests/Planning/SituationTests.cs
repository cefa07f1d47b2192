using System.Reflection;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>What those who plan know, how old it is, and that they know nothing else.</summary>
public sealed class SituationTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Not by any chain of fields, properties, methods' results and parameters, whoever may use them.</summary>
    [Fact]
    public void No_type_that_is_reached_from_what_is_known_is_the_world()
    {
        var reached = Reached(typeof(Situation), typeof(RoutingQuestion), typeof(Claim));
        reached.Should().NotContain([typeof(World), typeof(Story), typeof(CrossingState), typeof(Stocks), typeof(Stock), typeof(Reports)]);
        reached.Should().Contain([typeof(Catalogue), typeof(Simulation)], "else nothing would have been followed");
    }

    [Fact]
    public void Who_knows_reports_would_know_the_world() => Reached(typeof(StockReports)).Should().Contain(typeof(World));

    // Shut at 1:00 until 5:00 as announced; known at 3:00, with the age it has.
    [Fact]
    public void What_is_known_of_a_closure_has_an_age()
    {
        var seen = Seen(Road().With(Closed("bridge", "1:00", "4:00") with { Announced = Span("4:00"), To = ["aid"] }), "2:00",
            s => (s.IsShut("bridge", "aid"), s.Opens("bridge", "aid")));
        seen.First(one => one.At >= At("1:00") && one.At < At("3:00")).Told.Should().Be(
            (new Known<bool>(false, SimTime.Start), new Known<SimTime>(SimTime.Never, SimTime.Start)));
        seen.First(one => one.At >= At("3:00") && one.At < At("7:00")).Told.Should().Be(
            (new Known<bool>(true, At("1:00")), new Known<SimTime>(At("5:00"), At("1:00"))));
        seen.First(one => one.At >= At("7:00")).Told.Should().Be(
            (new Known<bool>(false, At("5:00")), new Known<SimTime>(SimTime.Never, At("5:00"))));
    }

    // 20 t at the start, an eaten ton an hour, 11 t delivered at 3:00 (1 h on the ground, 1 h in the air, 1 h): 28 t, known at 5:00.
    [Fact]
    public void What_is_known_of_a_stock_has_an_age()
    {
        var scenario = Camp().With(
            Line("air", "planes") with { Send = new Rate(Quantity.Tonnes(11), TimeSpan.FromHours(1)), Every = TimeSpan.FromHours(1) });
        var seen = Seen(scenario, "2:00", s => (s.Stock("camp", "food"), s.DaysOfSupply("camp").Value.TotalHours));
        seen.First().Told.Should().Be((new Known<Quantity>(Quantity.Tonnes(20), SimTime.Start), 20.0));
        seen.First(one => one.At >= At("6:00")).Told.Should().Be((new Known<Quantity>(Quantity.Tonnes(27), At("4:00")), 27.0));
    }

    // Three come to the bridge at 1:30, one by one through in 20 min each; at the start nobody.
    [Fact]
    public void What_is_known_of_a_queue_has_an_age()
    {
        var seen = Seen(Road(3), "2:00", s => s.Waiting("bridge", "aid"));
        (string At, string Of, int Waiting)[] known = [("3:15", "1:15", 0), ("3:45", "1:45", 2), ("4:00", "2:00", 1), ("4:15", "2:15", 0)];
        seen.First().Told.Should().Be(new Known<int>(0, SimTime.Start));
        foreach (var (at, of, waiting) in known)
            seen.First(one => one.At == At(at)).Told.Should().Be(new Known<int>(waiting, At(of)));
        Seen(Road(3), "0:00", s => s.Waiting("bridge", "aid")).First(one => one.At >= At("2:00")).Told.Should()
            .Be(new Known<int>(1, At("2:00")));
    }

    public static TheoryData<Scenario> Emptied => new()
    {
        Long.With(Closed("bridge", "1:50", "9:00") with { Queue = QueueRule.Disperse }),
        Long.With(new Front("north")
        {
            Attacker = "red", Defender = "blue", Starts = Moment.After(Span("1:50")), Along = [East(-1), "bridge"],
            OpensWith = FrontState.StepDown, Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
            StandOff = new StandOff { StepDown = TimeSpan.FromHours(1) }, OnCapture = new OnCapture { Vehicles = CapturedVehicles.Seized },
        }),
    };

    // Three come at 1:30, one is inspected for an hour; at 1:50 those who wait are sent away, or seized.
    [Theory, MemberData(nameof(Emptied))]
    public void Who_is_gone_from_a_queue_waits_no_longer(Scenario scenario)
    {
        var seen = Seen(scenario, "0:00", s => s.Waiting("bridge", "aid").Value);
        (seen.First(one => one.At == At("1:45")).Told, seen.First(one => one.At == At("2:00")).Told).Should().Be((2, 0));
    }

    // Three trucks, one on the way; one crate on order until it is there.
    [Fact]
    public void Planners_know_their_own_orders_and_vehicles_at_once()
    {
        var scenario = Road(3).Line("road", line => line with { UpTo = Crates(1) });
        var seen = Seen(scenario, "0:00",
            s => (s.AtBase("trucks").Value, s.Moving("trucks").Value, s.OnOrder("town", "crate").Value.Amount));
        seen.First(one => one.At == At("0:15")).Told.Should().Be((3, 0, 1L));
        seen.First(one => one.At == At("1:15")).Told.Should().Be((2, 1, 1L));
        seen.First(one => one.At == At("4:15")).Told.Should().Be((2, 1, 0L));
        seen.First(one => one.At == At("6:15")).Told.Should().Be((3, 0, 0L));
    }

    [Theory]
    [InlineData("s.IsShut(\"town\", \"aid\")", "no crossing and no route 'town'")]
    [InlineData("s.IsShut(\"bridge\", \"mail\")", "no traffic 'mail'")]
    public void What_does_not_exist_cannot_be_asked_for(string question, string says)
    {
        var run = () => Seen(Road(), "0:00", s => question.Contains("town") ? s.IsShut("town", "aid") : s.IsShut("bridge", "mail"));
        run.Should().Throw<SimulationFailedException>().WithMessage($"*{says}*");
    }

    private static Scenario Long => Road(3).Place<Depot>("depot", depot => depot with { Unloading = Minutes(30) }).Place<Crossing>("bridge", bridge => bridge with { HeldBy = "blue", Inspection = Minutes(60) });

    private static SimTime At(string time) => SimTime.Start + Span(time);

    // Asks at each quarter of an hour: a lane that closes and opens for nobody is news without effect.
    private static List<(SimTime At, T Told)> Seen<T>(Scenario scenario, string lag, Func<Situation, T> ask)
    {
        var seen = new List<(SimTime, T)>();
        Play.Of(scenario with
        {
            Disruptions = [.. scenario.Disruptions, new Ticking()],
            Places = [.. scenario.Places, new Crossing("far-away") { Lanes = 1, Inspection = Minutes(1) },
                new Depot("x") { Stock = Supply.Unlimited, Loading = Minutes(1) }, new Town("y") { Unloading = Minutes(1) }],
            Routes = [.. scenario.Routes, Leg("x", "far-away", 1), Leg("far-away", "y", 1)],
            Fleets = [.. scenario.Fleets, new Fleet("askers") { Traffic = "aid", Base = "x", Count = 1, Carries = Mass.FromTonnes(100) }],
            SupplyLines = [.. scenario.SupplyLines,
                new SupplyLine("asking") { From = "x", To = "y", By = "askers", Commodities = [scenario.Commodities[0].Id],
                    UpTo = Supply.Of((scenario.Commodities[0].Id, new Quantity(1, scenario.Commodities[0].Unit))) }],
            Policies = new Policies { Routing = new Asking<T>(seen, ask), Reroute = new Reroute { LearnsAfter = Span(lag) } },
        });
        return [.. seen.OrderBy(one => one.Item1)];
    }

    private static HashSet<Type> Reached(params Type[] from)
    {
        var (reached, open) = (new HashSet<Type>(from), new Queue<Type>(from));
        while (open.TryDequeue(out var type))
            foreach (var used in type.GetMembers(All).SelectMany(Signature).Append(type.BaseType).OfType<Type>().SelectMany(Parts))
                if (used.Assembly.GetName().Name!.StartsWith("SupplySim", StringComparison.Ordinal) && reached.Add(used))
                    open.Enqueue(used);
        return reached;
    }

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodBase method => method.GetParameters().Select(p => p.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
        EventInfo happening => [happening.EventHandlerType!],
        Type nested => [nested],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];

    private sealed record Asking<T>(List<(SimTime, T)> Seen, Func<Situation, T> Ask) : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question)
        {
            Seen.Add((situation.Now, Ask(situation)));
            return question.Fastest();
        }
    }

    private sealed record Ticking() : Disruption("ticking")
    {
        public override async Process Unfold(World world)
        {
            while (true)
            {
                await world.Delay(TimeSpan.FromMinutes(15));
                world.Close("far-away", "ticking", [], EnRoute.Complete).Dispose();
            }
        }
    }
}
