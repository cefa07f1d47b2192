using System.Runtime.InteropServices;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>For whom what was held up, and by what: the waiting of all that was sent to a place, as the
/// delay ledger charges it, and besides what is no waiting of a vehicle: loads that have none, orders that are not made, slow driving,
/// breakdowns, queues at docks.</summary>
/// <remarks>A load is what one vehicle takes, so that load-time and vehicle-time stand on one scale. For
/// how long loads wait for a vehicle is handed on in the end to what the vehicles of that fleet waited for meanwhile
/// (<see cref="HandingOn"/>). One run, one thread.</remarks>
/// <param name="catalogue">Of the scenario.</param>
internal sealed class HoldUps(Catalogue catalogue)
{
    private readonly Dictionary<HoldUpKey, TimeByPart> _times = [];
    private readonly (TimeByPart? Time, int Vehicles, SimTime Since)[] _taken = new (TimeByPart?, int, SimTime)[catalogue.Fleets.Length];
    private readonly bool[] _isResized = new bool[catalogue.Fleets.Length];

    /// <summary>Every piece in the order in which it was charged, for a run that is to be explained; null
    /// where nobody asked for it.</summary>
    public List<LoggedHoldUp>? Log { get; set; }

    /// <summary>Who lacked something when, and what came too late for it.</summary>
    public Lacks Lacks { get; } = new(catalogue.Places.Length);

    /// <summary>At the end of the run: what held up what, in order of places, causes, where, and the fleets for which loads waited, and
    /// what was lacking for it; last, what was lacking with nothing late, by the rule that cuts rations and without it.</summary>
    public IEnumerable<HeldUpTotal> All
    {
        get
        {
            HeldTime[] held = [.. _times.Select(one => new HeldTime(one.Key, null, one.Value) { Tonnes = TonnesOf(one.Key) })];
            var weights = Lacks.Weigh(NewTime(), held);
            return HandingOn.Of(held, [.. _taken.Select((one, fleet) => _isResized[fleet] ? null : one.Time)], weights)
                .SelectMany(ByPlace).GroupBy(one => (one.Key, one.Awaited))
                .Select(alike => (alike.Key.Key, alike.Key.Awaited, Ticks: alike.Aggregate(Int128.Zero, (sum, one) => sum + one.Ticks),
                    Lacked: alike.Sum(one => one.Lacked)))
                .OrderBy(one => one.Key.BoundFor).ThenBy(one => one.Key.Cause).ThenBy(one => one.Key.Where).ThenBy(one => one.Awaited)
                .Select(one =>
                    new HeldUpTotal(one.Key, one.Awaited, new TimeSpan((long)Int128.Min(one.Ticks, TimeSpan.MaxValue.Ticks)), one.Lacked))
                .Concat(AtPlaces(weights.ByRule, HoldUp.Rations)).Concat(AtPlaces(weights.Anyway, HoldUp.TooLittle));
        }
    }

    private static IEnumerable<HeldUpTotal> AtPlaces(double[] lacked, HoldUp cause) =>
        lacked.Index().Where(one => one.Item > 0)
            .Select(one => new HeldUpTotal(new(one.Index, one.Index, cause), -1, TimeSpan.Zero, one.Item));

    // What was lacking is of the place that lacked it, also where what was held up was bound for a depot through which it lives.
    private static IEnumerable<(HoldUpKey Key, int Awaited, Int128 Ticks, double Lacked)> ByPlace(HeldPart part)
    {
        yield return (part.Key, part.Awaited, part.Ticks,
            part.LackedAt.Where(one => one.Place == part.Key.BoundFor).Sum(one => one.PersonDays));
        foreach (var (place, personDays) in part.LackedAt)
            if (place != part.Key.BoundFor && personDays > 0)
                yield return (part.Key with { BoundFor = place }, part.Awaited, Int128.Zero, personDays);
    }

    /// <summary>What was sent to a place, or is wanted there, has been held up.</summary>
    /// <param name="key">Where, by what, and for whom; of what is bound for no place it counts where its fleet is meanwhile.</param>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="time">[load-time]</param>
    /// <param name="blamed">The disruption or front that is blamed; null where none is.</param>
    public void Add(HoldUpKey key, SimTime from, SimTime until, TimeSpan time, string? blamed = null) =>
        Add(new LoggedHoldUp(key, from, until, time, blamed));

