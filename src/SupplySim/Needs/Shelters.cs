using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>All camps of a run: takes people in, and sends those on for whom there is no room.</summary>
/// <remarks>People who are sent on have their room kept for them, so nobody wanders twice for want of what was promised. One run, one
/// thread.</remarks>
internal sealed class Shelters : IEventHandler
{
    private readonly World _world;
    private readonly NearCamps _near;
    private readonly CampLife?[] _camps;
    private readonly HandlerId _handler;
    private readonly List<Group> _groups = [];

    public Shelters(World world, NearCamps near)
    {
        (_world, _near) = (world, near);
        _camps = new CampLife?[world.Catalogue.Places.Length];
        _handler = world.Simulation.Register(this);
    }

    /// <summary>By place; null for a place that is no camp.</summary>
    public CampLife? this[int place] => _camps[place];

    /// <summary>Begins life in a camp; called once for each, in the order of the scenario.</summary>
    public CampLife Open(int place) => _camps[place] = new CampLife(_world, this, place);

    /// <summary>From now on rations are cut by other rules, or never.</summary>
    public void Change(ImmutableArray<Ration> rules)
    {
        foreach (var camp in _camps) camp?.Rationing.GoBy(rules);
    }

    /// <summary>People come to a camp from outside.</summary>
    public void Arrive(int place, long people)
    {
        _world.PeopleLedger.Transfer(PeopleAccount.Arrived, PeopleAccount.InCamp, people);
        _world.Record(Outcome.People, place, people);
        var camp = _camps[place]!;
        var without = camp.Overflow is null ? 0 : Math.Max(0, people - camp.Room);
        camp.ChangePeople(people - SendOn(place, without));
    }

    // How many of those without room found some elsewhere; the others stay.
    private long SendOn(int place, long people)
    {
        var left = people;
        if (left == 0) return 0;
        foreach (var (to, way) in _near.Around(place))
        {
            var group = Math.Min(left, _camps[to]!.Room);
            if (group == 0) continue;
            MoveOn(place, to, group, _camps[place]!.Overflow!.Pace.TimeFor(way));
            left -= group;
            if (left == 0) break;
        }
        return people - left;
    }

    /// <summary>People set out to a camp, where their room is kept for them.</summary>
    /// <param name="from">In camp, or from outside.</param>
    /// <param name="to">By number.</param>
    /// <param name="people">Not negative.</param>
    /// <param name="time">How long it takes.</param>
    /// <param name="exodus">Who is told when they are there; null for nobody.</param>
    public void SetOut(PeopleAccount from, int to, long people, TimeSpan time, Exodus? exodus)
    {
        _world.PeopleLedger.Transfer(from, PeopleAccount.Moving, people);
        _world.PeopleTo[to] += people;
        _groups.Add(new Group(to, people, exodus));
        if (_world.Now + time < _world.Catalogue.Horizon) _world.Simulation.Schedule(time, Priorities.Need, _handler, _groups.Count - 1);
    }

    /// <summary>People who live in a camp set out to another, and eat there no more.</summary>
    public void SetOutFrom(int from, int to, long people, TimeSpan time, Exodus exodus)
    {
        _world.Record(Outcome.MovedOn, ((long)from << 32) | (uint)to, people);
        SetOut(PeopleAccount.InCamp, to, people, time, exodus);
        _camps[from]!.ChangePeople(-people);
    }

    private void MoveOn(int from, int to, long people, TimeSpan time)
    {
        _world.Record(Outcome.MovedOn, ((long)from << 32) | (uint)to, people);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.MovedOn, _world.Catalogue.Places[from].Id, $"{people} to {_world.Catalogue.Places[to].Id}");
        SetOut(PeopleAccount.InCamp, to, people, time, exodus: null);
    }

    void IEventHandler.Handle(long number)
    {
        var (to, people, exodus) = _groups[(int)number];
        _world.PeopleTo[to] -= people;
        _world.PeopleLedger.Transfer(PeopleAccount.Moving, PeopleAccount.InCamp, people);
        _world.Record(Outcome.People, to, people);
        exodus?.Arrived(to, people);
        _camps[to]!.ChangePeople(people);
    }

    private readonly record struct Group(int To, long People, Exodus? Exodus);
}
