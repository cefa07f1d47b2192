using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>How a closure ends: at once, in steps, or once a crew has repaired what was damaged.</summary>
public sealed class ReopeningTests
{
    private static readonly ReopeningStep Half = new() { Share = 0.5, For = TimeSpan.FromHours(2) };

    // Shut from 1:00 to 3:00; two trucks wait. One of two lanes works until 5:00, or of one lane half.
    [Theory]
    [InlineData(1, "d0 03:40 x1,d0 04:20 x1")]
    [InlineData(2, "d0 03:20 x1,d0 03:40 x1")]
    public void Lanes_come_back_in_steps(int lanes, string through)
    {
        var closure = Closed("bridge", "1:00", "2:00") with { Reopens = [Half] };
        Play.Of(Road(2).Bridge(bridge => bridge with { Lanes = lanes }).With(closure)).Legs("bridge", "town").Should()
            .Equal(through.Split(','));
    }

    // A quarter of four lanes for ten minutes, then half: 3:00 one begins, 3:10 a second, 3:20 the third in the first's lane.
    [Fact]
    public void One_step_follows_the_other_and_then_all_is_back()
    {
        var closure = Closed("bridge", "1:00", "2:00") with
        {
            Reopens = [new() { Share = 0.25, For = Minutes(10) }, new() { Share = 0.5, For = Minutes(15) }],
        };
        Play.Of(Road(6).Bridge(bridge => bridge with { Lanes = 4 }).With(closure)).Legs("bridge", "town").Should()
            .Equal("d0 03:20 x1", "d0 03:30 x1", "d0 03:40 x1", "d0 03:45 x1", "d0 03:45 x1", "d0 03:50 x1");
    }

    // Closed to 2:50 over a truck that is half-way, held there; then 30 km at 30 km/h until 3:20, 15 km, and 15 km at 60.
    [Fact]
    public void Speed_comes_back_in_steps_on_a_route()
    {
        var closure = Closed("bridge - town", "2:20", "0:30", EnRoute.Hold) with { Reopens = [new() { Share = 0.5, For = Minutes(30) }] };
        Play.Of(Road().With(closure)).When(HappeningKind.Arrived).Should().Equal("d0 04:05");
    }

    // Gate shut 1:00-3:00 and 4:00-5:00; the bridge follows, with a step of two hours that is cut short at 4:00 and begins anew at
    // 5:00: nobody slips through in between with the whole lane.
    [Fact]
    public void A_cause_that_is_back_ends_the_steps()
    {
        var bridge = new Closure("fear") { Close = "bridge", While = Condition.Open("gate").Not(), Reopens = [Half] };
        var run = Play.Of(Gate(Road(4)).With(Closed("gate", "1:00", "2:00", id: "one"), Closed("gate", "4:00", "1:00", id: "two"), bridge));
        run.Legs("bridge", "town").Should().Equal("d0 03:40 x1", "d0 04:20 x1", "d0 05:40 x1", "d0 06:20 x1");
        run.When(HappeningKind.Closed, "bridge").Should().Equal("d0 01:00", "d0 04:00");
    }

    // Damaged at 1:00; a crew works two hours on each.
    [Theory]
    [InlineData(1, "d0 05:00 x1")]
    [InlineData(2, "d0 03:20 x1")]
    public void Damages_wait_for_a_crew(int crews, string onward)
    {
        var run = Play.Of(Road().Crews(crews).With(Damage("bridge", "1:00"), Damage("bridge - town", "1:00")));
        run.Legs("bridge", "town").Should().Equal(onward);
        run.Tell(HappeningKind.RepairBegan).Should().Equal("d0 01:00 engineers", crews == 1 ? "d0 03:00 engineers" : "d0 01:00 engineers");
    }

    // The crew is busy from 0:10 to 2:10 where nobody goes; the road's damage is of 0:20, the bridge's of 0:30 and more urgent.
    [Fact]
    public void The_more_urgent_damage_gets_the_crew_first()
    {
        var urgent = Damage("bridge", "0:30");
        urgent = urgent with { Repair = urgent.Repair! with { Priority = 1 } };
        var run = Play.Of(Gate(Road()).Crews(1).With(Damage("gate", "0:10"), Damage("bridge - town", "0:20"), urgent));
        run.When(HappeningKind.Opened, "bridge").Should().Equal("d0 04:10");
        run.When(HappeningKind.Opened, "bridge - town").Should().Equal("d0 06:10");
    }

    // With a length of its own the crew comes after it.
    [Fact]
    public void Water_falls_before_a_crew_comes() =>
        Play.Of(Road().Crews(1).With(Damage("bridge", "1:00") with { For = TimeSpan.FromHours(3) })).When(HappeningKind.Opened, "bridge")
            .Should().Equal("d0 06:00");

    // The cause is gone at 3:00 and back at 4:00: the crew leaves, and begins anew at 5:00; in between another damage gets it.
    [Fact]
    public void A_cause_that_is_back_sends_the_crew_away()
    {
        var bridge = new Closure("fear") { Close = "bridge", While = Condition.Open("gate").Not(), Repair = Crew };
        var run = Play.Of(Gate(Road()).Crews(1).With(
            Closed("gate", "1:00", "2:00", id: "one"), Closed("gate", "4:00", "1:00", id: "two"), bridge,
            Damage("depot - bridge", "3:30")));
        run.Tell(HappeningKind.RepairBegan).Should().Equal("d0 03:00 engineers", "d0 04:00 engineers", "d0 06:00 engineers");
        run.When(HappeningKind.Opened, "bridge").Should().Equal("d0 08:00");
    }

    [Fact]
    public void After_a_repair_it_may_come_back_in_steps() =>
        Play.Of(Road().Crews(1).With(Damage("bridge", "1:00") with { Reopens = [Half] })).Legs("bridge", "town").Should()
            .Equal("d0 03:40 x1");

    // Each time that the gate is shut, and once for each.
    [Fact]
    public void What_an_occurrence_of_ones_own_began_is_undone_once()
    {
        var own = new Own("own") { While = Condition.Open("gate").Not() };
        Play.Of(Gate(Road()).With(Closed("gate", "1:00", "2:00", id: "one"), Closed("gate", "4:00", "1:00", id: "two"), own));
        (own.Log.Began, own.Log.Ended).Should().Be((2, 2));
    }

    private sealed class Count
    {
        public int Began;
        public int Ended;
    }

    private sealed record Own(string Id) : Occurrence(Id)
    {
        public Count Log { get; } = new();

        protected override string Effect => "counts";

        protected override IDisposable Begin(SupplySim.Runs.World world, int occurrence)
        {
            Log.Began++;
            return new Undo(Log);
        }

        private sealed class Undo(Count log) : IDisposable
        {
            public void Dispose() => log.Ended++;
        }
    }

    private static Repair Crew => new() { By = "engineers", Takes = TimeSpan.FromHours(2) };

    private static Closure Damage(string what, string at) =>
        new($"damage-{what.Replace(" ", "")}") { Close = what, At = Moment.After(Span(at)), Repair = Crew, Cause = LossCause.Damage };

    internal static Scenario Gate(Scenario scenario) =>
        scenario.Plus(new Crossing("gate") { Lanes = 1, Inspection = Minutes(20) }, Leg("town", "gate", 10));
}

file static class More
{
    public static Scenario Crews(this Scenario scenario, int crews) => scenario with { Crews = [("engineers", crews)] };
}
