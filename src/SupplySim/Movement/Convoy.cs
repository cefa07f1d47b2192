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
internal sealed partial class Convoy : IMover, IDockUser
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly int _first;
    private readonly ulong _cargo; // there and back
    private int _ordered;
    private int _destination;
    private readonly Escorts? _escorts;
    private List<ClearanceDesk>? _asked;
    private List<Member> _members;
    private int _at;
    private bool _isOutbound = true;
    private bool _isStranded;
    private int _departure; // which of those of its first vehicle, for draws
    private Func<string>? _called;
    private int _traffic;

    public Convoy(Transport transport, List<Member> members, int origin, int destination)
    {
        (_transport, _world, _members, _at) = (transport, transport.World, members, origin);
        _destination = _ordered = destination;
        _yard = members[0].Yard;
        _first = members[0].Vehicle;
        foreach (var member in members) _cargo |= member.Load?.Line.Cargo ?? 0;
        FindSlowest();
        if (_yard.Fleet.Convoy?.Escort is { } escort) _escorts = new Escorts(transport, escort);
        (Number, Ordinal) = (transport.Columns.Add(this), transport.Columns.NextOrdinal());
    }

    public string Name => Called();

    /// <summary>By its first vehicle and where it was ordered to; put together when somebody reads it, which is seldom.</summary>
    public Func<string> Called => _called ??= NameOf(_yard.Fleet.Id, _first, _world.Catalogue.Places[_ordered].Id);

    // By itself, so that it holds no column.
    private static Func<string> NameOf(string fleet, int first, string to) => () => $"{fleet} {first} to {to}";

    public override string ToString() => Name;

    public int Fleet => _yard.Number;

    /// <summary>What is held up with it; of a guarded column, of which not all are of one fleet, nobody waits for the vehicles.</summary>
    public Shipment Shipment => new(_ordered, _escorts is null ? Fleet : -1, _cargo);

    /// <summary>How heavy it is, as far as it matters: the number of its fleet, or of one of its lighter
    /// <see cref="LoadClasses"/>.</summary>
    public int LoadClass { get; private set; }

    public int Traffic => _isOutbound ? _traffic : _world.Catalogue.Kinds.Back(_traffic);

    public bool IsOutbound => _isOutbound;

    /// <summary>The place it was at last.</summary>
    public int At => _at;

    /// <summary>Its number among all columns that there are.</summary>
    public int Number { get; }

    /// <summary>Its number among all that were formed in this run.</summary>
    public long Ordinal { get; }

    /// <summary>Whether it is on its way rather than waiting for its escort.</summary>
    public bool HasSetOut { get; private set; }

    public IReadOnlyList<Member> Members => _members;

    /// <summary>Whether not all of it is lost.</summary>
    public bool HasSurvivors => _members.Exists(member => !member.IsLost);

    private Spacing SpacingOn(int arc) => _yard.Fleet.Convoy is { } rules
        ? new Spacing(rules.IntervalAt(SpeedOn(arc)), rules.MarchUnits?.Of ?? 0, rules.MarchUnits?.Gap ?? TimeSpan.Zero)
        : default;

    /// <summary>Out, unloaded, and back to the base; from the next event on.</summary>
    public void Begin()
    {
        if (_transport.Dispatching is null && _escorts is null && _yard.Tanks is null && !_yard.State.IsLimited)
            WaitFor(Step.SettingOut, TimeSpan.Zero, Priority.Normal);
        else _world.Simulation.Start(GetReady(), this);
    }

    private async Process GetReady()
    {
        // Those who will guard it go where it goes.
        if (_escorts is not null) Weigh(_escorts.Grams);
        // Whatever it waits for, what keeps it back may begin meanwhile.
        _departure = _yard.NextDeparture(_members[0].Vehicle);
        for (var isGuarded = _escorts is null; ; isGuarded = true)
        {
            await BeLetGo();
            if (_transport.Dispatching is { } first) await StayAtBase(first);
            if (_members.Count == 0) break; // lost where it stood
            if (isGuarded && KeptBy is null && await FillUp()) break;
            if (!isGuarded) await _escorts!.Join(_members, _at, _destination);
        }
        if (_escorts is not null) FindSlowest();
        SetOut();
        if (_transport.Dispatching is { } policy) await WaitNearby(policy);
        TravelTo(_destination, Errand.Unload);
    }

    // Who does not go today is asked again tomorrow.
    private async Process BeLetGo()
    {
        var limit = default(GoLimit);
        for (; _members.Count > 0 && KeptBy is { } next; limit = next)
        {
            if (next.Cause != limit?.Cause)
                WaitToSetOut(new Waiting(_at, WaitCause.Fleet, null, Shipment) { KeptFrom = Fleet, KeptBy = next.Cause });
            await _world.Simulation.Delay(TimeSpan.FromDays(1), Priorities.Arrival);
            if (_members.Count == 0) return;
            _departure = _yard.NextDeparture(_members[0].Vehicle);
        }
        if (limit is not null) WaitToSetOut(new Waiting(_at, WaitCause.Fleet, null, Shipment));
    }

    // The same each time this departure is looked at, but for what has begun meanwhile.
    private GoLimit? KeptBy => _yard.State.Keeps(_members[0].Vehicle, _departure);

    // Loaded and not gone yet: what it waits for is something else from now on.
    private void WaitToSetOut(in Waiting waiting)
    {
        foreach (var member in _members)
        {
            if (member.Load is null) continue;
            _world.Delays.End(member.Wait, _world.Now);
            member.Wait = _world.Delays.Begin(waiting, 1, _world.Now);
        }
    }

    private void Depart()
    {
        SetOut();
        TravelTo(_destination, Errand.Unload);
    }

    /// <summary>Empty from the base to where there is something to load. False where it was lost on the way.</summary>
    /// <param name="onward">Where it goes from there, as far as is known.</param>
    public async Process<bool> Reposition(int onward)
    {
        if (_yard.Tanks is { } tanks) await FillUpToFetch(tanks, onward);
        HasSetOut = true;
        _yard.State.Depart(_members.Count);
        await Travel(_destination);
        TellDriven();
        _yard.State.Return(_members.Count);
        _transport.Columns.Remove(this);
        return _members.Count > 0;
    }

    private void ComeToUnload()
    {
        if (_transport.Diversion is not null && MayNotUnload) _world.Simulation.Start(UnloadLater(), this);
        else BeginUnloading();
    }

    private async Process UnloadLater()
    {
        await WaitToUnload();
        BeginUnloading();
    }

    private void BeginUnloading()
    {
        if (_members.Count == 0)
        {
            _transport.Columns.Remove(this);
            return;
        }
        WithdrawRequests();
        if (_hasHandedOver) Return();
        else Unload();
    }

    private void Return()
    {
        (_isOutbound, _hasHandedOver) = (false, false);
        Weigh();
        var home = _transport.BaseOf(_yard);
        AskForClearance(home);
        TravelTo(home, Errand.ComeHome);
    }

    private void SetOut()
    {
        HasSetOut = true;
        foreach (var member in _members)
        {
            member.Yard.State.Depart(1);
            if (member.Load is not null) _world.Delays.End(member.Wait, _world.Now);
        }
        if (_members.Count == 0) return; // lost where it stood
        AskForClearance(_destination);
        if (_world.Story is not null) TellDeparted();
    }

    private void TellDeparted()
    {
        var (vehicles, from, to, catalogue) = (_members.Count, _at, _destination, _world.Catalogue);
        var sums = new long[catalogue.Commodities.Length];
        foreach (var member in _members) member.Load?.AddTo(sums);
        _world.Tell(HappeningKind.Departed, _yard.Fleet.Id, () =>
            $"{vehicles} {(vehicles == 1 ? "vehicle" : "vehicles")} from {catalogue.Places[from].Id} to {catalogue.Places[to].Id}: {Load.Describe(sums, catalogue)}");
    }

    // Clearance is asked when the column is formed, for every crossing on its way, or as far as it goes itself.
    private void AskForClearance(int destination)
    {
        if (!_transport.IsClearanceAsked) return;
        if (_transport.Router.Choose(_at, destination, LoadClass) is not { } way) return;
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

    // Out, where it is needed; back, where one can get to.
    private int AimOf(int destination) => AimFrom(_at, Goal(destination));

    /// <summary>No way is known to be open: an alarm is raised once, until there is one again.</summary>
    public void Strand(int from, int destination)
    {
        if (_isStranded) return;
        _isStranded = true;
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Stranded, _yard.Fleet.Id,
                $"{_world.Catalogue.Places[from].Id} to {_world.Catalogue.Places[destination].Id}");
    }

    private void ComeHome()
    {
        _transport.Columns.Remove(this);
        TellDriven();
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
