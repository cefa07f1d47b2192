using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>A front whose states come at stated instants, in order. Nothing is drawn, and nothing else ends a state.</summary>
internal sealed class ScriptedFront(FrontCourse course)
{
    private readonly World _world = course.World;
    private int _next = 1;

    public async Process Unfold()
    {
        course.StandAt(course.Front.Along[0]);
        foreach (var step in course.Front.Script)
        {
            var at = _world.Catalogue.Time(step.At);
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

    // What the state in which it is does to the head, until an instant.
    private async Process MoveUntil(SimTime until)
    {
        var along = course.Front.Along;
        if (course.State == FrontState.Fight && _next < along.Length) await course.CloseIn(along[_next], until);
        while (course.State == FrontState.Advance && _next < along.Length && _world.Now < until)
        {
            var isHeld = along[_next].Place is { } place && course.IsHeld(place);
            await course.Advance(along[_next], isHeld ? course.Front.Contact : default, until);
            if (isHeld || course.DistanceTo(along[_next]) > 1) return;
            _next++;
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
