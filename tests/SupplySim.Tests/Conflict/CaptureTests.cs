using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What a capture does to a crossing and to those in it, and to what lies at a place.</summary>
public sealed class CaptureTests
{
    // Traders come each hour. Blue lets them pass; red, from 2:00 on, does not: of those of 1:00, 2:00, ... the first is
    // through. The second comes at the very instant, when control has changed already, and waits an hour until the end, as
    // does the third for no time.
    [Fact]
    public void Capture_changes_the_holder_and_with_it_passage()
    {
        var run = Play.Of(Captured(Road().Idle().Plus(Traders(Each("1:00"))), default,
            ("blue", [("commercial", Permission.Yes)]), ("red", [("commercial", Permission.No)])).Until("3:00"));
        run.Waits("bridge").Should().Be("passage 1:00");
        run.When(HappeningKind.Captured).Should().Equal("d0 02:00");
        var taken = new Measure("taken") { Of = "bridge", Is = MeasureKind.FirstTimeCaptured };
        var scenario = Captured(Road().Idle(), default) with { Measures = [taken] };
        Play.Of(scenario).Result["taken", "bridge"].Should().Be(2 / 24.0);
        Play.Of(scenario with { Fronts = [.. scenario.Fronts.Select(front => front with { Starts = Moment.Never })] }).Result["taken",
            "bridge"].Should().Be(double.NaN);
    }

    // The first truck is inspected for an hour from 1:30, the second waits. Released, the first is through at 2:30 whatever
    // red says; held, it begins anew when red lets it pass, at 2:00.
    [Theory]
    [InlineData(CapturedVehicles.Release, Permission.Yes, new[] { "d0 02:30 x1", "d0 03:30 x1" })]
    [InlineData(CapturedVehicles.Release, Permission.No, new[] { "d0 02:30 x1" })]
    [InlineData(CapturedVehicles.Hold, Permission.Yes, new[] { "d0 03:00 x1", "d0 04:00 x1" })]
    [InlineData(CapturedVehicles.Hold, Permission.No, new string[0])]
    public void Vehicles_in_a_captured_crossing_are_released_or_held(CapturedVehicles fate, Permission red, string[] passed)
    {
        var run = Play.Of(Caught(fate, red));
        run.Legs("bridge", "town").Should().Equal(passed);
        run.Vehicles("trucks").Should().Be("0 2 0 0");
    }

    // From 2:00 to 4:15 both wait for red's word.
    [Fact]
    public void Vehicles_that_are_held_wait_for_passage() =>
        Play.Of(Caught(CapturedVehicles.Hold, Permission.No)).Waits("bridge").Should().Be("passage 4:30, lane 0:30");

    // Fire holds it from 1:45 to 2:15, and at 2:00 it falls: whoever holds it then is asked all the same,
    // and what was broken off begins anew.
    [Theory]
    [InlineData(Permission.Yes, new[] { "d0 03:15 x1" }, "physical 0:30")]
    [InlineData(Permission.No, new string[0], "physical 0:30, passage 2:00")]
    public void Vehicles_that_a_closure_holds_when_it_falls_wait_for_passage(Permission red, string[] passed, string waits)
    {
        var run = Play.Of(Caught(CapturedVehicles.Hold, red).With(Closed("bridge", "1:45", "0:30", EnRoute.Hold)).Fleet("trucks",
            trucks => trucks with { Count = 1 }).Until("4:15"));
        run.Legs("bridge", "town").Should().Equal(passed);
        run.Waits("bridge").Should().Be(waits);
    }

    [Fact]
    public void Vehicles_in_a_captured_crossing_are_seized_with_their_loads()
    {
        var run = Play.Of(Caught(CapturedVehicles.Seized, Permission.Yes));
        run.When(HappeningKind.Lost, "trucks").Should().Equal("d0 02:00", "d0 02:00");
        run.Vehicles("trucks").Should().Be("0 0 0 2");
        run.Result.Ledger[0].Lost.Should().Be(2);
    }

    // Control points that others hold stay theirs: green still lets nobody pass.
    [Fact]
    public void Only_what_the_defender_held_changes_hands()
    {
        var scenario = Captured(Daily() with { Parties = [new Party("red"), new Party("blue"), new Party("green")] }, default,
            ("blue", [("aid", Permission.Yes)]), ("red", [("aid", Permission.Yes)]), ("green", [("aid", Permission.No)]));
        Play.Of(scenario.Bridge(b => b with { HeldBy = Each<string>.Of(("east", "blue"), ("west", "green")) }).Until("27:30"))
            .Waits("bridge").Should().Be("passage 2:00");
    }

