using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Measures;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Runs one replication again, traced, and looks at one place at one instant of it.</summary>
/// <remarks>It looks only: the run comes to the same outcome as any other of its number. One run, one thread.</remarks>
internal sealed class Explaining : IEventHandler, IStockListener
{
    private readonly World _world;
    private readonly Transport _transport;
    private readonly Causes _causes;
    private readonly List<LoggedHoldUp> _log = [];
    private readonly int _place;
    private readonly Enough _enough;
    private SimTime _since = SimTime.Start;
    private Books[] _before;
    private long[] _passedBefore;
    private long _vehiclesLost;
    private Func<RunResult, Explanation>? _found;

    private Explaining(World world, Transport transport, int place, SimTime at)
    {
        (_world, _transport, _place) = (world, transport, place);
        _causes = new Causes(world.Story!, world.Simulation.Trace(inWords: false), () => world.Now);
        world.HoldUps.Log = _log;
        (_before, _passedBefore) = (AllBooks(), Passed());
        _enough = new Enough(transport, place);
        world.Stocks.Listen(place, this);
        world.Simulation.Schedule(at, new Priority(255), world.Simulation.Register(this));
    }

    /// <summary>Explains.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="place">Which place.</param>
    /// <param name="at">When; before the end of the run.</param>
    public static Explanation Run(CompiledScenario compiled, ulong seed, int replication, int place, SimTime at)
    {
        var explaining = default(Explaining);
        var run = Replication.Run(compiled, seed, replication, tell: true,
            watch: (world, transport) => explaining = new Explaining(world, transport, place, at));
        return explaining!._found!(run);
    }

