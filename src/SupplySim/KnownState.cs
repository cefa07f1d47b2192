using SupplySim.Quantities;

namespace SupplySim;

/// <summary>What is known of one thing at a date, for a run that starts then: a stock, how many vehicles
/// there are, who holds a crossing, how many people live in a camp. It takes the place of what the scenario says of that thing.</summary>
/// <remarks>States of several dates may stand together, as in a table that is kept: those of the instant at
/// which the run starts count, and at least one must be of it. Exactly one of <see cref="Stock"/>, <see cref="People"/>,
/// <see cref="HeldBy"/> and <see cref="Vehicles"/> is needed. Immutable.</remarks>
/// <param name="Id">Unique among states.</param>
public sealed record KnownState(string Id)
{
    /// <summary>When it was so; a date is its midnight in the scenario's zone. No default.</summary>
    public required Moment At { get; init; }

    /// <summary>The place. Default: none, for vehicles.</summary>
    public PlaceId? Of { get; init; }

    /// <summary>What lay there of <see cref="Commodity"/>, equipment included.</summary>
    public Quantity? Stock { get; init; }

    /// <summary>The commodity that lay there.</summary>
    public string? Commodity { get; init; }

    /// <summary>[people] Who lived in the camp.</summary>
    public int? People { get; init; }

    /// <summary>The party that held the crossing.</summary>
    public string? HeldBy { get; init; }

    /// <summary>The control point that it held. Default: all of them.</summary>
    public string? ControlPoint { get; init; }

    /// <summary>The fleet that was counted.</summary>
    public string? Fleet { get; init; }

    /// <summary>[vehicles] There were of <see cref="Fleet"/>, at their base.</summary>
    public int? Vehicles { get; init; }

    /// <summary>The name of one of the scenario's sources.</summary>
    public string? Source { get; init; }
}