    /// <summary>The same, as a piece.</summary>
    public void Add(in LoggedHoldUp piece)
    {
        if (piece.Time <= TimeSpan.Zero || piece.Key is { BoundFor: < 0, Fleet: < 0 }) return;
        ref var time = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, piece.Key, out _);
        (time ??= NewTime()).Add(piece);
        Log?.Add(piece);
    }

    /// <summary>So many vehicles of a fleet are not free from now on: they are under way, wait or are
    /// loaded, are lost or taken away.</summary>
    public void Take(int fleet, int vehicles, SimTime now)
    {
        ref var taken = ref _taken[fleet];
        if (taken.Since < now && taken.Vehicles > 0)
        {
            var piece = new LoggedHoldUp(new HoldUpKey(-1, -1, HoldUp.Vehicle, fleet), taken.Since, now,
                (now - taken.Since) * taken.Vehicles, null);
            (taken.Time ??= NewTime()).Add(piece);
            Log?.Add(piece);
        }
        (taken.Vehicles, taken.Since) = (vehicles, now);
    }

    /// <summary>A fleet grows or shrinks during the run: what stands somewhere of vehicles that are not in
    /// use any more holds up no load, so nothing is handed on to them.</summary>
    public void NoteResized(int fleet) => _isResized[fleet] = true;

    /// <summary>Whether what loads wait for its vehicles is handed on to where these are.</summary>
    public bool IsHandedOn(int fleet) => !_isResized[fleet];

    /// <summary>[t] What one of the vehicles carries that are held up; of columns of several fleets, what
    /// goes to that place at most.</summary>
    public double TonnesOf(HoldUpKey key) => key switch
    {
        { Fleet: >= 0 } => Tonnes(key.Fleet),
        { BoundFor: < 0 } => 0,
        _ => catalogue.SupplyLines.Where(line => line.To.Value == catalogue.Places[key.BoundFor].Id)
            .Select(line => Tonnes(catalogue.FleetNumber(line.By))).DefaultIfEmpty(1).Max(),
    };

    // Escorts carry nothing.
    private double Tonnes(int fleet) => catalogue.Fleets[fleet].Payload(default)?.Grams / 1e6 ?? 0;

    private TimeByPart NewTime() => new(SimTime.Start, catalogue.Clock.Length);

    /// <summary>Counts those who are not free up to now.</summary>
    public void Settle(SimTime now)
    {
        for (var fleet = 0; fleet < _taken.Length; fleet++) Take(fleet, _taken[fleet].Vehicles, now);
    }
}

/// <summary>What held up what in a run, all together.</summary>
/// <param name="Key">What, where, and for whom.</param>
/// <param name="Awaited">The number of the fleet for one of whose vehicles loads waited; -1 where it is what was held up itself.</param>
/// <param name="Time">[load-time] At most the longest time there is, 29,000 years.</param>
/// <param name="Lacked">[person-day] What was lacking for it; of a force [day].</param>
internal readonly record struct HeldUpTotal(HoldUpKey Key, int Awaited, TimeSpan Time, double Lacked);

