using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>What a force uses, from the start until it is captured: all the time, or one piece at a time at random.</summary>
/// <remarks>A random use is a Poisson process whose n-th event depends on its stream and n alone, carried through the steps of its rate.
/// Planners reckon with its mean. One run, one thread.</remarks>
internal sealed class ForceLife : IEventHandler
{
    private const int NextStep = -1;
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly RandomStream _random;
    private readonly (SimTime From, Rate Rate, bool IsRandom)[] _steps;
    private readonly int _place;
    private readonly int _commodity;
    private int _step = -1;
    private bool _isOver;

    private ForceLife(World world, int place, int commodity, ChangingRate use)
    {
        (_world, _place, _commodity) = (world, place, commodity);
        _handler = world.Simulation.Register(this);
        var stream = $"needs/{world.Catalogue.Places[place].Id}/{world.Catalogue.Commodities[commodity].Id}";
        _random = world.Random(stream);
        _steps = [.. use.Steps.Select(step => (world.Catalogue.Time(step.From), world.Rate(step.Rate, stream), step.Rate.IsRandom))];
        if (_steps[0].From == SimTime.Start) Step();
        else PlanStep();
        if (_steps.Any(step => step.IsRandom)) PlanUse(0, SimTime.Start);
        world.Sites[place]!.OnChange(LookIfCaptured);
    }

    public static void Begin(World world, int place)
    {
        foreach (var (id, use) in ((Force)world.Catalogue.Places[place]).Needs)
            _ = new ForceLife(world, place, world.Catalogue.CommodityNumber(id), use);
    }

    private Stock Stock => _world.Stocks[_place, _commodity];

    void IEventHandler.Handle(long argument)
    {
        if (_isOver) return;
        if (argument == NextStep)
        {
            Step();
            _world.Stocks.Changed(_place, StockChange.Need);
            return;
        }
        Stock.UseOne(_world.Now);
        _world.Record(Outcome.Used, ((long)_place << 32) | (uint)_commodity, argument);
        _world.Stocks.Changed(_place, StockChange.Taken);
        PlanUse(argument + 1, _world.Now);
    }

    // What it went without until then stays what it was.
    private void LookIfCaptured()
    {
        if (_isOver || !_world.Sites[_place]!.IsOutOfAction) return;
        _isOver = true;
        Stock.SetNeed(_world.Now, 0, 1, 1_000_000);
        _world.Stocks.Changed(_place, StockChange.Need);
    }

    private void Step()
    {
        var (_, rate, isRandom) = _steps[++_step];
        Stock.SetNeed(_world.Now, rate.Amount.Amount, rate.Per.Ticks, 1_000_000, isInPieces: isRandom);
        PlanStep();
    }

    private void PlanStep()
    {
        if (_step + 1 < _steps.Length && _steps[_step + 1].From < _world.Catalogue.Horizon)
            _world.Simulation.Schedule(_steps[_step + 1].From - _world.Now, Priorities.Need, _handler, NextStep);
    }

    // The time until the next use, in which as much of the rate has flowed as was drawn.
    private void PlanUse(long number, SimTime since)
    {
        var left = -Math.Log(_random.Uniform(number));
        for (var step = 0; step < _steps.Length; step++)
        {
            var (from, until) = (SimTime.Max(since, _steps[step].From), step + 1 < _steps.Length ? _steps[step + 1].From : SimTime.Latest);
            if (until <= from || !_steps[step].IsRandom) continue;
            var perTick = (double)_steps[step].Rate.Amount.Amount / _steps[step].Rate.Per.Ticks;
            var ticks = left / perTick;
            if (ticks < (until - from).Ticks)
            {
                PlanAt(from + Milliseconds(ticks), number);
                return;
            }
            left -= (until - from).Ticks * perTick;
        }
    }

    private void PlanAt(SimTime at, long number)
    {
        if (at < _world.Catalogue.Horizon) _world.Simulation.Schedule(at - _world.Now, Priorities.Need, _handler, number);
    }

    private static TimeSpan Milliseconds(double ticks) => TimeSpan.FromMilliseconds(Math.Round(ticks / TimeSpan.TicksPerMillisecond));
}
