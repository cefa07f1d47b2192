using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupplySim.Experiments;
using SupplySim.Twin;

namespace SupplySim.Benchmarks;

/// <summary>What a vehicle-leg costs, in the model and in its plain twin: one vehicle over one route, counted in the answer.</summary>
/// <remarks>Each run begins with the scenario and ends with its answer: set-up, statistics and the record of all movements
/// included. Cold is the first run of a process of its own; warm is the median of interleaved rounds, once
/// both have run for so long that the compiler has nothing left to do. The two must come to the same number of legs.</remarks>
internal static class ModelBenchmark
{
    private const int Rounds = 9;
    // The compiler comes back to what runs often, again and again for some seconds.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly string[] Cases = [ModelCases.Corridor, ModelCases.Network];
    private static readonly string[] Subjects = ["model", "twin"];

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is ["cold", var name, var subject]) return PrintFirst(name, subject);
        if (args is ["results"]) return ModelResults.Run();
        if (args is ["conflict"]) return Difference.Print();
        if (args is ["experiment", ..]) return ExperimentCosts.Print(args.Contains("--json"));
        if (args is ["large", ..])
            return LargeCase.Run(args.Contains("--json"),
                args.Select(arg => int.TryParse(arg, out var side) ? side : 0).Append(100).First(side => side > 0));
        var rows = Rows();
        var (conflict, costs) = (Difference.OfConflict(), ExperimentCosts.Measure());
        if (args.Contains("--json")) PrintJson(rows, conflict, costs);
        else Print(Console.Out, rows, conflict, costs);
        return 0;
    }

    /// <summary>Both cases with both subjects, cold and warm.</summary>
    /// <exception cref="InvalidOperationException">Model and twin do not come to the same.</exception>
    public static Row[] Rows()
    {
        var rows = Cases.SelectMany(each => Subjects.Select(one => Cold(each, one)).Concat(Warm(each))).ToArray();
        foreach (var group in rows.GroupBy(row => row.Case))
            if (group.Select(row => row.Legs).Distinct().Count() > 1)
                throw new InvalidOperationException($"{group.Key}: model and twin do not come to the same number of legs");
        return rows;
    }

    internal static long Once(Scenario scenario, string subject)
    {
        if (subject == "twin") return PlainRun.Of(scenario).VehicleLegs;
        long legs = 0;
        foreach (var trip in scenario.Run(seed: 1).Trips) legs += trip.Vehicles;
        return legs;
    }

    private static Row Measure(Scenario scenario, string subject, string phase, string name)
    {
        var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var legs = Once(scenario, subject);
        var time = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new Row(name, subject, phase, legs, time.TotalNanoseconds / legs, (double)bytes / legs);
    }

    private static IEnumerable<Row> Warm(string name)
    {
        var scenario = ModelCases.Of(name);
        // A round of the small case is many runs, so that each takes about as long.
        var runs = name == ModelCases.Corridor ? 100 : 1;
        foreach (var subject in Subjects)
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) Once(scenario, subject);
        var measured = Subjects.ToDictionary(subject => subject, _ => new List<Row>());
        for (var round = 0; round < Rounds; round++)
            for (var turn = 0; turn < 2; turn++)
            {
                var subject = Subjects[(turn + round) % 2];
                var rows = Enumerable.Range(0, runs).Select(_ => Measure(scenario, subject, "warm", name)).ToArray();
                measured[subject].Add(
                    rows[0] with { NsPerLeg = rows.Average(row => row.NsPerLeg), BytesPerLeg = rows.Average(row => row.BytesPerLeg) });
            }
        return Subjects.Select(subject => measured[subject].OrderBy(row => row.NsPerLeg).ElementAt(Rounds / 2));
    }

    private static Row Cold(string name, string subject)
    {
        var self = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            self.ArgumentList.Add(typeof(ModelBenchmark).Assembly.Location);
        foreach (var argument in new[] { "model", "cold", name, subject }) self.ArgumentList.Add(argument);
        using var process = Process.Start(self)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<Row>(told) ?? throw new InvalidOperationException($"{name} {subject} says nothing");
    }

    private static int PrintFirst(string name, string subject)
    {
        Console.WriteLine(JsonSerializer.Serialize(Measure(ModelCases.Of(name), subject, "cold", name)));
        return 0;
    }

    /// <summary>The rows as a table, and what they say of one another.</summary>
    public static void Print(TextWriter to, Row[] rows, Difference conflict, ExperimentCosts costs)
    {
        to.WriteLine($"one replication, set-up, statistics and recording included; warm: median of {Rounds} interleaved rounds");
        to.WriteLine("case       subject  phase      legs  ns per leg  bytes per leg");
        foreach (var row in rows)
            to.WriteLine($"{row.Case,-9}  {row.Subject,-7}  {row.Phase,-5}  {row.Legs,8}  {row.NsPerLeg,10:0}  {row.BytesPerLeg,13:0}");
        foreach (var pair in rows.GroupBy(row => (row.Case, row.Phase)))
            to.WriteLine(
                $"{pair.Key.Case}, {pair.Key.Phase}: {pair.Single(row => row.Subject == "twin").NsPerLeg / pair.Single(row => row.Subject == "model").NsPerLeg:0.00} times "
                    + $"as fast as the twin");
        to.WriteLine(conflict.ToString());
        to.WriteLine(costs.ToString());
    }

    private static void PrintJson(Row[] rows, Difference conflict, ExperimentCosts costs)
    {
        var lines = rows.Select(row =>
            $$"""{"case":"{{row.Case}}","subject":"{{row.Subject}}","phase":"{{row.Phase}}","legs":{{row.Legs}},"nsPerLeg":{{row.NsPerLeg:0.#}},"bytesPerLeg":{{row.BytesPerLeg:0.#}}}""");
        Console.WriteLine(
            $$"""{"schema":"supplysim.model-bench/1","rows":[{{string.Join(',', lines)}}],"conflict":{{conflict.Json()}},{{costs.Json()}}}""");
    }

    internal sealed record Row(string Case, string Subject, string Phase, long Legs, double NsPerLeg, double BytesPerLeg);
}
