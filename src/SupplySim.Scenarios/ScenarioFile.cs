using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SupplySim.Experiments;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Imports;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Variation;

namespace SupplySim.Scenarios;

/// <summary>Reads scenario files.</summary>
/// <remarks>
/// <para>A file is a strict subset of YAML, or JSON with comments; each key is the kebab-case of a property of the
/// records in <see cref="SupplySim"/>, and every value carries its unit. Whatever is in a file, it gives a scenario or
/// a list of mistakes with their places; no file can crash the reader, hang it or fill memory.</para>
/// <para><c>include: [roads.supply.yaml]</c> adds what stands in other files, and <c>places: {table: data/places.csv}</c> adds the
/// rows of a table to any section of blocks by id; both lie in the folder of the scenario file. Settings and
/// alternatives see the whole.</para>
/// <para>Settings are <c>KEY=VALUE</c>, where the key is a parameter or a path of keys such as
/// <c>places.fishkhabour.hours</c> and the value is what would stand in the file. They count for every alternative that
/// does not set the same.</para>
/// <para>Nothing is kept between calls; any number of threads may read at once.</para>
/// </remarks>
public static class ScenarioFile
{
    /// <summary>The scenario in a file.</summary>
    /// <param name="path">The file; shown in messages as it is written here.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <exception cref="ScenarioFileException">The file cannot be read, or something in it is wrong.</exception>
    public static Scenario Read(string path, params IReadOnlyList<string> settings) =>
        TryRead(path, settings, out var scenario, out var diagnostics)
            ? scenario
            : throw new ScenarioFileException(diagnostics);

    /// <summary>The scenario in a file, and what is to be said about it.</summary>
    /// <param name="path">The file; shown in messages as it is written here.</param>
    /// <param name="scenario">The scenario; null where there are errors.</param>
    /// <param name="diagnostics">All errors, or the warnings, by place.</param>
    /// <returns>Whether there is a scenario.</returns>
    public static bool TryRead(string path, [NotNullWhen(true)] out Scenario? scenario,
        out ImmutableArray<Diagnostic> diagnostics) =>
        TryRead(path, [], out scenario, out diagnostics);

    /// <summary>The scenario in a file with some values set from outside, and what is to be said about it.</summary>
    /// <param name="path">The file; shown in messages as it is written here.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <param name="scenario">The scenario; null where there are errors.</param>
    /// <param name="diagnostics">All errors, or the warnings, by place.</param>
    /// <returns>Whether there is a scenario.</returns>
    public static bool TryRead(string path, IReadOnlyList<string> settings, [NotNullWhen(true)] out Scenario? scenario,
        out ImmutableArray<Diagnostic> diagnostics) =>
        TryRead(path, settings, out scenario, out _, out diagnostics);

    /// <summary>The scenario in a file with some values set from outside, the texts that it was read from, and what is to
    /// be said about it.</summary>
    /// <remarks>Each file is read once, so that a pipe will do for the first.</remarks>
    /// <param name="path">The file; shown in messages as it is written here.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <param name="scenario">The scenario; null where there are errors.</param>
    /// <param name="texts">What the file holds, and behind it what the files that it names hold; empty where it cannot be
    /// read.</param>
    /// <param name="diagnostics">All errors, or the warnings, by place.</param>
    /// <returns>Whether there is a scenario.</returns>
    public static bool TryRead(string path, IReadOnlyList<string> settings, [NotNullWhen(true)] out Scenario? scenario,
        out ImmutableArray<ScenarioText> texts, out ImmutableArray<Diagnostic> diagnostics) =>
        TryRead(path, settings, null, null, out scenario, out texts, out diagnostics);

    /// <summary>The grid of a file, to be run by <see cref="Experiment.Sweep"/>: the scenario with every
    /// combination of the values that are to be tried as an alternative, each on top of what the first
    /// alternative of the file sets.</summary>
    /// <param name="path">The file; shown in messages as it is written here.</param>
    /// <param name="vary">What to vary, such as <c>flights=0,2,4</c> or <c>fleets.trucks.count=60..120/30</c>; where it is empty, what the
    /// file says under <c>experiment: sweep:</c>.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <exception cref="ScenarioFileException">The file cannot be read, something in it or in what is
    /// varied is wrong, or nothing is varied.</exception>
    public static Scenario ReadSweep(string path, IReadOnlyList<string> vary, params IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(vary);
        return TryRead(path, settings, vary, scenario => Experiment.SweepProblems(scenario), out var scenario, out _, out var diagnostics)
            ? scenario
            : throw new ScenarioFileException(diagnostics);
    }

    /// <summary>The same, and whether what is asked of it can be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Values set from outside.</param>
    /// <param name="vary">What is varied, so that alternatives are the points of a grid; null where nothing is.</param>
    /// <param name="asked">What is wrong with what is asked of a scenario that is itself fine; told at its place.</param>
    /// <param name="scenario">The scenario; null where there are errors, of either kind.</param>
    /// <param name="texts">What was read.</param>
    /// <param name="diagnostics">All errors, or the warnings, by place.</param>
    internal static bool TryRead(string path, IReadOnlyList<string> settings, IReadOnlyList<string>? vary,
        Func<Scenario, IEnumerable<Problem>>? asked, [NotNullWhen(true)] out Scenario? scenario,
        out ImmutableArray<ScenarioText> texts, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        var source = SourceFile.Load(path, bag);
        var folder = new ScenarioFolder(path, bag);
        scenario = source is null ? null : Bind(source, folder, settings, bag, vary, asked);
        texts = source is null ? [] : [new(Path.GetFileName(path), source.Text), .. folder.Texts];
        diagnostics = bag.Sorted();
        return scenario is not null;
    }

