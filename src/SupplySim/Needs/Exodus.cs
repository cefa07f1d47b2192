using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>One displacement in one run: who sets out to which camp, and who goes home.</summary>
/// <remarks>In batches, those who flee before those who go home. One run, one thread.</remarks>
internal sealed class Exodus : IEventHandler
{
    private readonly World _world;
    private readonly Shelters _shelters;
    private readonly Displacement _displacement;
    private readonly int _number;
    private readonly DisplacementBook _book;
    private readonly (int Camp, Distance Way)[] _camps;
    private readonly int _home; // the camp they flee from; -1 where it is none
    private readonly ShareSplit? _shares;
    private readonly long[] _room;
    private readonly long[] _groups;
    private readonly Stretches _fleeing;
    private readonly Stretches? _returning;
    private readonly HandlerId _handler;

    /// <param name="world">The run.</param>
    /// <param name="shelters">The camps, all of them open.</param>
    /// <param name="displacement">What is said of it.</param>
    /// <param name="number">Its number in the scenario.</param>
    /// <param name="camps">Where they can go, the nearest first.</param>
    public Exodus(World world, Shelters shelters, Displacement displacement, int number, (int Camp, Distance Way)[] camps)
    {
        (_world, _shelters, _displacement, _number, _camps) = (world, shelters, displacement, number, camps);
        _book = world.Displacements[number];
        (_room, _groups) = (new long[camps.Length], new long[camps.Length]);
        _home = world.Catalogue.CampFledFrom(displacement);
        if (displacement.To is [{ Share: not null }, ..]) _shares = new ShareSplit(camps.Select(one => ShareOf(one.Camp)));
        var id = displacement.Id;
        _fleeing = new Stretches(world, new PeopleStream(displacement.People, world, $"flight/{id}", displacement.Night),
            displacement.While, null);
        if (displacement.Return is { } home)
            _returning = new Stretches(
                world, new PeopleStream(home.People, world, $"return/{id}"), home.While, world.Draw(home.After, $"return-after/{id}"));
        _handler = world.Simulation.Register(this);
        PlanBatch(1);
    }

    /// <summary>Some of them have come to a camp, or back to the one they fled from.</summary>
    public void Arrived(int camp, long people)
    {
        if (camp != _home) _book.Arrive(camp, people);
        else
        {
            _book.ComeHome(people);
            _world.Record(Outcome.CameHome, _number, people);
        }
    }

    void IEventHandler.Handle(long batch)
    {
        Flee(_fleeing.Take(batch - 1));
        if (_returning is not null) GoHome(_returning.Take(batch - 1));
        PlanBatch(batch + 1);
    }

    private void PlanBatch(long batch)
    {
        var at = SimTime.Start + _displacement.Batches * batch;
        if (at < _world.Catalogue.Horizon) _world.Simulation.Schedule(at, Priorities.Need, _handler, batch);
    }

    private double ShareOf(int camp) => _displacement.To.First(one => one.Id == _world.Catalogue.Places[camp]).Share!.Value;

    private void Flee(long wish)
    {
        var people = Math.Min(wish, _home >= 0 ? _world.People[_home] : _book.Residents is null ? long.MaxValue : _book.Home);
        if (_shares is null) ToTheNearest(people);
        else ByShares(people, _shares);
    }

    private void ByShares(long people, ShareSplit shares)
    {
        for (var i = 0; i < _camps.Length; i++) _room[i] = _shelters[_camps[i].Camp]!.Room;
        shares.Split(people, _room, _groups);
        for (var i = 0; i < _camps.Length; i++)
            if (_groups[i] > 0) SetOut(_camps[i].Camp, _camps[i].Way, _groups[i]);
    }

    private void ToTheNearest(long people)
    {
        var left = people;
        foreach (var (camp, way) in _camps)
        {
            if (left == 0) return;
            var group = Math.Min(left, _shelters[camp]!.Room);
            if (group > 0) SetOut(camp, way, group);
            left -= group;
        }
        if (left > 0) SetOut(_camps[0].Camp, _camps[0].Way, left);
    }

    private void SetOut(int camp, Distance way, long people)
    {
        _book.Flee(people);
        _world.Record(Outcome.Fled, ((long)_number << 32) | (uint)camp, people);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Fled, _displacement.Id, $"{people} to {_world.Catalogue.Places[camp].Id}");
        var time = _displacement.Pace.TimeFor(way);
        if (_home < 0) _shelters.SetOut(PeopleAccount.Arrived, camp, people, time, this);
        else _shelters.SetOutFrom(_home, camp, people, time, this);
    }

    // In proportion to those who came to each camp: what is rounded off in one falls to the next.
    private void GoHome(long wish)
    {
        long before = 0, given = 0, all = 0;
        foreach (var (camp, _) in _camps) all += _book.Sheltered[camp];
        var go = Math.Min(wish, all);
        if (go == 0) return;
        foreach (var (camp, way) in _camps)
        {
            before += _book.Sheltered[camp];
            var share = (long)((Int128)go * before / all) - given;
            given += share;
            var people = Math.Min(share, _world.People[camp]);
            if (people > 0) Return(camp, way, people);
        }
    }

    private void Return(int camp, Distance way, long people)
    {
        _book.Return(camp, people);
        _world.Record(Outcome.Returned, _number, people);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.WentHome, _displacement.Id, $"{people} from {_world.Catalogue.Places[camp].Id}");
        if (_home >= 0)
        {
            _shelters.SetOutFrom(camp, _home, people, _displacement.Pace.TimeFor(way), this);
            return;
        }
        _book.ComeHome(people);
        _shelters[camp]!.Leave(people);
    }
}