/// <summary>What held somebody up, where, and for whom.</summary>
/// <param name="BoundFor">The number of the place that it was sent to, there and back; -1 where nobody waits for it.</param>
/// <param name="Where">The number of a place, or -1 less that of a route; of a fleet for <see cref="HoldUp.Vehicle"/>,
/// <see cref="HoldUp.Departure"/> and <see cref="HoldUp.Rest"/>.</param>
/// <param name="Cause">By what.</param>
/// <param name="Fleet">The number of the fleet whose vehicles are held up, or for one of which loads wait;
/// -1 where that does not matter.</param>
internal readonly record struct HoldUpKey(int BoundFor, int Where, HoldUp Cause, int Fleet = -1)
{
    public HoldUpKey(Shipment of, int where, HoldUp cause) : this(of.BoundFor, where, cause, of.Fleet) => Cargo = of.Cargo;

    /// <summary>As of a <see cref="Shipment"/>.</summary>
    public ulong Cargo { get; init; }

    /// <summary>Of all its fields at once: it is looked up for each piece.</summary>
    public override int GetHashCode() =>
        unchecked((int)((((ulong)(uint)BoundFor << 32 | (uint)Where) * 0x9E3779B97F4A7C15
            ^ ((ulong)(uint)Cause << 32 | (uint)Fleet) * 0xC2B2AE3D27D4EB4F ^ Cargo * 0x165667B19E3779F9) >> 32));

    /// <summary>Whether what is told of a cargo may be a commodity, by its number.</summary>
    public static bool MayBring(ulong cargo, int commodity) => cargo == 0 || (cargo & 1UL << commodity) != 0;

    /// <summary>Whether it is of vehicles that were not free, whatever they did: what loads that wait for
    /// one are held up by is a part of that.</summary>
    public bool IsTaken => this is { BoundFor: < 0, Cause: HoldUp.Vehicle };

    /// <summary>Whether vehicles were held up, and not loads that had none or were not ordered.</summary>
    public bool IsOfVehicles =>
        Cause is not (HoldUp.Vehicle or HoldUp.Goods or HoldUp.TooSmall or HoldUp.Order or HoldUp.OrdersStopped or HoldUp.Lost);

    /// <summary>As a wait is told: a wait on a road or before it at that road, not at the place behind.</summary>
    public static HoldUpKey Of(in Waiting wait) => wait switch
    {
        { IsForRoom: true } => new(wait.Of, wait.Place, HoldUp.Room),
        { KeptFrom: >= 0 } => new(wait.Of, wait.KeptFrom, HoldUp.Departure),
        { Route: >= 0, Cause: WaitCause.Hours } => new(wait.Of, -1 - wait.Route, HoldUp.Daylight),
        { Route: >= 0 } => new(wait.Of, -1 - wait.Route, (HoldUp)wait.Cause),
        _ => new(wait.Of, wait.Place, (HoldUp)wait.Cause),
    };

    /// <summary>The id of the place, the route or the fleet.</summary>
    public string WhereIn(Catalogue catalogue) => Cause is HoldUp.Vehicle or HoldUp.Departure or HoldUp.Rest ? catalogue.Fleets[Where].Id
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

    /// <summary>As <see cref="WaitCause.Passage"/>.</summary>
    Passage,

    /// <summary>As <see cref="WaitCause.Clearance"/>.</summary>
    Clearance,

    /// <summary>As <see cref="WaitCause.Fuel"/>.</summary>
    Fuel,

    /// <summary>As <see cref="WaitCause.Hours"/>, of a place.</summary>
    Hours,

    /// <summary>As <see cref="WaitCause.Fleet"/>: the column is not complete, has no escort, or the crew rests.</summary>
    Fleet,

    /// <summary>As <see cref="WaitCause.Lane"/>.</summary>
    Lane,

    /// <summary>A road is passed by day only.</summary>
    Daylight,

    /// <summary>Laden vehicles may not leave: only a share of departures goes.</summary>
    Departure,

    /// <summary>Ordered, and given no vehicle; as far as that is not handed on to where the vehicles are.</summary>
    Vehicle,

    /// <summary>Ordered, and not there where it is to be loaded.</summary>
    Goods,

    /// <summary>Ordered, and less than the least load for which a vehicle goes.</summary>
    TooSmall,

    /// <summary>Not ordered, as the way is known to be shut.</summary>
    Order,

    /// <summary>Not ordered, as orders are stopped at the place itself.</summary>
    OrdersStopped,

    /// <summary>Driven more slowly than the road and the vehicles allow.</summary>
    Slow,

    /// <summary>Broken down, or halted for one that has.</summary>
    Breakdown,

    /// <summary>Waits for a dock, to be loaded or unloaded, where that is done.</summary>
    Dock,

    /// <summary>Waits before a dock for room in the store.</summary>
    Room,

    /// <summary>Stands for the night, or since its drivers have driven for as long as they may in a day.</summary>
    Rest,

    /// <summary>Goes a longer way, as the usual one is known to be shut there.</summary>
    Detour,

    /// <summary>Goes a longer way, as it would wait longer on the usual one: behind the queue there, or for its hours.</summary>
    AroundQueue,

    /// <summary>Lost on the way: until as much can have come that is ordered for it, or for ever where nothing is.</summary>
    Lost,

    /// <summary>By nothing, and there was some of it: a rule cut the rations, and full ones would have lasted on what came.</summary>
    Rations,

    /// <summary>By nothing, and yet it was lacking: too little was ordered or sent, or too late, or it was lost.</summary>
    TooLittle,
}
