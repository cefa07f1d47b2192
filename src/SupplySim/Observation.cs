using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Something that was seen at a place at a time, against which runs are judged: a count of
/// vehicles, what was delivered, a stock, who held it.</summary>
/// <remarks>It changes no run. Exactly one of <see cref="Passed"/>, <see cref="Delivered"/>,
/// <see cref="Stock"/>, <see cref="DaysOfSupply"/>,
/// <see cref="People"/>, <see cref="HeldBy"/> and <see cref="Shut"/> is needed. Immutable.</remarks>
/// <param name="Id">Unique among observations.</param>
public sealed record Observation(string Id)
{
    /// <summary>The place. No default.</summary>
    public required PlaceId Of { get; init; }

    /// <summary>When it was seen: within the run. No default.</summary>
    public required Moment At { get; init; }

    /// <summary>From when on vehicles, or what was delivered, were counted, before <see cref="At"/>.
    /// Default: from the start of the run.</summary>
    public Moment? Since { get; init; }

    /// <summary>[vehicles] That left the inspection of a crossing from <see cref="Since"/> to <see cref="At"/>.</summary>
    public int? Passed { get; init; }

    /// <summary>Only vehicles of this traffic were counted. Default: of all.</summary>
    public string? Traffic { get; init; }

    /// <summary>Whether only laden vehicles were counted; who trades counts as laden. Default: no.</summary>
    public bool Laden { get; init; }

    /// <summary>What was unloaded there from <see cref="Since"/> to <see cref="At"/>: of
    /// <see cref="Commodity"/>, or by mass of all together.</summary>
    public Quantity? Delivered { get; init; }

    /// <summary>What lay there of <see cref="Commodity"/>.</summary>
    public Quantity? Stock { get; init; }

    /// <summary>The commodity whose stock, deliveries or days of supply were seen. Default: for days of
    /// supply that which lasts least, for deliveries all.</summary>
    public string? Commodity { get; init; }

    /// <summary>[time] How long what lay there would have lasted, at the full need.</summary>
    public TimeSpan? DaysOfSupply { get; init; }

    /// <summary>[people] Who lived in the camp.</summary>
    public int? People { get; init; }

    /// <summary>The party that held the crossing.</summary>
    public string? HeldBy { get; init; }

    /// <summary>The control point that it held. Default: all of them.</summary>
    public string? ControlPoint { get; init; }

    /// <summary>Whether the crossing was physically closed to all traffic.</summary>
    public bool? Shut { get; init; }

    /// <summary>The name of one of the scenario's sources.</summary>
    public string? Source { get; init; }
}
