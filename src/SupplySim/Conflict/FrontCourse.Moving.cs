using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

// The head: where it is and how it moves.
public sealed partial class FrontCourse
{
    // [m] As near as this it is there: a fast head may be some metres beyond, and would go back and forth for ever.
    private const double There = 0.5;
    private OpeningTimes? _light;
    private bool _moves;

    /// <summary>The head is at a point and stands there.</summary>
    /// <param name="at">A spot on the map, or a place of which somebody says where it lies.</param>
    public void StandAt(Waypoint at)
    {
        _motion.Stand(PointOf(at));
        Changed();
    }

    /// <summary>The head stops where it is.</summary>
    public void Stop()
    {
        _motion.Stop(World.Now);
        TellHead();
    }

    /// <summary>The head stops where it is, and all that looks at it is told.</summary>
    internal void Halt()
    {
        Stop();
        Changed();
    }

    /// <summary>There is no head any more.</summary>
    public void Vanish()
    {
        _motion.Vanish();
        Changed();
    }

    /// <summary>[m] From the head to a point.</summary>
    public double DistanceTo(Waypoint point) => _motion.DistanceTo(PointOf(point), World.Now);

    /// <summary>Moves the head at the pace of an advance until it is near enough to a point; a change of strength and the night change the
    /// pace on the way.</summary>
    /// <param name="to">Where it goes, on a great circle.</param>
    /// <param name="within">How near it goes. Default: as far as the point.</param>
    public Process Advance(Waypoint to, Distance within = default) => Advance(to, () => within, SimTime.Never);

    /// <summary>Moves the head into contact with what the other side holds, but no longer than until an instant.</summary>
    internal Process AdvanceToContact(Waypoint to, SimTime until) => Advance(to, () => Front.Contact, until);

    /// <summary>Moves the head to a point, but no longer than until an instant.</summary>
    internal Process Advance(Waypoint to, SimTime until) => Advance(to, () => default, until);

    private async Process Advance(Waypoint to, Func<Distance> within, SimTime until)
    {
        var point = PointOf(to);
        while (World.Now < until && _motion.DistanceTo(point, World.Now) - within().Metres is > There and var remaining)
        {
            var speed = Pace.Advance.MetresPerHour * AttackerStrength * Light;
            var arrives = Arrival(Math.Ceiling(remaining / speed * 3_600_000));
            if (await MovesOn(point, speed, arrives, until, hangsOnStrength: true)) break;
        }
        Stop();
    }

    /// <summary>During a fight the head moves at its own pace, and no farther than to the place itself.</summary>
    internal async Process CloseIn(Waypoint to, SimTime until)
    {
        var point = PointOf(to);
        if (Pace.Fighting.MetresPerHour == 0) return;
        while (World.Now < until)
        {
            var speed = Pace.Fighting.MetresPerHour * AttackerReadiness * Light;
            var arrives = _motion.DistanceTo(point, World.Now) / speed is var hours && hours < Longest.TotalHours
                ? After(TimeSpan.FromHours(hours))
                : SimTime.Never;
            if (await MovesOn(point, speed, arrives, until, _force >= 0)) break;
        }
        Stop();
        Changed();
    }

    // Until it has arrived (true), the pace may have changed, or the time is up.
    private async Process<bool> MovesOn(Vector point, double speed, SimTime arrives, SimTime until, bool hangsOnStrength)
    {
        _motion.Move(point, speed, World.Now);
        Changed();
        var next = SimTime.Min(SimTime.Min(arrives, until), SimTime.Min(NextLight, World.Catalogue.Horizon));
        _moves = true;
        try
        {
            if (!hangsOnStrength) await World.Simulation.DelayUntil(next, Priorities.ControlChange);
            else if (await ChangesBefore(next)) return false;
            return next == arrives;
        }
        catch (InterruptedException news) when (news.Cause == NewsOfFront.OtherRules)
        {
            return false;
        }
        finally
        {
            _moves = false;
        }
    }

    private void TellHead() => World.Story?.Head(_motion.At(_number, World.Now));

    private Pace Pace => Front.Pace ?? throw new InvalidOperationException($"'{Front.Id}' has no pace, so its head cannot move");

    private static TimeSpan Longest => TimeSpan.FromDays(200 * 365.25);

    private OpeningTimes? LightOf(Front front) =>
        front.Pace is { Night: < 1 } ? World.Catalogue.OpeningTimes(World.Catalogue.Defaults.Daylight, World.Catalogue.Clock.Zone) : null;

    private double Light => _light is null || _light.IsOpen(World.Now) ? 1 : Front.Pace!.Night;

    private SimTime NextLight => _light?.NextChange(World.Now) ?? SimTime.Never;

    // Never where it takes longer than any run, or for ever.
    private SimTime Arrival(double milliseconds) =>
        milliseconds < Longest.TotalMilliseconds ? After(TimeSpan.FromMilliseconds(milliseconds)) : SimTime.Never;

    private Vector PointOf(Waypoint waypoint)
    {
        if (waypoint.Place is not { } id) return waypoint.Point!.Value.UnitVector();
        return World.Catalogue.Places[World.Catalogue.PlaceNumber(id)].At?.UnitVector()
            ?? throw new InvalidOperationException($"nobody says where '{id}' lies, so the head of '{Front.Id}' cannot go there");
    }
}
