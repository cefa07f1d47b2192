using SupplySim.Experiments;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

/// <summary>Runs the tool inside the test, in a folder of its own, with a runner that needs no time.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly CancellationTokenSource _stop = new();
    private TextWriter? _redirectedOut;
    private TextWriter? _redirectedError;

    /// <summary>A folder that is removed in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("supplysim-tool-").FullName;

    /// <summary>What stands in the environment. Default: where results are to lie.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public ToolRun() => Environment["SUPPLYSIM_OUT"] = Results;

    /// <summary>What takes the place of the experiment. Default: the result made by hand, without goals.</summary>
    public Func<Scenario, ExperimentOptions, ExperimentResult> Runner { get; set; } = (_, _) => WithoutGoals(SmallExperiment.Result);

    /// <summary>What ranks closures. Default: the library.</summary>
    public Func<Scenario, ExperimentOptions, CancellationToken, RankResult> Ranker { get; set; } =
        (scenario, options, cancellation) => Experiment.Rank(scenario, options: options, cancellation: cancellation);

    /// <summary>What tells what would help. Default: the library.</summary>
    public Func<Scenario, ExperimentOptions, CancellationToken, HelpsResult> Helper { get; set; } =
        (scenario, options, cancellation) => Experiment.Helps(scenario, options: options, cancellation: cancellation);

    /// <summary>What the runner was asked last.</summary>
    public ExperimentOptions? Asked { get; private set; }

    public bool IsTerminal { get; set; }

    /// <summary>[columns] Of the terminal. Default: there is none.</summary>
    public int Width { get; set; } = 80;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>A scenario file that can be read.</summary>
    public static string Scenario => Path.Combine(DataFolder.Checkout(), "examples", "corridor-by-hand", "corridor-by-hand.supply.yaml");

    public string Results => Path.Combine(Folder, "runs");

    /// <summary>Writes a file into the folder.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Lets stdout, and stderr where it is given, go elsewhere.</summary>
    public void RedirectTo(TextWriter stdout, TextWriter? stderr) => (_redirectedOut, _redirectedError) = (stdout, stderr);

    /// <summary>Presses Ctrl-C.</summary>
    public void Stop() => _stop.Cancel();

    public ExitCode Run(params string[] arguments) => Tool.Run(arguments, new()
    {
        Out = _redirectedOut ?? _out,
        Error = _redirectedError ?? _error,
        IsTerminal = IsTerminal,
        Width = Width,
        Environment = name => Environment.GetValueOrDefault(name),
        Clock = Clock,
        Stop = _stop.Token,
        Rank = (scenario, options, cancellation) => Ranker(scenario, options, cancellation),
        Sweep = (scenario, options, cancellation) => Experiment.Sweep(scenario, options: options, cancellation: cancellation),
        Helps = (scenario, options, cancellation) => Helper(scenario, options, cancellation),
        Run = (scenario, options, _) =>
        {
            Asked = options;
            return Runner(scenario, options);
        },
    });

    /// <summary><c>run</c> of the readable scenario, with the results in the folder.</summary>
    public ExitCode RunScenario(params string[] flags) => Run(["run", Scenario, .. flags]);

    public static ExperimentResult WithoutGoals(ExperimentResult result) =>
        result with { Alternatives = [.. result.Alternatives.Select(a => a with { Goals = [] })] };

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
