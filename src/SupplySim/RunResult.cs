using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Engine;

namespace SupplySim;

/// <summary>What one replication yields.</summary>
/// <remarks>Immutable. Values and series are laid out by <see cref="Layout"/>, which is the same for all replications of a
/// scenario, so that they are compared position by position.</remarks>
public sealed record RunResult
{
    /// <summary>Which value and which series stands where.</summary>
    public required ResultLayout Layout { get; init; }

    /// <summary>From 0.</summary>
    public required int Replication { get; init; }

    /// <summary>The seed of the experiment.</summary>
    public required ulong Seed { get; init; }

    /// <summary>One value for each of <see cref="ResultLayout.Columns"/>; NaN where what is measured never happened.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Day by day, one after the other for each of <see cref="ResultLayout.Series"/>: position = series * days + day.
    /// NaN where there is nothing to say that day.</summary>
    public required ImmutableArray<double> Series { get; init; }

    /// <summary>Where everything went, one entry for each commodity of the scenario, in its order.</summary>
    public required ImmutableArray<LedgerTotal> Ledger { get; init; }

    /// <summary>Where the vehicles are at the end, one entry for each fleet of the scenario, in its order.</summary>
    public required ImmutableArray<VehicleTotal> Vehicles { get; init; }

    /// <summary>What became of the equipment that fights, by party and type. Default: nothing is counted.</summary>
    public ImmutableArray<EquipmentTotal> Equipment { get; init; } = [];

    /// <summary>What became of those who fight, one entry for each party that says how many they are. Default: none.</summary>
    public ImmutableArray<StrengthTotal> Strengths { get; init; } = [];

    /// <summary>Where everybody in camps went.</summary>
    public PeopleTotal People { get; init; }

    /// <summary>[vehicle-time] What disruptions are blamed for, by id: the waits for what they shut.</summary>
    public ImmutableArray<BlamedWait> Blamed { get; init; } = [];

    /// <summary>[time] For how long supply lines have ordered nothing because their ways were known to be
    /// shut or orders were stopped; those that never paused are left out. Default: none.</summary>
    public ImmutableArray<PausedLine> Paused { get; init; } = [];

    /// <summary>[load-time] What held up what was sent to places or wanted there, in the order of the
    /// places and the causes. Default: nothing.</summary>
    public ImmutableArray<HeldUp> HeldUp { get; init; } = [];

    /// <summary>When places ran out of what they need, each for the first time, in the order of places and
    /// commodities; what never ran out is left out. Default: nothing did.</summary>
    public ImmutableArray<RunOut> RunOuts { get; init; } = [];

    /// <summary>Where rations were cut, in the order of places; where they were always full is left out. Default: nowhere.</summary>
    public ImmutableArray<CutRations> CutRations { get; init; } = [];

    /// <summary>[aircraft-time] What aircraft waited for on the ground and above it, by cause, in the order of causes; what is zero is left
    /// out. Default: nothing.</summary>
    public ImmutableArray<AircraftWait> AircraftWaits { get; init; } = [];

    /// <summary>What the run had where and when something was observed, in the order of the scenario:
    /// vehicles, the smallest unit, days, people, the number of the party that holds it (-1 for none), 1
    /// for shut. Default: nothing was.</summary>
    public ImmutableArray<double> Observed { get; init; } = [];

    /// <summary>What happened, in order of time; empty unless the run was asked to record it.</summary>
    public ImmutableArray<Happening> Story { get; init; } = [];

    /// <summary>Every trip of a convoy or aircraft along a route; empty unless the run was asked to record it.</summary>
    public ImmutableArray<Trip> Trips { get; init; } = [];

    /// <summary>Every stay of a column or a stranger at a crossing, in the order in which they ended; empty
    /// unless the run was asked to record it.</summary>
    public ImmutableArray<Stay> Stays { get; init; } = [];

    /// <summary>The course of the heads of fronts, in order of time; empty unless the run was asked to record it.</summary>
    public ImmutableArray<HeadAt> Heads { get; init; } = [];

    /// <summary>Of the outcome: transfers, control and state changes in order of time.</summary>
    public required ulong OutcomeFingerprint { get; init; }

