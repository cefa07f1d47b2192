using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>People who flee from a camp: they are of its people, eat there until they set out, and go back there on foot.</summary>
/// <remarks><code>
/// zalingei (10,000 people) -- 60 km -- near (room for 1,300) -- 60 km -- far
/// </code>
/// On foot 10 km/h: 6 h to near, 12 h to far. The bridge, which leads nowhere, is what conditions look at: shut from 12:00 to 84:00, so
/// that of 1,000 a day 500 set out on d1, 1,000 on d2 and d3, and 500 on d4.</remarks>
public sealed class CampFlightTests
{
    // Of 500 near gets 300 and far 200, of 1,000 600 and 400. On d3 near has room for 400 more: 200 of its share go on to far, on d4 all.
    [Fact]
    public void A_town_of_ten_thousand_flees_by_shares_until_a_camp_is_full_and_goes_home()
    {
        var run = Play.Of(Siege(one => one with { Return = Home }).Until("138:00"));
        run.Tell(HappeningKind.Fled).Should().Equal(
            "d1 00:00 300 to near", "d1 00:00 200 to far", "d2 00:00 600 to near", "d2 00:00 400 to far",
            "d3 00:00 400 to near", "d3 00:00 600 to far", "d4 00:00 500 to far");
        // Safe since 84:00, and for 12 h since d4: 600 a day, in proportion to the 1,300 and 1,700 who came.
        run.Tell(HappeningKind.WentHome).Should().Equal("d5 00:00 260 from near", "d5 00:00 340 from far");
        // They came home at 6:00 and 12:00 on d5, and ate at home in between as many as were there, 1 kg a day each.
        run.Stock("zalingei", "food").People.Should().Be(10_000 - 3_000 + 600);
        run.Stock("zalingei", "food").Needed.Should().Be(
            1_000L * (10_000 + 9_500 + 8_500 + 7_500) + 250L * (5 * 7_000 + 7_260 + 7_600));
        (run.Stock("near", "food").People, run.Stock("far", "food").People).Should().Be((1_040, 1_360));
        run.Result.People.Should().Be(new PeopleTotal(10_000, 0, 10_000, 0, 0));
    }

    [Fact]
    public void On_the_way_home_they_are_in_no_camp_and_fed_by_nobody()
    {
        var scenario = Siege(one => one with { Return = Home }) with
        {
            Measures = [Counted("displaced", MeasureKind.Displaced), Counted("returned", MeasureKind.Returned)],
        };
        Play.Of(scenario.Until("127:00")).Result.People.Should().Be(new PeopleTotal(10_000, 0, 9_660, 340, 0));
        var measured = scenario.Until("127:00").Run(7);
        (measured["displaced", "near"], measured["displaced", "far"], measured["displaced", "zalingei"]).Should().Be((1_040, 1_360, 0));
        (measured["returned", "near"], measured["returned", "far"], measured["returned", "zalingei"]).Should().Be((260, 340, 0));

        static Measure Counted(string id, MeasureKind kind) => new(id) { Of = "camps", Is = kind };
    }

    [Fact]
    public void No_more_flee_than_are_there()
    {
        var run = Play.Of(Siege(one => one with { To = [] }).Place<Camp>("zalingei", camp => camp with { People = 800 }).Until("120:00"));
        run.Tell(HappeningKind.Fled).Should().Equal("d1 00:00 500 to near", "d2 00:00 300 to near");
        run.Stock("zalingei", "food").People.Should().Be(0);
        run.Stock("zalingei", "food").Needed.Should().Be(800_000 + 300_000);
    }

    // The nearest camp to it is itself, and it is none of its own.
    [Fact]
    public void Nobody_flees_to_where_they_flee_from() =>
        Play.Of(Siege(one => one with { To = [] }).Until("60:00")).Tell(HappeningKind.Fled).Should()
            .Equal("d1 00:00 500 to near", "d2 00:00 800 to near", "d2 00:00 200 to far");

