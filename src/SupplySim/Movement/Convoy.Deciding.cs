using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What those who plan decide for it: whether it sets out, and where it goes instead.
internal sealed partial class Convoy
{
    private bool _isStaging;
    private bool _bringsBack;
    private bool _wentRound;
    private bool _stands; // at a place, until something changes

    /// <summary>Whether it stays where it was loaded because its way is known to be shut.</summary>
    public bool IsHeldAtBase { get; private set; }

    /// <summary>Whether it carries anything.</summary>
    public bool IsLaden => _members.Exists(member => member.Load is not null);

    public IEnumerable<Load> Loads => _members.Where(member => member.Load is not null).Select(member => member.Load!);

    /// <summary>Whether it is on its way out with a load that it took where its line begins.</summary>
    public bool BringsSomething => _isOutbound && Loads.Any() && Loads.All(load => load.Line.Line.By == _yard.Fleet.Id);

    /// <summary>It gives up for good where it was bound: what it carries goes back to where that was loaded.</summary>
    public void BringBack()
    {
        _bringsBack = true;
        Divert(_ordered = _world.Catalogue.PlaceNumber(Loads.First().Line.Line.From));
    }

    /// <summary>Where it is bound from now on, if it was bound there.</summary>
    public int Goal(int destination) => Goal(destination, Entry is null ? _at : Heading.From);

    // It has come to a crossing that is shut, and knew that there is somewhere else to go.
    private bool IsDivertedAt(CrossingQueue queue, int destination) =>
        (_transport.Diversion is not null || IsForNobody(Heading.From)) && queue.IsShutFor(Traffic)
        && Goal(destination, Heading.From) != destination;

    private int Goal(int destination, int from)
    {
        if (_bringsBack && _isOutbound && !_isStaging) return _destination;
        if (!_isOutbound || _isStaging || !IsLaden) return destination;
        var goal = _transport.Diversion?.GoalOf(this, from, _ordered, _destination) ?? _destination;
        if (goal != _destination) Divert(goal);
        if (IsForNobody(from)) BringBack();
        return _destination;
    }

    // The force that it is bound for was captured: who is there sees it, who is not knows what was told.
    private bool IsForNobody(int from) => !_bringsBack && _world.Sites[_destination] is { IsOutOfAction: true }
        && (from == _destination || _transport.Reports.Situation.TakesNothing(_destination));

