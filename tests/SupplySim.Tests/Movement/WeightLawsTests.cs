using SupplySim.Quantities;
using static SupplySim.Tests.Movement.WeightRoads;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What has to hold of weight limits, whatever the roads.</summary>
public sealed class WeightLawsTests
{
    // What bears everybody is no limit, and what bears nobody is as if it were not there: the same to the
    // last event but for what is told of the place.
    [Fact]
    public void A_limit_above_all_is_none_and_one_below_all_is_no_road()
    {
        string[] Moves(Scenario scenario)
        {
            var run = Play.Of(scenario);
            return [.. run.Result.Trips.Select(trip =>
                $"{scenario.Routes[trip.Route].Id} {trip.Forward} {Play.Time(trip.Departs)} x{trip.Vehicles}"),
                .. run.When(HappeningKind.Arrived)];
        }
        var scenario = Trucks(5).Detour(150);
        var (open, gone) = (Moves(scenario), Moves(scenario with { Routes = [scenario.Routes[2]] }));
        open.Should().NotEqual(gone);
        Moves(scenario.Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(26) })).Should().Equal(open);
        Moves(scenario.Bridge(bridge => bridge with { WeightLimit = Mass.FromTonnes(15) })).Should().Equal(gone);
        Moves(scenario.Route("bridge - town", road => road with { WeightLimit = Mass.FromTonnes(15) })).Should().Equal(gone);
    }

    // One that comes and bears nobody is a closure.
    [Fact]
    public void A_limit_below_all_that_comes_is_a_closure() => Play.Of(Trucks(5).With(Weak("2:00", "9:00", 15))).Result.Trips
        .Should().Equal(Play.Of(Trucks(5).With(Closed("bridge", "2:00", "9:00"))).Result.Trips);

    // One truck, so that nobody waits for others: by 30 random networks, what bears more never takes longer.
    [Fact]
    public void What_bears_more_never_takes_one_truck_longer()
    {
        var (random, better) = (new Random(61), 0);
        for (var network = 0; network < 30; network++)
        {
            string[] places = ["depot", "a", "b", "c", "town"];
            var roads = Enumerable.Range(0, 9)
                .Select(_ => (From: random.Next(4), Skip: 1 + random.Next(4), Long: 10 + random.Next(150), Bears: 14 + random.Next(14)))
                .Select((one, i) =>
                    (Route: Leg(places[one.From], places[Math.Min(4, one.From + one.Skip)], one.Long) with { Name = $"r{i}" }, one.Bears))
                        .ToArray();
            TimeSpan Round(int more)
            {
                var scenario = Road() with { Places = [.. Road().Places.Where(place => place is not Crossing), new Town("a"), new Town("b"),
                    new Town("c")] };
                var run =
                    Play.Of(
                        (scenario with
                        {
                            Routes = [.. roads.Select(road => road.Route with { WeightLimit = Mass.FromTonnes(road.Bears + more) }),
                                Leg("depot", "town", 900)],
                        })
                        .Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(26) }));
                return run.Result.Trips[^1].Arrives - Engine.SimTime.Start;
            }
            var times = Enumerable.Range(0, 14).Select(Round).ToArray();
            times.Should().BeInDescendingOrder($"this is network {network}");
            if (times[0] > times[^1]) better++;
        }
        better.Should().BeGreaterThan(20);
    }
}
