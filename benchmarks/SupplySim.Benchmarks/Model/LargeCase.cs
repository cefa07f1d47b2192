using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Runs;

namespace SupplySim.Benchmarks;

/// <summary>A simulated month of 10^4 places, 3 x 10^4 roads and 10^5 vehicles against the corridor: what a vehicle-leg costs, and what
/// memory a vehicle takes.</summary>
/// <remarks>Goals: at most twice the nanoseconds of the corridor, and at most 300 bytes a vehicle beside its cargo. Memory is what is alive
/// at noon of every fifth day, less what was alive before the run and what the same month takes with a hundredth of the vehicles (places,
/// roads, orders; the goods on board count as the vehicle's).</remarks>
internal static class LargeCase
{
    public static int Run(bool asJson, int side)
    {
        var measured = Measure(side);
        Console.WriteLine(asJson
            ? $$"""{"schema":"supplysim.model-large/1","places":{{measured.Places}},"vehicles":{{measured.Vehicles}},"legs":{{measured.Legs}},"nsPerLeg":{{measured.Ns:0.#}},"nsPerLegOfCorridor":{{measured.CorridorNs:0.#}},"ratio":{{measured.Ratio:0.00}},"bytesPerVehicle":{{measured.Bytes:0}}}"""
            : measured);
        return 0;
    }

    public static Measured Measure(int side)
    {
        var continent = ModelCases.Continent(side);
        var (small, large) = (Timed(ModelCases.Of(ModelCases.Corridor), runs: 200), Timed(continent, runs: 1));
        var vehicles = continent.Fleets.Sum(fleet => fleet.Count);
        var bytes = (Weighed(continent, share: 1) - Weighed(continent, share: 100)) / (vehicles * 0.99);
        return new Measured(side * side, vehicles, large.Legs, large.Ns, small.Ns, bytes);
    }

    private static (long Legs, double Ns) Timed(Scenario scenario, int runs)
    {
        // As many before as are timed: by then the code is compiled for good.
        for (var run = 0; run < runs; run++) ModelBenchmark.Once(scenario, "model");
        // Processor time: it has to say something on a machine that others use, and includes that of the collector.
        var (legs, start) = (0L, Environment.CpuUsage.TotalTime);
        for (var run = 0; run < runs; run++) legs += ModelBenchmark.Once(scenario, "model");
        return (legs / runs, (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / legs);
    }

    private static long Weighed(Scenario scenario, int share)
    {
        var scales = new Scales();
        scenario = scenario with
        {
            Fleets = [.. scenario.Fleets.Select(fleet => fleet with { Count = Math.Max(8, fleet.Count / share) })],
            Disruptions = scenario.Disruptions.Add(scales),
        };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        // An experiment keeps no record of movements, but for the run that it shows in the end, which is not weighed.
        Experiment.Run(scenario, new() { Runs = 1, Seed = 1, Workers = 1 });
        return scales.Most.Value - before;
    }

    private sealed record Scales() : Disruption("scales")
    {
        public StrongBox<long> Most { get; } = new();

        public StrongBox<bool> IsUsed { get; } = new();

        public override async Process Unfold(World world)
        {
            if (IsUsed.Value) return;
            IsUsed.Value = true;
            await world.Simulation.Delay(TimeSpan.FromHours(12));
            while (true)
            {
                Most.Value = Math.Max(Most.Value, GC.GetTotalMemory(forceFullCollection: true));
                await world.Simulation.Delay(TimeSpan.FromDays(5));
            }
        }
    }

    private sealed class StrongBox<T>
    {
        public T Value { get; set; } = default!;
    }

    /// <summary>What came out.</summary>
    internal sealed record Measured(int Places, int Vehicles, long Legs, double Ns, double CorridorNs, double Bytes)
    {
        public double Ratio => Ns / CorridorNs;

        public override string ToString() =>
            $"large, {Places} places and {Vehicles} vehicles: {Legs} vehicle-legs at {Ns:0} ns, {Ratio:0.00} times those of the corridor "
                + $"({CorridorNs:0} ns); {Bytes:0} bytes a vehicle";
    }
}
