using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Driving hours and breakdowns.</summary>
public sealed class DrivingTests
{
    // An hour and a half of driving, then 22 h 30 min of rest. Out at 0:30, bridge 1:30 to 1:50, 30 min on until 2:20, rest
    // until day 1 0:50, 30 min on until 1:20, unloaded 1:50. Back: bridge 2:50 to 3:10 with the day's driving done, rest
    // until day 2 1:20, 22 h 30 min after it came to stand at the bridge, home 2:20; laden again 2:50.
    [Fact]
    public void A_crew_drives_its_hours_and_stops_for_the_night_to_the_minute()
    {
        var run = Play.Of(Road(2).Fleet("trucks", f => f with { Count = 1, Driving = TimeSpan.FromMinutes(90) }).Until("54:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d1 01:50");
        run.Legs("bridge", "depot").Should().Equal("d1 03:10 x1");
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d2 02:50 x1");
        run.Result.Trips.Take(3).Select(trip => Play.Time(trip.Arrives)).Should().Equal("d0 01:30", "d1 01:20", "d1 02:50");
    }

    // It stands at the bridge from 1:30 to 26:00, longer than the night of 22 h 30 min: through at 26:20, at the town at
    // 27:20 without a halt.
    [Fact]
    public void A_long_wait_at_a_crossing_is_rest() =>
        Play.Of(Road().Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) }).With(Closed("bridge", "1:00", "25:00")))
            .When(HappeningKind.Arrived).Should().Equal("d1 03:50");

    // A wait of 20 h is not: it drives 30 min from 22:20 and rests from 22:50 to 45:20; 45:50, unloaded 46:20.
    [Fact]
    public void A_wait_that_is_shorter_than_the_night_is_no_rest() =>
        Play.Of(Road().Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) }).With(Closed("bridge", "1:00", "21:00")))
            .When(HappeningKind.Arrived).Should().Equal("d1 22:20");

    // 15:00 to 26:30 at the town, where nobody is unloaded: with the half hour after it 12 h, as long as
    // the night. 12 h of driving a day, and 11 h there, it is home at 37:30.
    [Fact]
    public void A_long_wait_at_a_dock_is_rest()
    {
        var scenario = Straight(hours: 11, driving: 12).With(Stopped("11:00", "15:00"));
        Play.Of(scenario).Trips("town", "depot").Should().Equal("d1 02:30 to d1 13:30");
    }

    // 11:30 to 22:30, and half an hour, are less than 12 h: it has one hour left of that day, and rests until 36:00.
    [Fact]
    public void A_shorter_wait_at_a_dock_is_no_rest()
    {
        var scenario = Straight(hours: 11, driving: 12).With(Stopped("11:00", "11:30"));
        Play.Of(scenario).Trips("town", "depot").Should().Equal("d0 23:00 to d1 22:00");
    }

    // Held from 5:30 on after 5 h of 6, with 3 h to go: for 18 h, as long as the night, or for an hour
    // less, and then it rests after one hour more.
    [Theory]
    [InlineData("18:00", "d1 03:00")]
    [InlineData("17:00", "d1 20:00")]
    public void A_long_hold_on_a_closed_road_is_rest(string lasts, string unloaded) =>
        Play.Of(Straight(hours: 8, driving: 6).With(Closed("depot - town", "5:30", lasts, EnRoute.Hold))).When(HappeningKind.Arrived)
            .Should().Equal(unloaded);

    // 8 h of driving, and wherever it fails a repair of 18 h is the night of 6 h a day. One of 17 h is not:
    // it rests too, after 6 h of driving or before, and has driven less than 6 h by then or after it.
    [Theory]
    [InlineData(18, "d1 03:00")]
    [InlineData(17, "d1 20:00")]
    public void A_long_repair_is_rest(int repair, string unloaded)
    {
        var scenario = Straight(hours: 8, driving: 6).Fleet("trucks", f => f with
        {
            Breakdown = new Breakdown { Every = Distance.FromKilometres(400), Repair = TimeSpan.FromHours(repair),
                RecoveryHalt = TimeSpan.FromHours(1) },
        });
        Play.Of(scenario, SeedWith(failsAfter: 120, before: 360, notBefore: 960)).When(HappeningKind.Arrived).Should().Equal(unloaded);
    }

    // The guard drives 2 h of the 3, and the column rests 22 h with it: 0:30 to 2:30, 24:30 to 25:30, and
    // its second vehicle is there a moment later.
    [Theory]
    [InlineData(null)]
    [InlineData(12)]
    public void The_shortest_driving_day_of_a_column_binds(int? trucks)
    {
        var scenario = Straight(hours: 3, driving: 12)
            .Plus(new Fleet("guards") { Traffic = "aid", Base = "depot", Count = 1, Driving = TimeSpan.FromHours(2) })
            .Fleet("trucks", f => f with
            {
                Driving = trucks is { } hours ? TimeSpan.FromHours(hours) : null,
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.FromHours(4),
                    Escort = new Escort { From = "guards", Count = 1 } },
            });
        Play.Of(scenario).Trips("depot", "town")[0].Should().Be("d0 00:30 to d1 01:30");
    }

    // One of two fails on the way to the town and nothing else does. The column halts 1 h and goes on without it: town 2:30
    // + 1:00, unloaded 4:00. The repair takes 10 h from there on; wherever it was, the vehicle is at the town 10 h after
    // the other, unloaded 14:00.
    [Fact]
    public void A_broken_vehicle_halts_the_column_is_left_behind_and_rejoins_singly()
    {
        var run = Play.Of(Breaking(2), SeedWith(failsOnTheWay: 1, of: 2));
        run.When(HappeningKind.Arrived).Should().Equal("d0 04:00", "d0 14:00");
    }

    [Fact]
    public void A_vehicle_under_repair_counts_as_broken() =>
        Play.Of(Breaking(2).Until("6:00"), SeedWith(failsOnTheWay: 1, of: 2)).Vehicles("trucks").Should().Be("0 1 1 0");

    // It has nobody to wait for it: 2 h of driving, 10 h of repair, no halt.
    [Fact]
    public void A_vehicle_by_itself_is_repaired_where_it_stands() =>
        Play.Of(Breaking(1), SeedWith(failsOnTheWay: 1, of: 1)).When(HappeningKind.Arrived).Should().Equal("d0 13:00");

    // Under repair from some instant before 2:30 on for 10 h; at 3:00 whatever is on the road is lost.
    [Fact]
    public void A_vehicle_under_repair_is_lost_with_the_road_it_is_on()
    {
        var run = Play.Of(Ambushed(Breaking(1), "3:00"), SeedWith(failsOnTheWay: 1, of: 1));
        run.When(HappeningKind.Lost).Should().Equal("d0 03:00");
        run.Vehicles("trucks").Should().Be("0 0 0 1");
    }

    // One has failed by 2:30; the column halts for an hour, and whoever is on the road is lost a minute before it would be in the town.
    [Fact]
    public void A_column_that_halts_is_lost_with_the_road_it_is_on()
    {
        var run = Play.Of(Ambushed(Breaking(2), "2:29"), SeedWith(failsOnTheWay: 1, of: 2));
        run.When(HappeningKind.Lost).Should().Equal("d0 02:29", "d0 02:29");
        run.Vehicles("trucks").Should().Be("0 0 0 2");
    }

    // One fails between 0:30 and 2:30, and the column halts for three hours; shut from 2:45 to 40:00. Whether held with the column or
    // repaired meanwhile, the one left behind goes on when the road opens, as the other does; turned back, both begin anew then.
    [Theory]
    [InlineData(EnRoute.Hold)]
    [InlineData(EnRoute.Trapped)]
    [InlineData(EnRoute.TurnBack)]
    public void A_vehicle_left_behind_on_a_closed_road_stays_as_its_column_does(EnRoute enRoute)
    {
        var run = Play.Of(LeftBehind("37:15", enRoute), SeedWith(failsOnTheWay: 1, of: 2));
        var arrived = run.When(HappeningKind.Arrived);
        arrived.Should().HaveCount(2);
        arrived[1].Should().Be(arrived[0]).And.StartWith("d1 1");
    }

    // Open again before the repair is done, and what would have turned it back is over.
    [Fact]
    public void A_vehicle_left_behind_goes_on_where_the_road_is_open_again()
    {
        var (held, turned) = (Play.Of(LeftBehind("2:00", EnRoute.Hold), SeedWith(1, 2)),
            Play.Of(LeftBehind("2:00", EnRoute.TurnBack), SeedWith(1, 2)));
        turned.When(HappeningKind.Arrived)[^1].Should().Be(held.When(HappeningKind.Arrived)[^1]).And.StartWith("d0 1");
    }

    // Turned back from 10:00 to 11:00, while it rests until 24:50: by the morning nothing is in its way.
    [Fact]
    public void Who_rests_does_not_turn_back_for_a_closure_that_is_over() =>
        Play.Of(Road().Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) })
            .With(Closed("bridge - town", "10:00", "1:00", EnRoute.TurnBack)))
            .When(HappeningKind.Arrived).Should().Equal("d1 01:50");

    // It rests from 2:20 to 24:50, 30 km beyond the bridge; at 10:00 whatever is there is lost.
    [Fact]
    public void Who_rests_on_the_road_is_lost_with_it() =>
        Play.Of(Road().Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) })
            .With(Closed("bridge - town", "10:00", "0:10", EnRoute.Lost)).Until("24:00"))
            .When(HappeningKind.Lost).Should().Equal("d0 10:00");

    // The same, held from 10:00 to 11:00: the night is over at 24:50 as ever.
    [Fact]
    public void A_closure_that_is_over_by_the_morning_does_not_lengthen_the_night() =>
        Play.Of(Road().Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) })
            .With(Closed("bridge - town", "10:00", "1:00", EnRoute.Hold)))
            .When(HappeningKind.Arrived).Should().Equal("d1 01:50");

    private static Scenario Ambushed(Scenario scenario, string at) =>
        scenario with { Disruptions = scenario.Disruptions.Add(Closed("depot - town", at, "0:10", EnRoute.Lost, "ambush")) };

    private static Scenario LeftBehind(string lasts, EnRoute enRoute) => Breaking(2).Until("60:00")
        .Fleet("trucks", f => f with { Breakdown = f.Breakdown! with { RecoveryHalt = TimeSpan.FromHours(3) } })
        is var scenario
            ? scenario with { Disruptions = scenario.Disruptions.Add(Closed("depot - town", "2:45", lasts, enRoute, "mines")) }
            : null!;

    // A road of 120 km without a bridge: departs 0:30, there 2:30, unloaded 3:00.
    private static Scenario Breaking(int trucks) => Road(trucks).Detour(120).With(Closed("bridge", "0:00", "200:00"))
        .Fleet("trucks", f => f with
    {
        Breakdown = new Breakdown { Every = Distance.FromKilometres(400), Repair = TimeSpan.FromHours(10),
            RecoveryHalt = TimeSpan.FromHours(1) },
        Convoy = new ConvoyRules { Size = new SizeRange(trucks, trucks), Wait = TimeSpan.FromHours(9), Density = 1000 },
    }).Until("14:01");

    // One truck on a road without a bridge: departs 0:30; unloaded in half an hour.
    private static Scenario Straight(int hours, int driving) => (Road() with { Routes = [Leg("depot", "town", hours * 60)] })
        .Fleet("trucks", f => f with { Driving = TimeSpan.FromHours(driving) }).Until("48:00");

    private static Closure Stopped(string at, string lasts) => Closed("town", at, lasts) with { Stops = [SiteWork.Unloading] };

    // The way to a failure is drawn by vehicle and failure; the first seed at which as many fail within the 120 km, and
    // none twice or on the way back.
    private static ulong SeedWith(int failsOnTheWay, int of)
    {
        for (var seed = 1UL; ; seed++)
        {
            var stream = new Simulation(seed, 0).Stream("breakdown/trucks");
            double Metres(int vehicle, int failure) => Distribution.Exponential(400_000)
                .Quantile(stream.Uniform(Draw.Occasion(vehicle, failure)));
            var fail = Enumerable.Range(0, of).Where(vehicle => Metres(vehicle, 0) < 120_000).ToArray();
            if (fail.Length == failsOnTheWay && fail.All(vehicle => Metres(vehicle, 1) > 240_000)
                && Enumerable.Range(0, of).Except(fail).All(vehicle => Metres(vehicle, 0) > 240_000)) return seed;
        }
    }

    // The first seed at which the one truck fails between two distances, and not again before another.
    private static ulong SeedWith(int failsAfter, int before, int notBefore)
    {
        for (var seed = 1UL; ; seed++)
        {
            var stream = new Simulation(seed, 0).Stream("breakdown/trucks");
            double Kilometres(int failure) => Distribution.Exponential(400).Quantile(stream.Uniform(Draw.Occasion(0, failure)));
            if (Kilometres(0) > failsAfter && Kilometres(0) < before && Kilometres(1) > notBefore) return seed;
        }
    }
}
