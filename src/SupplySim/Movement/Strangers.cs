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
    private readonly Arrivals _arrivals;
    private readonly Distribution _between;
    private readonly RandomStream _stream;
    private readonly HandlerId _handler;

    public Strangers(World world, int fleet, CrossingQueue queue)
    {
        (_world, _fleet, _queue, _arrivals) = (world, fleet, queue, world.Catalogue.Fleets[fleet].Arrivals!);
        _between = Distribution.Exponential(_arrivals.Rate.Per.TotalSeconds / _arrivals.Rate.Amount.Amount);
        _stream = world.Random($"arrivals/{world.Catalogue.Fleets[fleet].Id}");
        _handler = world.Simulation.Register(this);
        PlanNext(0);
    }

    void IEventHandler.Handle(long number)
    {
        _queue.Join(_fleet, (int)number, isOutbound: number % 2 == 0);
        PlanNext(number + 1);
    }

    private void PlanNext(long number)
    {
        var at = _arrivals.IsRandom
            ? _world.Now + TimeSpan.FromMilliseconds(Math.Round(_between.Quantile(_stream.Uniform(number)) * 1000))
            : SimTime.Start + SendTimes.At(_arrivals.Rate, number + 1);
        if (at < _world.Catalogue.Horizon) _world.Simulation.Schedule(at, Priorities.Arrival, _handler, number);
    }
}
