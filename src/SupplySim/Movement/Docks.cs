using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The docks of one place: vehicles are loaded and unloaded one at a dock, in the order they come.</summary>
/// <remarks>While loading or unloading is stopped there, or a load finds no room in the store, its vehicle waits without a dock and lets
/// others go first; that wait is physical. At a force that is out of action nobody is served: who waits is sent away as he came. One run,
/// one thread.</remarks>
internal sealed class Docks : IEventHandler, IStockListener
{
    private const long LookAgain = -1, AllHasChanged = -2;
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly Queue<Member> _waiting = [];
    private readonly Member?[] _docks;
    private readonly EventHandle[] _ends;
    private readonly SiteState _site;
    private readonly StoreRoom? _room;
    private readonly int _place;
    private readonly Signal _again;
    private EventHandle _look;

    public Docks(World world, int place)
    {
        (_world, _place, _docks) = (world, place, new Member?[((Site)world.Catalogue.Places[place]).Docks]);
        _ends = new EventHandle[_docks.Length];
        (_site, _room) = (world.Sites[place]!, StoreRoom.Of(world, place));
        _handler = world.Simulation.Register(this);
        _again = new Signal(world.Simulation);
        _site.OnChange(() =>
        {
            ServeSoon();
            _again.Fire();
        });
        if (_room is not null) world.Stocks.Listen(place, this);
    }

    /// <summary>By dock; null where it is free.</summary>
    public IReadOnlyList<Member?> AtDock => _docks;

    /// <summary>Those who wait for a dock, in their order.</summary>
    public IReadOnlyCollection<Member> Waiting => _waiting;

    /// <summary>The instant at which those who wait will be looked at, as something has changed; never where nothing has.</summary>
    public SimTime ServesAt { get; private set; } = SimTime.Never;

    /// <summary>A vehicle comes: with something on it to be unloaded, empty to be loaded.</summary>
    /// <param name="member">The vehicle.</param>
    /// <param name="time">How long it holds its dock.</param>
    /// <param name="user">Is told when it is done.</param>
    public void Add(Member member, TimeSpan time, IDockUser user)
    {
        (member.Docking, member.DockSince) = (new Docking(time, user), _world.Now);
        _waiting.Enqueue(member);
        Serve();
    }

    /// <summary>Breaks off all that is done here, and sends away those who wait.</summary>
    /// <returns>Whose vehicles these were.</returns>
    public List<Member> Clear()
    {
        var served = new List<Member>();
        for (var dock = 0; dock < _docks.Length; dock++)
            if (_docks[dock] is { } member)
            {
                _world.Simulation.Cancel(_ends[dock]);
                if (_room is not null && member.Load is { } load) _room.Fill(load);
                _docks[dock] = null;
                served.Add(member);
            }
        while (_waiting.TryDequeue(out var waiting))
        {
            Release(waiting);
            Charge(waiting);
            served.Add(waiting);
        }
        return served;
    }

    /// <summary>[load-time] Those who wait for a dock at this instant, and have for how long.</summary>
    public IEnumerable<LoggedHoldUp> Open => _waiting.Where(member => member.DockWait < 0).Select(HeldUp);

    /// <summary>Waits until a load may be loaded here, or may be unloaded and finds room, which is kept for it until it is
    /// <see cref="Fill">there</see>, or until nobody ever is: for aircraft, which are served where they stand.</summary>
    public async Process Admit(Load load, bool unloads)
    {
        for (var look = SimTime.Never; !_site.IsOutOfAction && !May(load, unloads, ref look); look = SimTime.Never)
            await _again.Wait(SimTime.Min(look, _world.Catalogue.Horizon + TimeSpan.FromMilliseconds(1)) - _world.Now);
        if (unloads) _room?.Keep(load);
    }

    /// <summary>The same if it may at once; whether it may.</summary>
    public bool TryAdmit(Load load, bool unloads)
    {
        if (!MayNow(load, unloads)) return false;
        if (unloads) _room?.Keep(load);
        return true;
    }

    /// <summary>Whether it may at once.</summary>
    public bool MayNow(Load load, bool unloads)
    {
        var look = SimTime.Never;
        return May(load, unloads, ref look);
    }

    /// <summary>What was admitted lies there now.</summary>
    public void Fill(Load load) => _room?.Fill(load);

    void IStockListener.StockChanged(int place, StockChange change)
    {
        ServeSoon();
        _again.Fire();
    }

    void IEventHandler.Handle(long dock)
    {
        if (dock >= 0) End(dock);
        else if (dock == AllHasChanged) ServesAt = SimTime.Never;
        Serve();
    }

