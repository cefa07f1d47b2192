using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Closes each place or route in turn: runs them, and puts together what came out.</summary>
/// <remarks>Every closure is an alternative that shares all with the baseline but one disruption more, without a draw of its own. What
/// protects is asked only of those that surely do harm, in a second round.</remarks>
internal sealed class Ranking
{
    private readonly Scenario _scenario;
    private readonly RankPlan _plan;
    private readonly Rounds _rounds;
    private readonly ImmutableArray<Alternative> _alternatives;
    private readonly OneMeasure _by;
    private readonly Dictionary<string, Shutting> _shut = [];
    private readonly CompiledScenario _open;
    private readonly ImmutableArray<(string Target, bool IsRoute, SparedBecause? Spared)> _closable;
    private readonly ImmutableArray<string> _leftOut;

    public Ranking(Scenario scenario, RankPlan plan, ImmutableArray<Alternative> alternatives, Rounds rounds)
    {
        (_scenario, _plan, _alternatives, _rounds) = (scenario, plan, alternatives, rounds);
        _by = new OneMeasure(scenario, plan.By!);
        _open = _by.CompileFirst(alternatives[0]);
        if (plan.At.IsNever || _open.Catalogue.Time(plan.At) >= _open.Catalogue.Horizon)
            throw _by.Refused("experiment.rank.at", $"{plan.At}, when the run has ended: nothing would be shut");
        var screen = new ClosureScreen(_open);
        (_closable, _leftOut) = (screen.Find(plan.What), screen.LeftOut(plan.What));
        if (_closable.IsEmpty)
            throw _by.Refused("experiment.rank.what",
                _leftOut.IsEmpty
                    ? "there is nothing that could be shut"
                    : "there is nothing that could be shut but ends, which are left out unless `ends` are asked for");
    }

    /// <exception cref="Engine.SimulationFailedException">Every run with nothing closed has failed; the first failure.</exception>
    public RankResult Result(int runsPlanned)
    {
        var tried = _closable.Where(one => one.Spared is null).ToList();
        var spared = _closable.Where(one => one.Spared is not null).ToArray();
        (Shutting, CompiledScenario)[] unheeded = spared.Length == 0 ? [] : [Shut(Baseline, _open, spared)];
        var first = Run([(new(Baseline, []), _open), .. unheeded, .. InTurn(tried)]);
        var (open, closed) = (_by.Demand(_rounds.Compared(_open, first[0].Values)), first.Skip(1 + unheeded.Length).ToList());
        var sparedChangesNothing = spared.Length == 0 || (!first[1].HasFailed && first[1].Values.SequenceEqual(open));
        if (!sparedChangesNothing && !_rounds.IsCancelled)
        {
            var more = Run(InTurn(spared));
            if (more[0].Values.Length == open.Length) (tried, closed, spared) = ([.. tried, .. spared], [.. closed, .. more], []);
        }
        var order = new HarmOrder(_by.Wish, withIntervals: !_rounds.IsGapped, isSettled: !_rounds.IsRandom);
        var ranked = order.Of(open, Candidates(tried, closed));
        var closures = Behind(order, ranked, open, Protected(order, open, ranked));
        var value = Estimate.OfPossible(open);
        return new RankResult
        {
            Scenario = _scenario,
            Plan = _plan,
            Column = _by.ColumnOf(_open),
            Baseline = Baseline,
            Seed = _rounds.Seed,
            Runs = open.Length,
            RunsPlanned = runsPlanned,
            Open = _rounds.IsGapped ? value.WithoutInterval() : value,
            Closures = closures,
            Unranked = [.. tried.Zip(closed).Where(one => one.Second.HasFailed)
                .Select(one => Unranked(one.First.Target, one.First.IsRoute))],
            Failures = Failures,
            Spared = [.. spared.Select(one => new SparedClosure(one.Target, one.IsRoute, one.Spared!.Value))],
            SparedChangesNothing = sparedChangesNothing,
            LeftOut = _leftOut,
            Alternatives = [.. _alternatives.Skip(1).Select(one => one.Name)],
            IsWhole = !_rounds.IsCancelled,
            Cost = _rounds.Cost,
        };
    }

    // Of the runs that are not left out.
    private UnrankedClosure Unranked(string target, bool isRoute)
    {
        var leftOut = Failures.Where(one => one.Alternative == Baseline && one.Shut.IsEmpty).Select(one => one.Replication).ToHashSet();
        return new(target, isRoute, Failures.Count(one =>
            one.Alternative == Baseline && one.Shut is [var shut] && shut == new ShutTarget(target, isRoute)
                && !leftOut.Contains(one.Replication)));
    }

    // In the order of the scenario, whatever was tried late; without what failed.
    private Candidate[] Candidates(List<(string Target, bool IsRoute, SparedBecause? Spared)> tried, List<RoundRuns> closed)
    {
        var lifelines = new SoleWays(_open.Catalogue, _open.Roads).Find();
        var values = tried.Zip(closed).Where(one => !one.Second.HasFailed).ToDictionary(one => (one.First.Target, one.First.IsRoute),
            one => one.Second.Values);
        return [.. _closable.Where(one => values.ContainsKey((one.Target, one.IsRoute))).Select(one => new Candidate(
            one.Target, one.IsRoute, values[(one.Target, one.IsRoute)],
            [.. lifelines.Where(line => (one.IsRoute ? line.Routes : line.Crossings).Contains(one.Target)).Select(line => line.To)]))];
    }

