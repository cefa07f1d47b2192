using SupplySim.Conflict;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Conflict;

/// <summary>How near a route is to a moving head, and when it will be as near as something, against looking every ten seconds.</summary>
public sealed class ReachTests
{
    [Fact]
    public void The_instant_at_which_a_route_comes_within_reach_is_foretold()
    {
        var (random, turns) = (new Random(20171026), 0);
        for (var sample = 0; sample < 400; sample++)
        {
            var reach = new Reach(Point(random), sample % 5 == 0 ? default : Point(random));
            var head = new FrontMotion(North.Front());
            head.Stand(Point(random).UnitVector());
            head.Move(Point(random).UnitVector(), 20_000, SimTime.Start);
            var metres = random.Next(2_000, 60_000);
            turns += Compare(reach, head, metres);
        }
        turns.Should().BeGreaterThan(300, "the samples must come within reach and leave it");
    }

    // No point of the leg is nearer, and one is as near, to the metre.
    [Fact]
    public void The_distance_is_that_of_the_nearest_point()
    {
        var random = new Random(7);
        for (var sample = 0; sample < 300; sample++)
        {
            var (from, to, at) = (Point(random), Point(random), Point(random));
            var head = new FrontMotion(North.Front());
            head.Stand(at.UnitVector());
            var nearest = Enumerable.Range(0, 4001).Min(i => Between(from.UnitVector(), to.UnitVector(), i / 4000.0, at.UnitVector()));
            var reach = new Reach(from, to);
            reach.From(head, SimTime.Start).Should().BeInRange(nearest - 200, nearest + 0.01);
            reach.AtLeastFrom(new Reach(at, at)).Should().BeLessThanOrEqualTo(nearest + 0.01);
        }
    }

    // Between two foretold instants it is all the time on one side.
    private static int Compare(Reach reach, FrontMotion head, double metres)
    {
        var (now, turns) = (SimTime.Start, 0);
        var end = now + TimeSpan.FromHours(10);
        var isNear = reach.From(head, now) < metres;
        var next = reach.WhenAt(metres, head, now);
        for (; now < end; now += TimeSpan.FromSeconds(10))
        {
            while (next <= now)
            {
                var was = isNear;
                isNear = reach.From(head, next) < metres;
                if (was != isNear) turns++;
                next = reach.WhenAt(metres, head, next);
            }
            (reach.From(head, now) < metres).Should().Be(isNear, "at {0} nothing was foretold", now);
        }
        return turns;
    }

    private static double Between(Vector from, Vector to, double share, Vector at)
    {
        var sum = from * (1 - share) + to * share;
        var point = sum * (1 / Vector.Length(sum));
        return GeoPoint.EarthRadius * Math.Atan2(Vector.Length(Vector.Cross(point, at)), Vector.Dot(point, at));
    }

    private static GeoPoint Point(Random random) => new(36 + random.NextDouble(), 41 + 1.5 * random.NextDouble());
}