    /// <summary>Whether anything was drawn at random in it, which no outcome need show: a flood that does
    /// not come. What nobody knows is drawn, too. What a disruption of one's own draws is seen where it
    /// draws by <see cref="Runs.World"/>. Default: no.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Of the events; comparable only within one version.</summary>
    public required ulong EventFingerprint { get; init; }

    /// <summary>How many events were executed.</summary>
    public required long Events { get; init; }

    /// <summary>What the audit has looked at; null where the run was not audited.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>The value of a measure, over all its places or of one, over all commodities or of one.</summary>
    /// <returns>NaN where what is measured never happened.</returns>
    /// <exception cref="KeyNotFoundException">There is no such value; the message lists what there is.</exception>
    public double this[string measure, string? place = null, string? commodity = null, string? detail = null] =>
        Values[Layout.Find(measure, place, commodity, detail)];

    /// <summary>Which run, and what was measured over all places, each on a line.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"run {Replication} of seed {Seed}",
        .. Layout.Columns.Zip(Values).Where(one => Layout.IsTold(one.First))
            .Select(one =>
                $"  {one.First}: {(double.IsNaN(one.Second) ? "never" : string.Create(CultureInfo.InvariantCulture, $"{one.Second:#,0.####} {one.First.Unit}").TrimEnd())}"),
    ]);
}

/// <summary>Which value and which series stands where in a <see cref="RunResult"/>.</summary>
public sealed record ResultLayout
{
    /// <summary>The values of a run.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>The series of a run.</summary>
    public required ImmutableArray<Column> Series { get; init; }

    /// <summary>[days] The length of a series; a last day that is not whole counts.</summary>
    public required int Days { get; init; }

    /// <summary>What each value is.</summary>
    public override string ToString() => string.Join("; ", Columns.Select(column => column.ToString()));

    /// <summary>The position of a value in <see cref="Columns"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists what there is.</exception>
    public int Find(string measure, string? place = null, string? commodity = null, string? detail = null)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            var column = Columns[i];
            if (column.Measure == measure && column.Place == place && column.Detail == detail
                && (column.Commodity == commodity || commodity is null && column.IsOnlyCommodity)) return i;
        }
        var isMeasure = Columns.Any(column => column.Measure == measure);
        throw new KeyNotFoundException(
            $"There is no {(isMeasure ? $"value '{new Column(measure, place, commodity, detail, "")}'" : $"measure '{measure}'")}. There "
                + $"is: "
            + string.Join("; ", Columns.Where(c => c.Measure == measure).DefaultIfEmpty()
                .Select(c => c?.ToString() ?? string.Join(", ", Columns.Select(k => k.Measure).Distinct()))));
    }

    /// <summary>The position of the value that says whether there was anything to recover from; -1 for what
    /// is no time to recover.</summary>
    /// <param name="column">Of the value that may never come.</param>
    internal int SinceOf(Column column)
    {
        var at = column is { MayBeNever: true, Detail: null } ? Columns.Length - 1 : -1;
        while (at >= 0 && (Columns[at].Measure != column.Measure || Columns[at].Detail != Column.Since)) at--;
        return at;
    }

    /// <summary>Whether it stands for its measure: it is of all places together, or the whole of a measure of one place.</summary>
    /// <param name="column">Of this layout.</param>
    public bool IsTold(Column column) => column.IsWhole || Columns[Whole(column.Measure)] == column;

    /// <summary>The position of a measure as a whole, over all that it is of: it stands before its parts.</summary>
    internal int Whole(string measure)
    {
        var at = 0;
        while (Columns[at].Measure != measure) at++;
        return at;
    }
}

/// <summary>What a value or a series is.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Place">The place's id; null over all places of the measure.</param>
/// <param name="Commodity">The commodity's id; null over all.</param>
/// <param name="Detail">The cause of a wait, or a quantile such as <c>p95</c>; null for the measure itself.</param>
/// <param name="Unit">For example <c>person-day</c>, <c>d</c>, <c>share</c>, <c>h</c>, <c>t</c>.</param>
public sealed record Column(string Measure, string? Place, string? Commodity, string? Detail, string Unit)
{
    /// <summary>The detail of a time to recover that says from when it is counted [d]: NaN in a run in
    /// which there was nothing to recover from. What is told of the recovery is told of the other runs.</summary>
    public const string Since = "since";

