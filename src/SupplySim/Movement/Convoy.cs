using SupplySim.Engine;
using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>A column of trucks on its way: out with a load, back empty. A single truck is a column of one.</summary>
/// <remarks>
/// The head travels; the others follow at their interval. A column is through a crossing when its last vehicle is, and has
/// arrived when its last vehicle has. It looks for its way anew wherever it gets to after something was learned, and what
/// it meets on the road is the truth. One run, one thread.
/// </remarks>
internal sealed partial class Convoy : IMover
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly int _first;
    private int _ordered;
    private int _destination;
    private readonly Escorts? _escorts;
    private List<ClearanceDesk>? _asked;
    private List<Member> _members;
    private int _at;
    private bool _isOutbound = true;
    private bool _isStranded;

    public Convoy(Transport transport, List<Member> members, int origin, int destination)
    {
        (_transport, _world, _members, _at) = (transport, transport.World, members, origin);
        _destination = _ordered = destination;
        _yard = members[0].Yard;
        _first = members[0].Vehicle;
        Through = new Signal(_world.Simulation);
        FindSlowest();
        if (_yard.Fleet.Convoy?.Escort is { } escort) _escorts = new Escorts(transport, escort);
        transport.Enrol(this);
    }

    /// <summary>By its first vehicle and where it was ordered to; put together when somebody asks, which is seldom.</summary>
    public string Name => $"{_yard.Fleet.Id} {_first} to {_world.Catalogue.Places[_ordered].Id}";

    public override string ToString() => Name;

    public int Fleet => _yard.Number;

    public int Traffic => _transport.TrafficOf(_yard);

    public bool IsOutbound => _isOutbound;

    /// <summary>The place it was at last.</summary>
    public int At => _at;

    /// <summary>Its place among all columns; it belongs to <see cref="Transport"/>.</summary>
    public int Enrolled { get; set; }

    /// <summary>Whether it is on its way rather than waiting for its escort.</summary>
    public bool HasSetOut { get; private set; }

    public IReadOnlyList<Member> Members => _members;

    /// <summary>Whether not all of it is lost.</summary>
    public bool HasSurvivors => _members.Exists(member => !member.IsLost);

    /// <summary>Fired by a crossing when the column is through, has left the queue, or is lost there.</summary>
    public Signal Through { get; }

    /// <summary>Its place in the queue of the crossing it is at; null elsewhere.</summary>
    public QueueEntry? Entry { get; private set; }

    /// <summary>Where it comes from while it waits at a crossing, and where it is going.</summary>
    public (int From, int To) Heading { get; private set; }

    private Spacing SpacingOn(int arc) => _yard.Fleet.Convoy is { } rules
        ? new Spacing(rules.IntervalAt(SpeedOn(arc)), rules.MarchUnits?.Of ?? 0, rules.MarchUnits?.Gap ?? TimeSpan.Zero)
        : default;

    /// <summary>Out, unloaded, and back to the base.</summary>
    public async Process Run()
    {
        if (_transport.Dispatching is { } first) await StayAtBase(first);
        if (_escorts is not null)
        {
            await _escorts.Join(_members, _at);
            FindSlowest();
        }
        SetOut();
        if (_transport.Dispatching is { } policy) await WaitNearby(policy);
        await Travel(_destination);
        await UnloadAndReturn();
    }

    /// <summary>Empty from the base to where there is something to load. False where it was lost on the way.</summary>
    public async Process<bool> Reposition()
    {
        HasSetOut = true;
        _yard.State.Depart(_members.Count);
        await Travel(_destination);
        _yard.State.Return(_members.Count);
        _transport.Strike(this);
        return _members.Count > 0;
    }

    // A vehicle that was left behind goes on alone when it is repaired.
    private async Process GoOnAlone(int arc, long remaining, int destination)
    {
        if (await Drive(arc, remaining)) await Arrive(arc, destination);
        await Travel(destination);
        if (_isOutbound) await UnloadAndReturn();
        else ComeHome();
    }

    private async Process UnloadAndReturn()
    {
        if (_transport.Diversion is not null) await WaitToUnload();
        if (_members.Count == 0)
        {
            _transport.Strike(this);
            return;
        }
        WithdrawRequests();
        if (!_hasHandedOver) await Unload();
        (_isOutbound, _hasHandedOver) = (false, false);
        var home = _transport.BaseOf(_yard);
        AskForClearance(home);
        await Travel(home);
        ComeHome();
    }

    private void SetOut()
    {
        HasSetOut = true;
        foreach (var member in _members)
        {
            member.Yard.State.Depart(1);
            if (member.Load is not null) _world.Delays.End(member.Wait, _world.Now);
        }
        AskForClearance(_destination);
        if (_world.Story is null) return;
        _world.Tell(HappeningKind.Departed, _yard.Fleet.Id,
            $"{_members.Count} {(_members.Count == 1 ? "vehicle" : "vehicles")} from {_world.Catalogue.Places[_at].Id} to {_world.Catalogue.Places[_destination].Id}: {Load.Describe(Loads, _world.Catalogue)}");
    }

    // Clearance is asked when the column is formed, for every crossing on its way, or as far as it goes itself.
    private void AskForClearance(int destination)
    {
        if (_transport.Router.Choose(_at, destination, Fleet) is not { } way) return;
        foreach (var arc in way.Arcs)
        {
            if (_transport.Queues[_transport.Roads.Graph[arc].To] is not { } queue) continue;
            if (queue.Clearance is { } desk)
            {
                desk.Ask(this);
                (_asked ??= []).Add(desk);
            }
            if (IsBoundBy(queue)) return;
        }
    }

    // It has arrived: what was asked for a way it did not take is asked no longer.
    private void WithdrawRequests()
    {
        if (_asked is null) return;
        foreach (var desk in _asked) desk.End(this);
        _asked.Clear();
    }

    private async Process Travel(int destination)
    {
        for (var to = AimOf(destination); _at != to && _members.Count > 0 && !_hasHandedOver; to = AimOf(destination))
        {
            var way = _transport.Router.Choose(_at, to, Fleet);
            if (way is not { IsShut: false }) Strand(_at, to);
            else _isStranded = false;
            if (way is null) await _transport.Reports.Learned.Wait();
            else await Follow(way.Arcs, to);
        }
    }

    // Out, where it is needed; back, where one can get to.
    private int AimOf(int destination) => AimFrom(_at, Goal(destination));

    /// <summary>No way is known to be open: an alarm is raised once, until there is one again.</summary>
    public void Strand(int from, int destination)
    {
        if (_isStranded) return;
        _isStranded = true;
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Stranded, _yard.Fleet.Id, $"{_world.Catalogue.Places[from].Id} to {_world.Catalogue.Places[destination].Id}");
    }

    // Goes along a way until its end, or until there is reason to look for another.
    private async Process Follow(int[] arcs, int destination)
    {
        var version = _transport.Reports.Situation.Version;
        foreach (var arc in arcs)
        {
            var length = _transport.Roads.Graph[arc].Weight;
            if (!MayEnter(arc)) await WaitToEnter(arc, destination);
            if (!MayEnter(arc)) return;
            if (IsUneventful(arc, length, out var time)) await _world.Simulation.Delay(StartUneventful(arc, length, time), Priorities.Arrival);
            else if (!await Drive(arc, length)) return;
            if (!IsPassedThrough(arc, destination) && !await Arrive(arc, destination)) return;
            var hasPassed = _transport.Queues[_at] is not null;
            if (!hasPassed && _transport.Reports.Situation.Version != version) return;
        }
    }

    // At a place that is only passed through nothing happens: most are, so they cost no wait.
    private bool IsPassedThrough(int arc, int destination)
    {
        var place = _transport.Roads.Graph[arc].To;
        if (_transport.Queues[place] is not null || place == destination) return false;
        _at = place;
        return true;
    }

    // At the far end of an arc. False where the column has turned back from a crossing, or is lost.
    private async Process<bool> Arrive(int arc, int destination)
    {
        _at = _transport.Roads.Graph[arc].To;
        if (_at == destination && _members.Count > 1) await _world.Simulation.Delay(SpacingOn(arc).Behind(_members.Count - 1), Priorities.Arrival);
        if (_at != destination && _transport.Queues[_at] is { } queue)
        {
            Heading = (_transport.Roads.Graph[arc].From, destination);
            if (IsDivertedAt(queue, destination) || !await Pass(queue, arc))
            {
                if (_members.Count > 0) await TurnBack(arc, 0);
                return false;
            }
            if (IsBoundBy(queue))
            {
                await HandOver(queue.Exchange!);
                return false;
            }
        }
        return true;
    }

    private async Process<bool> Pass(CrossingQueue queue, int arc)
    {
        var (entry, since) = (Entry = queue.Join(this, SpacingOn(arc)), _world.Now);
        queue.Reconsider(entry);
        for (var free = since; !entry.IsOver;)
            if (entry.IsTrapped)
            {
                await Through.Wait();
                free = _world.Now;
            }
            else if (!await Through.Wait(Patience(free)) && !entry.IsTrapped) GiveUpLoads();
        Entry = null;
        if (Rest is not null && _world.Now - since >= Rest) _driven = TimeSpan.Zero;
        if (_members.RemoveAll(member => member.IsLost) > 0) FindSlowest();
        return _members.Count > 0 && !entry.HasLeft;
    }

    private void ComeHome()
    {
        _transport.Strike(this);
        WithdrawRequests();
        foreach (var member in _members)
        {
            member.Yard.State.Return(1);
            if (_at == _transport.BaseOf(member.Yard)) member.Yard.PutBack(member.Vehicle);
            else member.Yard.PutBackAt(_at, member.Vehicle);
        }
        // Escorts stand behind the vehicles they came with, so that vehicles of one yard stand together.
        for (var i = 0; i < _members.Count; i++)
            if (i == 0 || _members[i].Yard != _members[i - 1].Yard) _members[i].Yard.TellReturned();
    }

    /// <summary>A vehicle and what it carries are lost.</summary>
    public void Lose(Member member)
    {
        member.IsLost = true;
        member.Yard.State.Lose(1);
        _world.Losses.NoteVehicle(_ordered);
        if (member.Load is { } load) _transport.Lose(load);
        member.Load = null;
        _world.Tell(HappeningKind.Lost, member.Yard.Fleet.Id, $"vehicle {member.Vehicle}");
    }
}
