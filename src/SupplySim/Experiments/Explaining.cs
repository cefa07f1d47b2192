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
    private readonly List<LoggedWait> _log = [];
    private readonly int _place;
    private readonly int[] _needs;
    private SimTime _since = SimTime.Start;
    private Books[] _before;
    private long _vehiclesLost;
    private Func<RunResult, Explanation>? _found;

    private Explaining(World world, Transport transport, int place, SimTime at)
    {
        (_world, _transport, _place) = (world, transport, place);
        _causes = new Causes(world.Story!, world.Simulation.Trace(), () => world.Now);
        world.Delays.Log = _log;
        _needs = [.. Enumerable.Range(0, world.Catalogue.Commodities.Length).Where(commodity => world.Stocks[place, commodity].IsNeeded)];
        _before = [.. _needs.Select(BooksOf)];
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
        if (_found is not null || change != StockChange.Delivered || !HasEnough()) return;
        _since = _world.Now;
        _before = [.. _needs.Select(BooksOf)];
        _vehiclesLost = _world.Losses.Vehicles(_place);
    }

    // As much as its lines order below; by none that has a level, its warning level.
    private bool HasEnough()
    {
        var lines = _transport.LinesTo(_place).Where(line => line.Line.WhenBelow is not null).ToArray();
        if (lines.Length > 0) return Array.TrueForAll(lines, line => line.IsWellStocked());
        var warns = _world.Catalogue.Places[_place] switch
        {
            Camp camp => camp.WarnBelow,
            Force force => force.WarnBelow,
            _ => null,
        };
        return warns is { } level && _world.Stocks.DaysOfSupply(_place, _world.Now) >= level;
    }

    void IEventHandler.Handle(long argument)
    {
        _transport.SettleWaits();
        var waits = _log.Concat(_world.Delays.Open(_world.Now)).Where(one => one.Wait.BoundFor == _place && one.Until > _since).ToArray();
        _world.Delays.Log = null;
        var (now, needs, delays, pauses, backlog, lost) =
            (_world.Now, _needs.Select((commodity, i) => NeedOf(commodity, _before[i])).ToImmutableArray(), Delays(waits), Pauses(), Backlog(), _world.Losses.Vehicles(_place) - _vehiclesLost);
        _found = run => new Explanation
        {
            Place = _world.Catalogue.Places[_place].Id,
            At = now,
            Since = _since,
            Run = run,
            Needs = needs,
            Waited = new TimeSpan(delays.Sum(one => one.Waited.Ticks)),
            Delays = delays,
            Pauses = pauses,
            Backlog = backlog,
            VehiclesLost = lost,
        };
    }

    private Books BooksOf(int commodity)
    {
        var stock = _world.Stocks[_place, commodity];
        stock.Settle(_world.Now);
        return new Books(stock.Needed, stock.Consumed, stock.Delivered, _world.Losses.Cargo(_place, commodity));
    }

    private ExplainedNeed NeedOf(int commodity, Books before)
    {
        var (stock, now, what) = (_world.Stocks[_place, commodity], BooksOf(commodity), _world.Catalogue.Commodities[commodity]);
        return new ExplainedNeed(
            what.Id, In(stock.Amount), stock.DaysOfSupply(_world.Now), In(now.Needed - before.Needed), In(now.Consumed - before.Consumed),
            In(now.Delivered - before.Delivered), In(now.Lost - before.Lost), In(Math.Max(0, stock.OnOrder - Waiting().Sum(load => AmountIn(load, commodity)))));

        Quantity In(long amount) => new(amount, what.Unit);
    }

    private ImmutableArray<ExplainedDelay> Delays(LoggedWait[] waits)
    {
        var all = waits.Sum(one => Within(one).Ticks);
        return [.. waits.GroupBy(one => (one.Wait.Place, one.Wait.Cause, Blamed: one.Wait.Blamed?.Cause))
            .Select(group => (group.Key, Waited: group.Sum(one => Within(one).Ticks), First: group.Min(one => one.From)))
            .Where(group => group.Waited > 0)
            .OrderByDescending(group => group.Waited).ThenBy(group => group.First).ThenBy(group => group.Key.Place)
            .Select(group => new ExplainedDelay(
                _world.Catalogue.Places[group.Key.Place].Id, CauseNames.Of(group.Key.Cause), BlamedFor(group.Key), new TimeSpan(group.Waited), (double)group.Waited / all,
                _causes.Of(_world.Catalogue.Places[group.Key.Place].Id, group.Key.Cause, BlamedFor(group.Key), _since)))];
    }

    // At docks nobody is blamed while the run goes on: whatever has shut them longest.
    private string? BlamedFor((int Place, WaitCause Cause, string? Blamed) wait) => wait.Blamed
        ?? (wait.Cause == WaitCause.Physical ? _causes.BlamedAt(_world.Catalogue.Places[wait.Place].Id, _since) : null);

    // What of a piece of waiting falls into the time that is explained; in proportion, where several waited.
    private TimeSpan Within(LoggedWait piece) => piece.From >= _since ? piece.Waited
        : new TimeSpan(Ratio.MultiplyDivide(piece.Waited.Ticks, (piece.Until - _since).Ticks, (piece.Until - piece.From).Ticks));

    private ImmutableArray<ExplainedPause> Pauses()
    {
        var pauses = ImmutableArray.CreateBuilder<ExplainedPause>();
        foreach (var line in _transport.LinesTo(_place))
        {
            var times = PausesOf(line.Line.Id);
            if (times.Count == 0) continue;
            var shut = times.Where(time => time.Shut is not null).GroupBy(time => time.Shut!).MaxBy(group => group.Sum(time => (time.Until - time.From).Ticks));
            pauses.Add(new(
                line.Line.Id, new TimeSpan(times.Sum(time => (time.Until - time.From).Ticks)), shut?.Key,
                shut is null ? [] : _causes.OfShut(shut.Key, [.. shut.Select(time => (time.From, time.Until))])));
        }
        return [.. pauses.OrderByDescending(one => one.Paused).ThenBy(one => one.Line, StringComparer.Ordinal)];
    }

    // Within the time that is explained, in order.
    private List<(SimTime From, SimTime Until, string? Shut)> PausesOf(string line)
    {
        var (times, begun, shut) = (new List<(SimTime, SimTime, string?)>(), SimTime.Never, default(string));
        foreach (var told in Enumerable.Range(0, _world.Story!.Count).Select(number => _world.Story[number]).Where(told => told.Subject == line))
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

    private static long AmountIn(Load load, int commodity) => !load.IsOnOrder ? 0 : load.Cargo.Where(one => one.Commodity == commodity).Sum(one => one.Amount);

    private ExplainedBacklog? Backlog()
    {
        var waiting = Waiting().ToArray();
        return waiting.Length == 0 ? null : new(waiting.Length, Mass.FromGrams(waiting.Sum(load => load.Mass)), waiting.Min(load => load.OrderedAt));
    }

    /// <summary>[smallest unit] Of one commodity, since the start.</summary>
    private readonly record struct Books(long Needed, long Consumed, long Delivered, long Lost);
}
