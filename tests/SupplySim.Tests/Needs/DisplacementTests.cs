using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>People who flee to camps while something is so, and go home when it is safe.</summary>
/// <remarks><code>
/// town -- 60 km -- near (room for 100) -- 60 km -- far (room for 50)
/// </code>
/// The bridge, which leads nowhere, is what conditions look at: shut from 12:00 to 36:00 where nothing else is said.</remarks>
public sealed class DisplacementTests
{
    // 2,400 a day are 100 an hour: twelve hours of day 0 and twelve of day 1. They walk 60 km at 5 km/h.
    [Fact]
    public void People_flee_as_long_as_the_condition_holds_and_set_out_in_batches()
    {
        var run = Play.Of(Fleeing(Wide, one => one).Until("61:00"));
        run.Tell(HappeningKind.Fled, "raqqa").Should().Equal("d1 00:00 1200 to near", "d2 00:00 1200 to near");
        run.Stock("near", "food").People.Should().Be(2400);
        run.Result.People.Should().Be(new PeopleTotal(0, 2400, 2400, 0, 0));
        Play.Of(Fleeing(Wide, one => one).Until("36:00")).Stock("near", "food").Needed.Should().Be(0);
        Play.Of(Fleeing(Wide, one => one).Until("37:00")).Stock("near", "food").Needed.Should().Be(50_000);
    }

    // The nearest has room for 100, the next for 50; the other ten crowd into the nearest. Room is kept for those on their way: of the next
    // batch nobody finds any.
    [Fact]
    public void They_go_to_the_nearest_camp_that_has_room_and_then_to_the_next()
    {
        var run = Play.Of(Fleeing(Narrow, one => one with { People = Rate.PerDay(Quantity.Pieces(320)) }).Until("72:00"));
        run.Tell(HappeningKind.Fled).Should().Equal(
            "d1 00:00 100 to near", "d1 00:00 50 to far", "d1 00:00 10 to near", "d2 00:00 160 to near");
        (run.Stock("near", "food").People, run.Stock("far", "food").People).Should().Be((270, 50));
    }

    [Fact]
    public void They_go_only_to_the_camps_that_are_named()
    {
        var run = Play.Of(Fleeing(Wide, one => one with { To = ["far"] }).Until("60:00"));
        run.Tell(HappeningKind.Fled).Should().Equal("d1 00:00 1200 to far", "d2 00:00 1200 to far");
    }

    // As the crow flies from a point 10 km to the east of the far camp: no road is needed.
    [Fact]
    public void From_a_point_distances_are_as_the_crow_flies()
    {
        var scenario = Fleeing(Wide, one => one with { From = East(110) }) with { Routes = [] };
        var run = Play.Of(scenario.Until("26:30"));
        run.Tell(HappeningKind.Fled).Should().Equal("d1 00:00 1200 to far");
        run.Stock("far", "food").People.Should().Be(1200, "10 km at 5 km/h");
    }

    // 1,500 live there: 1,200 flee on day 0 and 300 on day 1, and nobody is left.
    [Fact]
    public void No_more_flee_than_live_there() =>
        Play.Of(Fleeing(Wide, one => one with { Residents = 1500 }).Until("60:00")).Tell(HappeningKind.Fled).Should()
            .Equal("d1 00:00 1200 to near", "d2 00:00 300 to near");

    [Fact]
    public void Who_lives_there_may_be_unknown_and_is_drawn_once_a_run()
    {
        var compiled = new CompiledScenario(Fleeing(Wide, one => one with { Residents = Number.Unknown(100, 1000) }).Until("60:00"));
        var fled = Enumerable.Range(0, 50).Select(run => Replication.Run(compiled, 3, run, audit: true).People.Arrived).ToArray();
        fled.Should().OnlyContain(people => people >= 100 && people <= 1000);
        fled.Distinct().Should().HaveCountGreaterThan(30);
    }

    // By night a quarter: 6 h of light and 6 h of night on day 0, the same on day 1.
    [Fact]
    public void By_night_fewer_set_out() =>
        Play.Of(Fleeing(Wide, one => one with { Night = 0.25 }).Until("60:00")).Tell(HappeningKind.Fled).Should()
            .Equal("d1 00:00 750 to near", "d2 00:00 750 to near");

