using System.Diagnostics;
using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Benchmarks;

/// <summary>The figures that matter in under a minute: rounds interleaved in one process, medians printed.</summary>
internal static class Quick
{
    private const int Rounds = 5;

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("hold model, exponential; ns per event, median of 5 interleaved rounds");
        Console.WriteLine("pending    closures     events  processes");
        foreach (var pending in new[] { 100, 10_000, 1_000_000 })
        {
            var (closures, events, processes) = (new HoldModel.Closures(pending), new HoldModel.Events(pending), new HoldModel.Processes(pending));
            var times = Interleave(500_000, closures.Run, events.Run, processes.Run);
            Console.WriteLine($"{pending,7}  {times[0],10:0}  {times[1],9:0}  {times[2],9:0}");
        }
        Console.WriteLine();
        Console.WriteLine("one replication on one thread, warm; ms, median of 5 rounds of 40");
        foreach (var example in new[] { "fishkhabour-2017", "corridor-by-hand" })
        {
            var scenario = Examples.FirstAlternative(example);
            var time = Interleave(40, runs => Experiment.Run(scenario, new() { Runs = runs, Workers = 1 }));
            Console.WriteLine($"{example,-20} {time[0] / 1e6:0.00}");
        }
        return 0;
    }

    // [ns per operation] The median over the rounds of each subject; a first round warms up.
    private static double[] Interleave(int operations, params Action<int>[] subjects)
    {
        var times = subjects.Select(_ => new double[Rounds]).ToArray();
        for (var round = -1; round < Rounds; round++)
            for (var subject = 0; subject < subjects.Length; subject++)
            {
                var start = Stopwatch.GetTimestamp();
                subjects[subject](operations);
                if (round >= 0) times[subject][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
            }
        return [.. times.Select(values => values.Order().ElementAt(Rounds / 2))];
    }
}
