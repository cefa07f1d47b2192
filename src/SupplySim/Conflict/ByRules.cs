using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>The rules built in: a distant front lasts, a scripted one is told, any other advances and contests what the defender
/// holds.</summary>
internal sealed record ByRules(string Front) : Campaign(Front)
{
    public override async Process Unfold(FrontCourse course)
    {
        if (course.Front.Along.IsEmpty) await LastElsewhere(course);
        else if (!course.Front.Script.IsEmpty) await new ScriptedFront(course).Unfold();
        else await AdvanceAlong(course);
    }

    // A distant front only draws strength away, and is somewhere.
    private static async Process LastElsewhere(FrontCourse course)
    {
        if (course.Front.At is { } at) course.StandAt(at);
        course.Enter(FrontState.Fight);
        if (course.Front.Lasts is not { } lasts) return;
        await course.Wait(course.World.Draw(lasts, $"lasts/{course.Front.Id}").Sample(0));
        course.Vanish();
        course.Enter(FrontState.Ended);
    }

    private static async Process AdvanceAlong(FrontCourse course)
    {
        var (along, contest) = (course.Front.Along, new Contest(course));
        course.StandAt(along[0]);
        for (var next = 1; next < along.Length; next++)
        {
            course.Leg = next;
            course.Enter(FrontState.Advance);
            if (along[next].Place is { } held && course.IsHeld(held))
            {
                await course.AdvanceToContact(along[next], SimTime.Never);
                if (!await contest.Resolve(along[next])) return;
                course.Enter(FrontState.Advance);
            }
            await course.Advance(along[next]);
            if (along[next].Place is { } passed && !course.IsCaptured(passed) && course.CanCapture(passed)) course.Capture(passed);
        }
        course.Stop();
        course.Enter(FrontState.Ended);
    }
}
