using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>One front during one run: a small state machine that moves a head along places and contests those that the
/// defender holds.</summary>
/// <remarks>
/// Each draw has a stream of its own, named by the front and what is drawn; its occasions count contests, so that one
/// outcome does not shift the next.
/// </remarks>
internal sealed class Campaign
{
    private readonly World _world;
    private readonly Front _front;
    private readonly FrontMotion _motion;
    private readonly int _attacker;
    private readonly int _defender;
    private int _standOffs;
    private int _fights;
    private int _ceasefires;

    public Campaign(World world, Front front, FrontMotion motion)
    {
        (_world, _front, _motion) = (world, front, motion);
        _attacker = world.Catalogue.PartyNumber(front.Attacker);
        _defender = front.Defender is { } defender ? world.Catalogue.PartyNumber(defender) : -1;
    }

    private double Strength => _world.StrengthLeft[_attacker];

    public async Process Unfold()
    {
        var start = _world.Catalogue.Time(_front.Starts);
        if (start >= _world.Catalogue.Horizon) return;
        await _world.Simulation.DelayUntil(start, Priorities.ControlChange);
        if (_front.Along.IsEmpty) await FightElsewhere();
        else await AdvanceAlong();
    }

    // A distant front only draws strength away, and is somewhere.
    private async Process FightElsewhere()
    {
        if (_front.At is { } at) _motion.Stand(at.UnitVector());
        Enter(FrontState.Fight);
        _world.ScaleStrength(_attacker, 1 - _front.Takes);
        if (_front.Lasts is null) return;
        await Wait(_front.Lasts, "lasts", 0);
        _world.ScaleStrength(_attacker, 1 / (1 - _front.Takes));
        _motion.Vanish();
        Enter(FrontState.Ended);
    }

    private async Process AdvanceAlong()
    {
        _motion.Stand(PointOf(_front.Along[0]));
        for (var next = 1; next < _front.Along.Length; next++)
        {
            Enter(FrontState.Advance);
            var (point, place) = (PointOf(_front.Along[next]), PlaceOf(_front.Along[next]));
            if (place >= 0 && _world.Crossings[place]?.IsHeldBy(_defender) == true)
            {
                await Advance(point, _front.Contact.Metres);
                if (!await Contest(place, point)) return;
                Enter(FrontState.Advance);
            }
            await Advance(point, 0);
            if (place >= 0 && !_world.IsCaptured(place)) Capture(place);
        }
        _motion.Stop(_world.Now);
        Enter(FrontState.Ended);
    }

    // Moves the head until it is this near to a point; a change of strength changes the pace on the way. When the time is up
    // it is there: a fast head may be some metres beyond, and would go back and forth for ever.
    private async Process Advance(Vector point, long within)
    {
        while (_motion.DistanceTo(point, _world.Now) - within is > 0.5 and var remaining)
        {
            var speed = _front.Pace!.Advance.MetresPerHour * Strength;
            _motion.Move(point, speed, _world.Now);
            _world.Conditions.FrontsChanged();
            var time = TimeSpan.FromMilliseconds(Math.Ceiling(remaining / speed * 3_600_000));
            if (!await _world.Strength.Wait(time, Priorities.ControlChange)) break;
        }
        _motion.Stop(_world.Now);
    }

    // Returns whether the place was taken; if not, the attacker has given up.
    private async Process<bool> Contest(int place, Vector point)
    {
        for (var state = _front.OpensWith; ;)
        {
            Enter(state);
            switch (state)
            {
                case FrontState.StepDown:
                    Capture(place);
                    return true;
                case FrontState.Withdrawal:
                    _motion.Vanish();
                    Enter(FrontState.Ended);
                    return false;
                case FrontState.Fight:
                    if (!await Fight(point))
                    {
                        state = FrontState.StandOff;
                        break;
                    }
                    Capture(place);
                    return true;
                case FrontState.Ceasefire:
                    state = await Ceasefire();
                    break;
                default:
                    state = await StandOff();
                    break;
            }
        }
    }

