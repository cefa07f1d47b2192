using System.Collections.Immutable;
using SupplySim.Results;
using SupplySim.Scenarios;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary>A scenario file as read, with its text as given.</summary>
/// <param name="Scenario">What it describes.</param>
/// <param name="Source">The file.</param>
internal sealed record ScenarioInput(Scenario Scenario, ScenarioSource Source)
{
    /// <summary>Reads a file and tells on stderr what is wrong with it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">Values set from outside.</param>
    /// <param name="host">Where that is told.</param>
    /// <param name="quiet">Whether errors alone are.</param>
    /// <param name="asked">Why what is asked of it cannot be. Default: it can.</param>
    /// <param name="vary">What a sweep varies. Default: it is no sweep.</param>
    /// <returns>Null where it cannot be run.</returns>
    public static ScenarioInput? Read(string file, ImmutableArray<string> settings, Host host, bool quiet,
        Func<Scenario, IEnumerable<Problem>>? asked = null, IReadOnlyList<string>? vary = null)
    {
        var isFine = ScenarioFile.TryRead(file, settings, vary, asked, out var scenario, out var texts, out var diagnostics);
        diagnostics = [.. diagnostics.Select(RankFlags.AsTyped)];
        if (diagnostics.Length > 0 && (!isFine || !quiet))
            host.Error.WriteLine(DiagnosticText.Write(diagnostics).TrimEnd('\n') + ExplainCommand.Hint(diagnostics));
        return isFine
            ? new(scenario!, new(Path.GetFileName(file), texts[0].Text)
            {
                Settings = settings,
                Vary = [.. vary ?? []],
                Others = [.. texts.Skip(1).Select(text => new ScenarioSource(text.Name, text.Text))],
            })
            : null;
    }
}
