using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplySim.Measures;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What is counted in whole numbers in each run, summed over runs: the order of runs cannot change a digit. What was lacking is no
/// whole number, and is added up in the order of runs.</summary>
/// <remarks>Times are given as the mean of a run: thousands of runs of thousands of vehicles wait longer
/// than the longest time there is.</remarks>
internal sealed class RunTotals
{
    private readonly SortedDictionary<string, Int128> _blamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Int128> _paused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Int128> _waits = new(StringComparer.Ordinal);
    private readonly Dictionary<(string For, string Where, string Cause, string? Awaited), (Int128 Time, double Lacked)> _heldUp = [];
    private int _runs;
    private int _audited;

    /// <summary>[events]</summary>
    public long Events { get; private set; }

    /// <summary>Null unless all were audited.</summary>
    public AuditReport? Audit => _runs == _audited ? AuditOfSome : null;

    public ImmutableArray<LedgerTotal> Ledger { get; private set; } = [];

    public ImmutableArray<EquipmentTotal> Equipment { get; private set; } = [];

    public ImmutableArray<StrengthTotal> Strengths { get; private set; } = [];

    public ImmutableArray<BlamedWait> Blamed => [.. _blamed.Select(one => new BlamedWait(one.Key, Mean(one.Value)))];

    public ImmutableArray<AircraftWait> AircraftWaits =>
        [.. Enum.GetValues<WaitCause>().Select(CauseNames.Of).Where(_waits.ContainsKey)
            .Select(cause => new AircraftWait(cause, Mean(_waits[cause])))];

    /// <summary>The longest first.</summary>
    public ImmutableArray<HeldUp> HeldUp =>
        [.. _heldUp.Select(one => new HeldUp(one.Key.For, one.Key.Where, one.Key.Cause, Mean(one.Value.Time))
        {
            Lacked = one.Value.Lacked / _runs,
            Awaited = one.Key.Awaited,
        })
            .OrderByDescending(one => one.Time).ThenBy(one => one.For, StringComparer.Ordinal).ThenBy(one => one.Where,
                StringComparer.Ordinal).ThenBy(one => one.Cause, StringComparer.Ordinal)
            .ThenBy(one => one.Awaited, StringComparer.Ordinal)];

    private AuditReport? AuditOfSome { get; set; }

    /// <summary>In the order of the scenario.</summary>
    public ImmutableArray<PausedLine> Paused(Scenario scenario) =>
        [.. scenario.SupplyLines.Where(line => _paused.ContainsKey(line.Id))
            .Select(line => new PausedLine(line.Id, Mean(_paused[line.Id])))];

    /// <summary>One run more. The accounts are the scenario's, the same in every run and in the same order.</summary>
    public void Add(RunResult run)
    {
        Ledger = _runs == 0 ? run.Ledger : [.. Ledger.Zip(run.Ledger, Sum)];
        Equipment = _runs == 0 ? run.Equipment : [.. Equipment.Zip(run.Equipment, Sum)];
        Strengths = _runs == 0
            ? run.Strengths
            : [.. Strengths.Zip(run.Strengths,
                (one, other) => one with { Initial = one.Initial + other.Initial, Lost = one.Lost + other.Lost })];
        foreach (var one in run.Blamed) Add(_blamed, one.Disruption, one.Waited);
        foreach (var one in run.Paused) Add(_paused, one.Line, one.Paused);
        foreach (var one in run.HeldUp)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_heldUp, (one.For, one.Where, one.Cause, one.Awaited), out _);
            sum = (sum.Time + one.Time.Ticks, sum.Lacked + one.Lacked);
        }
        foreach (var one in run.AircraftWaits) Add(_waits, one.Cause, one.Waited);
        Events += run.Events;
        _runs++;
        if (run.Audit is not { } audit) return;
        _audited++;
        AuditOfSome = AuditOfSome is null ? audit : AuditOfSome + audit;
    }

    private static LedgerTotal Sum(LedgerTotal one, LedgerTotal other) => new(
        one.Commodity, one.Initial + other.Initial, one.Supplied + other.Supplied, one.Stock + other.Stock, one.InTransit + other.InTransit,
        one.Consumed + other.Consumed, one.Lost + other.Lost);

    private static EquipmentTotal Sum(EquipmentTotal one, EquipmentTotal other) => one with
    {
        Initial = Sum(one.Initial, other.Initial),
        Present = Sum(one.Present, other.Present),
        Lost = one.Lost + other.Lost,
        Claimed = Sum(one.Claimed, other.Claimed),
    };

    // What nobody says in any run is not known; what is claimed in some is.
    private static long? Sum(long? one, long? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);

    private static void Add<TKey>(IDictionary<TKey, Int128> sums, TKey key, TimeSpan time) =>
        sums[key] = (sums.TryGetValue(key, out var before) ? before : Int128.Zero) + time.Ticks;

    private TimeSpan Mean(Int128 ticks) => new((long)(ticks / _runs));
}