    // Safe again from 36:00 on, without mines from 84:00 on: 12 h of day 3 at 600 a day, and the whole of day 4, of each camp a half.
    [Fact]
    public void They_go_home_some_time_after_it_is_safe()
    {
        var scenario =
            Fleeing(places => [.. places.Select(place => place is Camp { Id: "near" } near ? near with { Capacity = 1200 } : place)],
                one =>
                    one with { Residents = 9000, Return = new Homecoming
                    {
                        While = Condition.Open("bridge"),
                        After = TimeSpan.FromHours(48),
                        People = Rate.PerDay(Quantity.Pieces(600)),
                    } });
        var run = Play.Of(scenario.Until("121:00"));
        run.Tell(HappeningKind.WentHome).Should().Equal("d4 00:00 150 from near", "d4 00:00 150 from far", "d5 00:00 300 from near",
            "d5 00:00 300 from far");
        run.Result.People.Should().Be(new PeopleTotal(0, 2400, 1500, 0, 900));
        var measured =
            (scenario with { Measures = [Counted("displaced", MeasureKind.Displaced), Counted("returned", MeasureKind.Returned)] }).Until(
                "121:00").Run(7);
        (measured["displaced", "near"], measured["returned", "near"]).Should().Be((1200 - 450, 450));
        (measured["displaced", "far"], measured["returned", "far"]).Should().Be((1200 - 450, 450));

        static Measure Counted(string id, MeasureKind kind) => new(id) { Of = "camps", Is = kind };
    }

    // Open until 12:00, for less than the 20 hours that it takes; shut from then on.
    [Fact]
    public void What_interrupts_safety_begins_its_time_anew()
    {
        var scenario = Fleeing(Wide,
            one =>
                one with { Return = new Homecoming
                {
                    While = Condition.Open("bridge"),
                    After = TimeSpan.FromHours(20),
                    People = Rate.PerDay(Quantity.Pieces(2400)),
                } });
        Play.Of(scenario.Until("56:00")).Tell(HappeningKind.WentHome).Should().BeEmpty();
        // From 56:00 on: 16 h of day 2 at 100 an hour, of the 1,200 who have arrived and the 1,200 who have since.
        Play.Of(scenario.Until("73:00")).Tell(HappeningKind.WentHome).Should().Equal("d3 00:00 1600 from near");
    }

    // Nobody comes back before they have arrived, nor more than are in the camp: others have left it for good.
    [Fact]
    public void No_more_go_home_than_came_and_are_there()
    {
        var scenario =
            Fleeing(places =>
                [.. places.Select(place => place is Camp camp ? camp with { Departures = Rate.PerDay(Quantity.Pieces(1000)) } : place)],
                one =>
                    one with { Return = new Homecoming
                    {
                        While = Condition.Open("bridge"),
                        People = Rate.PerDay(Quantity.Pieces(100_000)),
                    } });
        var run = Play.Of(scenario.Until("240:00"));
        run.Result.People.Arrived.Should().Be(2400);
        run.Result.People.InCamp.Should().Be(0);
        run.Result.People.Left.Should().Be(2400);
    }

    // Who is back can flee again: 100 residents, shut for an hour in two, home within the hour.
    [Fact]
    public void Who_is_back_can_flee_again()
    {
        var scenario = Fleeing(Wide, one => one with
        {
            Residents = 100, Pace = Speed.FromKilometresPerHour(600), Batches = TimeSpan.FromHours(6),
            Return = new Homecoming { While = Condition.Open("bridge"), People = Rate.PerDay(Quantity.Pieces(1_000_000)) },
        }).With(new Closure("fighting") { Close = "bridge", Every = TimeSpan.FromHours(12), For = TimeSpan.FromHours(12) });
        var run = Play.Of(scenario.Until("100:00"));
        run.Result.People.Arrived.Should().BeGreaterThan(300);
        (run.Result.People.InCamp + run.Result.People.Moving).Should().BeLessThanOrEqualTo(100);
    }

    // V25. From hour 6 to hour 54 in batches of six hours: 4 a day and from 30:00 on 12 a day, by night half, from 12:00 to 36:00 only. Of
    // day 0 six hours of light and six of night at 4 a day, of day 1 six of night at 4 a day, and at 12 a day six of light: 5 people.
    [Fact]
    public void How_many_flee_in_a_time_is_Poisson_with_the_integral_of_the_rate()
    {
        const int runs = 20_000;
        const double mean = (6 + 3 + 3) * 4 / 24.0 + 6 * 12 / 24.0;
        var compiled = new CompiledScenario(Fleeing(Wide, one => one with
        {
            Night = 0.5, Batches = TimeSpan.FromHours(6),
            People = ChangingRate.Of(new RateStep { Rate = Arrivals.Poisson(4) },
                new RateStep { From = Moment.After(Span("30:00")), Rate = Arrivals.Poisson(12) }),
        }).Until("54:01"));
        var counts = Enumerable.Range(0, runs).Select(run => (int)Replication.Run(compiled, 25, run).People.Arrived).ToArray();
        IsPoisson(counts, mean);
    }

