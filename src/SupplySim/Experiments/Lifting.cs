using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Planning;
using SupplySim.Remedies;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Lifts each obstacle of a scenario in turn: runs that, and puts together what came out.</summary>
/// <remarks>What is lifted is lifted from the start, also where the alternative is one from some moment on.
/// Each is a scenario of its own and takes its room, so they are checked, made ready and run some at a time; of what was cancelled those
/// are told that were run as often as nothing lifted.</remarks>
internal sealed class Lifting
{
    private const int AtOnce = 64;
    private readonly Scenario _scenario;
    private readonly Alternative _first;
    private readonly Rounds _rounds;
    private readonly OneMeasure _by;
    private readonly CompiledScenario _asItIs;
    private readonly ImmutableArray<Remedy> _all;

    public Lifting(Scenario scenario, string by, Alternative first, Rounds rounds)
    {
        (_scenario, _first, _rounds) = (scenario, first, rounds);
        _by = new OneMeasure(scenario, by);
        _asItIs = _by.CompileFirst(first);
        _all = AllOf();
    }

    /// <exception cref="Engine.SimulationFailedException">Every run with nothing lifted has failed; the first failure.</exception>
    public HelpsResult Result(int runsPlanned)
    {
        var (tried, runs, untried, reached, asItIs) =
            (new List<Remedy>(), new List<RoundRuns>(), new List<UntriedRemedy>(), 0, default(double[]));
        foreach (var next in _all.Chunk(AtOnce).DefaultIfEmpty([]))
        {
            var ready = _rounds.Each(next, Prepare);
            Prepared[] some = [.. ready.Where(one => one.Scenario is not null)];
            (string, CompiledScenario)[] asked = [.. asItIs is null ? [(_first.Name, _asItIs)] : Array.Empty<(string, CompiledScenario)>(),
                .. some.Select(one => (NameOf(one.Remedy), one.Scenario!))];
            var came = asked.Length == 0 ? [] : _rounds.Run(asked, _all.Length - reached - next.Length);
            asItIs ??= _by.Demand(_rounds.Compared(_asItIs, came[0].Values));
            if (came.Any(one => one.Values.Length < asItIs.Length)) break;
            reached += next.Length;
            tried.AddRange(some.Select(one => one.Remedy));
            runs.AddRange(came.TakeLast(some.Length));
            untried.AddRange(ready.Where(one => one.WhyNot is not null).Select(one => new UntriedRemedy(one.Remedy, one.WhyNot!)));
            if (_rounds.IsCancelled) break;
        }
        var value = Estimate.OfPossible(asItIs!);
        var whole = tried.Zip(runs).Where(one => !one.Second.HasFailed).ToArray();
        return new HelpsResult
        {
            Scenario = _scenario,
            Column = _by.ColumnOf(_asItIs),
            Baseline = _first.Name,
            Seed = _rounds.Seed,
            Runs = asItIs!.Length,
            RunsPlanned = runsPlanned,
            IsWhole = !_rounds.IsCancelled,
            AsItIs = _rounds.IsGapped ? value.WithoutInterval() : value,
            Remedies = Judged(asItIs, [.. whole.Select(one => one.First)], [.. whole.Select(one => one.Second.Values)],
                [.. whole.Select(one => one.Second.Sooner)]),
            Untried =
            [
                .. untried,
                .. tried.Zip(runs).Where(one => one.Second.HasFailed).Select(one => new UntriedRemedy(one.First, Failed(one.First))),
            ],
            Unreached = _all.Length - reached,
            Failures = Failures,
            Cost = _rounds.Cost,
        };
    }

