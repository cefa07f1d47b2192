using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>A front whose states come at stated instants, in order. Nothing is drawn, and nothing else ends a state.</summary>
internal sealed class ScriptedFront(FrontCourse course)
{
    private readonly World _world = course.World;

    public async Process Unfold()
    {
        course.StandAt(course.Front.Along[0]);
        await Follow(SimTime.Start);
    }

    /// <summary>From now on, wherever it stands and whatever it does; steps of earlier instants are left out.</summary>
    public async Process GoOn()
    {
        course.Halt();
        await Follow(_world.Now);
    }

    private async Process Follow(SimTime from)
    {
        foreach (var step in course.Front.Script)
        {
            var at = _world.Catalogue.Time(step.At);
            if (at < from) continue;
            await MoveUntil(at);
            if (at >= _world.Catalogue.Horizon) return;
            await _world.Simulation.DelayUntil(at, Priorities.ControlChange);
            Do(step);
            if (step.Do == ScriptAct.Withdrawal) return;
        }
        await MoveUntil(SimTime.Never);
    }

    private void Do(ScriptStep step)
    {
        foreach (var lost in step.Lost) Count(lost);
        switch (step.Do)
        {
            case ScriptAct.StepDown:
                course.Enter(FrontState.StepDown);
                Capture(step.Place);
                break;
            case ScriptAct.Capture:
                Capture(step.Place);
                if (course.State == FrontState.Fight) course.Enter(FrontState.StandOff);
                break;
            case ScriptAct.Withdrawal:
                course.Enter(FrontState.Withdrawal);
                course.Vanish();
                course.Enter(FrontState.Ended);
                break;
            default:
                course.Enter(StateOf(step.Do));
                break;
        }
    }

    private void Count(ToldLosses lost)
    {
        foreach (var (type, pieces) in lost.Pieces) course.Lose(lost.Of, type, pieces);
        foreach (var (type, pieces) in lost.Claimed) course.Claim(lost.Of, type, pieces);
        if (lost.People > 0) course.Casualties(lost.Of, lost.People);
    }

    // What the state in which it is does to the head, until an instant.
    private async Process MoveUntil(SimTime until)
    {
        var along = course.Front.Along;
        if (course.State == FrontState.Fight && course.Leg < along.Length) await course.CloseIn(along[course.Leg], until);
        while (course.State == FrontState.Advance && course.Leg < along.Length && _world.Now < until)
        {
            var isHeld = along[course.Leg].Place is { } place && course.IsHeld(place);
            await (isHeld ? course.AdvanceToContact(along[course.Leg], until) : course.Advance(along[course.Leg], until));
            if (isHeld || course.DistanceTo(along[course.Leg]) > 1) return;
            course.Leg++;
        }
    }

    // Another front may have captured what was left.
    private void Capture(PlaceId? place)
    {
        place ??= course.Front.Along.Select(point => point.Place).FirstOrDefault(one => one is { } next && !course.IsCaptured(next));
        if (place is { } falls) course.Capture(falls);
    }

    private static FrontState StateOf(ScriptAct act) => act switch
    {
        ScriptAct.Advance => FrontState.Advance,
        ScriptAct.StandOff => FrontState.StandOff,
        ScriptAct.Fight => FrontState.Fight,
        _ => FrontState.Ceasefire,
    };
}
