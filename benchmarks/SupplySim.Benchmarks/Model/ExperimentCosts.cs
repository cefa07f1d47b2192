using System.Diagnostics;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Keeping;

namespace SupplySim.Benchmarks;

/// <summary>What an experiment costs besides its runs: statistics and the experiment file, on and off; what
/// a second worker gains; and how long the question takes that the flagship asks.</summary>
/// <param name="Statistics">Measures, series, estimates and bands against none of them.</param>
/// <param name="File">Each run kept in an experiment file against none.</param>
/// <param name="Workers">Two workers against one, by the clock on the wall: says something on idle cores alone.</param>
/// <param name="Thousand">[s] A thousand replications of Fishkhabour and of one alternative to it, by the
/// clock on the wall, on all processors.</param>
/// <param name="Alone">[s] The same of Fishkhabour alone.</param>
internal sealed record ExperimentCosts(Difference Statistics, Difference File, Difference Workers, double Thousand, double Alone)
{
    private const string Example = "fishkhabour-2017";
    // As many as the example has; what the file costs once, to be made and closed, is spread over them.
    private const int Runs = 200;

    public static ExperimentCosts Measure()
    {
        var scenario = Examples.FirstAlternative(Example);
        var bare = scenario with { Measures = [], Goals = [] };
        return new(
            Difference.Of("statistics (all measures and series, estimates and bands, or none)", "ms a run of processor time",
                () => Processor(bare), () => Processor(scenario)),
            Difference.Of($"experiment file (made, each of {Runs} runs kept, closed, or none)", "ms a run of processor time",
                () => Processor(scenario), () => Kept(scenario)),
            Difference.Of("a second worker", "ms a run on the wall", () => Wall(scenario, 1, Runs) / Runs,
                () => Wall(scenario, 2, Runs) / Runs),
            Wall(Examples.FirstTwoAlternatives(Example), Environment.ProcessorCount, 1_000) / 1_000,
            Wall(scenario, Environment.ProcessorCount, 1_000) / 1_000);
    }

    public static int Print(bool isJson)
    {
        var costs = Measure();
        Console.WriteLine(isJson ? "{" + costs.Json() + "}" : costs);
        return 0;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Statistics}\n{File}\n{Workers}\n1,000 replications of {Example} with one alternative, "
            + $"on {Environment.ProcessorCount} processors: {Thousand:0.00} s; alone {Alone:0.00} s");

    public string Json() => string.Create(CultureInfo.InvariantCulture,
        $"\"statistics\":{Statistics.Json()},\"experimentFile\":{File.Json()},\"workers\":{Workers.Json()},\"thousandSeconds\":{Thousand:0.00},\"thousandAloneSeconds\":{Alone:0.00}");

    private static double Processor(Scenario scenario, IExperimentStore? store = null)
    {
        var start = Environment.CpuUsage.TotalTime;
        Experiment.Run(scenario, new() { Runs = Runs, Workers = 1, Store = store });
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Runs;
    }

    // Opening the file, the identity of the scenario and closing it included.
    private static double Kept(Scenario scenario)
    {
        var folder = Directory.CreateTempSubdirectory("supplysim-bench-");
        try
        {
            using var file = new ExperimentFile(Path.Combine(folder.FullName, ExperimentFile.FileName));
            return Processor(scenario, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Wall(Scenario scenario, int workers, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        Experiment.Run(scenario, new() { Runs = runs, Workers = workers });
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
