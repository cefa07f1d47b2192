using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Binding;

/// <summary>Makes a scenario of a tree: once for the file itself, and once for each alternative with its settings
/// applied.</summary>
/// <remarks>All mistakes are reported, those of form as well as those that the model finds. What the model finds where
/// the form was wrong already, in the same block or in one that it names, is left out: it speaks of a value
/// that the file does not hold. Where a whole block is missing, such as a place of an unknown kind, the model is not asked: nearly all that
/// it would say would follow from that.</remarks>
/// <param name="diagnostics">Where mistakes go.</param>
/// <param name="nodes">How many values the file holds.</param>
/// <param name="outside">What was set from outside, as on the command line. Default: nothing.</param>
/// <param name="points">Of alternatives that are points of a grid, by name, what each has. Default: none is.</param>
/// <param name="asked">What is wrong with what is asked of a scenario that is itself fine. Default: nothing.</param>
internal sealed class Binder(DiagnosticBag diagnostics, int nodes, IReadOnlyList<Setting>? outside = null,
    IReadOnlyDictionary<string, ByName<string>>? points = null, Func<Scenario, IEnumerable<Problem>>? asked = null)
{
    private const string ExperimentKey = "experiment";
    private const string CompareKey = "compare";

    // Alternatives that are asked whether they can be supplied, each of which is compiled for it (assumed).
    private const int MostLookedAt = 20;

    /// <summary>The scenario of a tree with its alternatives. It can be used only where nothing was reported as an
    /// error.</summary>
    public Scenario Bind(MappingNode root)
    {
        root = Respelled(root);
        var (scenario, isComplete) = BindOne(root);
        var compare = (root[ExperimentKey] as MappingNode)?[CompareKey] as MappingNode
            ?? new MappingNode([], root.Span);
        if (IsTooMuch(compare)) return scenario;
        var variants = compare.Entries.Select(entry =>
            (Name: entry.Key.Text, entry.Key.Span, Root: Vary(root, entry), From: FromOf(root, entry))).ToList();
        var bound = variants.ConvertAll(v => BindAlternative(v.Name, v.Root));
        var alternatives = variants.Zip(bound,
            (v, b) => new Alternative(v.Name, b.Scenario)
            {
                From = v.From,
                Values = points?.GetValueOrDefault(v.Name) ?? ByName<string>.Empty,
            }).ToImmutableArray();
        scenario = scenario with { Experiment = scenario.Experiment with { Compare = alternatives } };

        var (unread, unreadVaried) = (Unread(root), variants.ConvertAll(v => Unread(v.Root)));
        if (isComplete) ReportProblems(scenario, root, unread);
        for (var i = 0; i < bound.Count; i++)
        {
            diagnostics.Circumstance = InAlternative(variants[i].Name);
            if (bound[i].Scenario.Clock != scenario.Clock)
                diagnostics.Add(DiagnosticCodes.Model, variants[i].Span, "an alternative cannot change the clock",
                    "alternatives are compared day by day; make it a scenario of its own");
            if (bound[i].IsComplete) ReportProblems(bound[i].Scenario with { Experiment = new() }, variants[i].Root, unreadVaried[i]);
        }
        diagnostics.Circumstance = null;
        if (isComplete && !diagnostics.HasErrors)
        {
            Tell(DiagnosticCodes.Caution, scenario.Cautions(), root);
            // Who tries values tries some that are too little.
            if (points is null)
                ReportShortfalls(scenario, root,
                    [.. variants.Zip(bound,
                        (variant, one) => (variant.Name, one.Scenario, variant.Root, IsLater: variant.From is not null))]);
        }
        if (!diagnostics.HasErrors) TellOverridden(compare);
        if (isComplete && !diagnostics.HasErrors && asked is not null)
            foreach (var problem in asked(scenario))
                diagnostics.Add(CodeOf(problem.Kind), KeyPath.Locate(root, problem.Path).Shown, problem.Message, problem.Help);
        return scenario;
    }

    // A section under a misspelt key is read as the one that was meant: else whatever names one of its blocks would seem to name nothing.
    private MappingNode Respelled(MappingNode root)
    {
        var known = ScenarioShape.Scenario.All.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in root.Entries.Where(entry => !known.Contains(entry.Key.Text)).ToArray())
            if (Similar.To(key.Text, known) is { } meant && root[meant] is null)
            {
                diagnostics.Add(DiagnosticCodes.UnknownKey, key.Span, $"`{key.Text}` is not a key of {ScenarioShape.Scenario.What}",
                    $"a similar key exists: `{meant}`");
                root = root.Without(key.Text).With(new(meant, key.Span, isPlain: true), value);
            }
        return root;
    }

    // Where there are alternatives they alone are run; what is so in the file itself, too, is told as of
    // it. One that is a variant from some day on is not looked at: what is counted is counted over the whole run.
    private void ReportShortfalls(Scenario scenario, MappingNode root,
        (string Name, Scenario Scenario, MappingNode Root, bool IsLater)[] alternatives)
    {
        var own = scenario.Shortfalls();
        if (alternatives.Length == 0) Tell(DiagnosticCodes.Shortfall, own, root);
        var told = new HashSet<Problem>();
        foreach (var (name, variant, itsRoot, _) in alternatives.Where(one => !one.IsLater).Take(MostLookedAt))
        {
            var news = (variant with { Experiment = new() }).Shortfalls().Where(told.Add).ToArray();
            Tell(DiagnosticCodes.Shortfall, [.. news.Where(own.Contains)], root);
            diagnostics.Circumstance = InAlternative(name);
            Tell(DiagnosticCodes.Shortfall, [.. news.Where(one => !own.Contains(one))], itsRoot);
            diagnostics.Circumstance = null;
        }
    }

    private void Tell(DiagnosticCode code, ImmutableArray<Problem> problems, MappingNode root)
    {
        foreach (var one in problems) diagnostics.Add(code, KeyPath.Locate(root, one.Path).Shown, one.Message, one.Help);
    }

    private bool IsTooMuch(MappingNode compare)
    {
        if (nodes * (compare.Entries.Count + 1L) <= Limits.BoundNodes) return false;
        diagnostics.Add(DiagnosticCodes.TooManyAlternatives, compare.Span,
            $"{compare.Entries.Count} alternatives of {nodes} values each are too many",
            $"the limit is {Limits.BoundNodes} values in all; compare fewer at a time");
        return true;
    }

    /// <summary>The tree with the settings of an alternative.</summary>
    private MappingNode Vary(MappingNode root, Entry alternative)
    {
        var settings = AlternativesKind.SettingsOf(alternative.Value)?.Entries.Select(e => new Setting(e.Key, e.Value)).ToList() ?? [];
        foreach (var setting in settings.Where(s => KeyPath.Split(s.Key.Text) is [(ExperimentKey, _), ..]))
            diagnostics.Add(DiagnosticCodes.UnknownPath, setting.Key.Span,
                $"an alternative cannot change `{setting.Key.Text}`", "the experiment is one for all alternatives");
        foreach (var setting in settings) TellTakenAway(setting, alternative);
        // What was taken away from outside is away already; and that what is away cannot be set has been told.
        settings.RemoveAll(setting => TakenAway(setting.Key.Text) is not null);
        return Settings.Apply(root, settings, diagnostics);
    }

    private void TellTakenAway(Setting setting, Entry alternative)
    {
        if (TakenAway(setting.Key.Text) is { } away && !(setting.TakesAway && away == setting.Key.Text))
            diagnostics.Add(DiagnosticCodes.UnknownPath, setting.Key.Span,
                $"`{away}` is taken away from outside, and `{alternative.Key.Text}` sets `{setting.Key.Text}`",
                $"leave that alternative out with `--set {ExperimentKey}.{CompareKey}.{alternative.Key.Text}=off`, or do not set `{away}`");
    }

    // Told only of a file that can be run: of any other there is more to say.
    private void TellOverridden(MappingNode compare)
    {
        foreach (var one in outside ?? [])
            foreach (var alternative in compare.Entries)
                if (AlternativesKind.SettingsOf(alternative.Value)?.Entries.Any(setting => Overrides(new(setting.Key, setting.Value), one))
                    == true)
                    diagnostics.Add(DiagnosticCodes.Overridden, one.Key.Span,
                        $"`{one.Key.Text}` does not count in the alternative `{alternative.Key.Text}`, which sets it itself",
                        "change it in the file, or do not take that alternative for one with this setting");
    }

    private static bool Overrides(Setting setting, Setting outside) => !(setting.TakesAway && outside.TakesAway)
        && (outside.Key.Text == setting.Key.Text || outside.Key.Text.StartsWith(setting.Key.Text + '.', StringComparison.Ordinal));

    // Of a path, the part or the whole that was taken away from outside; null where nothing was.
    private string? TakenAway(string path) => (outside ?? []).Where(one =>
        one.TakesAway && (path == one.Key.Text || path.StartsWith(one.Key.Text + '.', StringComparison.Ordinal)))
        .Select(one => one.Key.Text).FirstOrDefault();

    /// <summary>From when on an alternative differs; null where it does from the start.</summary>
    private Moment? FromOf(MappingNode root, Entry alternative) =>
        AlternativesKind.AtOf(alternative.Value) is { } at
        && Kinds.Moment.TryRead(at.Value, at.Key.Span, new BindingContext(root, diagnostics), out var from) ? from : null;

    private (Scenario Scenario, bool IsComplete) BindAlternative(string name, MappingNode root)
    {
        diagnostics.Circumstance = InAlternative(name);
        var bound = BindOne(root);
        diagnostics.Circumstance = null;
        return bound;
    }

    /// <summary>The scenario, and whether it holds all blocks of the file.</summary>
    private (Scenario Scenario, bool IsComplete) BindOne(MappingNode root)
    {
        var context = new BindingContext(root, diagnostics);
        var owner = root.Entries.Count > 0 ? root.Entries[0].Key.Span : root.Span;
        var scenario = ScenarioShape.Scenario.Read(root, owner, "", context);
        ParameterRanges.Check(root, scenario, diagnostics);
        return (scenario, !context.IsIncomplete);
    }

    /// <summary>What the model says of a scenario, at its place in the tree. Of alternatives it is asked one by one,
    /// since each has a tree of its own.</summary>
    private void ReportProblems(Scenario scenario, MappingNode root, Dictionary<string, string> unread)
    {
        foreach (var problem in scenario.Problems())
        {
            if (problem.Path.StartsWith($"{ExperimentKey}.{CompareKey}", StringComparison.Ordinal) && !IsOfIntervention(problem.Path))
                continue;
            var (shown, whole) = KeyPath.Locate(root, problem.Path);
            if (!diagnostics.HasErrorWithin(whole) && !Follows(problem, unread))
                diagnostics.Add(CodeOf(problem.Kind), shown, problem.Message, problem.Help);
        }
    }

    private static DiagnosticCode CodeOf(ProblemKind kind) => kind switch
    {
        ProblemKind.OutOfRange => DiagnosticCodes.OutOfRange,
        ProblemKind.Unknown => DiagnosticCodes.UnknownReference,
        ProblemKind.Missing => DiagnosticCodes.Missing,
        ProblemKind.Idle => DiagnosticCodes.Idle,
        ProblemKind.WrongKind => DiagnosticCodes.WrongKind,
        ProblemKind.DoesNotFit => DiagnosticCodes.DoesNotFit,
        ProblemKind.Time => DiagnosticCodes.WrongTime,
        ProblemKind.Twice => DiagnosticCodes.Twice,
        _ => DiagnosticCodes.Model,
    };

    // Whether it is not the variant that is wrong, but that it begins in the middle of a run.
    private static bool IsOfIntervention(string path) => KeyPath.Split(path) is [_, _, _, ("at" or "set", _), ..];

    /// <summary>The blocks in which something could not be read, such as <c>places.bridge</c>, by their
    /// ids. What the model finds is no reading: this has to be asked before it is.</summary>
    private Dictionary<string, string> Unread(MappingNode root)
    {
        var unread = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!diagnostics.HasErrors) return unread;
        foreach (var section in root.Entries)
            foreach (var entry in (section.Value as MappingNode)?.Entries ?? [])
                if (diagnostics.HasErrorWithin(KeyPath.Around(entry.Key.Span, entry.Value.Span)))
                {
                    unread.TryAdd(PathOf(section.Key.Text, entry.Key.Text), entry.Key.Text);
                    // Others may name it as it should be written.
                    if (Ids.Near(entry.Key.Text) is { } near) unread.TryAdd(PathOf(section.Key.Text, near), near);
                }
        return unread;
    }

    /// <summary>Whether a problem may speak of a value that the file does not hold: it lies in a block in
    /// which something could not be read, or names such a block. It is told as soon as that is mended, if it is still there.</summary>
    private static bool Follows(Problem problem, Dictionary<string, string> unread) => unread.Count > 0
        // Without a clock nobody knows what lies within the run.
        && (unread.Keys.Any(one => one.StartsWith("clock.", StringComparison.Ordinal))
            && KeyPath.Split(problem.Path) is [("observed" or "clock", _), ..]
            || KeyPath.Split(problem.Path) is [var section, var id, ..] && unread.ContainsKey(PathOf(section.Key, id.Key))
            || unread.Values.Any(one => problem.Message.Contains($"'{one}'", StringComparison.Ordinal)));

    private static string PathOf(string section, string id) => $"{section}.{id}";

    private static string InAlternative(string name) => $"in the alternative `{name}`";
}
