namespace SupplySim.Disruptions;

/// <summary>A fleet of aircraft stays on the ground; those in the air land.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed partial record Grounding(string Id) : Occurrence(Id)
{
    /// <summary>The fleet. No default.</summary>
    public required string Ground { get; init; }
}