    // What nobody held is red's from 2:03 on, when the head has come to it.
    [Fact]
    public void Whoever_takes_what_nobody_held_decides_who_passes()
    {
        var scenario = Captured(Daily(), default, ("red", [("aid", Permission.No)])).Bridge(b => b with { HeldBy = null });
        var run = Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-0.5), "bridge"] }).Until("27:30"));
        run.When(HappeningKind.Captured).Should().HaveCount(1);
        run.Waits("bridge").Should().Be("passage 2:00");
    }

    [Theory]
    [InlineData(CapturedStock.Kept, 5, 0)]
    [InlineData(CapturedStock.Seized, 0, 5)]
    public void Stock_in_a_captured_place_is_kept_or_seized(CapturedStock fate, int stock, int lost)
    {
        var scenario = Captured(Road().Idle(), new OnCapture { Stock = fate })
            .Place<Town>("town", t => t with { At = East(-0.5), Stock = Crates(5) });
        var run = Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-1), "town"] }).Until("4:00"));
        run.When(HappeningKind.Captured).Should().HaveCount(1);
        run.Stock("town", "crate").Amount.Should().Be(stock);
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 5, 0, stock, 0, 0, lost));
    }

    [Fact]
    public void How_much_is_seized_is_part_of_the_outcome()
    {
        static ulong With(int crates, CapturedStock fate)
        {
            var scenario = Captured(Road().Idle(), new OnCapture { Stock = fate })
                .Place<Town>("town", t => t with { At = East(-0.5), Stock = Crates(crates) });
            return Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-1), "town"] }).Until("4:00")).Result.OutcomeFingerprint;
        }

        With(5, CapturedStock.Kept).Should().Be(With(6, CapturedStock.Kept));
        With(5, CapturedStock.Seized).Should().NotBe(With(6, CapturedStock.Seized));
    }

    // Three crates are ordered at 0:00, and the only truck has left with one: the others wait for it until
    // their goods are seized at 2:03, when the front has come half a kilometre at 10 km/h.
    [Fact]
    public void Loads_whose_goods_are_seized_wait_for_goods_from_then_on()
    {
        var scenario = Captured(Road(3).Fleet("trucks", fleet => fleet with { Count = 1 }), new OnCapture { Stock = CapturedStock.Seized })
            .Place<Depot>("depot", depot => depot with { At = East(-0.5), Stock = Crates(3) });
        var run = Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-1), "depot"] }).Until("4:00"));
        run.Result.HeldUp.Where(one => one.Cause is "no-vehicle" or "no-goods")
            .Select(one => $"{one.For} {one.Where} {one.Cause} {Math.Round(one.Time.TotalHours, 3)}")
            .Should().BeEquivalentTo("town trucks no-vehicle 4.1", "town depot no-goods 3.9");
    }

    // One dock loads a truck every half hour. At 2:03 four have left, the fifth is being loaded, the sixth stands idle; what never ran out
    // is gone, and the truck that comes home at 5:40 has nothing to load.
    [Fact]
    public void A_depot_that_falls_in_passing_loses_its_vehicles_and_what_never_runs_out()
    {
        var seized = new OnCapture { Stock = CapturedStock.Seized, Vehicles = CapturedVehicles.Seized };
        var run = Play.Of(Passed(seized).Until("8:00"));
        run.When(HappeningKind.Lost, "trucks").Should().HaveCount(2);
        run.Vehicles("trucks").Should().Be("4 0 0 2");
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 4, 4, 0, 0, 0));
        run.Legs("depot", "bridge").Should().HaveCount(4);
        run.Result.HeldUp.Where(one => one.Cause == "no-goods").Select(one => one.Where).Should().Equal("depot");
    }

    [Theory]
    [InlineData(CapturedVehicles.Release)]
    [InlineData(CapturedVehicles.Hold)]
    public void A_depot_that_is_kept_goes_on(CapturedVehicles fate)
    {
        var run = Play.Of(Passed(new OnCapture { Vehicles = fate }).Until("8:00"));
        run.Legs("depot", "bridge").Should().HaveCount(5);
        run.Vehicles("trucks")[^1].Should().Be('0');
    }

    // Three are laden by 1:30 and wait for a fourth; or each waits for the two guards that the first has taken, and is home at 7:00.
    [Theory]
    [InlineData(4, false, "0 0 0 3", 3)]
    [InlineData(1, true, "1 0 0 2", 2)]
    public void Those_who_gather_or_wait_to_set_out_are_lost_too(int least, bool isGuarded, string left, int lost)
    {
        var scenario = Passed(new OnCapture { Vehicles = CapturedVehicles.Seized });
        var rules = new ConvoyRules { Size = new(least, least), Wait = TimeSpan.FromHours(9),
            Escort = isGuarded ? new Escort { From = "guards", Count = 2 } : null };
        scenario = scenario.Fleet("trucks", fleet => fleet with { Count = 3, Convoy = rules })
            .Line("road", line => line with { WhenBelow = Crates(3), UpTo = Crates(3) })
            .Plus(new Fleet("guards") { Traffic = "aid", Base = "depot", Count = 2 });
        var run = Play.Of((isGuarded ? scenario : scenario with { Fleets = [scenario.Fleets[0]] }).Until("7:15"));
        run.Vehicles("trucks").Should().Be(left);
        run.Result.Ledger[0].Lost.Should().Be(lost);
        if (isGuarded) run.Vehicles("guards").Should().Be("2 0 0 0");
    }

    // The road on from a town is shut from 0:30 on: who waits there for it is lost at 2:03, laden.
    [Fact]
    public void Who_waits_there_for_the_road_is_lost()
    {
        var scenario = Passed(new OnCapture { Vehicles = CapturedVehicles.Seized })
            .Plus(new Town("stop") { At = East(-0.5) }, Leg("depot", "stop", 30), Leg("stop", "bridge", 30));
        scenario = scenario.Place<Depot>("depot", depot => depot with { At = null }).With(Closed("stop - bridge", "0:30", "50:00"));
        var run = Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-1), "stop"] }).Until("9:00") with
        {
            Routes = [.. scenario.Routes.Where(route => route.Id != "depot - bridge")],
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(9) } },
        });
        run.Vehicles("trucks")[^1].Should().Be('3');
        run.Result.Ledger[0].Lost.Should().Be(3);
    }

    // Those who are unloaded at the town from 2:50 on when it falls at 3:03 are lost at its docks.
    [Fact]
    public void Those_who_are_unloaded_are_lost()
    {
        var scenario = Captured(Road(2), new OnCapture { Vehicles = CapturedVehicles.Seized })
            .Place<Town>("town", t => t with { At = East(-0.5) })
            .Bridge(b => b with { HeldBy = null, Lanes = 2 });
        var run = Play.Of(scenario.With(scenario.Fronts[0] with { Along = [East(-1), "town"], Starts = Moment.After(Span("3:00")) })
            .Until("9:00"));
        run.Vehicles("trucks").Should().Be("0 0 0 2");
        run.Result.Ledger[0].Lost.Should().Be(2);
    }

    // Six trucks, a depot with one dock that red passes at 2:03, and five crates ordered at the start.
    private static Scenario Passed(OnCapture fate)
    {
        var scenario = Captured(Road(5).OneDock(), fate).Fleet("trucks", fleet => fleet with { Count = 6 })
            .Bridge(b => b with { HeldBy = null })
            .Line("road", line => line with { WhenBelow = Crates(5) }).Place<Depot>("depot", depot => depot with { At = East(-0.5) });
        return scenario.With(scenario.Fronts[0] with { Along = [East(-1), "depot"] });
    }

    private static Scenario Caught(CapturedVehicles fate, Permission red) => Captured(
        Road(2).Bridge(b => b with { Inspection = Minutes(60) }), new OnCapture { Vehicles = fate },
        ("blue", [("aid", Permission.Yes)]), ("red", [("aid", red)])).Until("4:15");

    // Red is next to the bridge at 2:00, and blue steps down at once.
    private static Scenario Captured(Scenario scenario, OnCapture? fate, params (string, ByName<Each<Permission>>)[] passage) => scenario
        .Bridge(b => b with { HeldBy = "blue", Passage = ByName.Create<ByName<Each<Permission>>>(passage) })
        .With(new Front("north")
        {
            Attacker = "red", Defender = "blue", Starts = Moment.After(Span("2:00")), Along = [East(-1), "bridge"],
            OpensWith = FrontState.StepDown, Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
            StandOff = new StandOff { StepDown = TimeSpan.FromHours(1) },
            OnCapture = fate ?? new OnCapture(),
        });
}
