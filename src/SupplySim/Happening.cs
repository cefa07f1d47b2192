using SupplySim.Engine;

namespace SupplySim;

/// <summary>Something that happened in a run.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The id of the place, front, fleet, line or disruption it happened to.</param>
/// <param name="Detail">More, in words: the cause of a closure, the load of a convoy.</param>
public sealed record Happening(SimTime At, HappeningKind Kind, string Subject, string? Detail)
{
    // Words, or what puts them together when somebody reads them first: most of a story is never read.
    private object? _detail = Detail;

    /// <summary>With words that are put together when somebody reads them.</summary>
    internal static Happening Of(SimTime at, HappeningKind kind, string subject, Func<string> detail) =>
        new(at, kind, subject, null) { _detail = detail };

    /// <summary>More, in words: the cause of a closure, the load of a convoy.</summary>
    public string? Detail
    {
        get
        {
            if (_detail is Func<string> words) _detail = words();
            return (string?)_detail;
        }
        init => _detail = value;
    }

    /// <summary>Whether the same happened at the same time, in the same words.</summary>
    public bool Equals(Happening? other) =>
        other is not null && At == other.At && Kind == other.Kind && Subject == other.Subject && Detail == other.Detail;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(At, Kind, Subject, Detail);

    /// <summary>For example <c>day 20 06:00 bridge closed: flood</c>.</summary>
    public override string ToString() =>
        $"{Brief.Of(At)} {Subject} {Likeness.Kebab(Kind.ToString()).Replace('-', ' ')}{(string.IsNullOrEmpty(Detail) ? "" : $": {Detail}")}";
}

/// <summary>The kinds of things that happen.</summary>
public enum HappeningKind
{
    /// <summary>A place or route was physically closed to all; the detail is the cause.</summary>
    Closed,

    /// <summary>It is no longer closed to all; where it is still to some, that is told after it.</summary>
    Opened,

    /// <summary>A disruption began; the detail is what it does.</summary>
    DisruptionBegan,

    /// <summary>A disruption ended.</summary>
    DisruptionEnded,

    /// <summary>A front entered a state; the detail is the state.</summary>
    FrontChanged,

    /// <summary>A place was captured; the detail is the new holder.</summary>
    Captured,

    /// <summary>A place fell below its warning level.</summary>
    RanShort,

    /// <summary>A place is above its warning level again.</summary>
    NoLongerShort,

    /// <summary>A commodity ran out at a place; the detail is the commodity.</summary>
    RanOut,

    /// <summary>A ration was cut or restored; the detail is the new ration.</summary>
    RationChanged,

    /// <summary>An order was placed by a supply line; the detail is what.</summary>
    Ordered,

    /// <summary>A convoy or flight left; the detail is its load and destination.</summary>
    Departed,

    /// <summary>A convoy or flight was unloaded; the detail is what arrived.</summary>
    Arrived,

    /// <summary>Someone found no way; the detail is from where to where.</summary>
    Stranded,

    /// <summary>Vehicles or goods were lost; the detail is what.</summary>
    Lost,

    /// <summary>A convoy joined the queue of a crossing; the detail is how many vehicles.</summary>
    Queued,

    /// <summary>A convoy was through a crossing.</summary>
    Passed,

    /// <summary>A laden convoy goes elsewhere; the detail is from where to where it was bound, and its load.</summary>
    Diverted,

    /// <summary>A local source ceased to give anything; the detail is the commodity it gave.</summary>
    LocalLost,

    /// <summary>A local source gives again; the detail is the commodity.</summary>
    LocalBack,

    /// <summary>A vehicle came whose load does not fit into the store; the detail is the load.</summary>
    StoreFull,

    /// <summary>People for whom a camp had no room went on; the detail is how many, and to which camp.</summary>
    MovedOn,

    /// <summary>A crew began to repair what a disruption has damaged; the detail is the kind of crew.</summary>
    RepairBegan,

    /// <summary>Somebody left the queue of a crossing that was closed, with what it carries; the detail is who.</summary>
    Dispersed,

    /// <summary>Something false was reported, or what was false was taken back; the detail is what is believed from now on.</summary>
    Reported,

    /// <summary>One side of a front made an offer; the detail is <c>accepted</c> or <c>refused</c>.</summary>
    Offered,

    /// <summary>A ceasefire that had come to its end was renewed.</summary>
    Renewed,

    /// <summary>The other side says that a party has lost equipment; the detail is what, true or not.</summary>
    Claimed,

    /// <summary>A column was attacked on the road; the detail is where it was, and how many of its vehicles are lost.</summary>
    Attacked,

    /// <summary>People fled; the detail is how many, and to which camp.</summary>
    Fled,

    /// <summary>People who had fled went home; the detail is how many, and from which camp.</summary>
    WentHome,

    /// <summary>The clearance of a crossing cannot be had any more, as a channel cannot be reached; the detail is which.</summary>
    Unreachable,

    /// <summary>All channels of the clearance of a crossing can be reached again.</summary>
    Reachable,

    /// <summary>A supply line orders nothing from now on, as its way is known to be shut or orders are
    /// stopped at the place it supplies; the detail is what is shut, or that place.</summary>
    Paused,

    /// <summary>A supply line that had paused orders again.</summary>
    Resumed,

    /// <summary>A commodity that had run out at a place was brought there again; the detail is the commodity.</summary>
    SuppliedAgain,

    /// <summary>In explanations: a crossing or route is passed more slowly; the detail is the cause.</summary>
    Slowed,

    /// <summary>In explanations: a fleet, or a share of its departures, is kept from leaving; the detail is the cause.</summary>
    HeldBack,

    /// <summary>In explanations: vehicles of a fleet are wanted elsewhere; the detail is the cause.</summary>
    TakenAway,

    /// <summary>A place or route was closed to some only: to some traffic, to flights, or to some of the
    /// work at a place; the detail is to what, and the cause: <c>aid: flood</c>.</summary>
    ClosedFor,

    /// <summary>It is open again to some to whom it was closed; the detail is to what.</summary>
    OpenedFor,

    /// <summary>A channel refused a column clearance, which is asked for again; the detail is which channel, and whom:
    /// <c>government, trucks 3</c>.</summary>
    Refused,

    /// <summary>Of those who are cleared at a crossing in a day none is left, and somebody waits for the next; the detail is how many
    /// vehicles may be: <c>20</c>.</summary>
    NoMoreCleared,

    /// <summary>Nobody waits any more for the clearances of the next day at a crossing.</summary>
    AllCleared,

    /// <summary>A place was hit, and what lay there destroyed; the detail is by what, and what is gone, which may be nothing:
    /// <c>rockets: 30 t ammunition</c>.</summary>
    Destroyed,

    /// <summary>Vehicles cannot set out for want of fuel; the detail is which, and where they stand: <c>diesel at depot</c>.</summary>
    NoFuel,
}
