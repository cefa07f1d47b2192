using System.Runtime.InteropServices;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>For whom what was held up, and by what: the waiting of all that was sent to a place, as the delay ledger charges it, and besides
/// what is no waiting of a vehicle: loads that have none, orders that are not made, slow driving, breakdowns.</summary>
/// <remarks>A load is what one vehicle takes, so that load-time and vehicle-time stand on one scale. One run, one thread.</remarks>
internal sealed class HoldUps
{
    private readonly Dictionary<HoldUpKey, Int128> _ticks = [];

    /// <summary>Every piece in the order in which it was charged, for a run that is to be explained; null where nobody asked for it.</summary>
    public List<LoggedHoldUp>? Log { get; set; }

    /// <summary>[load-time] What held up what, in order of places, causes and where; each at most the longest time there is, 29,000 years.</summary>
    public IEnumerable<(HoldUpKey Key, TimeSpan Time)> All => _ticks
        .OrderBy(one => one.Key.BoundFor).ThenBy(one => one.Key.Cause).ThenBy(one => one.Key.Where).Select(one => (one.Key, new TimeSpan((long)Int128.Min(one.Value, TimeSpan.MaxValue.Ticks))));

    /// <summary>What was sent to a place, or is wanted there, has been held up.</summary>
    /// <param name="key">Where, by what, and for whom; who is sent for by nobody is left out.</param>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="time">[load-time]</param>
    /// <param name="blamed">The disruption or front that is blamed; null where none is.</param>
    public void Add(HoldUpKey key, SimTime from, SimTime until, TimeSpan time, string? blamed = null) =>
        Add(new LoggedHoldUp(key, from, until, time, blamed));

    /// <summary>The same, as a piece.</summary>
    public void Add(in LoggedHoldUp piece)
    {
        if (piece.Key.BoundFor < 0 || piece.Time <= TimeSpan.Zero) return;
        CollectionsMarshal.GetValueRefOrAddDefault(_ticks, piece.Key, out _) += piece.Time.Ticks;
        Log?.Add(piece);
    }
}

/// <summary>What held somebody up, where, and for whom.</summary>
/// <param name="BoundFor">The number of the place that it was sent to, there and back; -1 where nobody waits for it.</param>
/// <param name="Where">The number of a place, or -1 less that of a route; of a fleet for <see cref="HoldUp.Vehicle"/> and <see cref="HoldUp.Departure"/>.</param>
/// <param name="Cause">By what.</param>
internal readonly record struct HoldUpKey(int BoundFor, int Where, HoldUp Cause)
{
    /// <summary>As a wait is told: a wait on a road or before it at that road, not at the place behind.</summary>
    public static HoldUpKey Of(in Waiting wait) => wait switch
    {
        { KeptFrom: >= 0 } => new(wait.BoundFor, wait.KeptFrom, HoldUp.Departure),
        { Route: >= 0, Cause: WaitCause.Hours } => new(wait.BoundFor, -1 - wait.Route, HoldUp.Daylight),
        { Route: >= 0 } => new(wait.BoundFor, -1 - wait.Route, (HoldUp)wait.Cause),
        _ => new(wait.BoundFor, wait.Place, (HoldUp)wait.Cause),
    };

    /// <summary>The id of the place, the route or the fleet.</summary>
    public string WhereIn(Catalogue catalogue) => Cause is HoldUp.Vehicle or HoldUp.Departure ? catalogue.Fleets[Where].Id
        : Where < 0 ? catalogue.Routes[-1 - Where].Id
        : catalogue.Places[Where].Id;
}

/// <summary>A piece of being held up as it was charged.</summary>
/// <param name="Key">What, where, and for whom.</param>
/// <param name="From">When the piece began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Time">[load-time]</param>
/// <param name="Blamed">The disruption or front that is blamed; null where none is.</param>
internal readonly record struct LoggedHoldUp(HoldUpKey Key, SimTime From, SimTime Until, TimeSpan Time, string? Blamed);

/// <summary>By what something is held up. The first are the causes of waits, with the same numbers.</summary>
internal enum HoldUp
{
    /// <summary>As <see cref="WaitCause.Physical"/>.</summary>
    Physical,

    /// <summary>As <see cref="WaitCause.Hours"/>, of a place.</summary>
    Hours,

    /// <summary>As <see cref="WaitCause.Passage"/>.</summary>
    Passage,

    /// <summary>As <see cref="WaitCause.Clearance"/>.</summary>
    Clearance,

    /// <summary>As <see cref="WaitCause.Fleet"/>: the column is not complete, has no escort, or the crew rests.</summary>
    Fleet,

    /// <summary>As <see cref="WaitCause.Lane"/>.</summary>
    Lane,

    /// <summary>As <see cref="WaitCause.Fuel"/>.</summary>
    Fuel,

    /// <summary>A road is passed by day only.</summary>
    Daylight,

    /// <summary>Laden vehicles may not leave: only a share of departures goes.</summary>
    Departure,

    /// <summary>Ordered, and no vehicle is free.</summary>
    Vehicle,

    /// <summary>Ordered, and not there where it is to be loaded.</summary>
    Goods,

    /// <summary>Not ordered, as the way is known to be shut.</summary>
    Order,

    /// <summary>Not ordered, as orders are stopped at the place itself.</summary>
    OrdersStopped,

    /// <summary>Driven more slowly than the road and the vehicles allow.</summary>
    Slow,

    /// <summary>Broken down, or halted for one that has.</summary>
    Breakdown,
}
