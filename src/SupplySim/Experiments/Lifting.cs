using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Planning;
using SupplySim.Remedies;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Lifts each obstacle of a scenario in turn: runs that, and puts together what came out.</summary>
/// <remarks>What is lifted is lifted from the start, also where the alternative is one from some moment on. Each is a scenario of its own and takes its room, so
/// they are made ready and run some at a time; of what was cancelled those are told that were run as often as nothing lifted.</remarks>
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
        if (_by.Wish == 0) throw _by.Refused("experiment.rank.by", $"of '{by}' neither more nor less is better, so that nothing can help");
        _asItIs = _by.CompileFirst(first);
        _all = AllOf();
    }

    /// <exception cref="Engine.SimulationFailedException">Every run with nothing lifted has failed; the first failure.</exception>
    public HelpsResult Result(int runsPlanned)
    {
        var wrong = _all.ToDictionary(one => one, WhyNot);
        var (tried, runs, asItIs) = (new List<Remedy>(), new List<RoundRuns>(), default(double[]));
        foreach (var some in _all.Where(one => wrong[one] is null).Chunk(AtOnce).DefaultIfEmpty([]))
        {
            var later = _all.Length - wrong.Count(one => one.Value is not null) - tried.Count - some.Length;
            var came = _rounds.Run([.. asItIs is null ? [(_first.Name, _asItIs)] : Array.Empty<(string, CompiledScenario)>(), .. some.Select(one => (NameOf(one), Compile(one)!))], later);
            asItIs ??= _by.Demand(_rounds.Compared(_asItIs, came[0].Values));
            if (came[^1].Values.Length < asItIs.Length) break;
            tried.AddRange(some);
            runs.AddRange(came.TakeLast(some.Length));
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
            Remedies = Judged(asItIs, [.. whole.Select(one => one.First)], [.. whole.Select(one => one.Second.Values)]),
            Untried =
            [
                .. _all.Where(one => wrong[one] is not null).Select(one => new UntriedRemedy(one, wrong[one]!)),
                .. tried.Zip(runs).Where(one => one.Second.HasFailed).Select(one => new UntriedRemedy(one.First, Failed(one.First))),
            ],
            Failures = Failures,
            Cost = _rounds.Cost,
        };
    }

    private ImmutableArray<TriedRemedy> Judged(double[] asItIs, Remedy[] tried, double[][] values)
    {
        var order = new EffectOrder(_by.Wish, withIntervals: !_rounds.IsGapped, isSettled: !_rounds.IsRandom);
        var judged = order.Judge(asItIs, values);
        var verdicts = judged.Select(one => one switch
        {
            { ChangesNothing: true } => HelpVerdict.Same,
            { IsSure: false } => HelpVerdict.Untold,
            _ => order.Moves(one.Effect) > 0 ? HelpVerdict.Helps : HelpVerdict.Harms,
        }).ToArray();
        return
        [
            .. Enumerable.Range(0, tried.Length).GroupBy(i => (tried[i].Kind, Helps: verdicts[i] == HelpVerdict.Helps))
                .OrderBy(group => group.Key.Kind).ThenByDescending(group => group.Key.Helps)
                .SelectMany(group => order.Place(group, values, judged).Select(one => new TriedRemedy
                {
                    Remedy = tried[one.Candidate],
                    Verdict = verdicts[one.Candidate],
                    Rank = group.Key.Helps ? one.Rank : null,
                    IsTied = group.Key.Helps && one.IsTied,
                    Effect = judged[one.Candidate].Effect,
                })),
        ];
    }

    // Of an alternative from some moment on, also what there is before and no more.
    private ImmutableArray<Remedy> AllOf()
    {
        var ways = new OnTheWay(_asItIs.Catalogue, _asItIs.Roads, new bool[_asItIs.Catalogue.Places.Length]);
        bool IsOnTheWay(string id) => _asItIs.Catalogue.TryRoute(id, out var route) ? ways.IsRoute(route) : _asItIs.Catalogue.TryPlace(id, out var place) && ways.IsPlace(place);
        var own = Remedy.Of(_first.Scenario, IsOnTheWay);
        return _first.From is null ? own : [.. own.Concat(Remedy.Of(_scenario, IsOnTheWay)).DistinctBy(one => one.Id).OrderBy(one => one.Kind)];
    }

    private Alternative With(Remedy remedy) => _first with { Scenario = remedy.In(_first.Scenario) };

    private string? WhyNot(Remedy remedy)
    {
        var (before, with) = (remedy.In(_scenario), With(remedy));
        return (before with { Experiment = new() { Compare = [with] } }).Problems() is [var problem, ..] ? problem.ToString() : null;
    }

    private CompiledScenario? Compile(Remedy remedy) => _by.Compile(remedy.In(_scenario), With(remedy));

    private string NameOf(Remedy remedy) => $"{_first.Name} | {remedy.Id}";

    private string Failed(Remedy remedy) => string.Create(CultureInfo.InvariantCulture, $"{Failures.Count(one => one.Remedy == remedy)} of its runs failed");

    private ImmutableArray<FailedRemedy> Failures =>
        [.. _rounds.Failures.Select(one => new FailedRemedy(_all.FirstOrDefault(remedy => NameOf(remedy) == one.Alternative), one.Replication, one.Message))];
}
