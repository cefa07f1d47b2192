using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Its way, leg by leg. What happens on every journey is a step that an event ends, so that it costs one event and no memory;
// what happens seldom is told as a process, which hands over to the next step.
internal sealed partial class Convoy
{
    private Step _step;
    private EventHandle _end;
    private bool _isWoken;
    private int _bound;
    private Errand _errand;
    private int[] _way = [];
    private int _leg;
    private int _aim;
    private int _version;
    private Signal? _told;

    /// <summary>What it waits for the end of.</summary>
    private enum Step : byte
    {
        None,
        SettingOut,
        GoingHome,
        OnTheRoad,
        Stretch,
        ClosingUp,
        Queue,
        Unloading,
    }

    /// <summary>What it does when it has got there.</summary>
    private enum Errand : byte
    {
        None,
        Unload,
        ComeHome,
        Report,
    }

    private int Arc => _way[_leg];

    private RouteState RouteAhead => RoadOf(Arc);

    private RouteState RoadOf(int arc) => _world.Routes[_transport.Roads.Graph[arc].Route];

    // For processes that wait for something to be done with it.
    private Signal Told => _told ??= new Signal(_world.Simulation);

    /// <summary>An event of this column: what it waited for has come.</summary>
    public void GoOn()
    {
        var (step, isWoken) = (_step, _isWoken);
        (_step, _isWoken) = (Step.None, false);
        switch (step)
        {
            case Step.SettingOut: Depart(); break;
            case Step.GoingHome: ReturnEmpty(); break;
            case Step.OnTheRoad: GetToEnd(); break;
            case Step.Stretch: EndStretch(); break;
            case Step.ClosingUp: StandAtEnd(); break;
            case Step.Queue: GoOnInQueue(isWoken); break;
            case Step.Unloading: WaitUntilUnloaded(); break;
            default: throw new InvalidOperationException($"'{Name}' waits for nothing, and an event has come");
        }
    }

    /// <summary>A crossing or a dock has done something with it: it is through, has left the queue, is unloaded or lost there.</summary>
    public void Wake()
    {
        if (_step is not (Step.Queue or Step.Unloading))
        {
            _told?.Fire();
            return;
        }
        _world.Simulation.Cancel(_end);
        _isWoken = true;
        GoOn();
    }

    // What would end after the run needs no event: an empty column has patience for ever.
    private void WaitFor(Step step, TimeSpan time, Priority priority)
    {
        _step = step;
        _end = time < _world.Catalogue.Horizon - _world.Now
            ? _world.Simulation.Schedule(time, priority, _transport.Columns.Handler, Number)
            : default;
    }

    // Waits without an end of its own: somebody wakes it.
    private void WaitFor(Step step) => (_step, _end) = (step, default);

    // Earlier than it would end, and once.
    private void EndStep()
    {
        if (_isWoken) return;
        _isWoken = true;
        _world.Simulation.Cancel(_end);
        _end = _world.Simulation.Schedule(TimeSpan.Zero, Priority.Normal, _transport.Columns.Handler, Number);
    }

    private void TravelTo(int destination, Errand errand)
    {
        (_bound, _errand, _wentRound) = (destination, errand, false);
        LookForWay();
    }

    // For a process that waits until it is there.
    private async Process Travel(int destination)
    {
        TravelTo(destination, Errand.Report);
        while (_errand == Errand.Report) await Told.Wait();
    }

    private void LookForWay()
    {
        var to = AimOf(_bound);
        if (_at == to || _members.Count == 0 || _hasHandedOver)
        {
            GetThere();
            return;
        }
        var way = _transport.Router.Choose(_at, to, LoadClass);
        if (way is not { IsShut: false }) Strand(_at, to);
        else _isStranded = false;
        (_aim, _leg, _version) = (to, 0, _transport.Reports.Situation.Version);
        if (way is null)
        {
            _world.Simulation.Start(AwaitNews(), this);
            return;
        }
        _way = way.Arcs;
        NoteDetour(way, to);
        EnterLeg();
    }

    private async Process AwaitNews()
    {
        _stands = true;
        if (_transport.Router.Choose(_at, _aim, LoadClass) is null) await _transport.Reports.Learned.Wait();
        _stands = false;
        LookForWay();
    }

    private void EnterLeg()
    {
        if (MayEnter(Arc)) Enter();
        else _world.Simulation.Start(EnterLater(), this);
    }

    private async Process EnterLater()
    {
        _stands = true;
        await WaitToEnter(Arc, _aim);
        _stands = false;
        if (_members.Count > 0 && MayEnter(Arc)) Enter();
        else LookForWay();
    }

    private void Enter()
    {
        var length = _transport.Roads.Graph[Arc].Weight;
        if (IsUneventful(Arc, length, out var time)) WaitFor(Step.OnTheRoad, StartUneventful(Arc, length, time), Priorities.Arrival);
        else Drive(length);
    }

    // The head is at the far end of an arc. At a place that is only passed through nothing happens: most are, so they cost no wait.
    private void GetToEnd()
    {
        TellTripEnd(Arc, 0);
        _at = _transport.Roads.Graph[Arc].To;
        if (_at == _aim && _members.Count > 1) WaitFor(Step.ClosingUp, SpacingOn(Arc).Behind(_members.Count - 1), Priorities.Arrival);
        else StandAtEnd();
    }

    private void StandAtEnd()
    {
        if (_at == _aim || _transport.Queues[_at] is not { } queue) BeginNextLeg(isThroughCrossing: _transport.Queues[_at] is not null);
        else ComeToCrossing(queue);
    }

    // Along the same way, until its end or until there is reason to look for another.
    private void BeginNextLeg(bool isThroughCrossing)
    {
        if (_guardsNobody && _errand == Errand.Unload) TurnHome();
        else if (++_leg == _way.Length || (!isThroughCrossing && HasLearned)) LookForWay();
        else EnterLeg();
    }

    // Whoever looks at queues learns something all the time.
    private bool HasLearned => _transport.Reports.Situation.Version != _version || _transport.Router.IsAskedAtEachPlace;

    // Escorts whose trucks are all lost or left behind have nowhere to go but home.
    private void TurnHome()
    {
        (_isOutbound, _bound, _errand) = (false, _transport.BaseOf(_yard), Errand.ComeHome);
        LookForWay();
    }

    private void ComeToCrossing(CrossingQueue queue)
    {
        Heading = (_transport.Roads.Graph[Arc].From, _aim);
        if (IsDivertedAt(queue, _aim)) _world.Simulation.Start(GoBack(), this);
        else JoinQueue(queue);
    }

    private async Process GoBack()
    {
        await TurnBack(Arc, 0);
        LookForWay();
    }

    private void GetThere()
    {
        var errand = _errand;
        _errand = Errand.None;
        switch (errand)
        {
            case Errand.Unload: ComeToUnload(); break;
            case Errand.ComeHome: ComeHome(); break;
            default: Told.Fire(); break;
        }
    }
}
