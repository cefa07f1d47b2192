namespace SupplySim.Scenarios.Values;

/// <summary>What a unit counts, and the unit in which its factor is given.</summary>
internal enum Base
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Grams.</summary>
    Mass,

    /// <summary>Metres.</summary>
    Length,

    /// <summary>Ticks of 100 ns.</summary>
    Time,

    /// <summary>Millilitres.</summary>
    Volume,

    /// <summary>Parts of one.</summary>
    Share,

    /// <summary>Times as much.</summary>
    Factor,
}

/// <summary>A unit as it was written, such as <c>km/h</c>.</summary>
/// <param name="Text">The unit itself; empty for things.</param>
/// <param name="Over">What it counts.</param>
/// <param name="OverFactor">How many base units one of it is.</param>
/// <param name="Per">What it counts by, or null where it is no rate.</param>
/// <param name="PerFactor">How many base units the divisor is.</param>
internal sealed record Unit(string Text, Base Over, decimal OverFactor, Base? Per = null, decimal PerFactor = 1);
