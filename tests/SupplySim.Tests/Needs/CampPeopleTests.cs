using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>Who comes to a camp, who leaves it, and where those go for whom it has no room.</summary>
public sealed class CampPeopleTests
{
    // 2,400 a day leave at the end of each day: 24 t on day 0, 21.6 t on day 1, and half of 19.2 t on half of day 2.
    [Fact]
    public void People_leave_in_daily_batches()
    {
        var run = Play.Of(Plenty(camp => camp with { Departures = Arrivals.Constant(2400) }).Until("60:00"));
        (run.Stock("camp", "food").Needed, run.Stock("camp", "food").People).Should().Be((55_200_000, 19_200));
        run.Result.People.Should().Be(new PeopleTotal(24_000, 0, 19_200, 0, 4800));
    }

    // 24 t on day 0, 4 t on day 1 by the 4,000 who are left, and then nobody is there to leave.
    [Fact]
    public void No_more_leave_than_are_there()
    {
        var run = Play.Of(Plenty(camp => camp with { Departures = Arrivals.Constant(20_000) }).Until("100:00"));
        run.Stock("camp", "food").Needed.Should().Be(28_000_000);
        run.Result.People.Should().Be(new PeopleTotal(24_000, 0, 0, 0, 24_000));
    }

    // Need that was met before the last one left is not forgotten.
    [Fact]
    public void What_was_missed_by_those_who_left_is_still_counted()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Stock = Supply.None, Departures = Arrivals.Constant(24_000) });
        Play.Of(scenario.Until("48:00") with { Measures = [new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays }] })
            .Result["hungry"].Should().Be(24_000);
    }

    // Those who come count before those who leave: of none, 100 come and 60 of them leave at the same instant.
    [Fact]
    public void Who_comes_counts_before_who_leaves()
    {
        var scenario = Plenty(camp => camp with { People = 0, Arrivals = Arrivals.Constant(100), Departures = Arrivals.Constant(60) });
        Play.Of(scenario.Until("25:00")).Result.People.Should().Be(new PeopleTotal(0, 100, 40, 0, 60));
    }

    // 2,400 on day 0; 1,200 and, from noon of day 1 on, 2,400 on day 1.
    [Fact]
    public void A_stream_changes_on_dates_within_a_batch_too()
    {
        var stream = ChangingRate.Of(
            new RateStep { Rate = Arrivals.Constant(2400) },
            new RateStep { From = Moment.After(Span("36:00")), Rate = Arrivals.Constant(4800) });
        Play.Of(Plenty(camp => camp with { Arrivals = stream }).Until("60:00")).Result.People.Arrived.Should().Be(6000);
    }

    // Before the first step nobody comes; from a step of nobody on, neither.
    [Fact]
    public void A_stream_lasts_from_its_first_step_to_one_of_nobody()
    {
        var stream = ChangingRate.Of(
            new RateStep { From = Moment.Day(1), Rate = Arrivals.Constant(100) },
            new RateStep { From = Moment.Day(3), Rate = Arrivals.Constant(0) });
        Play.Of(Plenty(camp => camp with { Arrivals = stream }).Until("200:00")).Result.People.Arrived.Should().Be(200);
    }

    // 600 each six hours, nine times in 59 hours; three in two days are one on the first and two on the second.
    [Theory]
    [InlineData(2400, 1, 6, "59:00", 5400)]
    [InlineData(3, 2, 24, "25:00", 1)]
    [InlineData(3, 2, 24, "49:00", 3)]
    public void Batches_may_be_of_any_length_and_carry_fractions_on(int people, int days, int hours, string until, int arrived)
    {
        var stream = new Arrivals(new Rate(Quantity.Pieces(people), TimeSpan.FromDays(days)), IsRandom: false);
        Play.Of(Plenty(camp => camp with { Arrivals = stream, Batches = TimeSpan.FromHours(hours) }).Until(until))
            .Result.People.Arrived.Should().Be(arrived);
    }

    // 26,400 on day 1 are 1,400 too many for a day, 28,800 on half of day 2 are 3,800 too many for half of one.
    [Fact]
    public void Who_stays_beyond_the_capacity_is_counted_for_as_long_as_that_lasts()
    {
        var scenario = Plenty(camp => camp with { Capacity = 25_000, Arrivals = Arrivals.Constant(2400) }).Until("60:00") with
        {
            Measures =
            [
                new Measure("crowded") { Of = "camps", Is = MeasureKind.OverCapacity },
                new Measure("people") { Of = "camps", Is = MeasureKind.People },
            ],
        };
        var run = Play.Of(scenario).Result;
        (run["crowded"], run["people"]).Should().Be((3300, 28_800));
    }

    // The camp takes 1,000 of the 2,400 of day 0; of the 1,400 others the nearest takes 1,000 (60 km at 5
    // km/h), the next 400 of the 1,500 it has room for (120 km). Of day 1's 2,400, none of whom find room,
    // 1,100 have room there, and 1,300 must stay.
    [Fact]
    public void Who_finds_no_room_goes_on_to_the_nearest_camp_that_has_some()
    {
        var run = Play.Of(Crowded().Until("60:00"));
        run.Tell(HappeningKind.MovedOn, "camp").Should().Equal("d1 00:00 1000 to near", "d1 00:00 400 to far", "d2 00:00 1100 to far");
        run.Stock("camp", "food").People.Should().Be(26_300);
        run.Stock("near", "food").People.Should().Be(1000);
        run.Stock("far", "food").People.Should().Be(400);
        run.Result.People.Should().Be(new PeopleTotal(24_000, 4800, 27_700, 1100, 0));
    }

    // 1,000 people at 1 kg a day eat from noon of day 1 on.
    [Fact]
    public void Who_moves_on_needs_nothing_until_arrival() =>
        Play.Of(Crowded().Until("36:00")).Stock("near", "food").Needed.Should().Be(0);

    [Fact]
    public void Who_has_arrived_needs_a_full_ration() =>
        Play.Of(Crowded().Until("60:00")).Stock("near", "food").Needed.Should().Be(1_000_000);

    // Camps that no road leads to are no way out.
    [Fact]
    public void Who_can_go_nowhere_stays() =>
        Play.Of((Crowded() with { Routes = Camp().Routes }).Until("60:00")).Result.People.Should()
            .Be(new PeopleTotal(24_000, 4800, 28_800, 0, 0));

    private static Scenario Crowded()
    {
        var scenario = Plenty(camp => camp with
        {
            Capacity = 25_000, Arrivals = Arrivals.Constant(2400), Overflow = new Overflow { Pace = Speed.FromKilometresPerHour(5) },
        });
        return scenario.Plus(new Camp("far") { People = 0, Capacity = 1500 }, Leg("camp", "far", 120))
            .Plus(new Camp("near") { People = 0, Capacity = 1000 }, Leg("near", "camp", 60));
    }

    private static Scenario Plenty(Func<Camp, Camp> change) =>
        Camp().Place<Camp>("camp", camp => change(camp with { Stock = Food(1000) })) with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(2) },
        };
}
