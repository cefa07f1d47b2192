using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>What is compared.</summary>
internal static class Subjects
{
    public const string EngineEvent = "engine-event";
    public const string EngineProcess = "engine-process";
    public const string Closures = "closures";
    public const string Heap4 = "heap4";

    public static readonly string[] All = [EngineEvent, EngineProcess, Closures, Heap4];

    public static readonly string[] OfCancelling = [EngineEvent, Closures, Heap4];

    public static readonly string[] OfProcesses = [EngineProcess, Closures, Heap4];

    /// <summary>Ties of a million are what is measured, no livelock.</summary>
    public static readonly SimulationOptions NoBound = new() { MaxEventsPerInstant = int.MaxValue };

    /// <summary>Goes on for about so many events.</summary>
    /// <param name="simulation">The run.</param>
    /// <param name="events">How many.</param>
    /// <param name="each">The mean time between two events.</param>
    /// <returns>How many there were.</returns>
    public static long RunFor(this Simulation simulation, long events, TimeSpan each)
    {
        var before = simulation.EventCount;
        while (simulation.EventCount < before + events)
            simulation.RunUntil(simulation.Now + Math.Max(1, before + events - simulation.EventCount) * each + TimeSpan.FromTicks(1));
        return simulation.EventCount - before;
    }
}