    /// <summary>What the series is called that every run tells of each crossing: the share of each day for which it was shut to all. No
    /// id of a measure has a space in it.</summary>
    internal const string Shut = "is shut";

    /// <summary>What the series of a crossing that may be shut to one traffic alone is called, before the name of that traffic: the
    /// share of each day for which it was shut to it.</summary>
    internal const string ShutTo = "shut to ";

    /// <summary>Whether the measure names one commodity, so that it need not be named again to find the value.</summary>
    internal bool IsOnlyCommodity { get; init; }

    /// <summary>The greatest value that there can be, where the least is none: 1 for a share of a whole.
    /// Default: there is no greatest.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the value may be NaN, for what may never happen.</summary>
    public bool MayBeNever { get; init; }

    /// <summary>Whether it is of all places together, and nothing finer.</summary>
    public bool IsWhole => Place is null && Detail is null;

    /// <summary>For example <c>hungry ain-issa food</c>.</summary>
    public override string ToString() => string.Join(' ', new[] { Measure, Place, Commodity, Detail }.Where(p => p is not null));
}

/// <summary>Where a commodity went: initial + supplied = stock + in transit + consumed + lost, exactly.</summary>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="Initial">[smallest unit] In limited stocks at the start.</param>
/// <param name="Supplied">[smallest unit] Loaded from unlimited stocks.</param>
/// <param name="Stock">[smallest unit] In stocks at the end.</param>
/// <param name="InTransit">[smallest unit] On vehicles at the end.</param>
/// <param name="Consumed">[smallest unit] Used.</param>
/// <param name="Lost">[smallest unit] Lost or seized.</param>
public sealed record LedgerTotal(
    string Commodity, long Initial, long Supplied, long Stock, long InTransit, long Consumed, long Lost);

/// <summary>A place has nothing left of what it needs, for the first time.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Commodity">The commodity's id.</param>
/// <param name="After">[time] Since the start.</param>
public sealed record RunOut(string Place, string Commodity, TimeSpan After);

/// <summary>Rations were cut at a place: of all alike or, where any rule cuts some commodities and not others, of one.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="After">[time] Since the start, for the first time.</param>
/// <param name="Time">[time] For how long in all.</param>
/// <param name="To">[share] The least of a full ration that was given out, as long as there was anything.</param>
public sealed record CutRations(string Place, TimeSpan After, TimeSpan Time, double To)
{
    /// <summary>The id of the commodity. Default: all alike.</summary>
    public string? Commodity { get; init; }
}

/// <summary>What held up supplies for one place.</summary>
/// <param name="For">The id of the place: vehicles were sent there, or it had ordered, or would have.</param>
/// <param name="Where">The id of the place or route at which; of the fleet for <c>no-vehicle</c>, <c>departure</c> and <c>rest</c>.</param>
/// <param name="Cause">A cause of the delay ledger (physical, passage, clearance, fuel, hours, fleet,
/// lane); or <c>daylight</c> on a road that is passed by day only, <c>detour</c> (a longer way, as the usual one was known to be shut
/// there), <c>lost</c> (on the way to that place), <c>departure</c> (laden vehicles are kept from leaving), <c>no-vehicle</c> and
/// <c>no-goods</c> (ordered, and waiting for those), <c>too-small</c> (less than the least load for which a vehicle goes),
/// <c>not-ordered</c> (the way is known to be shut), <c>orders-stopped</c> (at the place itself), <c>slow</c> (more slowly than road and
/// vehicle allow), <c>breakdown</c>,
/// <c>dock</c> (waits for one to be loaded or unloaded at), <c>room</c> (for room in the store), <c>rest</c> (stands for the night, or when
/// its drivers have driven for as long as they may in a day); or <c>rations</c>: by nothing, and there was some of it, but a rule cut the
/// rations; or <c>too-little</c>: by nothing, and yet it was lacking there, since too little was ordered or
/// sent, or too late, or was lost.</param>
/// <param name="Time">[load-time] A load is what one vehicle takes. Of what was not ordered an estimate: as
/// if what was missing had grown evenly.</param>
public sealed record HeldUp(string For, string Where, string Cause, TimeSpan Time)
{
    /// <summary>[person-day] What was lacking for it at the place, or at those that live through it, each commodity by itself: how long
    /// there was nothing left, times the people who went without; of a force [day]. What was lacking because something came late is shared
    /// out as what was held up meanwhile that came too late; so is <see cref="Time"/> that was not missed no reason for anything. What
    /// would have been lacking with nothing late is <c>rations</c>, as far as it would not have been lacking in full rations, and
    /// <c>too-little</c>. Default: nothing.</summary>
    public double Lacked { get; init; }

