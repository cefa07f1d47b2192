using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A standing order to supply a place from another by a fleet. By road, one that orders by its
/// level orders nothing while its way is known to be shut and there is no detour.</summary>
/// <remarks>
/// By trigger: when the position, what is on hand and on order, falls below <see cref="WhenBelow"/>, commodity by commodity, it is ordered
/// <see cref="UpTo"/> or in lots of <see cref="Order"/>. By schedule: <see cref="Send"/>. Exactly one of the three is needed. The
/// policies of the books are settings of these: (s, S) is <c>when-below</c> and <c>up-to</c>; (R, Q) is
/// <c>when-below</c>, one unit above R, and
/// <c>order</c>; base stock is <c>up-to</c> alone; days of supply are levels said in days; <see cref="Review"/> makes any of them periodic.
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

    /// <summary>What it carries. Default: all that the destination needs (by air: all of it that these aircraft can carry), also
    /// what a local source gives there, when it fails.</summary>
    public ImmutableArray<string> Commodities { get; init; } = [];

    /// <summary>Order when the position falls strictly below this: what lies at the place and what is on order for it by all lines that
    /// serve it, by road and air together, less what is owed. Default: whenever a whole vehicle load is missing up to
    /// <see cref="UpTo"/>, or, with <see cref="Review"/>, whenever anything is.</summary>
    public Supply? WhenBelow { get; init; }

    /// <summary>Order as much as lifts the position to this. What exceeds whole loads by less than a
    /// thousandth of a load is left to the next order, unless the position is below <see cref="WhenBelow"/> without it.</summary>
    public Supply? UpTo { get; init; }

    /// <summary>Order this much, as many times as it takes for the position not to be below <see cref="WhenBelow"/>.</summary>
    public Supply? Order { get; init; }

    /// <summary>[time] Look at the position only this often, first at the start. Default: whenever it has changed.</summary>
    public TimeSpan? Review { get; init; }

    /// <summary>Send this much whatever the stock. Changed in the middle of a run, it is counted anew from
    /// then on: a sending due at that very instant goes as it was, and what has come due since the last one goes with the next.</summary>
    public Rate? Send { get; init; }

    /// <summary>[time] How often <see cref="Send"/> sends what has come due. Default: pieces one by one, masses daily.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The line works from when this becomes true ...; <c>stock</c> alone is that of <see cref="To"/>. Default: always.</summary>
    public Condition? When { get; init; }

    /// <summary>... until this becomes true. Default: until <see cref="When"/> is false.</summary>
    public Condition? Until { get; init; }

    /// <summary>Where vehicles are shared by priority: smaller first. Default 5.</summary>
    public int? Priority { get; init; }

    /// <summary>By air: where a flight lands and is unloaded instead if it is told to
    /// <see cref="EnRoute.Divert"/>, or has circled in vain for a stand: at the first that is open when it would be there, has a stand
    /// free, takes its cargo, and is not too far for what it carries. It flies on over its destination, so an air route has to lead there
    /// from it, and another from there to where the line begins. Where fuel is counted it takes off with enough for the farthest. Default:
    /// none, and it flies back.</summary>
    public ImmutableArray<PlaceId> Alternates { get; init; } = [];

    /// <summary>[time] A consignment this late no longer counts as on order until it moves again. What has waited for a vehicle that
    /// long is taken back by a line that orders by its level, and what is still missing is ordered again, by this line in its old turn
    /// or by another. Default 3 days.</summary>
    public TimeSpan GivenUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
