using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Anything that takes throughput away, or gives it. One's own is a record with one method.</summary>
/// <param name="Id">Unique among disruptions; names its random streams.</param>
public abstract record Disruption(string Id)
{
    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>What happens during one run, as a process that starts with the run.</summary>
    /// <param name="world">The run's state. The process belongs to this run alone.</param>
    public abstract Process Unfold(World world);
}
