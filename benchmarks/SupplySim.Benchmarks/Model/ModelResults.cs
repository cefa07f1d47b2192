using System.Runtime.InteropServices;

namespace SupplySim.Benchmarks;

/// <summary>`-- model results`: measures the model and writes it down under `benchmarks/results/`, the missed goals too.</summary>
internal static class ModelResults
{
    public static int Run()
    {
        var (cpu, folder) = Results.Folder();
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"# {cpu}: the model\n");
        text.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, a shared machine: read "
            + $"ratios, not figures.\n");
        text.WriteLine("    dotnet run -c Release --project benchmarks/SupplySim.Benchmarks -- model results\n");
        var (rows, conflict, large, costs) =
            (ModelBenchmark.Rows(), Difference.OfConflict(), LargeCase.Measure(side: 100), ExperimentCosts.Measure());
        text.WriteLine("```");
        ModelBenchmark.Print(text, rows, conflict, costs);
        text.WriteLine(large);
        foreach (var example in (string[])["fishkhabour-2017", "corridor-by-hand"]) text.WriteLine(Replication(example));
        text.WriteLine("```\n");
        text.WriteLine($$"""
            | Goal | Reached |
            |---|---|
            | at least 5 times as fast as the twin, warm: the corridor | {{Against(Times(rows, ModelCases.Corridor), times => times >= 5)}} |
            | the same: the network | {{Against(Times(rows, ModelCases.Network), times => times >= 5)}} |
            | the large case: at most twice the corridor's nanoseconds per vehicle-leg | {{Against(large.Ratio, ratio => ratio <= 2)}} |
            | the large case: at most 300 bytes a vehicle | {{(large.Bytes <= 300 ? "yes" : "missed")}}: {{large.Bytes:0}} |
            | conflict adds at most a third | {{Against(conflict.Ratio, ratio => ratio <= 4.0 / 3)}} |
            | statistics cost less than 5 % of a run | {{Against(costs.Statistics.Ratio, ratio => ratio < 1.05)}} |
            | the experiment file costs less than 5 % of a run | {{Against(costs.File.Ratio, ratio => ratio < 1.05)}} |
            | two workers are at least 1.8 times as fast as one, on idle cores | {{Against(1 / costs.Workers.Ratio, times => times >= 1.8)}} |
            | 1,000 replications of Fishkhabour with one alternative in less than 3 s on two cores | {{(costs.Thousand < 3 ? "yes" : "missed")}}: {{costs.Thousand:0.00}} s |
            """);
        Console.Write(text);
        File.WriteAllText(Path.Combine(folder, "model.md"), text.ToString());
        return 0;
    }

    private static double Times(ModelBenchmark.Row[] rows, string name) =>
        rows.Single(row => row is { Subject: "twin", Phase: "warm" } && row.Case == name).NsPerLeg
            / rows.Single(row => row is { Subject: "model", Phase: "warm" } && row.Case == name).NsPerLeg;

    private static string Against(double times, Func<double, bool> isReached) =>
        $"{(isReached(times) ? "yes" : "missed")}: {times:0.00} times";

    // Processor time, so that it says something on a machine that others use.
    private static string Replication(string example)
    {
        const int Runs = 200;
        var scenario = Examples.FirstAlternative(example);
        var rounds = Enumerable.Range(-2, 9).Select(round => (Round: round, Time: Time())).Where(one => one.Round >= 0)
            .Select(one => one.Time).Order().ToArray();
        return $"replication of {example}, first alternative: {rounds[rounds.Length / 2]:0.00} ms of processor time "
            + $"({rounds[0]:0.00} to {rounds[^1]:0.00} in {rounds.Length} rounds of {Runs})";

        double Time()
        {
            var start = Environment.CpuUsage.TotalTime;
            Experiments.Experiment.Run(scenario, new() { Runs = Runs, Workers = 1 });
            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Runs;
        }
    }
}
