using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A crossing works more slowly, or a fleet goes less often.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Slowdown(string Id) : Occurrence(Id)
{
    /// <summary>What is slowed: the id of a crossing or of a fleet. No default.</summary>
    public required string Slow { get; init; }

    /// <summary>[times] With a crossing: inspections that begin meanwhile last this many times as long; above 0.</summary>
    public Number? Inspection { get; init; }

    /// <summary>[share] With a fleet: each departure of a flight, or of a laden column, goes with this chance, drawn once for each
    /// occurrence, 0 to 1; one that does not go is tried again a day later. So drivers strike, and so trucks are short of fuel.</summary>
    public Number? Go { get; init; }

    /// <inheritdoc/>
    protected override string Effect => $"slows {Slow}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => Inspection is not null
        ? world.SlowInspections(Slow, Factor(world, Inspection, "inspection", occurrence), Id)
        : world.LimitDepartures(Slow, Factor(world, Go!, "go", occurrence), Id);

    private double Factor(World world, Number number, string purpose, int occurrence) =>
        world.Sample(number, $"{purpose}/{Id}", occurrence);

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
