using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Vehicles that are nobody's here and merely pass a crossing, in both directions in turn.</summary>
internal sealed class Strangers : IEventHandler
{
    private readonly World _world;
    private readonly CrossingQueue _queue;
    private readonly int _fleet;
    private readonly Rate _rate;
    private readonly bool _isRandom;
    private readonly Distribution _between;
    private readonly RandomStream _stream;
    private readonly HandlerId _handler;

    public Strangers(World world, int fleet, CrossingQueue queue)
    {
        (_world, _fleet, _queue) = (world, fleet, queue);
        var (arrivals, stream) = (world.Catalogue.Fleets[fleet].Arrivals!, $"arrivals/{world.Catalogue.Fleets[fleet].Id}");
        (_rate, _isRandom, _stream) = (world.Rate(arrivals, stream), arrivals.IsRandom, world.Random(stream));
        _between = Distribution.Exponential(_rate.Per.TotalSeconds / Math.Max(1, _rate.Amount.Amount));
        _handler = world.Simulation.Register(this);
        if (_rate.Amount.Amount > 0) PlanNext(0); // a rate that is unknown may come out as none
    }

    void IEventHandler.Handle(long number)
    {
        _queue.Join(_fleet, (int)number, isOutbound: number % 2 == 0);
        PlanNext(number + 1);
    }

    private void PlanNext(long number)
    {
        var at = _isRandom
            ? _world.Now + TimeSpan.FromMilliseconds(Math.Round(_between.Quantile(_stream.Uniform(number)) * 1000))
            : SimTime.Start + SendTimes.At(_rate, number + 1);
        if (at < _world.Catalogue.Horizon) _world.Simulation.Schedule(at, Priorities.Arrival, _handler, number);
    }
}