    private void Divert(int goal)
    {
        var before = _destination;
        _destination = goal;
        foreach (var load in Loads) load.Redirect(goal, _transport);
        _world.Record(Outcome.Diverted, before, goal);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Diverted, _yard.Fleet.Id,
                $"{_world.Catalogue.Places[before].Id} to {_world.Catalogue.Places[goal].Id}: {Load.Describe(Loads, _world.Catalogue)}");
        _transport.PositionsChanged(before, null);
        _transport.PositionsChanged(goal, null);
    }

    // A longer way than the usual one, which is known to be shut or to have one wait, holds up for as much longer as it takes.
    private void NoteDetour(Way way, int to)
    {
        var router = _transport.Router;
        if (way.IsShut || !(router.IsAskedAtEachPlace || router.IsAnyShut(to, LoadClass))
            || router.Find(_at, to, LoadClass, TimeSpan.Zero, isOpen: false) is not { } usual
            || usual.Cost >= way.Cost) return;
        var longer = way.Time - usual.Time;
        if (usual.IsShut && router.ShutOn(usual, LoadClass) is { } shut)
            Note(_world.Catalogue.TryRoute(shut, out var route) ? -1 - route : _world.Catalogue.PlaceNumber(shut), HoldUp.Detour);
        // Where it leaves the usual way, and not again wherever it is asked.
        else if (!usual.IsShut && !_wentRound && way.Arcs[0] != usual.Arcs[0]
            && router.LongestWaitOn(usual, to, LoadClass) is >= 0 and var crowded)
        {
            _wentRound = true;
            Note(crowded, HoldUp.AroundQueue);
        }

        void Note(int where, HoldUp cause) =>
            _world.HoldUps.Add(new HoldUpKey(Shipment, where, cause), _world.Now, _world.Now + longer, longer * _members.Count);
    }

    private bool MayNotUnload => _world.Sites[_destination]!.IsStopped(SiteWork.Unloading) && _members.Count > 0 && !_hasHandedOver;

    // Where nobody is unloaded it waits before the docks, until somebody is or it goes elsewhere.
    private async Process WaitToUnload()
    {
        while (MayNotUnload)
        {
            _isInMotion = false;
            foreach (var load in Loads)
                if (load.StandsSince == SimTime.Never) load.Line.Stands(load);
            var wait = BeginWait(WaitCause.Physical);
            _stands = true;
            await _world.Simulation.WhenAny(_world.Sites[_destination]!.Changed.Wait(), _transport.Reports.Learned.Wait());
            _stands = false;
            _world.Delays.End(wait, _world.Now);
            await Travel(_destination);
        }
    }

    // Complete and ready, it stays at its base as long as those who plan will have it.
    private async Process StayAtBase(DispatchPolicy policy)
    {
        var since = _world.Now;
        while (_members.Count > 0 && Decide(policy) is { IsWait: true } wait)
        {
            SetHeldAtBase(true);
            await WaitForNews(wait.Until, since);
        }
        SetHeldAtBase(false);
    }

    // It waits for what is shut, and no longer for its column; when it may go, for its escort.
    private void SetHeldAtBase(bool isHeld)
    {
        if (IsHeldAtBase == isHeld) return;
        IsHeldAtBase = isHeld;
        WaitToSetOut(new Waiting(_at, isHeld ? WaitCause.Physical : WaitCause.Fleet, null, Shipment));
    }

    // On its way, it goes where it is to wait, and waits there.
    private async Process WaitNearby(DispatchPolicy policy)
    {
        while (_members.Count > 0 && !_hasHandedOver && Decide(policy) is var answer && answer != Dispatch.SetOut)
        {
            if (answer.Place is { } place && _world.Catalogue.PlaceNumber(place) is var number && number != _at)
            {
                _isStaging = true;
                await Travel(number);
                _isStaging = false;
                continue;
            }
            var wait = BeginWait(WaitCause.Physical);
            _stands = true;
            await WaitForNews(answer.IsWait ? answer.Until : SimTime.Never, _world.Now);
            _stands = false;
            _world.Delays.End(wait, _world.Now);
        }
    }

    private async Process WaitForNews(SimTime until, SimTime since)
    {
        var (patience, left) = (Patience(since), until == SimTime.Never ? TimeSpan.MaxValue : until - _world.Now);
        var isPatient = left < patience;
        if (!await _transport.Reports.Learned.Wait(isPatient ? left : patience) && !isPatient) GiveUpLoads();
    }

    private Dispatch Decide(DispatchPolicy policy)
    {
        var catalogue = _world.Catalogue;
        var question = new DispatchQuestion(catalogue.Places[_at].Id, catalogue.Places[_destination].Id, _yard.Fleet.Id, _members.Count,
            _transport.Router.Choose(_at, _destination, LoadClass));
        var answer = Policy.Ask(policy, _transport.Reports.Situation, question,
            static (policy, known, question) => policy.Decide(known, question));
        if (answer.IsWait && answer.Until <= _world.Now)
            throw new InvalidOperationException($"{policy.Called} lets '{Name}' wait until {answer.Until}, and it is {_world.Now}");
        if (answer.Place is not { } place) return answer;
        if (!catalogue.TryPlace(place.Value ?? "", out var number))
            throw new InvalidOperationException($"{policy.Called} sends '{Name}' to '{place}', and there is no such place");
        if (number != _at && _transport.Router.Find(_at, number, LoadClass, default, isOpen: false) is null)
            throw new InvalidOperationException(
                $"{policy.Called} sends '{Name}' to '{place}', and no road leads there from '{catalogue.Places[_at].Id}'");
        return answer;
    }
}
