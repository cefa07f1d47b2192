using System.Collections.Immutable;

namespace SupplySim.Disruptions;

/// <summary>A place or route is shut.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed partial record Closure(string Id) : Occurrence(Id)
{
    /// <summary>What is shut: a place's id, or a route's id <c>a - b</c>. No default.</summary>
    public required string Close { get; init; }

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>What happens to those who are in it at that moment: under inspection at a place, on the way along a route.
    /// Default: they complete.</summary>
    public EnRoute EnRoute { get; init; }
}

/// <summary>What a closure does to those who are in what it closes.</summary>
public enum EnRoute
{
    /// <summary>They finish and go on.</summary>
    Complete,

    /// <summary>They stay where they are until it opens, and then go on with what was left.</summary>
    Hold,

    /// <summary>They go back to where they entered.</summary>
    TurnBack,

    /// <summary>They stay until it opens and cannot be given up for others.</summary>
    Trapped,

    /// <summary>They are lost, with what they carry.</summary>
    Lost,
}
