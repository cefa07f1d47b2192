using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>The people of one camp: who comes and goes, what they are given, what they find, when it runs out.</summary>
/// <remarks>Eating itself is worked out by each <see cref="Stock"/>; here its rate changes: with people, batch by batch, with the
/// ration, and with local sources. One run, one thread.</remarks>
internal sealed class CampLife : IEventHandler
{
    private readonly World _world;
    private readonly Shelters _shelters;
    private Camp _camp;
    private readonly int _place;
    private PersonNeeds _needs;
    private readonly HandlerId _handler;
    private readonly PeopleStream? _arrivals;
    private readonly PeopleStream? _departures;
    private readonly LocalSources? _local;
    private SimTime _crowdedSince;
    private Int128 _crowding;

    public CampLife(World world, Shelters shelters, int place)
    {
        (_world, _shelters, _camp, _place) = (world, shelters, (Camp)world.Catalogue.Places[place], place);
        _needs = world.PersonDays.NeedsAt(place);
        _handler = world.Simulation.Register(this);
        Rationing = new Rationing(world, place, SetNeeds);
        if (_needs.DependOnOthers) _local = new LocalSources(world, place, _needs, NeedChanged);
        SetNeeds();
        if (_camp.Arrivals is { } arrivals) _arrivals = new PeopleStream(arrivals, world, $"arrivals/{_camp.Id}");
        if (_camp.Departures is { } departures) _departures = new PeopleStream(departures, world, $"departures/{_camp.Id}");
        if (_arrivals is not null || _departures is not null) PlanBatch(1);
        Rationing.GoBy(world.Catalogue.Rations);
    }

    /// <summary>What is given out of full rations.</summary>
    public Rationing Rationing { get; }

    /// <summary>[people] For how many more there is room, those who are on the way here counted as here.</summary>
    public long Room => _camp.Capacity is { } capacity
        ? Math.Max(0, capacity - _world.People[_place] - _world.PeopleTo[_place])
        : long.MaxValue;

    /// <summary>Those for whom there is no room here go on at this pace; null where they stay.</summary>
    public Overflow? Overflow => _camp.Overflow;

    /// <summary>Its local sources; null where they depend on nothing.</summary>
    public LocalSources? Local => _local;

    /// <summary>[person-day] Beyond the capacity, up to now.</summary>
    public double OverCapacity(SimTime now)
    {
        Count(now);
        return (double)_crowding / TimeSpan.TicksPerDay;
    }

    /// <summary>More people, or fewer, live here from now on.</summary>
    public void ChangePeople(long by)
    {
        Count(_world.Now);
        _world.People[_place] += by;
        NeedChanged();
    }

    // A batch comes, and goes, at its end: those who come first.
    void IEventHandler.Handle(long batch)
    {
        var (from, until) = (BatchEnd(batch - 1), BatchEnd(batch));
        if (_arrivals is not null) _shelters.Arrive(_place, _arrivals.Between(from, until, batch - 1));
        if (_departures is not null) Leave(Math.Min(_departures.Between(from, until, batch - 1), _world.People[_place]));
        if (until < _world.Catalogue.Horizon) PlanBatch(batch + 1);
    }

    private void PlanBatch(long batch) => _world.Simulation.Schedule(BatchEnd(batch), Priorities.Need, _handler, batch);

    private SimTime BatchEnd(long batch) => SimTime.Start + _camp.Batches * batch;

    /// <summary>People leave the camp and the books; no more than are there.</summary>
    public void Leave(long people)
    {
        _world.PeopleLedger.Transfer(PeopleAccount.InCamp, PeopleAccount.Left, people);
        _world.Record(Outcome.PeopleLeft, _place, people);
        ChangePeople(-people);
    }

    private void NeedChanged()
    {
        SetNeeds();
        _world.Stocks.Changed(_place, StockChange.Need);
    }

    private void SetNeeds()
    {
        for (var commodity = 0; commodity < _world.Catalogue.Commodities.Length; commodity++)
        {
            if (!_needs.IsNeeded(commodity)) continue;
            var isLost = _local is not null && _local.IsLost(commodity);
            var need = isLost ? _needs.WithoutLocal(commodity) : _needs[commodity];
            _world.Stocks[_place, commodity].SetNeed(
                _world.Now, _world.People[_place] * need.Amount, need.Ticks, Rationing.Of(commodity), isLost);
        }
    }

    /// <summary>From now on the camp is another: its room, what a person needs and finds there.</summary>
    public void Change(Camp camp, PersonNeeds needs)
    {
        Count(_world.Now);
        needs = _world.Drawn(camp, needs);
        _world.PersonDays.Change(_place, needs);
        (_camp, _needs) = (camp, needs);
        _local?.Change(needs);
        NeedChanged();
    }

    private void Count(SimTime now)
    {
        if (_camp.Capacity is { } capacity && _world.People[_place] > capacity)
            _crowding += (Int128)(_world.People[_place] - capacity) * (now - _crowdedSince).Ticks;
        _crowdedSince = now;
    }
}