    // It had enough: what comes too late after this is to be explained.
    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (_found is not null || change != StockChange.Delivered || _world.HoldUps.Lacks[_place] is { IsNow: true } or { IsCut: true }
            || !_enough.IsThere()) return;
        _since = _world.Now;
        (_before, _passedBefore) = (AllBooks(), Passed());
        _vehiclesLost = _world.Losses.Vehicles(_place);
    }

    void IEventHandler.Handle(long argument)
    {
        _transport.SettleWaits();
        _world.HoldUps.Settle(_world.Now);
        var waits = _log.Concat(_transport.OpenHoldUps).Where(one => one.Until > _since).ToArray();
        _world.HoldUps.Log = null;
        _world.Lacking.Settle(_place);
        var lacks = _world.HoldUps.Lacks.Since(_since);
        new Latecomers(_transport, lacks).Close();
        var lacked = lacks[_place].All.Sum(one => one.Shortage.PersonDays);
        var (hits, now, needs, delays, pauses, backlog, lost, fleets) =
            (Hits(), _world.Now,
                _before.Select((before, commodity) => (before, commodity)).Where(one => IsNeeded(one.commodity))
                    .Select(one => NeedOf(one.commodity, one.before)).ToImmutableArray(), Delays(waits, lacks), Pauses(), Backlog(),
                    _world.Losses.Vehicles(_place) - _vehiclesLost, Fleets());
        _found = run => new Explanation
        {
            Place = _world.Catalogue.Places[_place].Id,
            At = now,
            Since = _since,
            Run = run,
            Needs = needs,
            Waited = new TimeSpan(delays.Sum(one => one.Waited.Ticks)),
            Lacked = lacked,
            Delays = delays,
            Pauses = pauses,
            Backlog = backlog,
            VehiclesLost = lost,
            Fleets = fleets,
            Hits = hits,
        };
    }

    // Also where the need has begun since the start, or has ended.
    private bool IsNeeded(int commodity) => _world.Stocks[_place, commodity] is { IsNeeded: true } or { Needed: > 0 };

    private Books[] AllBooks() => [.. Enumerable.Range(0, _world.Catalogue.Commodities.Length).Select(BooksOf)];

    private Books BooksOf(int commodity)
    {
        var stock = _world.Stocks[_place, commodity];
        stock.Settle(_world.Now);
        return new Books(stock.Needed, stock.Consumed, stock.Delivered, _world.Losses.Cargo(_place, commodity) + stock.Lost);
    }

    private ExplainedNeed NeedOf(int commodity, Books before)
    {
        var (stock, now, what) = (_world.Stocks[_place, commodity], BooksOf(commodity), _world.Catalogue.Commodities[commodity]);
        return new ExplainedNeed(
            what.Id, In(stock.Amount), stock.DaysOfSupply(_world.Now), In(now.Needed - before.Needed), In(now.Consumed - before.Consumed),
            In(now.Delivered - before.Delivered), In(now.Lost - before.Lost),
            In(Math.Max(0, stock.OnOrder - Waiting().Sum(load => AmountIn(load, commodity)))));

        Quantity In(long amount) => new(amount, what.Unit);
    }

    // Of what is bound elsewhere only what keeps loads for this place waiting for the same vehicles. Where something was lacking, also what
    // was held up for the depots through which it lives, and the shares are of that.
    private ImmutableArray<ExplainedDelay> Delays(LoggedHoldUp[] waits, Lacks lacks)
    {
        var taken = _world.Fleets.Select((_, fleet) =>
            ByPart(waits.Where(one => one.Key.IsTaken && one.Key.Fleet == fleet && _world.HoldUps.IsHandedOn(fleet)))
                .SingleOrDefault().Time).ToArray();
        var times = ByPart(waits.Where(one => !one.Key.IsTaken));
        var weights = lacks.WeighOf(_place, NewTime(), times);
        var (anyway, byRule, isLacking) = (weights.Anyway[_place], weights.ByRule[_place], lacks[_place].IsAny);
        var held = HandingOn.Of(times, taken, weights).Where(one => one.Key.BoundFor == _place || (isLacking && one.Lacked > 0)).ToArray();
        var firsts = waits.GroupBy(one => (one.Key.Where, one.Key.Cause, one.Blamed)).ToDictionary(alike => alike.Key,
            alike => alike.Min(one => one.From));
        var all = isLacking ? held.Sum(one => one.Lacked) + byRule + anyway : (double)Sum(held);
        return [.. held.GroupBy(one => (one.Key.Where, one.Key.Cause, one.Blamed, one.Awaited))
            .Select(group => (Key: group.Key, Id: group.First().Key.WhereIn(_world.Catalogue), Waited: Sum(group),
                First: firsts[(group.Key.Where, group.Key.Cause, group.Key.Blamed)],
                Share: all == 0 ? 0 : (isLacking ? group.Sum(one => one.Lacked) : (double)Sum(group)) / all))
            .OrderByDescending(group => group.Share).ThenByDescending(group => group.Waited).ThenBy(group => group.First)
            .ThenBy(group => group.Key.Where).ThenBy(group => group.Key.Awaited)
            .Select(group => (group, Blamed: BlamedFor(group.Id, group.Key.Cause, group.Key.Blamed)))
            .Select(one => new ExplainedDelay(
                one.group.Id, CauseNames.Of(one.group.Key.Cause), one.Blamed,
                new TimeSpan((long)Int128.Min(one.group.Waited, TimeSpan.MaxValue.Ticks)), one.group.Share,
                _causes.Of(one.group.Id, one.group.Key.Cause, one.Blamed, _since))
                {
                    Awaited = one.group.Key.Awaited < 0 ? null : _world.Catalogue.Fleets[one.group.Key.Awaited].Id,
                    Through = one.group.Key.Cause == HoldUp.Lane ? ThroughAt(one.group.Key.Where) : [],
                }),
            .. new[] { (HoldUp.Rations, Lacked: byRule), (HoldUp.TooLittle, Lacked: anyway) }.Where(one => one.Lacked > 0)
                .Select(one => new ExplainedDelay(_world.Catalogue.Places[_place].Id, CauseNames.Of(one.Item1), null, TimeSpan.Zero,
                    one.Lacked / all, []))];

        static Int128 Sum(IEnumerable<HeldPart> parts) => parts.Aggregate(Int128.Zero, (sum, one) => sum + one.Ticks);
    }

    // [vehicles] By place and traffic.
    private long[] Passed() => [.. _transport.Queues.SelectMany(queue =>
        Enumerable.Range(0, _world.Catalogue.Traffics.Length).Select(traffic => queue?.PassedOf(1UL << traffic, onlyLaden: false) ?? 0))];

    private ImmutableArray<ExplainedTraffic> ThroughAt(int place)
    {
        var (traffics, passed) = (_world.Catalogue.Traffics, Passed());
        return [.. Enumerable.Range(0, traffics.Length).GroupBy(traffic => traffics[traffic])
            .Select(alike => new ExplainedTraffic(alike.Key, alike.Sum(traffic => Since(place * traffics.Length + traffic))))
            .Where(one => one.Vehicles > 0).OrderByDescending(one => one.Vehicles).ThenBy(one => one.Traffic, StringComparer.Ordinal)];

        long Since(int number) => passed[number] - _passedBefore[number];
    }

    // Of the time that is explained.
    private HeldTime[] ByPart(IEnumerable<LoggedHoldUp> pieces) => [.. pieces.GroupBy(one => (one.Key, one.Blamed)).Select(alike =>
    {
        var time = NewTime();
        foreach (var piece in alike) time.Add(piece with { From = SimTime.Max(piece.From, _since), Time = Within(piece) });
        return new HeldTime(alike.Key.Key, alike.Key.Blamed, time) { Tonnes = _world.HoldUps.TonnesOf(alike.Key.Key) };
    })];

    private TimeByPart NewTime() => new(_since, _world.Now - _since);

    // At docks and on slow roads nobody is blamed while the run goes on: whatever has shut or slowed them longest.
    private string? BlamedFor(string where, HoldUp cause, string? blamed) => blamed ?? cause switch
    {
        HoldUp.Physical => _causes.BlamedAt(where, HappeningKind.Closed, _since),
        HoldUp.Slow => _causes.BlamedAt(where, HappeningKind.Slowed, _since),
        _ => null,
    };

    // What of a piece falls into the time that is explained; in proportion, where several were held up.
    private TimeSpan Within(LoggedHoldUp piece) => piece.From >= _since ? piece.Time
        : new TimeSpan(Ratio.MultiplyDivide(piece.Time.Ticks, (piece.Until - _since).Ticks, (piece.Until - piece.From).Ticks));

    // Of the place itself since it had enough; of those who send it something at any time.
    private ImmutableArray<Happening> Hits()
    {
        var places = _transport.LinesTo(_place).Select(line => line.Line.From.Value).Distinct().ToDictionary(id => id, _ => SimTime.Start);
        places[_world.Catalogue.Places[_place].Id] = _since;
        return _causes.OfHits(places);
    }

    // Those whose lines lead there, and their escorts.
    private ImmutableArray<ExplainedFleet> Fleets()
    {
        var lines = _transport.LinesTo(_place).Select(line => line.Fleet).ToHashSet();
        var escorts = lines.Select(fleet => _world.Catalogue.Fleets[fleet].Convoy?.Escort?.From).OfType<string>().ToHashSet();
        return [.. _world.Fleets.Index().Where(one => lines.Contains(one.Index) || escorts.Contains(one.Item.Fleet.Id))
            .Select(one => one.Item)
            .Select(state => new ExplainedFleet(state.Fleet.Id, state.Fleet.Count, state.Lost, state.Withheld,
                state.Lost + state.Withheld == 0 ? [] : _causes.OfWant(state.Fleet.Id)))];
    }

    private ImmutableArray<ExplainedPause> Pauses()
    {
        var pauses = ImmutableArray.CreateBuilder<ExplainedPause>();
        foreach (var line in _transport.LinesTo(_place))
        {
            foreach (var shut in PausesOf(line.Line.Id).GroupBy(time => (Id: time.Shut, IsCaptured: IsOutOfAction(time.Shut, time.From))))
            {
                var isStopped = shut.Key.Id == line.Line.To.Value && !shut.Key.IsCaptured;
                pauses.Add(new(
                    line.Line.Id, new TimeSpan(shut.Sum(time => (time.Until - time.From).Ticks)), isStopped ? null : shut.Key.Id, isStopped,
                    shut.Key.Id is not { } id ? []
                        : _causes.OfShut(id, isStopped || shut.Key.IsCaptured ? null : _world.Catalogue.Fleets[line.Fleet].Traffic,
                            [.. shut.Select(time => (time.From, time.Until))])) { Captured = shut.Key.IsCaptured });
            }
        }
        return [.. pauses.OrderByDescending(one => one.Paused).ThenBy(one => one.Line, StringComparer.Ordinal)];
    }

    // Whether what a line paused for is a force that was captured, and not a closure of it before.
    private bool IsOutOfAction(string? shut, SimTime from) => shut is not null && _world.Catalogue.TryPlace(shut, out var place)
        && _world.Sites[place] is { IsOutOfAction: true } && from >= _world.FirstCaptured(place);

    // Within the time that is explained, in order.
    private List<(SimTime From, SimTime Until, string? Shut)> PausesOf(string line)
    {
        var (times, begun, shut) = (new List<(SimTime, SimTime, string?)>(), SimTime.Never, default(string));
        foreach (var told in Enumerable.Range(0, _world.Story!.Count).Select(number => _world.Story[number])
            .Where(told => told.Subject == line))
            if (told.Kind == HappeningKind.Paused) (begun, shut) = (told.At, told.Detail);
            else if (told.Kind == HappeningKind.Resumed) End(told.At);
        End(_world.Now);
        return times;

        void End(SimTime at)
        {
            if (begun != SimTime.Never && at > _since) times.Add((SimTime.Max(begun, _since), at, shut));
            begun = SimTime.Never;
        }
    }

    // Ordered, and given to no vehicle yet.
    private IEnumerable<Load> Waiting() => _transport.Departures.SelectMany(one => one.Waiting.All).Where(load => load.To == _place);

    private static long AmountIn(Load load, int commodity) =>
        !load.IsOnOrder ? 0 : load.Cargo.Where(one => one.Commodity == commodity).Sum(one => one.Amount);

    private ExplainedBacklog? Backlog()
    {
        var waiting = Waiting().ToArray();
        return waiting.Length == 0
            ? null
            : new(waiting.Length, Mass.FromGrams(waiting.Sum(load => load.Mass)), waiting.Min(load => load.OrderedAt));
    }

    /// <summary>[smallest unit] Of one commodity, since the start.</summary>
    private readonly record struct Books(long Needed, long Consumed, long Delivered, long Lost);
}
