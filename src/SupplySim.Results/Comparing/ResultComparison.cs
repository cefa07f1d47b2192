using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>Results compared with one another: alternatives of one, or the same alternatives of several.</summary>
/// <remarks>Immutable. <see cref="ToJson"/> and <see cref="ToScreen"/> say the same.</remarks>
public sealed class ResultComparison
{
    private ResultComparison(ImmutableArray<ComparedResult> results, ImmutableArray<ResultDifference> differences,
        ImmutableArray<Compared> judged) =>
        (Results, Differences, Comparisons, Judged) = (results, differences, [.. judged.Where(one => one.IsTold)], judged.Length);

    /// <summary>What is compared, A first.</summary>
    internal ImmutableArray<ComparedResult> Results { get; }

    /// <summary>What differs between each other result and the first.</summary>
    internal ImmutableArray<ResultDifference> Differences { get; }

    /// <summary>What is told, in the order of the first result.</summary>
    internal ImmutableArray<Compared> Comparisons { get; }

    /// <summary>How many comparisons were judged together: these, and what they have in detail.</summary>
    internal int Judged { get; private init; }

    /// <summary>The ids of the measures that are compared, in the order of the first result.</summary>
    public ImmutableArray<string> Measures => [.. Comparisons.Select(one => one.Column.Measure).Distinct()];

    /// <summary>Whether there was anything that two of them both measure.</summary>
    public bool IsEmpty => Comparisons.IsEmpty;

    /// <summary>Whether runs of one of them have failed, so that no interval is given.</summary>
    public bool IsIncomplete => Results.Any(one => one.Ended == "incomplete");

    /// <summary>The alternatives of an experiment, each with the first.</summary>
    /// <param name="result">The experiment.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static ResultComparison Of(ExperimentResult result, ScenarioSource? source)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new([ComparedResult.Of(Summary.Of(result, source), "A", folder: null)], [], Comparison.Of(result));
    }

    /// <summary>Result directories: the alternatives of one with its first, or of several those of the same
    /// name with those of the first directory; where two directories share no name, their first alternatives.</summary>
    /// <param name="folders">At least one.</param>
    /// <exception cref="SavedResultException">One of them is no whole result, or not as it was written.</exception>
    public static ResultComparison Of(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var read = folders.Select((folder, number) => KeptResult.Read(folder, Letter(number))).ToArray();
        var results = read.Select((one, number) => ComparedResult.Of(one.Summary, Letter(number), one.Folder)).ToImmutableArray();
        var pairs = read.Length == 1
            ? read[0].Runs.Skip(1).Select(other => (read[0].Runs[0], other))
            : read.Skip(1).SelectMany(other => Pairs(read[0], other));
        var compared = Comparison.Of(pairs, results.All(one => one.Ended != "incomplete"));
        var differences = read.Skip(1).Select((other, number) => ResultDifference.Of(
            read[0], other, (Letter(0), Letter(number + 1)),
            compared.Where(one => one.Other.Result == Letter(number + 1)).Select(one => one.Column.Measure).Distinct()));
        return new(results, [.. differences], compared);
    }

    /// <summary>The same of some measures alone. They are judged as before: together with all the others.</summary>
    /// <param name="measures">Their ids; what is none of <see cref="Measures"/> is left aside.</param>
    public ResultComparison Only(IReadOnlyCollection<string> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return new(Results, Differences, [.. Comparisons.Where(one => measures.Contains(one.Column.Measure))]) { Judged = Judged };
    }

    /// <summary>One JSON document, <c>supplysim.compare/1</c>, indented, ending in a line feed.</summary>
    public string ToJson() => CompareDocument.Of(this).ToJson();

    /// <summary>What the command line prints: plain text, ending in a line feed.</summary>
    /// <param name="written">Where the result lies that was run for this, shown in the last line. Default: none was.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public string ToScreen(RunDirectory? written = null, int width = Screen.Narrowest) => CompareScreen.Of(this, written, width);

    private static IEnumerable<(ComparedRuns, ComparedRuns)> Pairs(KeptResult first, KeptResult other)
    {
        var shared = first.Runs.Join(other.Runs, one => one.Alternative, two => two.Alternative, (one, two) => (one, two)).ToArray();
        return shared.Length > 0 ? shared : [(first.Runs[0], other.Runs[0])];
    }

    private static string Letter(int number) =>
        number < 26 ? ((char)('A' + number)).ToString() : "R" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A result that is compared.</summary>
/// <param name="Result">Its letter.</param>
/// <param name="Folder">Where it lies; null where it was run for this.</param>
/// <param name="Scenario">What was simulated.</param>
/// <param name="Version">Of SupplySim.</param>
/// <param name="Seed">From which all draws followed.</param>
/// <param name="Runs">[runs] Of each alternative.</param>
/// <param name="RunsPlanned">[runs] That should have been done.</param>
/// <param name="Ended">Why it ended, as in its summary.</param>
public sealed record ComparedResult(string Result, string? Folder, SummaryScenario Scenario, string Version, ulong Seed, int Runs,
    int RunsPlanned, string Ended)
{
    internal static ComparedResult Of(Summary summary, string letter, string? folder) =>
        new(letter, folder, summary.Scenario, summary.Version, summary.Seed, summary.Runs, summary.RunsPlanned, summary.Ended);
}
