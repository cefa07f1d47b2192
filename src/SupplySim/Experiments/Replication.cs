using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using SupplySim.Audits;
using SupplySim.Conflict;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Measures;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>One run of a scenario: puts the parts together, runs them to the horizon, and reads the result.</summary>
/// <remarks>A result depends on scenario, seed, replication and version alone. The parts are built in a fixed order, which
/// fixes the order of simultaneous events. One thread.</remarks>
internal sealed class Replication : IEventHandler
{
    private const int Parts = 512;
    private readonly CompiledScenario _compiled;
    private readonly Simulation _simulation;
    private readonly World _world;
    private readonly Transport _transport;
    private readonly Counts _counts;
    private readonly Diary _diary;
    private readonly Observer _observer;
    private readonly Shelters _shelters;
    private readonly ReadinessWatch?[] _readiness;
    private readonly Dictionary<DiaryRow, ShortageWatch> _shortages = [];
    private readonly Dictionary<string, SimTime> _since = [];
    private readonly Dictionary<(string Measure, int Place), SimTime> _firstTimes = [];

    private Replication(CompiledScenario compiled, ulong seed, int replication, bool tell)
    {
        _compiled = compiled;
        var catalogue = compiled.Catalogue;
        _simulation = new Simulation(seed, replication);
        _world = new World(catalogue, compiled.Scenario.Fronts, _simulation, tell);
        _shelters = new Shelters(_world, compiled.NearCamps);
        _readiness = [.. catalogue.Places.Select((_, place) => ReadinessWatch.Of(_world, place))];
        for (var place = 0; place < catalogue.Places.Length; place++) BeginToNeed(place);
        for (var number = 0; number < compiled.Scenario.Displacements.Length; number++)
            _ = new Exodus(_world, _shelters, compiled.Scenario.Displacements[number], number, compiled.NearCamps.OfDisplacement(number));
        foreach (var readiness in _readiness) readiness?.Begin();
        for (var place = 0; place < catalogue.Places.Length; place++) Note(new DiaryRow(place, -1), ShortageWatch.Of(_world, place));
        var reports = new Reports(_world, compiled.Scenario.Policies);
        _transport = new Transport(_world, reports, compiled.Roads, compiled.RoutesThatChange);
        if (compiled.Intervention is { } intervention) Start(intervention);
        else
        {
            for (var front = 0; front < compiled.Scenario.Fronts.Length; front++) Start(Course(front), course => course.Unfold());
            foreach (var disruption in compiled.Scenario.Disruptions) _simulation.Start(disruption.Unfold(_world), disruption.Id);
        }
        _counts = new Counts(_world, _transport, _shelters, _readiness);
        _diary = new Diary(_world, _counts, compiled.Measures.Diary);
        _observer = new Observer(_world, _transport, compiled.Scenario.Observed);
        foreach (var measure in compiled.Measures.Measures) FollowBeginning(measure);
        foreach (var (measure, place) in compiled.Measures.FirstTimes) FollowFirst(measure, place);
        foreach (var (place, commodity, _) in compiled.Measures.WarnedOf)
            Note(new DiaryRow(place, commodity), ShortageWatch.Of(_world, place, commodity));
        _simulation.Schedule(SimTime.Start, Priority.Normal, _simulation.Register(this));
    }

    // As any other run, but that fronts and disruptions may be ended from outside.
    private void Start(Intervention intervention)
    {
        var (fronts, disruptions) = (new List<FrontCourse>(), new Dictionary<string, (ProcessHandle, Occurrence.Recurrence?)>());
        for (var front = 0; front < _compiled.Scenario.Fronts.Length; front++)
            fronts.Add(Start(Course(front), course => UntilEnded(course.Unfold)));
        foreach (var disruption in _compiled.Scenario.Disruptions)
        {
            var recurrence = (disruption as Occurrence)?.In(_world);
            disruptions.Add(disruption.Id,
                (_simulation.Start(UntilEnded(() => recurrence?.Unfold() ?? disruption.Unfold(_world)), disruption.Id), recurrence));
        }
        intervention.Prepare(_world, _transport);
        _simulation.Start(intervention.Unfold(_world, _transport, _shelters, fronts, disruptions), "intervention");
    }

    private static async Process UntilEnded(Func<Process> unfold)
    {
        try
        {
            await unfold();
        }
        catch (InterruptedException ended) when (ended.Cause is Intervention)
        {
            // What it did has been undone on the way here.
        }
    }

    // What is shut from the start is shut before anybody orders: processes have begun by then.
    void IEventHandler.Handle(long argument) => _transport.Begin();

    /// <summary>Runs one replication.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="tell">Whether to record story and trips.</param>
    /// <param name="audit">Whether to hold it to all invariants.</param>
    /// <param name="look">Is shown the state at the end, before processes are unwound.</param>
    /// <param name="watch">Is shown the state before anything happens, to listen in.</param>
    /// <param name="stop">Ends it before its time.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="InvariantBrokenException">The audit has found a defect.</exception>
    /// <exception cref="SimulationFailedException">Something went wrong inside an event.</exception>
    public static RunResult Run(
        CompiledScenario compiled, ulong seed, int replication, bool tell = false, bool audit = false,
        Action<World, Transport>? look = null, Action<World, Transport>? watch = null, CancellationToken stop = default)
    {
        var run = new Replication(compiled, seed, replication, tell);
        watch?.Invoke(run._world, run._transport);
        var auditor = audit ? new Audit(run._world, run._transport) : null;
        run.ToTheHorizon(stop);
        auditor?.Recount();
        var result = run.Read() with { Audit = auditor?.Report };
        look?.Invoke(run._world, run._transport);
        run._simulation.UnwindProcesses();
        return result;
    }

