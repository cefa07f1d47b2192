using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>The people of one camp: who comes and goes, what they are given, what they find, when it runs out.</summary>
/// <remarks>Eating itself is worked out by each <see cref="Stock"/>; here its rate changes: with people, batch by batch, with the
/// ration, and with local sources. One run, one thread.</remarks>
internal sealed class CampLife : IEventHandler
{
    private const int FullRation = 1_000_000;
    private readonly World _world;
    private readonly Shelters _shelters;
    private Camp _camp;
    private readonly int _place;
    private PersonNeeds _needs;
    private Ration? _rule;
    private readonly HandlerId _handler;
    private readonly PeopleStream? _arrivals;
    private readonly PeopleStream? _departures;
    private readonly LocalSources? _local;
    private int _ration = FullRation;
    private SimTime _crowdedSince;
    private Int128 _crowding;

    public CampLife(World world, Shelters shelters, int place)
    {
        (_world, _shelters, _camp, _place) = (world, shelters, (Camp)world.Catalogue.Places[place], place);
        _needs = world.PersonDays.NeedsAt(place);
        _handler = world.Simulation.Register(this);
        if (_needs.DependOnOthers) _local = new LocalSources(world, place, _needs, NeedChanged);
        SetNeeds();
        if (_camp.Arrivals is { } arrivals) _arrivals = new PeopleStream(arrivals, world, $"arrivals/{_camp.Id}");
        if (_camp.Departures is { } departures) _departures = new PeopleStream(departures, world, $"departures/{_camp.Id}");
        if (_arrivals is not null || _departures is not null) PlanBatch(1);
        if (world.Catalogue.Ration is { } ration) FollowRation(ration);
    }

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
                _world.Now, _world.People[_place] * need.Amount, need.Ticks, _needs.IsUsedUp(commodity) ? FullRation : _ration, isLost);
        }
    }

    /// <summary>From now on the camp is another: its room, what a person needs and finds there.</summary>
    public void Change(Camp camp, PersonNeeds needs)
    {
        Count(_world.Now);
        _world.PersonDays.Change(_place, needs);
        (_camp, _needs) = (camp, needs);
        _local?.Change(needs);
        NeedChanged();
    }

    /// <summary>From now on rations are cut by another rule, or never.</summary>
    public void Change(Ration? rule)
    {
        if (rule is not null) FollowRation(rule);
        else
        {
            _rule = null;
            SetRation(1);
        }
    }

    // Whoever follows a rule that no longer counts is still told, and does nothing.
    private void FollowRation(Ration rule)
    {
        _rule = rule;
        var cut = _world.Follow(rule.When, _place);
        var full = _world.Follow(rule.Until ?? rule.When.Not(), _place);
        cut.OnTurn(() =>
        {
            if (_rule != rule) return;
            if (cut.IsTrue) SetRation(rule.To);
            else if (full.IsTrue) SetRation(1); // it was before, where both can be true
        });
        full.OnTurn(() => { if (_rule == rule && full.IsTrue && !cut.IsTrue) SetRation(1); });
        if (cut.IsTrue) SetRation(rule.To);
        else if (full.IsTrue) SetRation(1);
        else if (_ration < FullRation) SetRation(rule.To);
    }

    private void SetRation(double share)
    {
        var millionths = (int)Math.Round(share * FullRation);
        if (millionths == _ration) return;
        _ration = millionths;
        SetNeeds();
        _world.Record(Outcome.Ration, _place, millionths);
        _world.Tell(HappeningKind.RationChanged, _camp.Id, $"{millionths / 10_000} %");
        _world.Rations.Set(_place, millionths, _world.Now);
        _world.Lacking.SetCut(_place, millionths < FullRation);
        _world.Stocks.Changed(_place, StockChange.Need);
    }

    private void Count(SimTime now)
    {
        if (_camp.Capacity is { } capacity && _world.People[_place] > capacity)
            _crowding += (Int128)(_world.People[_place] - capacity) * (now - _crowdedSince).Ticks;
        _crowdedSince = now;
    }
}