    // Two stretches that do not touch, of the same displacement, and two displacements: independent, so their sums are Poisson too.
    [Fact]
    public void Batches_and_displacements_are_independent()
    {
        const int runs = 20_000;
        var one = Fleeing(Wide, one => one with { People = Arrivals.Poisson(2) }).Until("60:00");
        var two = one with { Displacements = [one.Displacements[0],
            one.Displacements[0] with { Id = "other", People = Arrivals.Poisson(3) }] };
        var (single, both) = (new CompiledScenario(one), new CompiledScenario(two));
        IsPoisson([.. Enumerable.Range(0, runs).Select(run => (int)Replication.Run(both, 25, run).People.Arrived)], 5);
        for (var run = 0; run < 50; run++)
            Told(both, run).Where(told => told.StartsWith("raqqa", StringComparison.Ordinal)).Should().Equal(Told(single, run));

        static string[] Told(CompiledScenario compiled, int run) => [.. Replication.Run(compiled, 25, run, tell: true).Story
            .Where(happening => happening.Kind == HappeningKind.Fled)
            .Select(happening => $"{happening.Subject} {happening.At} {happening.Detail}")];
    }

    // While a front fights within 30 km, and never where there is none.
    [Fact]
    public void Fighting_sends_people_to_camps()
    {
        var front = Conflict.North.Front();
        var scenario = Fleeing(Wide,
            one => one with { While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(30)),
                Batches = TimeSpan.FromHours(1) })
            .Bridge(bridge => bridge with { HeldBy = "blue" }).With(front).Until("20:30") with { Disruptions = [] };
        // They fight from 7:30 to 15:30, and 100 flee in an hour.
        Play.Of(scenario).Result.People.Arrived.Should().BeInRange(799, 801);
        Play.Of(scenario with { Fronts = [] }).Result.People.Arrived.Should().Be(0);
        (scenario with { Fronts = [] }).NeverTrue().Should().ContainSingle().Which.Id.Should().Be("raqqa");
    }

    [Fact]
    public void Where_nobody_flees_nothing_changes()
    {
        var scenario = Fleeing(Wide, one => one with { People = Rate.PerDay(Quantity.Pieces(0)) });
        Play.Of(scenario).Result.OutcomeFingerprint.Should().Be(Play.Of(scenario with { Displacements = [] }).Result.OutcomeFingerprint);
    }

    private static void IsPoisson(int[] counts, double mean)
    {
        var (statistic, cells, expected, counted) = (0.0, 0, 0.0, 0);
        for (var k = 0; k <= counts.Max() + 20; k++)
        {
            expected += counts.Length * MathNet.Numerics.Distributions.Poisson.PMF(mean, k);
            counted += counts.Count(count => count == k);
            var isLast = counts.Length * (1 - MathNet.Numerics.Distributions.Poisson.CDF(mean, k)) < 20;
            if (expected < 20 && !isLast) continue;
            if (isLast)
                (expected, counted) = (expected + counts.Length * (1 - MathNet.Numerics.Distributions.Poisson.CDF(mean, k)),
                    counted + counts.Count(count => count > k));
            statistic += (counted - expected) * (counted - expected) / expected;
            (cells, expected, counted) = (cells + 1, 0, 0);
            if (isLast) break;
        }
        cells.Should().BeGreaterThan(8);
        statistic.Should().BeLessThan(MathNet.Numerics.Distributions.ChiSquared.InvCDF(cells - 1, 1 - 1e-5));
    }

    private static Scenario Fleeing(Func<IEnumerable<Place>, System.Collections.Immutable.ImmutableArray<Place>> change,
        Func<Displacement, Displacement> how)
    {
        var scenario = Road().Idle() with
        {
            Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
            Places =
                change([new Crossing("bridge") { At = East(0), Lanes = 1, Inspection = Minutes(20) }, new Depot("depot"), new Town("town"),
                new Camp("far") { People = 0, At = East(120) }, new Camp("near") { People = 0, At = East(60) }]),
            Routes = [Leg("depot", "bridge", 60), Leg("town", "near", 60), Leg("near", "far", 60)],
            Displacements =
            [
                how(new Displacement("raqqa")
                {
                    From = "town", While = Condition.Open("bridge")
                        .Not(), People = Rate.PerDay(Quantity.Pieces(2400)), Pace = Speed.FromKilometresPerHour(5),
                }),
            ],
        };
        return scenario.With(Closed("bridge", "12:00", "24:00"));
    }

    private static System.Collections.Immutable.ImmutableArray<Place> Wide(IEnumerable<Place> places) => [.. places];

    private static System.Collections.Immutable.ImmutableArray<Place> Narrow(IEnumerable<Place> places) =>
        [.. places.Select(place => place is Camp camp ? camp with { Capacity = camp.Id == "near" ? 100 : 50 } : place)];
}
