using System.CommandLine;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Scenarios;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim check FILE...</c>: reads scenario files and tells everything that is wrong with them; with <c>--inert</c>
/// also which of their values do nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Of(Host host)
    {
        var files = new Argument<string[]>("FILE") { Description = "The scenario files.", Arity = ArgumentArity.OneOrMore };
        var set = Flags.Settings();
        var inert = Flags.Switch("--inert",
            "Varies each value alone, runs every alternative with it, and lists the values that change no outcome; exit code 3 if "
                + "there are any.");
        var runs = Flags.Count("--runs", ExperimentPlan.MostRuns,
            $"With --inert: runs of each alternative before a value is said to do nothing. Default: {InertReport.DefaultRuns}.", "-n");
        var command = new Command("check",
            "Reads scenario files and tells everything that is wrong with them; without --inert runs nothing.") { files, set, inert, runs };
        command.SetAction(parsed => (int)Check(parsed.GetRequiredValue(files), parsed.GetValue(set) ?? [],
            parsed.GetValue(inert) ? parsed.GetValue(runs) ?? InertReport.DefaultRuns : 0, host));
        return command;
    }

    private static ExitCode Check(string[] files, string[] settings, int runsForInert, Host host)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            if (!ScenarioFile.TryRead(file, settings, out var scenario, out var diagnostics)) code = ExitCode.Wrong;
            foreach (var diagnostic in diagnostics) host.Out.WriteLine(DiagnosticText.Write(diagnostic));
            host.Out.WriteLine(
                $"{DiagnosticText.Safe(file)}: {Verdict(scenario, diagnostics)}{(scenario is null ? "." + ExplainCommand.Hint(diagnostics) : "")}");
            if (scenario is null) continue;
            foreach (var sentence in Dependence.Sentences(scenario, scenario.Lifelines())) host.Out.WriteLine($"  {sentence}");
            foreach (var sentence in Busy.Sentences(scenario, scenario.Utilisations())) host.Out.WriteLine($"  {sentence}");
            foreach (var sentence in Cautions.Sentences(scenario)) host.Out.WriteLine($"  note: {sentence}");
            if (runsForInert > 0) code = Worse(code, InertReport.Write(file, settings, runsForInert, host));
        }
        return code;
    }

    // A file that is wrong counts for more than a value that does nothing; being stopped, for more than either.
    private static ExitCode Worse(ExitCode code, ExitCode other) =>
        code == ExitCode.Stopped || other == ExitCode.Done || (code == ExitCode.Wrong && other != ExitCode.Stopped) ? code : other;

    private static string Verdict(Scenario? scenario, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var counts = DiagnosticText.Summary(diagnostics).Split('.')[0];
        if (scenario is null) return $"cannot be run: {counts}";
        var size = $"{Count(scenario.Places.Length, "place")}, {Count(scenario.Routes.Length, "route")}, "
            + $"{Count(scenario.Fleets.Length, "fleet")}, {Count(scenario.SupplyLines.Length, "supply line")}, "
            + Count(Math.Max(1, scenario.Experiment.Compare.Length), "alternative");
        return diagnostics.Count > 0 ? $"can be run: {counts}; {size}" : $"fine: {size}";
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {noun}{(number == 1 ? "" : "s")}");
}
