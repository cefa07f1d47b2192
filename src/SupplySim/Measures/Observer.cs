using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>Looks in a run at what was observed in the world, at the times at which it was.</summary>
/// <remarks>It looks after all else that happens at that instant, and changes no outcome. One run, one thread.</remarks>
internal sealed class Observer : IEventHandler
{
    private readonly World _world;
    private readonly Transport _transport;
    private readonly ImmutableArray<Observation> _observed;
    private readonly double[] _values;
    private readonly long[] _before;

    public Observer(World world, Transport transport, ImmutableArray<Observation> observed)
    {
        (_world, _transport, _observed) = (world, transport, observed);
        (_values, _before) = (new double[observed.Length], new long[observed.Length]);
        if (observed.IsEmpty) return;
        var handler = world.Simulation.Register(this);
        for (var i = 0; i < observed.Length; i++)
        {
            if (observed[i].Since is { } since) world.Simulation.Schedule(world.Catalogue.Time(since), Priorities.Record, handler, -1 - i);
            world.Simulation.Schedule(world.Catalogue.Time(observed[i].At), Priorities.Record, handler, i);
        }
    }

    /// <summary>In the order of the scenario. Vehicles; the smallest unit; days; people; for a holder the
    /// number of the party, -1 where nobody holds it or not all of it; 1 for shut, 0 for not.</summary>
    public ImmutableArray<double> Values => [.. _values];

    void IEventHandler.Handle(long number)
    {
        if (number < 0) _before[-1 - number] = Counted(_observed[(int)(-1 - number)]);
        else _values[number] = Look(_observed[(int)number], _before[number]);
    }

    private double Look(Observation observation, long before)
    {
        var place = _world.Catalogue.PlaceNumber(observation.Of);
        return observation switch
        {
            { Passed: not null } or { Delivered: not null } => Counted(observation) - before,
            { Stock: not null } => Settled(place, observation.Commodity!).Amount,
            { DaysOfSupply: not null } => Lasts(place, observation.Commodity),
            { People: not null } => _world.People[place],
            { HeldBy: not null } => Holder(_world.Crossings[place]!, observation.ControlPoint),
            _ => _world.Crossings[place]!.IsShut ? 1 : 0,
        };
    }

    // From the start of the run.
    private long Counted(Observation observation) => observation.Passed is not null ? Passed(observation) : Delivered(observation);

    // In the unit of the one commodity, or all by mass.
    private long Delivered(Observation observation)
    {
        var place = _world.Catalogue.PlaceNumber(observation.Of);
        if (observation.Commodity is { } one) return _world.Stocks[place, _world.Catalogue.CommodityNumber(one)].Delivered;
        long sum = 0;
        for (var commodity = 0; commodity < _world.Catalogue.Commodities.Length; commodity++)
            sum += _world.Catalogue.MassOf(commodity, _world.Stocks[place, commodity].Delivered);
        return sum;
    }

    private long Passed(Observation observation)
    {
        var traffics = _world.Catalogue.TrafficMask(observation.Traffic is { } one ? [one] : []);
        return _transport.Queues[_world.Catalogue.PlaceNumber(observation.Of)]!.PassedOf(traffics, observation.Laden);
    }

    private Stock Settled(int place, string commodity)
    {
        var stock = _world.Stocks[place, _world.Catalogue.CommodityNumber(commodity)];
        stock.Settle(_world.Now);
        return stock;
    }

    // What nobody needs lasts for ever.
    private double Lasts(int place, string? commodity)
    {
        var lasts = commodity is null ? _world.Stocks.DaysOfSupply(place, _world.Now) : Settled(place, commodity).DaysOfSupply(_world.Now);
        return lasts == TimeSpan.MaxValue ? double.PositiveInfinity : lasts.TotalDays;
    }

    private static int Holder(CrossingState crossing, string? point)
    {
        var first = point is null ? crossing.HolderOf(0) : crossing.HolderOf(crossing.Plan.ControlPoints.IndexOf(point));
        return point is null && Enumerable.Range(0, crossing.Plan.ControlPoints.Length).Any(one => crossing.HolderOf(one) != first)
            ? -1
            : first;
    }
}
