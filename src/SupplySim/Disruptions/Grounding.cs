using System.Collections.Immutable;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Aircraft stay on the ground: those of a fleet, wherever they are, or all at an airfield.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Grounding(string Id) : Occurrence(Id)
{
    /// <summary>A fleet: its aircraft do not take off, and those in the air land. Or a place with an airfield: nobody takes off or lands
    /// there. No default.</summary>
    public required string Ground { get; init; }

    /// <summary>With an airfield: only this traffic. Default: all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>With an airfield: whether those in the air on their way there complete, turn back to where they took off with what
    /// they carry, or go to one of their line's alternates. Default: they complete.</summary>
    public EnRoute EnRoute { get; init; }

    /// <inheritdoc/>
    protected override string Effect => $"grounds {Ground}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => world.Catalogue.TryFleet(Ground, out _)
        ? world.Ground(Ground, Id)
        : world.CloseAirfield(Ground, Id, To, EnRoute);

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
