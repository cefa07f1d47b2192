using System.Globalization;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws.Inventory;

/// <summary>The chain of three stages as a scenario: two depots and a force in a row behind an unlimited
/// supplier, base stock looked at once a day, lorries of any size that go alone, and closures that stop one
/// thing for the second stage.</summary>
/// <remarks>A day is a period. What is needed in it is used up by its end, when orders are placed; so what a period's line of the published
/// run says is what is there at that instant, after all that happens at it. A gram is 1e-12 of the published unit.</remarks>
internal sealed class ChainRun : IEventHandler
{
    public const decimal Unit = 1e12m;
    private static readonly string[] Stages = ["first", "second", "third", "supplier"];
    private readonly List<StageState[]> _periods = [];
    private readonly decimal[] _ordered = new decimal[3];
    private World _world = null!;
    private HandlerId _handler;

    private ChainRun() { }

    /// <summary>By period: the state of each stage at its end; what the third ships takes so many days to the second.</summary>
    public static IReadOnlyList<StageState[]> Of(decimal[] demand, bool[] disrupted, Pausing pausing, int days)
    {
        var run = new ChainRun();
        Replication.Run(new CompiledScenario(Scenario(demand, disrupted, pausing, days)), 1, 0, audit: true,
            watch: (world, _) => run.Watch(world));
        return run._periods;
    }

    void IEventHandler.Handle(long period)
    {
        _periods.Add([.. Enumerable.Range(0, 3).Select(State)]);
        Array.Clear(_ordered);
        if (period < 99) _world.Simulation.Schedule(SimTime.Day((int)period + 2), Priorities.Record, _handler, period + 1);
    }

    private void Watch(World world)
    {
        _world = world;
        _handler = world.Simulation.Register(this);
        world.Simulation.Schedule(SimTime.Day(1), Priorities.Record, _handler, 0);
        world.Recorded = (kind, first, amount) =>
        {
            if (kind == Outcome.Ordered) _ordered[Array.IndexOf(Stages, world.Catalogue.Places[(int)(first >> 32)].Id)] += amount / Unit;
        };
    }

    private StageState State(int stage)
    {
        var stock = _world.Stocks[_world.Catalogue.PlaceNumber(Stages[stage]), 0];
        stock.Settle(_world.Now);
        var waiting = stage == 2 ? 0 : _world.Stocks[_world.Catalogue.PlaceNumber(Stages[stage + 1]), 0].Reserved;
        return new StageState((stock.Amount - stock.Claimed) / Unit, _ordered[stage], (stock.OnOrder - waiting) / Unit);
    }

    private static Scenario Scenario(decimal[] demand, bool[] disrupted, Pausing pausing, int days) => new()
    {
        Title = "Three stages in a row",
        Clock = new Clock { Length = TimeSpan.FromDays(101) },
        Commodities = [new Commodity("beer") { Unit = QuantityUnit.Gram, Backlog = true }],
        Defaults = new Defaults { Loading = TimeSpan.Zero, Unloading = TimeSpan.Zero },
        Places =
        [
            new Force("first") { Needs = [("beer", Steps(demand))], Stock = Beer(6.49m) },
            new Depot("second") { Stock = Beer(5.53m) }, new Depot("third") { Stock = Beer(10.69m) },
            new Depot("supplier") { Stock = Supply.Unlimited },
        ],
        Routes = [Road("second", "first", 1), Road("third", "second", days), Road("supplier", "third", 2)],
        Fleets = [Lorries("second"), Lorries("third"), Lorries("supplier")],
        SupplyLines = [Line("second", "first", 6.49m), Line("third", "second", 5.53m), Line("supplier", "third", 10.69m)],
        Disruptions = [.. Closures(disrupted, pausing)],
    };

    private static ChangingRate Steps(decimal[] demand) => ChangingRate.Of(
        [.. demand.Select((amount, day) =>
            new RateStep { From = Moment.Day(day), Rate = new Arrivals(Rate.PerDay(Grams(amount)), IsRandom: false) })]);

    // What happens at the end of a period is stopped from half a day before to half a day after; periods that follow one another are one
    // closure. What is on the road stands still for each period but its ends, at which others order and set
    // out: nothing is ordered on a way that is known to be shut.
    private static IEnumerable<Closure> Closures(bool[] disrupted, Pausing pausing)
    {
        for (var first = 0; first < disrupted.Length; first++)
        {
            if (!disrupted[first]) continue;
            var last = first;
            while (pausing != Pausing.Transit && last + 1 < disrupted.Length && disrupted[last + 1]) last++;
            var (shift, shorter) = pausing == Pausing.Transit
                ? (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2))
                : (TimeSpan.FromHours(12), TimeSpan.Zero);
            yield return Closed(pausing, first) with
            {
                At = Moment.After(TimeSpan.FromDays(first) + shift), For = TimeSpan.FromDays(last - first + 1) - shorter,
            };
            first = last;
        }
    }

    private static Closure Closed(Pausing pausing, int number) => pausing switch
    {
        Pausing.Order => new Closure($"strike-{number}") { Close = "second", Stops = [SiteWork.Orders] },
        Pausing.Shipment => new Closure($"strike-{number}") { Close = "third", Stops = [SiteWork.Loading] },
        Pausing.Transit => new Closure($"strike-{number}") { Close = "third - second", EnRoute = EnRoute.Hold },
        _ => new Closure($"strike-{number}") { Close = "second", Stops = [SiteWork.Unloading] },
    };

    private static SupplyLine Line(string from, string to, decimal upTo) => new($"to-{to}")
    {
        From = from, To = to, By = $"lorries-{from}", Commodities = ["beer"], UpTo = Beer(upTo), Review = TimeSpan.FromDays(1),
        GivenUpAfter = TimeSpan.FromDays(300),
    };

    private static Fleet Lorries(string from) =>
        new($"lorries-{from}") { Traffic = "trade", Base = from, Count = 200, Carries = Mass.FromGrams(1_000_000_000_000_000) };

    private static Route Road(string from, string to, int days) =>
        new(from, to) { Length = Distance.FromKilometres(24 * days), Speed = Speed.FromKilometresPerHour(1) };

    private static Supply Beer(decimal amount) => Supply.Of(("beer", Grams(amount)));

    private static Quantity Grams(decimal amount) => new((long)decimal.Round(amount * Unit), QuantityUnit.Gram);
}

/// <summary>One stage at the end of a period.</summary>
/// <param name="Level">On hand less what is owed.</param>
/// <param name="Ordered">In the period.</param>
/// <param name="OnTheWay">Shipped to it and not yet received.</param>
internal sealed record StageState(decimal Level, decimal Ordered, decimal OnTheWay);

/// <summary>The published run.</summary>
internal static class PublishedChain
{
    public static (decimal[] Demand, bool[] Disrupted, StageState[][] Periods, decimal[] Cost) Read(string path)
    {
        var rows = File.ReadLines(path).Skip(1)
            .Select(line => line.Split(',').Select(cell => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        return ([.. rows.Select(row => row[1])], [.. rows.Select(row => row[2] != 0)],
            [.. rows.Select(row => Enumerable.Range(0, 3).Select(stage => new StageState(row[3 + stage], row[6 + stage], 0)).ToArray())],
            [.. rows.Select(row => row[9] + row[10] + row[11])]);
    }
}
