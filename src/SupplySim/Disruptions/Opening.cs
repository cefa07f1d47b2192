using System.Collections.Immutable;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A crossing opens in hours in which it would be shut.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Opening(string Id) : Occurrence(Id)
{
    /// <summary>The crossing. No default.</summary>
    public required PlaceId Open { get; init; }

    /// <summary>The hours, in the zone of the crossing's first control point. Default: always.</summary>
    public Hours Hours { get; init; } = Hours.Always;

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <inheritdoc/>
    protected override string Effect => $"opens {Open}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => world.OpenIn(Open.Value, Hours, To);

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