    private ImmutableArray<TriedRemedy> Judged(double[] asItIs, Remedy[] tried, double[][] values, int[] sooner)
    {
        var mean = Estimate.OfPossible(asItIs).Mean;
        var order = new EffectOrder(_by.Wish, withIntervals: !_rounds.IsGapped, isSettled: !_rounds.IsRandom,
            leastApart: HelpsResult.Negligible * Math.Abs(mean));
        var judged = order.Judge(asItIs, values);
        var verdicts = judged.Select(one => one switch
        {
            { ChangesNothing: true } => HelpVerdict.Same,
            { IsSure: false } => HelpVerdict.Untold,
            _ => order.Moves(one.Effect) > 0 ? HelpVerdict.Helps : HelpVerdict.Harms,
        }).ToArray();
        var standings = Enumerable.Range(0, tried.Length)
            .GroupBy(i => (tried[i].Kind, Helps: verdicts[i] == HelpVerdict.Helps && !HelpsResult.IsNegligible(judged[i].Effect, mean)))
            .OrderBy(group => group.Key.Kind).ThenByDescending(group => group.Key.Helps)
            .SelectMany(group => order.Place(group, values, judged).Select(one => (group.Key.Kind, group.Key.Helps, At: one))).ToArray();
        var strongest = standings.Where(one => one.Helps).DistinctBy(one => one.Kind).ToDictionary(one => one.Kind,
            one => one.At.Candidate);
        return
        [
            .. standings.Select(one => new TriedRemedy
            {
                Remedy = tried[one.At.Candidate],
                Verdict = verdicts[one.At.Candidate],
                Rank = one.Helps ? one.At.Rank : null,
                IsTied = one.Helps && one.At.IsTied,
                MayBeMost = (one.Helps && one.At.Rank == 1) || MayBeMost(one.Kind, one.At.Candidate),
                Effect = judged[one.At.Candidate].Effect,
                Sooner = sooner[one.At.Candidate],
            }),
        ];

        // What surely does nothing, or harm, is surely less than what surely helps.
        bool MayBeMost(RemedyKind kind, int i) => strongest.TryGetValue(kind, out var most)
            && (verdicts[i] is HelpVerdict.Helps or HelpVerdict.Untold) && judged[i].Effect is not null
            && order.MayEqual(values[most], values[i], judged.Length);
    }

    // Of an alternative from some moment on, also what there is before and no more.
    private ImmutableArray<Remedy> AllOf()
    {
        var ways = new OnTheWay(_asItIs.Catalogue, _asItIs.Roads, new bool[_asItIs.Catalogue.Places.Length]);
        bool IsOnTheWay(string id) => _asItIs.Catalogue.TryRoute(id, out var route)
            ? ways.IsRoute(route)
            : _asItIs.Catalogue.TryPlace(id, out var place) && ways.IsPlace(place);
        var own = Remedy.Of(_first.Scenario, IsOnTheWay, _by.Of);
        return _first.From is null
            ? own
            : [.. own.Concat(Remedy.Of(_scenario, IsOnTheWay, _by.Of)).DistinctBy(one => one.Id).OrderBy(one => one.Kind)];
    }

    private Prepared Prepare(Remedy remedy) => WhyNot(remedy) is { } why ? new(remedy, why, null) : new(remedy, null, Compile(remedy));

    private Alternative With(Remedy remedy) => _first with { Scenario = remedy.In(_first.Scenario) };

    // What was before an alternative that is one from the start is never run.
    private string? WhyNot(Remedy remedy)
    {
        var with = With(remedy);
        var asked = with.From is null
            ? with.Scenario with { Experiment = new() }
            : remedy.In(_scenario) with { Experiment = new() { Compare = [with] } };
        return asked.Problems() is [var problem, ..] ? problem.ToString() : null;
    }

    private CompiledScenario? Compile(Remedy remedy) => _by.Compile(remedy.In(_scenario), With(remedy));

    private string NameOf(Remedy remedy) => $"{_first.Name} | {remedy.Id}";

    private string Failed(Remedy remedy) =>
        string.Create(CultureInfo.InvariantCulture, $"{Failures.Count(one => one.Remedy == remedy)} of its runs failed");

    private ImmutableArray<FailedRemedy> Failures =>
        [.. _rounds.Failures.Select(one =>
            new FailedRemedy(_all.FirstOrDefault(remedy => NameOf(remedy) == one.Alternative), one.Replication, one.Message))];

    /// <summary>A remedy, and either why it cannot be tried or the scenario with it.</summary>
    private sealed record Prepared(Remedy Remedy, string? WhyNot, CompiledScenario? Scenario);
}
