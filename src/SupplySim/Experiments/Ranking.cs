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
    private readonly Measure _measure;
    private readonly CompiledScenario _open;
    private readonly ImmutableArray<(string Target, bool IsRoute, SparedBecause? Spared)> _closable;
    private readonly HarmOrder _order;

    public Ranking(Scenario scenario, RankPlan plan, ImmutableArray<Alternative> alternatives, Rounds rounds)
    {
        (_scenario, _plan, _alternatives, _rounds) = (scenario, plan, alternatives, rounds);
        _measure = scenario.Measures.First(one => one.Id == plan.By) with { By = null };
        _open = Compile(alternatives[0]) ?? throw Refused("experiment.rank.by", $"'{plan.By}' is not measured in the alternative '{alternatives[0].Name}'");
        if (plan.At.IsNever || _open.Catalogue.Time(plan.At) >= _open.Catalogue.Horizon)
            throw Refused("experiment.rank.at", $"{plan.At}, when the run has ended: nothing would be shut");
        _closable = new ClosureScreen(_open).Find(plan.What);
        if (_closable.IsEmpty) throw Refused("experiment.rank.what", $"there is nothing that could be shut");
        _order = new HarmOrder(_measure.Is.Wish());
    }

    public RankResult Result(int runsPlanned)
    {
        var tried = _closable.Where(one => one.Spared is null).ToList();
        var spared = _closable.Where(one => one.Spared is not null).ToArray();
        (string, CompiledScenario)[] unheeded = spared.Length == 0 ? [] : [(NameOf(Baseline, spared), Shut(_open, [.. spared.Select(one => one.Target)]))];
        var first = _rounds.Run([(NameOf(Baseline), _open), .. unheeded, .. InTurn(tried)]);
        var (open, closed) = (first[0], first.Skip(1 + unheeded.Length).ToList());
        if (open.Length == 0) throw new OperationCanceledException("Stopped before the first run with everything open and closed was done.");
        if (open.All(double.IsNaN)) throw Refused("experiment.rank.by", $"'{_plan.By}' has no value in any run");
        var sparedChangesNothing = spared.Length == 0 || first[1].SequenceEqual(open);
        if (!sparedChangesNothing && !_rounds.IsCancelled)
        {
            var more = _rounds.Run(InTurn(spared));
            if (more[0].Length == open.Length) (tried, closed, spared) = ([.. tried, .. spared], [.. closed, .. more], []);
        }
        var closures = _order.Of(open, Candidates(tried, closed));
        return new RankResult
        {
            Scenario = _scenario,
            Plan = _plan,
            Column = _open.Measures.Layout.Columns[_open.Measures.Layout.Whole(_measure.Id)],
            Baseline = Baseline,
            Seed = _rounds.Seed,
            Runs = open.Length,
            RunsPlanned = runsPlanned,
            Open = Estimate.OfPossible(open),
            Closures = Protected(open, closures),
            Spared = [.. spared.Select(one => new SparedClosure(one.Target, one.IsRoute, one.Spared!.Value))],
            SparedChangesNothing = sparedChangesNothing,
            Alternatives = [.. _alternatives.Skip(1).Select(one => one.Name)],
            IsWhole = !_rounds.IsCancelled,
            Cost = _rounds.Cost,
        };
    }

    // In the order of the scenario, whatever was tried late.
    private Candidate[] Candidates(List<(string Target, bool IsRoute, SparedBecause? Spared)> tried, List<double[]> closed)
    {
        var lifelines = new SoleWays(_open.Catalogue, _open.Roads).Find();
        var values = tried.Zip(closed).ToDictionary(one => (one.First.Target, one.First.IsRoute), one => one.Second);
        return [.. _closable.Where(one => values.ContainsKey((one.Target, one.IsRoute))).Select(one => new Candidate(
            one.Target, one.IsRoute, values[(one.Target, one.IsRoute)],
            [.. lifelines.Where(line => (one.IsRoute ? line.Routes : line.Crossings).Contains(one.Target)).Select(line => line.To)]))];
    }

    // Alternatives that do not measure it, or do not have what is closed, are not asked.
    private ImmutableArray<RankedClosure> Protected(double[] open, ImmutableArray<(RankedClosure Closure, double[] Values)> closures)
    {
        var harmful = closures.Where(one => one.Closure.IsSure && _order.Harm(one.Closure) > 0).ToArray();
        if (harmful.Length == 0 || _rounds.IsCancelled) return [.. closures.Select(one => one.Closure)];
        var asked = _alternatives.Skip(1).Select(one => (one.Name, Scenario: Compile(one))).Where(one => one.Scenario is not null)
            .Select(one => (one.Name, Open: one.Scenario!, Harmful: harmful.Where(closure => Has(one.Scenario!, closure.Closure)).ToArray())).ToArray();
        if (asked.Length == 0) return [.. closures.Select(one => one.Closure)];
        var runs = _rounds.Run([.. asked.SelectMany(one => one.Harmful
            .Select(closure => (NameOf(one.Name, (closure.Closure.Target, closure.Closure.IsRoute, null)), Shut(one.Open, [closure.Closure.Target])))
            .Prepend((NameOf(one.Name), one.Open)))]);
        if (runs[0].Length < open.Length) return [.. closures.Select(one => one.Closure)];
        var (shelters, at) = (new List<Shelter>(), 0);
        foreach (var (name, _, closed) in asked)
        {
            var openHere = runs[at++];
            foreach (var (closure, values) in closed) shelters.Add(new Shelter(closure, name, open, values, openHere, runs[at++]));
        }
        var protections = _order.Best(shelters);
        return [.. closures.Select(one => one.Closure with { Protection = protections.GetValueOrDefault((one.Closure.Target, one.Closure.IsRoute)) })];
    }

    // Only the one measure is read, once a run. Null where it is not measured.
    private CompiledScenario? Compile(Alternative alternative)
    {
        var measured = alternative.Scenario.Measures.FirstOrDefault(one => one.Id == _measure.Id);
        return measured is null
            ? null
            : CompiledScenario.Of(_scenario, alternative with { Scenario = alternative.Scenario with { Measures = [measured with { By = null }], Goals = [], Observed = [] } });
    }

    private (string, CompiledScenario)[] InTurn(IEnumerable<(string Target, bool IsRoute, SparedBecause? Spared)> closed) =>
        [.. closed.Select(one => (NameOf(Baseline, one), Shut(_open, [one.Target])))];

    // In a store, where the runs of all rounds lie side by side.
    private static string NameOf(string alternative, params ReadOnlySpan<(string Target, bool IsRoute, SparedBecause? Spared)> shut)
    {
        var name = alternative;
        foreach (var (target, isRoute, _) in shut) name += $" | {(isRoute ? "route" : "place")} {target} shut";
        return name;
    }

    private string Baseline => _alternatives[0].Name;

    private CompiledScenario Shut(CompiledScenario scenario, ImmutableArray<string> targets) => scenario.With(
        new Closure(FreeId(scenario.Scenario)) { Close = Targets.Create(targets.AsSpan()), At = _plan.At, For = _plan.ShutFor });

    private static string FreeId(Scenario scenario)
    {
        var id = "shut-in-turn";
        while (scenario.Disruptions.Any(one => one.Id == id)) id += "-";
        return id;
    }

    private static bool Has(CompiledScenario scenario, RankedClosure closure) => closure.IsRoute
        ? scenario.Catalogue.TryRoute(closure.Target, out _)
        : scenario.Catalogue.TryPlace(closure.Target, out _);

    private InvalidScenarioException Refused(string path, string message) => new(_scenario.Title, [new Problem(path, message)]);
}
