using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Laden trucks that gather for one destination until they go as a column.</summary>
/// <remarks>They go when the greatest size is reached; when the least is there and no truck for the same destination is
/// being loaded or waited for; or when the first has waited long enough, however few they are. One run, one thread.</remarks>
internal sealed class Formation : IEventHandler
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly ConvoyRules? _rules;
    private readonly HandlerId _handler;
    private readonly int _origin;
    private readonly int _destination;
    private readonly Func<bool> _moreWait;
    private List<Member> _members;
    private EventHandle _deadline;

    /// <param name="transport">What moves.</param>
    /// <param name="yard">The fleet.</param>
    /// <param name="origin">Where they gather.</param>
    /// <param name="destination">Where they will go.</param>
    /// <param name="moreWait">Whether loads for the same destination wait for vehicles of the fleet.</param>
    public Formation(Transport transport, Yard yard, int origin, int destination, Func<bool> moreWait)
    {
        (_transport, _world, _rules, _origin, _destination, _moreWait) =
            (transport, transport.World, yard.Fleet.Convoy, origin, destination, moreWait);
        _handler = _world.Simulation.Register(this);
        _members = NewMembers();
    }

    /// <summary>[vehicles] Being loaded for this destination.</summary>
    public int Expected { get; set; }

    /// <summary>Those who have gathered.</summary>
    public IReadOnlyList<Member> Members => _members;

    public void Add(Member member)
    {
        member.Wait = _world.Delays.Begin(new Waiting(_origin, WaitCause.Fleet, null, member.Shipment), 1, _world.Now);
        member.Load!.Line.Stands(member.Load);
        _members.Add(member);
        if (_members.Count == 1 && _rules is not null)
            _deadline = _world.Simulation.Schedule(_rules.Wait, Priorities.Review, _handler);
    }

    public void TryGo()
    {
        if (_members.Count == 0) return;
        if (_rules is null || _members.Count >= _rules.Size.Greatest) Go();
        else if (_members.Count >= _rules.Size.Least && Expected == 0 && !_moreWait()) Go();
    }

    /// <summary>Those who have gathered are lost, with what they carry.</summary>
    public void LoseAll()
    {
        if (_members.Count == 0) return;
        _world.Simulation.Cancel(_deadline);
        foreach (var member in _members)
        {
            _world.Delays.End(member.Wait, _world.Now);
            _transport.Lose(member.Load!);
            member.Load = null;
            Seizure.LoseAtBase(_world, member.Yard, member.Vehicle, _destination);
        }
        _members.Clear();
    }

    private List<Member> NewMembers() => new(_rules?.Size.Least ?? 1);

    // The longest wait is over.
    void IEventHandler.Handle(long argument) => Go();

    private void Go()
    {
        _world.Simulation.Cancel(_deadline);
        var convoy = new Convoy(_transport, _members, _origin, _destination);
        _members = NewMembers();
        convoy.Begin();
    }
}
