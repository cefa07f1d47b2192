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
        var id = displacement.Id;
        _fleeing = new Stretches(world, new PeopleStream(displacement.People, world, $"flight/{id}", displacement.Night),
            displacement.While, null);
        if (displacement.Return is { } home)
            _returning = new Stretches(
                world, new PeopleStream(home.People, world, $"return/{id}"), home.While, world.Draw(home.After, $"return-after/{id}"));
        _handler = world.Simulation.Register(this);
        PlanBatch(1);
    }

    /// <summary>Some of them have come to a camp.</summary>
    public void Arrived(int camp, long people) => _book.Arrive(camp, people);

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

    private void Flee(long wish)
    {
        var left = _book.Residents is null ? wish : Math.Min(wish, _book.Home);
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
        _shelters.SetOut(PeopleAccount.Arrived, camp, people, _displacement.Pace.TimeFor(way), this);
    }

    // In proportion to those who came to each camp: what is rounded off in one falls to the next.
    private void GoHome(long wish)
    {
        long before = 0, given = 0, all = 0;
        foreach (var (camp, _) in _camps) all += _book.Sheltered[camp];
        var go = Math.Min(wish, all);
        if (go == 0) return;
        foreach (var (camp, _) in _camps)
        {
            before += _book.Sheltered[camp];
            var share = (long)((Int128)go * before / all) - given;
            given += share;
            var people = Math.Min(share, _world.People[camp]);
            if (people > 0) Return(camp, people);
        }
    }

    private void Return(int camp, long people)
    {
        _book.Return(camp, people);
        _world.Record(Outcome.Returned, _number, people);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.WentHome, _displacement.Id, $"{people} from {_world.Catalogue.Places[camp].Id}");
        _shelters[camp]!.Leave(people);
    }
}
