using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A standing order to supply a place from another by a fleet.</summary>
/// <remarks>
/// By trigger: when what is on hand and on order falls below <see cref="WhenBelow"/>, commodity by commodity, it is
/// ordered <see cref="UpTo"/>. By schedule: <see cref="Send"/>. One of the two is needed.
/// </remarks>
/// <param name="Id">Unique among supply lines.</param>
public sealed record SupplyLine(string Id)
{
    /// <summary>Where the goods are loaded. No default.</summary>
    public required PlaceId From { get; init; }

    /// <summary>Where they are unloaded. No default.</summary>
    public required PlaceId To { get; init; }

    /// <summary>The fleet that carries them. No default.</summary>
    public required string By { get; init; }

    /// <summary>What it carries. Default: all that the destination needs (by air: all of it that these aircraft can carry).</summary>
    public ImmutableArray<string> Commodities { get; init; } = [];

    /// <summary>Order when the position falls strictly below this. Default: whenever it is below <see cref="UpTo"/>.</summary>
    public Supply? WhenBelow { get; init; }

    /// <summary>Order as much as lifts the position to this.</summary>
    public Supply? UpTo { get; init; }

    /// <summary>Send this much whatever the stock.</summary>
    public Rate? Send { get; init; }

    /// <summary>[time] How often <see cref="Send"/> sends what has come due. Default: pieces one by one, masses daily.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The line works from when this becomes true ... Default: always.</summary>
    public Condition? When { get; init; }

    /// <summary>... until this becomes true. Default: until <see cref="When"/> is false.</summary>
    public Condition? Until { get; init; }

    /// <summary>Where vehicles are shared by priority: smaller first. Default 5.</summary>
    public int? Priority { get; init; }

    /// <summary>[time] A consignment this late no longer counts as on order until it moves again. Default 3 days.</summary>
    public TimeSpan GivenUpAfter { get; init; } = TimeSpan.FromDays(3);
}
