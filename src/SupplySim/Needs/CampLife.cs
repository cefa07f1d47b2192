using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>The people of one camp: who comes, what they are given, when it runs out.</summary>
/// <remarks>Eating itself is worked out by each <see cref="Stock"/>; here its rate changes: with people, once a day, and with the
/// ration. One run, one thread.</remarks>
internal sealed class CampLife : IEventHandler
{
    private readonly World _world;
    private readonly Camp _camp;
    private readonly int _place;
    private readonly HandlerId _handler;
    private readonly DailyArrivals? _arrivals;
    private int _ration = 1_000_000;

    public CampLife(World world, int place)
    {
        (_world, _camp, _place) = (world, (Camp)world.Catalogue.Places[place], place);
        _handler = world.Simulation.Register(this);
        SetNeeds();
        if (_camp.Arrivals is { } arrivals)
        {
            _arrivals = new DailyArrivals(arrivals, world.Random($"arrivals/{_camp.Id}"));
            world.Simulation.Schedule(SimTime.Day(1), Priorities.Need, _handler, 1);
        }
        if (world.Catalogue.Policies.Ration is { } ration) FollowRation(ration);
    }

    // A day's people come at its end.
    void IEventHandler.Handle(long day)
    {
        var people = _arrivals!.OnDay((int)day - 1);
        _world.People[_place] += people;
        _world.Record(Outcome.People, _place, people);
        SetNeeds();
        _world.Stocks.Changed(_place, StockChange.Need);
        if (day < _world.Catalogue.Days) _world.Simulation.Schedule(SimTime.Day((int)day + 1), Priorities.Need, _handler, day + 1);
    }

    private void SetNeeds()
    {
        for (var commodity = 0; commodity < _world.Catalogue.Commodities.Length; commodity++)
        {
            var ration = _world.Catalogue.PersonNeeds[commodity];
            if (ration.Amount > 0)
                _world.Stocks[_place, commodity].SetNeed(_world.Now, _world.People[_place] * ration.Amount, ration.Ticks, _ration);
        }
    }

    private void FollowRation(Ration policy)
    {
        var cut = _world.Follow(policy.When, _place);
        var full = _world.Follow(policy.Until ?? policy.When.Not(), _place);
        cut.OnTurn(() => { if (cut.IsTrue) SetRation(policy.To); });
        full.OnTurn(() => { if (full.IsTrue && !cut.IsTrue) SetRation(1); });
        if (cut.IsTrue) SetRation(policy.To);
    }

    private void SetRation(double share)
    {
        var millionths = (int)Math.Round(share * 1_000_000);
        if (millionths == _ration) return;
        _ration = millionths;
        SetNeeds();
        _world.Record(Outcome.Ration, _place, millionths);
        _world.Tell(HappeningKind.RationChanged, _camp.Id, $"{millionths / 10_000} %");
        _world.Stocks.Changed(_place, StockChange.Need);
    }
}
