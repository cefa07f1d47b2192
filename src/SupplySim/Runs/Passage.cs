using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>The one door at which everybody asks whether somebody may pass: what shuts it, who holds it, its hours.</summary>
internal static class Passage
{
    /// <summary>Whether this traffic may pass a crossing now, and if not, the one cause: the first gate that is shut.</summary>
    public static ref readonly PassageAnswer Ask(CrossingState crossing, int traffic, SimTime now) => ref crossing.Answers(now)[traffic];

    /// <summary>The same, worked out from how the crossing stands.</summary>
    public static PassageAnswer WorkOut(CrossingState crossing, int traffic, SimTime now)
    {
        if (!crossing.IsOpenFor(traffic))
            return new PassageAnswer(false, WaitCause.Physical, false) { Blamed = ClosureHold.First(crossing.Closures, traffic) };
        var permission = crossing.PermissionFor(traffic);
        if (permission == Permission.No) return new PassageAnswer(false, WaitCause.Passage, false);
        var isInHours = crossing.IsInHours(traffic, now);
        return new PassageAnswer(isInHours, isInHours ? WaitCause.Lane : WaitCause.Hours, permission == Permission.WithClearance);
    }

    /// <summary>Whether planners should count a crossing as shut for a traffic: closed, forbidden, or without any hours to
    /// come. A night is not a closure, and neither is a clearance that is slow to come.</summary>
    public static bool IsShut(CrossingState crossing, int traffic, SimTime now) =>
        !Ask(crossing, traffic, now).May
        && (!crossing.IsOpenFor(traffic) || crossing.PermissionFor(traffic) == Permission.No || !crossing.HasHours(traffic, now));

    /// <summary>When a crossing that planners count as shut opens, as announced; never where nothing is, or where it is not a
    /// closure alone that shuts it.</summary>
    public static SimTime AnnouncedEnd(CrossingState crossing, int traffic, SimTime now) =>
        crossing.PermissionFor(traffic) == Permission.No || !crossing.HasHours(traffic, now)
            ? SimTime.Never
            : crossing.AnnouncedEnd(traffic);
}

/// <summary>What a crossing answers.</summary>
/// <param name="May">Whether the traffic may pass, clearance and a free lane apart.</param>
/// <param name="Cause">The first gate that is shut, clearance apart; a free lane where none is.</param>
/// <param name="NeedsClearance">Whether whoever holds it lets pass only who is cleared, also where it is outside opening hours: for who
/// is not, clearance is the gate. False where a gate before that is shut.</param>
internal readonly record struct PassageAnswer(bool May, WaitCause Cause, bool NeedsClearance)
{
    /// <summary>The closure that is blamed where the cause is physical: of those that bind the traffic, the one that came first.</summary>
    public ClosureHold? Blamed { get; init; }
}
