using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Disruptions;

/// <summary>A crossing opens in hours in which it would be shut.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed partial record Opening(string Id) : Occurrence(Id)
{
    /// <summary>The crossing. No default.</summary>
    public required PlaceId Open { get; init; }

    /// <summary>The hours, in the zone of the crossing's first control point. Default: always.</summary>
    public Hours Hours { get; init; } = Hours.Always;

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];
}
