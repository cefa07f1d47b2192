using System.Globalization;

namespace SupplySim.Engine;

/// <summary>An event that has happened, with the event that caused it.</summary>
/// <param name="Number">Which event of the run, from 1: what <see cref="Simulation.EventCount"/> showed meanwhile.</param>
/// <param name="At">When it happened.</param>
/// <param name="What">The process that went on, or the handler and its argument; empty where the trace is not in words.</param>
/// <param name="Cause">The number of the event that scheduled it, or moved it last; 0 if it was scheduled before the run,
/// between two stretches of it, or before the trace began.</param>
public readonly record struct TracedEvent(long Number, SimTime At, string What, long Cause)
{
    /// <summary>As <c>day 0 02:00:00 process 'convoy A'</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At} {What}");
}