    /// <summary>The id of the fleet for one of whose vehicles loads waited, while its vehicles were held up
    /// so: the wait of these loads, in the share of its vehicles that were not free. Default: null, what was held up itself; of
    /// <c>no-vehicle</c>, loads that were given no vehicle, as far as these stood nowhere: they were on the road, at a dock, lost, taken
    /// away, or could not come.</summary>
    public string? Awaited { get; init; }

    /// <summary>For example <c>camp: 12 load-days by not-ordered at bridge</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{For}: {Time.TotalDays:#,0.##} load-days "
            + $"by {Cause} at {Where}{(Awaited is null ? "" : $", as loads waited for {Awaited}")}{(Lacked > 0 ? $"; {Lacked:#,0.#} lacked" : "")}");
}

/// <summary>What one disruption is blamed for.</summary>
/// <param name="Disruption">Its id, and why where that is said: <c>high-water (flood)</c>.</param>
/// <param name="Waited">[vehicle-time] For what it shut.</param>
public sealed record BlamedWait(string Disruption, TimeSpan Waited);

/// <summary>How long one supply line ordered nothing because its way was known to be shut, with no detour.</summary>
/// <param name="Line">The supply line's id.</param>
/// <param name="Paused">[time] From the review that found the way shut to the one that did not, or to the end.</param>
public sealed record PausedLine(string Line, TimeSpan Paused);

/// <summary>What aircraft waited for.</summary>
/// <param name="Cause">Such as <c>hours</c>, <c>fleet</c> (crew), <c>lane</c> (stand or loading crew) or <c>fuel</c>.</param>
/// <param name="Waited">[aircraft-time]</param>
public sealed record AircraftWait(string Cause, TimeSpan Waited);

/// <summary>Where the vehicles of a fleet are: each is in exactly one account, so they add up to the fleet.</summary>
/// <param name="Fleet">The fleet's id.</param>
/// <param name="Base">[vehicles] At the base, or where they work from: idle, being loaded, or waiting to set out.</param>
/// <param name="Moving">[vehicles] On the way, waiting on it, or being unloaded.</param>
/// <param name="Broken">[vehicles] Broken down on the way.</param>
/// <param name="Lost">[vehicles] Lost or seized.</param>
public sealed record VehicleTotal(string Fleet, int Base, int Moving, int Broken, int Lost);

/// <summary>Where people went: initial + arrived = in camp + moving + left, exactly.</summary>
/// <param name="Initial">[people] In camps at the start.</param>
/// <param name="Arrived">[people] Who came from outside.</param>
/// <param name="InCamp">[people] In camps at the end.</param>
/// <param name="Moving">[people] On the way to a camp at the end.</param>
/// <param name="Left">[people] Gone from the camps, for good or home; who flees again has arrived again.</param>
public readonly record struct PeopleTotal(long Initial, long Arrived, long InCamp, long Moving, long Left);

/// <summary>What became of one type of equipment of a party: initial = present + lost, exactly.</summary>
/// <param name="Party">The party's id.</param>
/// <param name="Type">The type of equipment.</param>
/// <param name="Initial">[pieces] At the start; null where the scenario does not say.</param>
/// <param name="Present">[pieces] At the end; null where the scenario does not say how many there were.</param>
/// <param name="Lost">[pieces] In fights.</param>
/// <param name="Claimed">[pieces] Said by the other side to be lost, true or not; null where nobody says anything.</param>
public sealed record EquipmentTotal(string Party, string Type, long? Initial, long? Present, long Lost, long? Claimed);

/// <summary>What became of a party's people who can fight.</summary>
/// <param name="Party">The party's id.</param>
/// <param name="Initial">[people] At the start.</param>
/// <param name="Lost">[people] Casualties.</param>
public readonly record struct StrengthTotal(string Party, long Initial, long Lost);
