using System.Globalization;
using SupplySim.Scenarios;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary>Lists the values of a scenario file that change no outcome.</summary>
internal static class InertReport
{
    /// <summary>[runs] Of each alternative before a value is said to do nothing.</summary>
    public const int DefaultRuns = 20;

    private const int MostTriedShown = 4;

    /// <summary>Varies every value and writes what was found.</summary>
    public static ExitCode Write(string file, string[] settings, int runs, Host host)
    {
        InertValues found;
        try
        {
            found = ScenarioFile.FindInert(file, settings, runs, new Steps(host, file), host.Stop);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine($"{DiagnosticText.Safe(file)}: stopped before all values were varied");
            return ExitCode.Stopped;
        }
        var onMap = found.Inert.Where(IsOnMap).ToList();
        var nothing = found.Inert.Where(value => !value.Tried.IsEmpty && !IsOnMap(value)).ToList();
        var structure = found.Inert.Length - onMap.Count - nothing.Count;
        // The sum of the line stands in it; the others are not part of it.
        host.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"  {found.Acting + nothing.Count} values put to the test one at a time, {runs} runs of each "
                + $"alternative: {found.Acting} act, {nothing.Count} do nothing"));
        if (structure > 0)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {structure} more could not be put to the test: they name what stands elsewhere, and cannot be another by themselves"));
        if (onMap.Count > 0)
            host.Out.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {onMap.Count} more are positions, which matter to the map alone"));
        foreach (var value in nothing)
            host.Out.WriteLine(
                $"  does nothing: {Where(value)}, "
                    + $"tried {string.Join(", ", value.Tried.Take(MostTriedShown).Select(DiagnosticText.Safe))}{(value.Tried.Length > MostTriedShown ? ", ..." : "")}");
        return nothing.Count == 0 ? ExitCode.Done : ExitCode.GoalMissed;
    }

    private static bool IsOnMap(InertValue value) =>
        value.Path.StartsWith("places.", StringComparison.Ordinal) && value.Path.EndsWith(".at", StringComparison.Ordinal);

    private static string Where(InertValue value) =>
        $"{DiagnosticText.Safe(value.Path)}: {DiagnosticText.Safe(value.Written)} ({DiagnosticText.Safe(Path.GetFileName(value.Place.File))}:{value.Place.Line.ToString(CultureInfo.InvariantCulture)})";

    // A line for each tenth that is done: it may take minutes.
    private sealed class Steps(Host host, string file) : IProgress<(int Done, int Of)>
    {
        private int _tenths;

        public void Report((int Done, int Of) value)
        {
            var tenths = 10 * value.Done / value.Of;
            if (tenths == _tenths) return;
            _tenths = tenths;
            host.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{DiagnosticText.Safe(file)}: {value.Done} of {value.Of} values varied"));
        }
    }
}
