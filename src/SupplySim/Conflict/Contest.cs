using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>What happens where a front meets what the defender holds: a small state machine, until the place has fallen or the attacker
/// has given up.</summary>
/// <remarks>Each draw has a stream of its own, named by the front and what is drawn; its occasions count stand-offs, fights and
/// ceasefires, so that one outcome does not shift the next. Where the place falls to somebody else meanwhile, it is over at that instant.
/// One run, one thread.</remarks>
internal sealed class Contest
{
    private readonly FrontCourse _course;
    private readonly World _world;
    private PlaceId? _contested;
    private int _standOffs;
    private int _fights;
    private int _ceasefires;
    private int _sessions;

    public Contest(FrontCourse course)
    {
        (_course, _world) = (course, course.World);
        _world.Fell += (_, _) => LookAtOthers();
    }

    private Front Front => _course.Front;

    /// <summary>Whether the place was taken; if not, the attacker has given up.</summary>
    public async Process<bool> Resolve(Waypoint at)
    {
        var place = at.Place!.Value;
        _contested = place;
        try
        {
            for (var state = (FrontState?)Front.OpensWith; state is { } next && _course.IsHeld(place);) state = await After(next, at);
        }
        finally
        {
            _contested = null;
        }
        // at this very instant it may have ended, or be told from now on
        if (_course.State == FrontState.Ended || !Front.Script.IsEmpty) return false;
        if (_course.IsHeld(place)) _course.Capture(place);
        return true;
    }

    // Only what others do to the place is news: what this front takes, it takes when it no longer contests it.
    private void LookAtOthers()
    {
        if (_contested is not null && !IsContested) _course.Process.Interrupt(NewsOfFront.Fallen);
    }

    private bool IsContested => _course.IsHeld(_contested!.Value);

    // What comes after a state; null where nobody contests the place any more.
    private async Process<FrontState?> After(FrontState state, Waypoint at)
    {
        _course.Enter(state);
        try
        {
            switch (state)
            {
                case FrontState.StepDown:
                    return null;
                case FrontState.Withdrawal:
                    _course.Vanish();
                    _course.Enter(FrontState.Ended);
                    return null;
                case FrontState.Fight:
                    return await Fight(at);
                case FrontState.Ceasefire:
                    return await Ceasefire();
                default:
                    return await StandOff();
            }
        }
        catch (InterruptedException news) when (news.Cause is NewsOfFront)
        {
            return state;
        }
    }

    // Competing risks: each way out is drawn, the first to come happens; of equals the first named, then the deadline, then an offer.
    private async Process<FrontState> StandOff()
    {
        var (occasion, front) = (_standOffs++, Front);
        var clock = new StandOffClock(front, _world, occasion);
        var (deadline, talks) = (Deadline(occasion), Negotiate());
        while (true)
        {
            var (since, ratio) = (_world.Now, _course.ForceRatio);
            var (time, state) = clock.First(ratio);
            var ends = _course.After(time);
            if (deadline < ends) (ends, state) = (deadline, Front.StandOff!.Deadline!.Do);
            var next = SimTime.Min(ends, talks?.Next ?? SimTime.Never);
            var goesOn = await LastsUntil(next);
            clock.Run(_world.Now - since, ratio);
            if (!goesOn)
            {
                if (!IsContested) return FrontState.StandOff; // it has fallen at this very instant
                // What is no other goes on as it was drawn.
                clock.GoBy(Front);
                if (!Likeness.AreAlike(front.StandOff!.Deadline, Front.StandOff!.Deadline)) deadline = Deadline(occasion);
                if (talks is null || Front.Talks is null) talks = Negotiate();
                else talks.GoBy(Front.Talks);
                front = Front;
                continue;
            }
            if (_world.Now < next) continue;
            if (next == ends) return state;
            if (talks!.IsAccepted()) return FrontState.Ceasefire;
        }
    }

    // Until an instant, or until a strength is another where it hangs on that. False where it goes by other rules before.
    private async Process<bool> LastsUntil(SimTime next)
    {
        try
        {
            if (!_course.HangsOnStrength) await _world.Simulation.DelayUntil(next, Priorities.ControlChange);
            else await _course.ChangesBefore(next);
            return true;
        }
        catch (InterruptedException news) when (news.Cause == NewsOfFront.OtherRules)
        {
            return false;
        }
    }

    private SimTime Deadline(int occasion) => Front.StandOff!.Deadline switch
    {
        { After: { } after } => _course.After(_world.Draw(after, $"deadline/{Front.Id}").Sample(occasion)),
        { At: { } at } when _world.Catalogue.Time(at) >= _world.Now => _world.Catalogue.Time(at),
        _ => SimTime.Never,
    };

    // Null where the place is captured; else what comes next.
    private async Process<FrontState?> Fight(Waypoint at)
    {
        var (occasion, fight, start) = (_fights++, Front.Fight!, _world.Now);
        var end = _course.After(_world.Draw(fight.Lasts, $"fight/{Front.Id}").Sample(occasion));
        var talks = Front.Talks is { WhileFighting: true } ? Negotiate() : null;
        var hasAgreed = false;
        try
        {
            while (!hasAgreed && _world.Now < end)
            {
                var next = SimTime.Min(end, talks?.Next ?? SimTime.Never);
                await _course.CloseIn(at, next);
                await _world.Simulation.DelayUntil(next, Priorities.ControlChange);
                hasAgreed = next < end && talks!.IsAccepted();
            }
        }
        catch (InterruptedException)
        {
            _course.CountToll(_world.Now - start, occasion);
            throw;
        }
        _course.LookAtReadiness();
        _course.CountToll(_world.Now - start, occasion);
        if (hasAgreed) return FrontState.Ceasefire;
        return _world.Random($"attacker-wins/{Front.Id}").Happens(ChanceToWin(fight.AttackerWins), occasion) ? null : FrontState.StandOff;
    }

    private double ChanceToWin(double chance)
    {
        if (Front.ForceRatio?.AttackerWins is not { } power) return chance * _course.AttackerStrength;
        var odds = chance * Math.Pow(_course.ForceRatio, power);
        return odds / (1 - chance + odds);
    }

    private async Process<FrontState> Ceasefire()
    {
        var rules = Front.Ceasefire!;
        while (true)
        {
            var occasion = _ceasefires++;
            var lasts = _world.Draw(rules.Lasts, $"ceasefire/{Front.Id}").Sample(occasion);
            var isViolated = _world.Random($"violated/{Front.Id}").Happens(rules.Violated, occasion);
            if (isViolated) lasts = Draw.Times(lasts, _world.Random($"violated-at/{Front.Id}").Uniform(occasion));
            await _course.Wait(lasts);
            if (isViolated) return FrontState.Fight;
            if (!_world.Random($"renewed/{Front.Id}").Happens(rules.Renewed, occasion)) return FrontState.StandOff;
            _world.Tell(HappeningKind.Renewed, Front.Id, "renewed");
        }
    }

    private Negotiation? Negotiate() => Front.Talks is { } talks ? new Negotiation(_course, talks, _sessions++) : null;
}

/// <summary>Why a state of a front is interrupted.</summary>
internal sealed class NewsOfFront
{
    private readonly string _words;

    private NewsOfFront(string words) => _words = words;

    /// <summary>From now on a stand-off goes by other rules.</summary>
    public static NewsOfFront OtherRules { get; } = new("other rules");

    /// <summary>Another front has taken what is contested.</summary>
    public static NewsOfFront Fallen { get; } = new("the place has fallen");

    public override string ToString() => _words;
}
