using System.Globalization;
using SupplySim.Engine;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>What a replay on a map is made of: where columns stayed, and where the heads of fronts were.</summary>
public sealed class TravelTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    // The truck comes to the bridge at 1:30; it is shut from 1:00 to 6:00, and one is through in twenty minutes.
    [Fact]
    public void A_column_stays_at_a_crossing_from_its_coming_to_its_going()
    {
        var run = Play.Of(Road().With(Closed("bridge", "1:00", "5:00")).Until("30:00")).Result;
        var crossing = run.Trips.First(trip => trip is { Route: 1, Forward: true }).Departs;
        var stay = run.Stays[0];
        stay.From.Should().Be(run.Trips.First(trip => trip is { Route: 0, Forward: true }).Arrives);
        stay.Until.Should().Be(crossing).And.Be(SimTime.Start + Span("6:20"));
        stay.Vehicles.Should().Be(run.Trips[0].Vehicles);
        run.Stays.Should().OnlyContain(one => one.Place == stay.Place);
    }

    [Fact]
    public void Who_is_still_there_at_the_end_has_stayed_until_then()
    {
        var run = Play.Of(Road().With(Closed("bridge", "1:00", "500:00")).Until("30:00")).Result;
        run.Stays.Should().Contain(stay => stay.Until == SimTime.Start + Span("30:00"));
    }

    // It sets out at 0:30 and would be at the bridge at 1:30; at 1:00 it is half way there, and the road is shut until 6:00.
    [Theory]
    [InlineData(EnRoute.Hold, "d0 00:30-06:30 0-1; ")]
    [InlineData(EnRoute.TurnBack, "d0 00:30-01:00 0-0.5; back d0 01:00-01:30 0.5-1; ")]
    [InlineData(EnRoute.Lost, "d0 00:30-01:00 0-0.5; ")]
    public void A_trip_is_told_as_it_went(EnRoute enRoute, string told)
    {
        var run = Play.Of(Road().With(Closed("depot - bridge", "1:00", "5:00") with { EnRoute = enRoute }).Until("30:00")).Result;
        string.Concat(run.Trips.Where(trip => trip.Route == 0).TakeWhile((trip, number) => number == 0 || !trip.Forward && trip.From > 0)
            .Select(trip =>
            $"{(trip.Forward ? "" : "back ")}{Play.Time(trip.Departs)}-{Play.Time(trip.Arrives)[3..]} {trip.From.ToString(Invariant)}-{trip.To.ToString(Invariant)}; "))
                .Should().Be(told);
    }

    // Every hour one comes, from 1:00 on; the bridge is shut from 3:00 to 6:00.
    [Fact]
    public void Strangers_stay_there_too()
    {
        var run = Play.Of(Road().Idle().Plus(Traders(Each("1:00"))).With(Closed("bridge", "2:30", "3:30")).Until("8:00")).Result;
        run.Stays.Select(stay => (stay.From - SimTime.Start).TotalHours).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(6);
        run.Stays.Should().OnlyContain(stay => stay.Vehicles == 1 && stay.Until > stay.From);
        run.Stays.Count(stay => stay.From <= SimTime.Start + Span("5:30") && stay.Until > SimTime.Start + Span("5:30")).Should().Be(3);
    }

    [Fact]
    public void Strangers_who_go_away_have_stayed_until_then()
    {
        var shut = Closed("bridge", "2:30", "30:00") with { Queue = QueueRule.Disperse };
        var run = Play.Of(Road().Idle().Plus(Traders(Each("1:00"))).With(shut).Until("8:00")).Result;
        run.Stays.Should().HaveCountGreaterThan(6).And.OnlyContain(stay => stay.Until - stay.From < Span("0:30"));
    }

    // An hour's flight at 1:00; told at 1:15 to turn back.
    [Fact]
    public void A_flight_that_turns_back_has_flown_a_part_of_its_way_and_flies_it_back()
    {
        var run = Play.Of(Air.Flown(11).With(Closed("depot - camp (air)", "1:15", "20:00", EnRoute.TurnBack)).Until("2:00")).Result;
        run.Trips.Select(trip => (trip.Forward, Play.Time(trip.Departs), Play.Time(trip.Arrives), trip.From, trip.To)).Should()
            .Equal((true, "d0 01:00", "d0 01:15", 0, 0.25), (false, "d0 01:15", "d0 01:30", 0.75, 1));
    }

    // 10 km/h from 50 km east of the bridge: half way to where it faces blue after 2:15, and 5 km away from 4:30 on.
    [Fact]
    public void A_head_is_told_wherever_its_course_changes()
    {
        var run = Play.Of(North.Scenario(North.Front(), "6:00")).Result;
        var bridge = North.Scenario(North.Front(), "6:00")["bridge"].At!.Value;
        run.Heads[0].At.Should().Be(SimTime.Start);
        run.Heads[0].Point!.Value.DistanceTo(bridge).Should().BeApproximately(50_000, 10);
        var faces = run.Heads.First(head => head.At >= SimTime.Start + Span("4:29"));
        Play.Time(Play.ToTheSecond(faces.At)).Should().Be("d0 04:30");
        faces.Point!.Value.DistanceTo(bridge).Should().BeApproximately(5_000, 10);
        run.Heads[^1].At.Should().Be(SimTime.Start + Span("6:00"));
        run.Heads.Select(head => head.At).Should().BeInAscendingOrder();
    }
}
