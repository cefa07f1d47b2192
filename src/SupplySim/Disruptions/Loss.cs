using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Something is shut or does less for a time, and may have to be repaired before it comes back.</summary>
/// <param name="Id">Unique among disruptions.</param>
public abstract record Loss(string Id) : Occurrence(Id)
{
    /// <summary>Why. It changes nothing by itself: the story and the waits by disruption are told by it. Default: nothing is
    /// said.</summary>
    public LossCause Cause { get; init; }

    /// <summary>What has to be done before it ends, once <see cref="Occurrence.While"/> is false, <see cref="Occurrence.For"/> is over or
    /// <see cref="Occurrence.Until"/> has come; where none of these is given, at once. Default: nothing.</summary>
    public Repair? Repair { get; init; }

    private protected sealed override Repair? Mending => Repair;

    private protected override Occurrence InTimesOf(Occurrence other) =>
        (Loss)base.InTimesOf(other) with { Repair = (other as Loss)?.Repair };

    /// <summary>The words that name the cause in the story: the id, and why where that is said.</summary>
    private protected string Blame => Cause == LossCause.Unsaid || Id.Equals(Cause.ToString(), StringComparison.OrdinalIgnoreCase)
        ? Id
        : $"{Id} ({Cause.ToString().ToLowerInvariant()})";
}

/// <summary>A repair by a crew that is shared among all damages.</summary>
/// <remarks>Who asks for a crew first gets it first, among those of one priority. A crew stays until it has finished, or until the
/// cause of the damage is back: then it leaves, and the next repair begins anew.</remarks>
public sealed record Repair
{
    /// <summary>One of the scenario's <c>crews</c>. No default.</summary>
    public required string By { get; init; }

    /// <summary>[time] How long a crew works on it, drawn for each repair; above zero. No default.</summary>
    public required Duration Takes { get; init; }

    /// <summary>Who gets a crew first: 1 before 9. Default 5.</summary>
    public int Priority { get; init; } = 5;
}

/// <summary>One step in which something comes back after a closure.</summary>
public sealed record ReopeningStep
{
    /// <summary>[share] Of the lanes of a crossing, or of the speed on a route; above 0, below 1. No default.</summary>
    public required double Share { get; init; }

    /// <summary>[time] How long this step lasts. No default.</summary>
    public required Duration For { get; init; }
}