    // 10 t last a day: from then on a thousand a day flee from hunger, and those who are left go on being hungry.
    [Fact]
    public void People_flee_when_the_food_there_has_run_out()
    {
        var scenario = Siege(one => one with { While = Condition.Stock("zalingei").Of("food").IsBelow(TimeSpan.FromHours(1)) })
            .Place<Camp>("zalingei", camp => camp with { Stock = Supply.Of(Quantity.Tonnes(10)) }).Until("73:00");
        // The last hour of day 0, and the whole of days 1 and 2: 41 of 1,000, the rest of the fraction in the next batch.
        Play.Of(scenario).Tell(HappeningKind.Fled).Should().Equal("d1 00:00 25 to near", "d1 00:00 16 to far",
            "d2 00:00 600 to near", "d2 00:00 400 to far", "d3 00:00 600 to near", "d3 00:00 400 to far");
        var isOut = new Compared(Condition.Stock("zalingei").Of("food"), Comparison.AtMost, Threshold.Of(TimeSpan.Zero));
        (scenario with { Displacements = [scenario.Displacements[0] with { While = isOut }] }).Run(1).People.Moving.Should().Be(1_000, "from d1 on nothing is left, and the batch of d3 is on its way");
    }

    // While a hundred are away as many others take their room, and of those one is sent on for whom there is none. The hundred come back
    // all the same: they live there.
    [Fact]
    public void Who_comes_home_stays_whether_there_is_room_or_not()
    {
        var scenario = Siege(one => one with { People = Rate.PerDay(Quantity.Pieces(200)), To = ["far"], Return = Home })
            .Place<Camp>("zalingei", camp => camp with
            {
                People = 100, Capacity = 100, Overflow = new Overflow { Pace = Speed.FromKilometresPerHour(10) },
                Arrivals = ChangingRate.Of(new RateStep { From = Moment.Day(1), Rate = Arrivals.Constant(101) },
                    new RateStep { From = Moment.Day(2), Rate = Arrivals.Constant(0) }),
            }) with { Measures = [new Measure("crowded") { Of = "zalingei", Is = MeasureKind.OverCapacity }] };
        // Whoever fled may flee again: the bridge stays open.
        var run = Play.Of(scenario.With(Closed("bridge", "12:00", "12:00")).Until("97:00"));
        run.Tell(HappeningKind.Fled).Should().Equal("d1 00:00 100 to far");
        run.Tell(HappeningKind.MovedOn).Should().Equal("d2 00:00 1 to near");
        run.Tell(HappeningKind.WentHome).Should().Equal("d2 00:00 100 from far");
        run.Stock("zalingei", "food").People.Should().Be(200);
        scenario.With(Closed("bridge", "12:00", "12:00")).Until("84:00").Run(1)["crowded", "zalingei"].Should()
            .Be(100, "a hundred too many for the day since 60:00");
    }

    // From the town to near, and from near on to far when it is its turn: who came there by the first may leave it by the second.
    [Fact]
    public void Who_fled_to_a_camp_can_flee_on_from_there()
    {
        var scenario = Siege(one => one with { To = ["near"], Return = Home });
        scenario = scenario with
        {
            Displacements = [scenario.Displacements[0], new Displacement("onward")
            {
                From = "near", To = ["far"], While = Condition.Since(Moment.Day(5)), People = Rate.PerDay(Quantity.Pieces(10_000)),
                Pace = Speed.FromKilometresPerHour(10),
            }],
            Measures = [new Measure("displaced") { Of = "camps", Is = MeasureKind.Displaced }],
        };
        var run = Play.Of(scenario.Until("149:00"));
        // 3,000 came to near; 600 of them went home on d5 and on d6, and those who are left flee on.
        run.Tell(HappeningKind.WentHome).Should().Equal("d5 00:00 600 from near", "d6 00:00 600 from near");
        run.Tell(HappeningKind.Fled, "onward").Should().Equal("d6 00:00 1800 to far");
        run.Result.People.Should().Be(new PeopleTotal(10_000, 0, 7_600, 2_400, 0));
        var measured = scenario.Until("151:00").Run(1);
        (measured["displaced", "near"], measured["displaced", "far"]).Should().Be((1_800, 1_800), "they have fled to both");
    }

    [Fact]
    public void Two_displacements_at_half_the_rate_are_one()
    {
        var one = Siege(one => one with { Return = Home });
        var half = one.Displacements[0] with
        {
            People = Rate.PerDay(Quantity.Pieces(500)),
            Return = Home with { People = Rate.PerDay(Quantity.Pieces(300)) },
        };
        var (whole, halves) = (Play.Of(one.Until("200:00")),
            Play.Of((one with { Displacements = [half, half with { Id = "other" }] }).Until("200:00")));
        foreach (var camp in (string[])["zalingei", "near", "far"])
            halves.Stock(camp, "food").Should().Be(whole.Stock(camp, "food"), camp);
        halves.Result.People.Should().Be(whole.Result.People);
    }

