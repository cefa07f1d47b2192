using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>More can be less: two published anomalies that a simulation must be able to show. They are no defects.</summary>
public class AnomalyTests
{
    /// <summary>
    /// Braess: four places, and a road that makes things worse (D. Braess, Unternehmensforschung 12, 1968).
    /// <code>
    ///         east (1 lane)
    ///        /   |        \
    ///  depot     new road   camp      depot - east and west - camp are short, depot - west and east - camp long
    ///        \   |        /
    ///         west (1 lane)
    /// </code>
    /// Both ways take equally long. Aid may pass everywhere and takes east, the military may only pass west. With the new road the
    /// fastest way of aid leads past both, each planner being right by himself, and all share the lane of west.
    /// </summary>
    [Fact]
    public void A_new_road_can_lower_what_is_delivered()
    {
        var (without, with) = (Braess(newRoad: false), Braess(newRoad: true));
        // Each of two lanes inspects two trucks an hour; then one lane serves all.
        var (before, after) = (FlowBoundTests.Delivered(without), FlowBoundTests.Delivered(with));
        after.Should().BeLessThan(before * 6 / 10);
        after.Should().BePositive();
        TimeExpandedBound.Of(with).Should().BeGreaterThanOrEqualTo(TimeExpandedBound.Of(without),
            "another policy could have left the road alone");
    }

    private static Scenario Braess(bool newRoad) => new()
    {
        Title = "Braess",
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Commodities = [new Commodity("aid") { Unit = QuantityUnit.Gram }, new Commodity("military") { Unit = QuantityUnit.Gram }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 500, Loading = Minutes(30) }, Post("east", "aid"), Post("west", "aid",
                "military"),
            new Camp("camp") { People = 10, Docks = 500, Unloading = Minutes(30) },
        ],
        Routes =
        [
            Road("depot", "east", 1), Road("depot", "west", 6), Road("east", "camp", 6), Road("west", "camp", 1),
            .. newRoad ? new[] { Road("east", "west", 1) } : [],
        ],
        Fleets = [Trucks("aid"), Trucks("military")],
        SupplyLines = [Line("aid"), Line("military")],
        Parties = [new Party("guards")],
    };

    // Among ways that take equally long the smaller number of a route decides: for east.
    private static Crossing Post(string id, params string[] passes) => new(id)
    {
        Lanes = Each<int>.Of(("in", 1), ("out", 500)), Inspection = Minutes(30), HeldBy = "guards",
        Passage = [("guards", [.. passes.Select(traffic => (traffic, Permission.Yes))])],
    };

    private static Fleet Trucks(string traffic) =>
        new(traffic) { Traffic = traffic, Base = "depot", Count = 120, Carries = Mass.FromTonnes(10) };

    private static SupplyLine Line(string fleet) => new(fleet)
    {
        From = "depot", To = "camp", By = fleet, Commodities = [fleet], UpTo = Supply.Of((fleet, Quantity.Tonnes(15_000))), GivenUpAfter =
            TimeSpan.FromDays(500),
    };

    private static Route Road(string from, string to, int hours) =>
        new(from, to) { Length = Distance.FromKilometres(40 * hours), Speed = Speed.FromKilometresPerHour(40) };

    private static Duration Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>Graham: nine tasks from a list, the next that is ready to whoever is free (R. L. Graham,
    /// SIAM Journal on Applied Mathematics 17, 1969). A fourth pair of hands, shorter tasks or fewer things
    /// to wait for each make it last longer.</summary>
    [Theory]
    [InlineData(3, 0, true, 12)]
    [InlineData(4, 0, true, 15)]
    [InlineData(3, 1, true, 13)]
    [InlineData(3, 0, false, 16)]
    public void More_hands_shorter_tasks_or_fewer_bonds_can_make_nine_tasks_last_longer(int hands, int shorter, bool allBonds, int hours)
    {
        int[] lengths = [3, 2, 2, 2, 4, 4, 4, 4, 9];
        // 1 before 9; 4 before 5, 6, 7 and 8, of which two bonds are loosened.
        var waitsFor = new int?[] { null, null, null, null, allBonds ? 3 : null, allBonds ? 3 : null, 3, 3, 0 };
        var list = new List(lengths.Select(length => length - shorter).ToArray(), waitsFor, hands);
        list.Finish().Should().Be(TimeSpan.FromHours(hours));
    }

    /// <summary>Gives each free pair of hands the first task of the list that waits for nothing, once all that ends at an instant has
    /// ended.</summary>
    private sealed class List : IEventHandler
    {
        private const long LookAgain = -1;
        private readonly Simulation _simulation = new(seed: 1, replication: 0);
        private readonly int[] _lengths;
        private readonly int?[] _waitsFor;
        private readonly bool[] _isStarted;
        private readonly bool[] _isDone;
        private readonly HandlerId _handler;
        private int _free;
        private SimTime _ended;

        public List(int[] lengths, int?[] waitsFor, int hands)
        {
            (_lengths, _waitsFor, _free) = (lengths, waitsFor, hands);
            (_isStarted, _isDone) = (new bool[lengths.Length], new bool[lengths.Length]);
            _handler = _simulation.Register(this);
        }

        public TimeSpan Finish()
        {
            _simulation.Schedule(SimTime.Start, new Priority(200), _handler, LookAgain);
            _simulation.RunUntil(SimTime.Start + TimeSpan.FromDays(3));
            _isDone.Should().OnlyContain(done => done);
            return _ended - SimTime.Start;
        }

        public void Handle(long task)
        {
            if (task == LookAgain) GiveOut();
            else
            {
                (_isDone[task], _ended) = (true, _simulation.Now);
                _free++;
                _simulation.Schedule(_simulation.Now, new Priority(200), _handler, LookAgain);
            }
        }

        private void GiveOut()
        {
            for (var task = 0; task < _lengths.Length && _free > 0; task++)
            {
                if (_isStarted[task] || (_waitsFor[task] is { } before && !_isDone[before])) continue;
                _isStarted[task] = true;
                _free--;
                _simulation.Schedule(_simulation.Now + TimeSpan.FromHours(_lengths[task]), new Priority(100), _handler, task);
            }
        }
    }
}