    /// <summary>The scenario in a text.</summary>
    /// <param name="text">What a scenario file would hold.</param>
    /// <param name="fileName">How the text is called in messages.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <exception cref="ScenarioFileException">Something in the text is wrong.</exception>
    public static Scenario Parse(string text, string fileName = "scenario.supply.yaml",
        params IReadOnlyList<string> settings) =>
        TryParse(text, fileName, settings, out var scenario, out var diagnostics)
            ? scenario
            : throw new ScenarioFileException(diagnostics);

    /// <summary>The scenario in a text with some values set from outside, and what is to be said about it.</summary>
    /// <param name="text">What a scenario file would hold.</param>
    /// <param name="fileName">How the text is called in messages.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <param name="scenario">The scenario; null where there are errors.</param>
    /// <param name="diagnostics">All errors, or the warnings, by place.</param>
    /// <returns>Whether there is a scenario.</returns>
    public static bool TryParse(string text, string fileName, IReadOnlyList<string> settings,
        [NotNullWhen(true)] out Scenario? scenario, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        scenario = Bind(new SourceText(fileName, text), new(null, bag), settings, bag);
        diagnostics = bag.Sorted();
        return scenario is not null;
    }

    /// <summary>The values of the scenario in a file that change no outcome: each is varied alone, in all alternatives.</summary>
    /// <remarks>
    /// <para>An outcome is whatever the outcome fingerprint covers, and every measure with its days.
    /// Titles, names, sources, measures, goals and the rest of the experiment are no values in this sense.</para>
    /// <para>That a value is inert means: nothing that was put in its place changed the first run, and the
    /// first few of that changed none of the runs asked for, all with the scenario's seed. What acts on a
    /// rare event may need more runs.</para>
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="settings">Values set from outside, such as <c>flights=4</c>.</param>
    /// <param name="runs">[runs] Of each alternative, before a value is called inert; at least 1.</param>
    /// <param name="progress">Is told how many values have been looked at, and of how many.</param>
    /// <param name="stop">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ScenarioFileException">The file cannot be read, or something in it is wrong.</exception>
    public static InertValues FindInert(string path, IReadOnlyList<string> settings, int runs,
        IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var bag = new DiagnosticBag();
        var tree = SourceFile.Load(path, bag) is { } source ? Put(source, new ScenarioFolder(path, bag), settings, bag) : null;
        var scenario = tree is { } whole ? new Binder(bag, whole.Nodes, whole.Outside).Bind(whole.Root) : null;
        if (scenario is null || bag.HasErrors) throw new ScenarioFileException(bag.Sorted());
        return Inertia.Find(tree!.Value.Root, new Trial(scenario, tree.Value.Nodes, runs, stop), runs, progress);
    }

    private static Scenario? Bind(SourceText source, ScenarioFolder folder, IReadOnlyList<string> settings,
        DiagnosticBag diagnostics, IReadOnlyList<string>? vary = null, Func<Scenario, IEnumerable<Problem>>? asked = null)
    {
        if (Put(source, folder, settings, diagnostics) is not { } tree) return null;
        IReadOnlyDictionary<string, ByName<string>>? points = null;
        var root = vary is null ? tree.Root : Sweeping.Put(tree.Root, vary, diagnostics, out points);
        var scenario = new Binder(diagnostics, tree.Nodes, tree.Outside, points, asked).Bind(root);
        if (!diagnostics.HasErrors && tree.Outside.Count > 0)
            TellOverruled(scenario, tree.AsWritten, tree.Nodes, tree.Outside[0], diagnostics);
        return diagnostics.HasErrors ? null : scenario;
    }

    // What is set from outside is asked about as an alternative of the file would be: what is known of the start may take its place.
    private static void TellOverruled(Scenario scenario, MappingNode asWritten, int nodes, Setting first, DiagnosticBag diagnostics)
    {
        const string Set = "as-set";
        if (scenario.AsOf.IsEmpty) return;
        var plain = new Binder(new DiagnosticBag(), nodes).Bind(asWritten);
        var asked = plain with
        {
            Experiment = new() { Compare = [new("as-written", plain), new(Set, scenario with { Experiment = new() })] },
        };
        foreach (var problem in asked.Problems().Where(one => one.Path == $"experiment.compare.{Set}.set"))
            diagnostics.Add(DiagnosticCodes.Idle, first.Key.Span, problem.Message, problem.Help);
    }

    // The whole tree with its settings and without, how many values it holds, and what was set.
    private static (MappingNode Root, MappingNode AsWritten, int Nodes, IReadOnlyList<Setting> Outside)? Put(
        SourceText source, ScenarioFolder folder, IReadOnlyList<string> settings, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var read = SourceReader.Read(source, diagnostics);
        var parsed = settings.Select(s => Setting.Parse(s, diagnostics)).OfType<Setting>().ToList();
        if (read is not { } file) return null;
        var (whole, nodes) = new Assembly(folder, diagnostics).Put(file.Root, file.Nodes);
        return folder.HasFailed ? null : (Settings.Apply(whole, parsed, diagnostics), whole, nodes, parsed);
    }
}