    // Nobody needs anything, and nobody comes back: whether they are counted at home or not is nothing to where they flee.
    [Fact]
    public void From_a_camp_they_flee_as_from_a_town_with_as_many_residents()
    {
        var camp = Siege(one => one).Place<Camp>("zalingei", zalingei => zalingei with { People = 2_345 });
        var town = camp with
        {
            Places = [.. camp.Places.Select(place => place.Id == "zalingei" ? new Town("zalingei") : place)],
            Displacements = [camp.Displacements[0] with { Residents = 2_345 }],
        };
        Play.Of(camp).Tell(HappeningKind.Fled).Should().Equal(Play.Of(town).Tell(HappeningKind.Fled)).And.HaveCount(6);
    }

    [Fact]
    public void All_of_them_to_one_camp_is_that_camp_alone()
    {
        var all = Siege(one => one with { To = [("near", 1)], Return = Home });
        var alone = all with { Displacements = [all.Displacements[0] with { To = ["near"] }] };
        // Whoever finds no room goes to near, too: by a list those who do are told of first.
        all.Place<Camp>("near", Wide).Run(1).OutcomeFingerprint.Should().Be(alone.Place<Camp>("near", Wide).Run(1).OutcomeFingerprint);
        Play.Of(all).Result.People.Should().Be(Play.Of(alone).Result.People);

        static Camp Wide(Camp camp) => camp with { Capacity = null };
    }

    [Fact]
    public void Where_people_may_flee_from_no_ration_is_known_to_stay_cut()
    {
        var scenario = Siege(one => one with { Residents = null }) with
        {
            SupplyLines = [new SupplyLine("road")
            {
                From = "depot", To = "zalingei", By = "trucks", WhenBelow = Supply.Days(3), UpTo = Supply.Days(6),
            }],
            Policies = new() { Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(3)),
                Until = Condition.StockHere.IsAbove(TimeSpan.FromDays(8)), To = 0.5 }] },
        };
        scenario = (scenario with { Routes = scenario.Routes.Add(Leg("depot", "zalingei", 60)) })
            .Place<Camp>("zalingei", camp => camp with { Stock = Supply.Days(3), Docks = 5, Unloading = Minutes(5) });
        (scenario with { Displacements = [] }).StaysCut().Select(one => one.Camp).Should().Contain("zalingei");
        scenario.StaysCut().Select(one => one.Camp).Should().NotContain("zalingei");
    }

    [Fact]
    public void Where_nobody_lives_and_nobody_comes_it_is_told_that_nobody_flees()
    {
        const string told = "displacements.siege.from: nobody lives in 'zalingei', and nobody comes there: nobody flees";
        var empty = Siege(one => one).Place<Camp>("zalingei", camp => camp with { People = 0 });
        empty.Cautions().Should().Contain(one => one.ToString().StartsWith(told));
        Scenario[] others =
        [
            Siege(one => one), empty.Place<Camp>("zalingei", camp => camp with { Arrivals = Arrivals.Constant(5) }),
            empty.Place<Camp>("near", camp => camp with { Overflow = new Overflow { Pace = Speed.FromKilometresPerHour(4) } }),
            empty with { Displacements = [empty.Displacements[0], new Displacement("other")
                { From = "near", People = Rate.PerDay(Quantity.Pieces(5)), Pace = Speed.FromKilometresPerHour(4) }] },
        ];
        foreach (var other in others) other.Cautions().Should().NotContain(one => one.ToString().StartsWith(told));
    }

    private static Homecoming Home => new()
    {
        While = Condition.Open("bridge"), After = TimeSpan.FromHours(12), People = Rate.PerDay(Quantity.Pieces(600)),
    };

    private static Scenario Siege(Func<Displacement, Displacement> how) => (Road().Idle() with
    {
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Crossing("bridge") { At = East(0), Lanes = 1, Inspection = Minutes(20) }, new Depot("depot") { Stock = Supply.Unlimited,
                Docks = 2, Loading = Minutes(5) },
            new Camp("zalingei") { People = 10_000 }, new Camp("far") { People = 0 }, new Camp("near") { People = 0, Capacity = 1_300 },
        ],
        Routes = [Leg("depot", "bridge", 60), Leg("zalingei", "near", 60), Leg("near", "far", 60)],
        Displacements =
        [
            how(new Displacement("siege")
            {
                From = "zalingei", To = [("near", 0.6), ("far", 0.4)], While = Condition.Open("bridge").Not(),
                People = Rate.PerDay(Quantity.Pieces(1_000)), Pace = Speed.FromKilometresPerHour(10),
            }),
        ],
    }).With(Closed("bridge", "12:00", "72:00"));
}