    // What an audit has found is no failure of the event after which it was found. In parts, so that one long run can be stopped as well
    // as many short ones.
    private void ToTheHorizon(CancellationToken stop)
    {
        var horizon = _compiled.Catalogue.Horizon;
        try
        {
            for (var part = 1; stop.CanBeCanceled && part < Parts; part++)
            {
                stop.ThrowIfCancellationRequested();
                _simulation.RunUntil(SimTime.FromTicks(horizon.Ticks / Parts * part));
            }
            stop.ThrowIfCancellationRequested();
            _simulation.RunUntil(horizon);
        }
        catch (SimulationFailedException failure) when (failure.InnerException is InvariantBrokenException broken)
        {
            ExceptionDispatchInfo.Throw(broken);
        }
    }

    private FrontCourse Start(FrontCourse course, Func<FrontCourse, Process> unfold)
    {
        course.Process = _simulation.Start(unfold(course), course.Front.Id);
        return course;
    }

    private FrontCourse Course(int number)
    {
        var front = _compiled.Scenario.Fronts[number];
        return new FrontCourse(_world, front, number,
            _compiled.Scenario.Campaigns.FirstOrDefault(one => one.Front == front.Id) ?? new ByRules(front.Id));
    }

    private void BeginToNeed(int place)
    {
        var local = default(LocalSources);
        if (_world.Catalogue.Places[place] is Camp) local = _shelters.Open(place).Local;
        else if (_world.Catalogue.Places[place] is Force) ForceLife.Begin(_world, place);
        else return;
        _ = new RunOuts(_world, place, local);
    }

    private void Note(DiaryRow of, ShortageWatch? shortage)
    {
        if (shortage is not null) _shortages.Add(of, shortage);
    }

    // A measure that counts from when something becomes true: after it has been false, if it is true at the
    // start; and from the first time, whatever comes later.
    private void FollowBeginning(Measure measure)
    {
        _since[measure.Id] = SimTime.Start;
        if (measure.After is not { } after) return;
        _since[measure.Id] = SimTime.Never;
        var watch = _world.Follow(after);
        watch.OnTurn(() =>
        {
            if (watch.IsTrue && _since[measure.Id] == SimTime.Never) _since[measure.Id] = _world.Now;
        });
    }

    private void FollowFirst(Measure measure, int place)
    {
        var (watch, key) = (_world.Follow(measure.When!, place), (measure.Id, place));
        _firstTimes[key] = watch.IsTrue ? SimTime.Start : SimTime.Never;
        watch.OnTurn(() =>
        {
            if (watch.IsTrue) _firstTimes[key] = SimTime.Min(_firstTimes[key], _world.Now);
        });
    }

    private RunResult Read()
    {
        foreach (var crossing in _world.Crossings) crossing?.Count(_world.Now);
        _transport.Close();
        _world.TellHeads();
        _diary.Close();
        SettleStocks();
        var reading = new Reading(_world, _transport, _diary, _counts, _shortages, _readiness, _since, _firstTimes);
        return new RunResult
        {
            Layout = _compiled.Measures.Layout,
            Replication = _simulation.Replication,
            Seed = _simulation.Seed,
            Values = _compiled.Measures.Values(reading),
            Series = _compiled.Measures.Series(reading),
            Ledger = _world.Ledger.Totals(_compiled.Catalogue.Commodities),
            Vehicles = _world.Vehicles.Totals(),
            Equipment = _world.Equipment.Totals(),
            Strengths = _world.Strengths.Totals(),
            Blamed = _world.Delays.ByDisruption,
            Paused = [.. _transport.Paused],
            HeldUp = [.. _world.HoldUps.All.Select(one => new HeldUp(
                _compiled.Catalogue.Places[one.Key.BoundFor].Id, one.Key.WhereIn(_compiled.Catalogue),
                CauseNames.Of(one.Key.Cause), one.Time)
                { Lacked = one.Lacked, Awaited = one.Awaited < 0 ? null : _compiled.Catalogue.Fleets[one.Awaited].Id })],
            RunOuts = [.. _world.RanOut.OrderBy(one => one.Key).Select(one => new RunOut(
                _compiled.Catalogue.Places[one.Key.Place].Id, _compiled.Catalogue.Commodities[one.Key.Commodity].Id,
                one.Value - SimTime.Start))],
            CutRations = [.. _world.Rations.All(_world.Now)
                .Select(one => new CutRations(_compiled.Catalogue.Places[one.Place].Id, one.First - SimTime.Start, one.Time, one.Least)
                { Commodity = one.Commodity < 0 ? null : _compiled.Catalogue.Commodities[one.Commodity].Id })],
            AircraftWaits = [.. _world.Delays.OfAircraft.Select(one => new AircraftWait(CauseNames.Of(one.Cause), one.Waited))],
            People = _world.PeopleLedger.Total(),
            Observed = _observer.Values,
            Story = _world.Story?.Happenings ?? [],
            Trips = _world.Story?.Trips ?? [],
            Stays = _world.Story?.Stays ?? [],
            Heads = _world.Story?.Heads ?? [],
            OutcomeFingerprint = _world.OutcomeFingerprint,
            IsRandom = _simulation.IsRandom,
            EventFingerprint = _simulation.EventFingerprint,
            Events = _simulation.EventCount,
        };
    }

    // What was eaten enters the outcome once, at the end: when it was worked out in between is nobody's business.
    private void SettleStocks()
    {
        for (var place = 0; place < _compiled.Catalogue.Places.Length; place++)
            for (var commodity = 0; commodity < _compiled.Catalogue.Commodities.Length; commodity++)
            {
                var stock = _world.Stocks[place, commodity];
                stock.Close(_world.Now);
                _world.Record(Outcome.Total, stock.Consumed, stock.Unmet);
            }
    }
}
