using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Some of what lies at a place is destroyed, in an instant: a depot is hit by rockets, a warehouse burns, a store is
/// looted.</summary>
/// <remarks>
/// It takes of the stock as it is at that instant, also of what is promised to vehicles that wait there or are being loaded, which then
/// wait until there is enough again; of a force its equipment is stock like any other. What is on vehicles is spared, and so are vehicles
/// and people. An unlimited stock stays unlimited. Lasts no time: <see cref="Occurrence.While"/>, <see cref="Occurrence.For"/> and an end
/// by <see cref="Occurrence.Until"/> mean nothing here; how long a place is shut is for a closure to say.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Destruction(string Id) : Occurrence(Id)
{
    /// <summary>What is hit: the id of a depot, town, camp or force; or a list of them, hit at once, each of which loses the same share.
    /// No default.</summary>
    public required Targets Hit { get; init; }

    /// <summary>What is lost of what lies there: a share of all, or of each commodity named a share or an amount, at most what there is;
    /// of others nothing. Shares 0 to 1, rounded half to even to the smallest unit; drawn for each occurrence. No default.</summary>
    public required Each<Portion> Destroys { get; init; }

    private protected override bool IsInstant => true;

    /// <inheritdoc/>
    protected override string Effect => $"hits {Hit}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence)
    {
        foreach (var place in Hit) world.Destroy(place, Id, (commodity, there) => HowMuch(world, commodity, there, occurrence));
        return world.Together([]);
    }

    private long HowMuch(World world, Commodity commodity, long there, int occurrence)
    {
        if (Destroys.For(commodity.Id) is not { } portion) return 0;
        var stream = Destroys.Named is null ? $"destroys/{Id}" : $"destroys/{Id}/{commodity.Id}";
        return portion.Amount is { } amount
            ? world.Sample(amount, stream, occurrence).Amount
            : (long)Math.Round(there * (decimal)world.Sample(portion.Share!, stream, occurrence), MidpointRounding.ToEven);
    }

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