    private void End(long dock)
    {
        var member = _docks[dock]!;
        _docks[dock] = null;
        if (_room is not null && member.Load is { } load) _room.Fill(load);
        member.Docking.User.Done(member);
    }

    // When all has changed that changes at this instant: where one closure begins as another ends nobody
    // slips in between, whichever is told of first.
    private void ServeSoon()
    {
        if (ServesAt == _world.Now || _waiting.Count == 0) return;
        ServesAt = _world.Now;
        _world.Simulation.Schedule(_world.Now, Priorities.Arrival, _handler, AllHasChanged);
    }

    private void Serve()
    {
        if (_room is null && !_site.IsAnyStopped) ServeInOrder();
        else ServeWhoMay();
    }

    private void ServeInOrder()
    {
        for (var dock = 0; dock < _docks.Length && _waiting.Count > 0; dock++)
            if (_docks[dock] is null) Begin(_waiting.Dequeue(), dock);
    }

    // Each in its turn once around, so that those who go on waiting keep their order.
    private void ServeWhoMay()
    {
        var (dock, look) = (0, SimTime.Never);
        for (var left = _waiting.Count; left > 0; left--)
        {
            var member = _waiting.Dequeue();
            if (_site.IsOutOfAction)
            {
                Release(member);
                Charge(member);
                member.Docking.User.Done(member);
                continue;
            }
            if (!May(member.Load, member.Load is not null, ref look)) Hold(member);
            else
            {
                Release(member);
                while (dock < _docks.Length && _docks[dock] is not null) dock++;
                if (dock < _docks.Length)
                {
                    Begin(member, dock);
                    continue;
                }
            }
            _waiting.Enqueue(member);
        }
        Plan(look);
    }

    private void Begin(Member member, int dock)
    {
        Release(member);
        Charge(member);
        if (_room is not null && member.Load is { } load) _room.Keep(load);
        _docks[dock] = member;
        _ends[dock] = _world.Simulation.Schedule(member.Docking.Time, Priorities.EndOfService, _handler, dock);
    }

    private bool May(Load? load, bool unloads, ref SimTime look)
    {
        if (_site.IsStopped(unloads ? SiteWork.Unloading : SiteWork.Loading)) return false;
        if (!unloads || _room is null || _room.Fits(load!)) return true;
        look = SimTime.Min(look, _room.LookAgain(load!));
        return false;
    }

    // Its wait for leave or for room.
    private void Hold(Member member)
    {
        if (member.DockWait >= 0) return;
        Charge(member);
        var isForRoom = member.Load is not null && MayUnload;
        member.DockWait = _world.Delays.Begin(
            new Waiting(_place, WaitCause.Physical, null, member.Shipment) { IsForRoom = isForRoom }, 1, _world.Now);
        if (isForRoom) TellFull(member.Load!);
    }

    /// <summary>Whether one may unload here, so that whoever cannot waits for room.</summary>
    public bool MayUnload => !_site.IsStopped(SiteWork.Unloading);

    /// <summary>A load has come that finds no room.</summary>
    public void TellFull(Load load)
    {
        if (_world.Story is not null)
            _world.Tell(HappeningKind.StoreFull, _world.Catalogue.Places[_place].Id, Load.Describe([load], _world.Catalogue));
    }

    private void Release(Member member)
    {
        if (member.DockWait < 0) return;
        _world.Delays.End(member.DockWait, _world.Now);
        (member.DockWait, member.DockSince) = (-1, _world.Now);
    }

    // It has waited in the queue until now.
    private void Charge(Member member)
    {
        if (member.DockSince < _world.Now) _world.HoldUps.Add(HeldUp(member));
    }

    private LoggedHoldUp HeldUp(Member member) => new(
        new HoldUpKey(member.Shipment, _place, HoldUp.Dock), member.DockSince, _world.Now, _world.Now - member.DockSince, null);

    private void Plan(SimTime at)
    {
        if (at >= _world.Catalogue.Horizon) _world.Simulation.Cancel(_look);
        else if (!_world.Simulation.Reschedule(_look, at))
            _look = _world.Simulation.Schedule(at, Priorities.EndOfService, _handler, LookAgain);
    }
}

/// <summary>Who has vehicles loaded or unloaded.</summary>
internal interface IDockUser
{
    /// <summary>A vehicle has been dealt with, or, at a force that is out of action, will not be; it needs no dock any more.</summary>
    void Done(Member member);
}
