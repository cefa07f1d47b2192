using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A fleet of aircraft stays on the ground; those in the air land.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Grounding(string Id) : Occurrence(Id)
{
    /// <summary>The fleet. No default.</summary>
    public required string Ground { get; init; }

    /// <inheritdoc/>
    protected override string Effect => $"grounds {Ground}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => world.Ground(Ground);
}