    // Competing risks: each way out is drawn, the first to come happens; of equals the first named.
    private async Process<FrontState> StandOff()
    {
        var occasion = _standOffs++;
        var rules = _front.StandOff!;
        var (first, next) = (TimeSpan.MaxValue, FrontState.StandOff);
        foreach (var (duration, state) in new[]
        {
            (rules.StepDown, FrontState.StepDown), (rules.Fight, FrontState.Fight),
            (rules.Ceasefire, FrontState.Ceasefire), (rules.Withdrawal, FrontState.Withdrawal),
        })
        {
            if (duration is null) continue;
            var time = new Draw(duration, _world.Simulation, $"stand-off/{_front.Id}/{state}").Sample(occasion);
            if (time < first) (first, next) = (time, state);
        }
        await _world.Simulation.Delay(first, Priorities.ControlChange);
        return next;
    }

    private async Process<bool> Fight(Vector point)
    {
        var (occasion, fight, start) = (_fights++, _front.Fight!, _world.Now);
        var lasts = new Draw(fight.Lasts, _world.Simulation, $"fight/{_front.Id}").Sample(occasion);
        await CloseIn(point, lasts);
        await _world.Simulation.Delay(start + lasts - _world.Now, Priorities.ControlChange);
        if (fight.Losses is { } losses) CountLosses(losses, (_world.Now - start).TotalDays, occasion);
        return _world.Random($"attacker-wins/{_front.Id}").Uniform(occasion) < fight.AttackerWins * Strength;
    }

    // During a fight the head moves at its own pace, and no farther than to the place itself.
    private async Process CloseIn(Vector point, TimeSpan atMost)
    {
        var speed = _front.Pace!.Fighting.MetresPerHour;
        if (speed == 0) return;
        var there = TimeSpan.FromHours(_motion.DistanceTo(point, _world.Now) / speed);
        _motion.Move(point, speed, _world.Now);
        _world.Conditions.FrontsChanged();
        await _world.Simulation.Delay(there < atMost ? there : atMost, Priorities.ControlChange);
        _motion.Stop(_world.Now);
        _world.Conditions.FrontsChanged();
    }

    private async Process<FrontState> Ceasefire()
    {
        var occasion = _ceasefires++;
        var rules = _front.Ceasefire!;
        var lasts = new Draw(rules.Lasts, _world.Simulation, $"ceasefire/{_front.Id}").Sample(occasion);
        var isViolated = _world.Random($"violated/{_front.Id}").Uniform(occasion) < rules.Violated;
        if (isViolated) lasts = Draw.Times(lasts, _world.Random($"violated-at/{_front.Id}").Uniform(occasion));
        await _world.Simulation.Delay(lasts, Priorities.ControlChange);
        return isViolated ? FrontState.Fight : FrontState.StandOff;
    }

    private async Process Wait(Duration duration, string purpose, int occasion) => await _world.Simulation.Delay(
        new Draw(duration, _world.Simulation, $"{purpose}/{_front.Id}").Sample(occasion), Priorities.ControlChange);

    private void Capture(int place) => _world.Capture(place, _defender, _attacker, _front.OnCapture);

    private void CountLosses(Losses losses, double days, int occasion)
    {
        foreach (var (type, perDay) in losses.PerDay)
        {
            if (perDay * days <= 0) continue;
            var stream = _world.Random($"losses/{_front.Id}/{type}");
            var lost = (long)Distribution.Poisson(perDay * days).Quantile(stream.Uniform(occasion));
            _world.Record(Outcome.Lost, -1, lost);
            if (lost > 0) _world.Tell(HappeningKind.Lost, losses.Of, $"{lost} {type}");
        }
    }

    private void Enter(FrontState state)
    {
        if (_motion.State == state) return;
        _motion.State = state;
        _world.Record(Outcome.FrontState, Array.IndexOf(_world.Fronts, _motion), (long)state);
        _world.Tell(HappeningKind.FrontChanged, _front.Id, state.ToString());
        _world.Conditions.FrontsChanged();
    }

    private int PlaceOf(Waypoint waypoint) => waypoint.Place is { } id ? _world.Catalogue.PlaceNumber(id) : -1;

    private Vector PointOf(Waypoint waypoint) =>
        (waypoint.Point ?? _world.Catalogue.Places[PlaceOf(waypoint)].At!.Value).UnitVector();
}
