using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Laws;

// Trees of roads: one to three depots at the root side, crossings between, camps at the ends. Times are odd, so that few things
// fall on one instant and the order of equals does not matter.
internal static partial class TwinScenarios
{
    /// <summary>Small networks in which everything that the twin knows happens at once.</summary>
    public static Gen<Scenario> Random { get; } =
        from camps in Gen.Int[1, 4]
        from crossings in Gen.Int[1, 3]
        from fleets in Gen.Int[1, 2]
        from numbers in Gen.Int[0, 1_000_000].Array[160]
        select new Sketch(numbers).Network(camps, crossings, fleets);

    // Takes one number after the other, so that a scenario is a list of numbers that shrinks.
    private sealed class Sketch(int[] numbers)
    {
        private int _next;

        public Scenario Network(int camps, int crossings, int fleets)
        {
            var posts = Each(crossings, i => Post($"post{i}"));
            var depots = Each(fleets, i => new Depot($"depot{i}")
            {
                Docks = Between(1, 4), Loading = Time(10, 60), Unloading = Time(10, 60),
                Stock = Chance(60) ? Supply.Unlimited : Food(Between(100, 900)),
            });
            var ends = Each(camps, i => new Camp($"camp{i}")
            {
                People = Between(500, 30_000), Stock = Supply.Of(Span(0, 96)), Docks = Between(1, 3), Unloading = Time(10, 60),
                Arrivals = Chance(25) ? Arrivals.Constant(Between(1, 900)) : null,
            });
            // Depots lead to a town; behind it stand the crossings, in a row or beside one another, and behind each some camps.
            var row = Chance(50);
            var routes = Each(fleets, i => Road($"depot{i}", "town"))
                .Concat(Each(crossings, i => Road(i == 0 || !row ? "town" : $"post{i - 1}", $"post{i}")))
                .Concat(Each(camps, i => Road(Chance(15) ? "town" : $"post{Between(0, crossings)}", $"camp{i}")));
            // Beside some of them a shorter one that bears less.
            routes = [.. routes,
                .. routes.Where(_ => Chance(35))
                    .Select(road => road with { Name = "light", Length = Distance.FromMetres(road.Length.Metres * Between(30, 100) / 100),
                        WeightLimit = Mass.FromTonnes(Between(3, 60)) })];
            var lines = Each(camps, i => Line($"line{i}", $"depot{Between(0, fleets)}", $"camp{i}"));
            if (Chance(40)) lines = [.. lines, Line("more", $"depot{Between(0, fleets)}", "camp0")];
            return new Scenario
            {
                Title = "A random network",
                Clock = new Clock { Length = TimeSpan.FromHours(Between(100, 400)) },
                Commodities =
                [
                    new Commodity("food") { Unit = QuantityUnit.Gram,
                        PerPerson = Rate.PerDay(Quantity.Kilograms(Between(300, 900) / 1000m)), LocalShare = Between(0, 30) / 100.0 },
                    .. Chance(30)
                        ? new[] { new Commodity("kit") { Unit = QuantityUnit.Piece, Weight = Mass.FromKilograms(Between(3, 90)),
                            PerPerson = new Rate(Quantity.Pieces(1), TimeSpan.FromDays(Between(20, 90))), Priority = Between(1, 9) } }
                        : [],
                ],
                Places = [.. depots, new Town("town"), .. posts, .. ends],
                Routes = [.. routes],
                Fleets = [.. Each(fleets, i => Fleet($"fleet{i}", $"depot{i}")),
                    .. posts.Where(_ => Chance(40)).Select(post => Strangers(post.Id))],
                SupplyLines = [.. lines],
                Disruptions = [.. Each(Between(0, 4), i => Closure($"closure{i}", $"post{Between(0, crossings)}"))],
                Policies = new Policies
                {
                    Reroute = new Reroute { Longest = 1, LearnsAfter = Chance(50) ? TimeSpan.Zero : Span(0, 30) },
                    Share = new Share { By = Chance(50) ? AllocationPolicy.People : AllocationPolicy.Order },
                },
            };
        }

        private Crossing Post(string id) => new(id)
        {
            Lanes = Chance(60) ? Between(1, 4) : SupplySim.Each<int>.Of(("in", Between(1, 3)), ("out", Between(1, 3))),
            Inspection = SupplySim.Each<Duration>.Of(("aid", Time(1, 40)), ("military", Time(1, 40)), ("commercial", Time(1, 40)),
                ("empty", Time(1, 20))),
            Hours = Chance(50)
                ? Hours.Always
                : Hours.Daily(new TimeOnly(Between(0, 24), Between(0, 60)), new TimeOnly(Between(0, 24), Between(0, 60))),
        };

        private Fleet Fleet(string id, string home) => new(id)
        {
            Traffic = Chance(70) ? "aid" : "military", Base = home, Count = Between(1,
                14), Carries = Mass.FromTonnes(Between(2, 20)), Gross = Chance(60) ? Mass.FromTonnes(Between(21, 50)) : null,
            Speed = Chance(50) ? Speed.FromMetresPerHour(Between(20_000, 70_000)) : null,
            Driving = Chance(25) ? Span(3, 12) : null,
            Convoy = Chance(50) ? Convoy(Between(1, 5)) : null,
        };

        private ConvoyRules Convoy(int least) => new()
        {
            Size = new SizeRange(least, least + Between(0, 4)), Wait = Span(1, 12), Density = Between(1, 30),
        };

        private Fleet Strangers(string post) => new($"strangers-{post}")
        {
            Traffic = Chance(70)
                ? "commercial"
                : "aid", Through = post, Arrivals = new Arrivals(new Rate(Quantity.Pieces(Between(1, 60)), Span(20, 70)), IsRandom: false),
        };

        private SupplyLine Line(string id, string from, string to)
        {
            var below = Span(12, 120);
            return new SupplyLine(id)
            {
                From = from, To = to, By = "fleet" + from[^1], WhenBelow = Supply.Of(below), UpTo = Supply.Of(below + Span(0, 72)),
                GivenUpAfter = Span(20, 100),
            };
        }

        private Closure Closure(string id, string post) => new(id)
        {
            Close = post, At = Moment.After(Span(1, 250)), For = Chance(90) ? (Duration)Span(0, 70) : null,
            EnRoute = (EnRoute)Between(0, 3), To = Chance(70) ? [] : [Chance(50) ? "aid" : "commercial"],
        };

        private Route Road(string from, string to) =>
            new(from, to) { Length = Distance.FromMetres(Between(2_000, 250_000)),
                Speed = Speed.FromMetresPerHour(Between(15_000, 80_000)) };

        private Duration Time(int minutes, int most) =>
            TimeSpan.FromMilliseconds((minutes * 60_000L) + Between(0, (most - minutes) * 60_000));

        private TimeSpan Span(int hours, int most) =>
            TimeSpan.FromMilliseconds((hours * 3_600_000L) + (Between(0, 1_000_000) * (long)(most - hours) * 18 / 5) + 1);

        private bool Chance(int percent) => Between(0, 100) < percent;

        private int Between(int least, int below) =>
            least + (int)((long)numbers[_next++ % numbers.Length] * 7919 % 1_000_003 % (below - least));

        private static T[] Each<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
    }
}