    // Alternatives that do not measure it, or do not have what is closed, are not asked; nor is one that fails.
    private ImmutableArray<RankedClosure> Protected(HarmOrder order, double[] open,
        ImmutableArray<(RankedClosure Closure, double[] Values)> closures)
    {
        var harmful = closures.Where(one => one.Closure.IsSure && order.Harm(one.Closure) > 0).ToArray();
        if (harmful.Length == 0 || _rounds.IsCancelled) return [.. closures.Select(one => one.Closure)];
        var asked = _alternatives.Skip(1).Select(one => (one.Name, Scenario: _by.Compile(one))).Where(one => one.Scenario is not null)
            .Select(one => (one.Name, Open: one.Scenario!,
                Harmful: harmful.Where(closure => Has(one.Scenario!, closure.Closure)).ToArray())).ToArray();
        if (asked.Length == 0) return [.. closures.Select(one => one.Closure)];
        var runs = Run([.. asked.SelectMany(one => one.Harmful
            .Select(closure => Shut(one.Name, one.Open, (closure.Closure.Target, closure.Closure.IsRoute, null)))
            .Prepend((new(one.Name, []), one.Open)))]);
        if (runs[0].Values.Length < open.Length) return [.. closures.Select(one => one.Closure)];
        var (shelters, at) = (new List<Shelter>(), 0);
        foreach (var (name, _, closed) in asked)
        {
            var openHere = runs[at++];
            foreach (var (closure, values) in closed)
                if (runs[at++] is { HasFailed: false } closedHere && !openHere.HasFailed)
                    shelters.Add(new Shelter(closure, name, open, values, openHere.Values, closedHere.Values));
        }
        var protections = order.Best(shelters);
        return [.. closures.Select(one =>
            one.Closure with { Protection = protections.GetValueOrDefault((one.Closure.Target, one.Closure.IsRoute)) })];
    }

    // Of crossings past which others merely go: what it would do were there none of them, who gather before
    // it meanwhile and go first when it opens.
    private ImmutableArray<RankedClosure> Behind(
        HarmOrder order, ImmutableArray<(RankedClosure Closure, double[] Values)> ranked, double[] open,
        ImmutableArray<RankedClosure> closures)
    {
        var passed = _alternatives[0].Scenario.Fleets.Select(fleet => fleet.Through?.Value).OfType<string>().ToHashSet();
        var asked = ranked.Where(one => passed.Contains(one.Closure.Target) && one.Closure.IsSure && order.Harm(one.Closure) > 0).ToArray();
        if (asked.Length == 0 || _rounds.IsCancelled || WithoutStrangers() is not { } alone) return closures;
        var name = $"{Baseline} without strangers";
        var runs =
            Run([(new(name, []), alone), .. asked.Select(one => Shut(name, alone, (one.Closure.Target, one.Closure.IsRoute, null)))]);
        if (runs[0].Values.Length < open.Length || runs.Any(one => one.HasFailed)) return closures;
        var without = asked.Select((one, i) =>
            (one.Closure.Target, Effect: PairedDifference.Of(runs[i + 1].Values, runs[0].Values, isSettled: !_rounds.IsRandom)))
                .ToDictionary(one => one.Target, one => one.Effect);
        return [.. closures.Select(one => one.IsRoute ? one : one with { EffectWithoutStrangers = without.GetValueOrDefault(one.Target) })];
    }

    // Null where something of the scenario hangs on them.
    private CompiledScenario? WithoutStrangers()
    {
        var (first, fleets) = (_alternatives[0], _alternatives[0].Scenario.Fleets);
        var scenario = first.Scenario with { Fleets = [.. fleets.Where(fleet => fleet.Through is null)] };
        return first.From is null && scenario.Problems().IsEmpty ? _by.Compile(first with { Scenario = scenario }) : null;
    }

    private RoundRuns[] Run((Shutting What, CompiledScenario Scenario)[] alternatives)
    {
        foreach (var (what, _) in alternatives) _shut[what.Name] = what;
        return _rounds.Run([.. alternatives.Select(one => (one.What.Name, one.Scenario))]);
    }

    private ImmutableArray<FailedClosure> Failures =>
        [.. _rounds.Failures.Select(one =>
            new FailedClosure(_shut[one.Alternative].Alternative, _shut[one.Alternative].Shut, one.Replication, one.Message))];

    private (Shutting, CompiledScenario)[] InTurn(IEnumerable<(string Target, bool IsRoute, SparedBecause? Spared)> closed) =>
        [.. closed.Select(one => Shut(Baseline, _open, one))];

    private string Baseline => _alternatives[0].Name;

    private (Shutting, CompiledScenario) Shut(string alternative, CompiledScenario scenario,
        params (string Target, bool IsRoute, SparedBecause? Spared)[] targets) => (
        new(alternative, [.. targets.Select(one => new ShutTarget(one.Target, one.IsRoute))]),
        scenario.With(new Closure(FreeId(scenario.Scenario))
        {
            Close = Targets.Create([.. targets.Select(one => one.Target)]),
            At = _plan.At,
            For = _plan.ShutFor,
        }));

    private static string FreeId(Scenario scenario)
    {
        var id = "shut-in-turn";
        while (scenario.Disruptions.Any(one => one.Id == id)) id += "-";
        return id;
    }

    private static bool Has(CompiledScenario scenario, RankedClosure closure) => closure.IsRoute
        ? scenario.Catalogue.TryRoute(closure.Target, out _)
        : scenario.Catalogue.TryPlace(closure.Target, out _);

    /// <summary>One alternative of a ranking: which, and what is shut in it besides.</summary>
    private sealed record Shutting(string Alternative, ImmutableArray<ShutTarget> Shut)
    {
        public string Name { get; } = Alternative
            + string.Concat(Shut.Select(one => $" | {(one.IsRoute ? "route" : "place")} {one.Target} shut"));
    }
}
