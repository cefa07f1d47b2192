using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Anything that takes throughput away, or gives it. One's own is a record with one method.</summary>
/// <remarks>Of one's own each public property that is a <see cref="PlaceId"/> or <see cref="Targets"/> is
/// looked at before any run: an id that does not exist is a problem of the scenario, told with those that do. Of an id that is a plain
/// string nobody knows before it is used.</remarks>
/// <param name="Id">Unique among disruptions; names its random streams.</param>
public abstract record Disruption(string Id)
{
    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>What happens during one run, as a process that starts with the run.</summary>
    /// <param name="world">The run's state. The process belongs to this run alone.</param>
    public abstract Process Unfold(World world);
}
