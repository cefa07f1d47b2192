using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>The order of things that happen at the same instant: smaller first, then in the order they were scheduled.</summary>
/// <remarks>Published, because results depend on it: a crossing that changes hands at noon is in its new hands for the
/// convoy that arrives at noon.</remarks>
public static class Priorities
{
    /// <summary>Who holds a place, and what a front does.</summary>
    public static Priority ControlChange { get; } = new(10);

    /// <summary>Closures, opening hours, clearance, conditions.</summary>
    public static Priority StatusChange { get; } = new(20);

    /// <summary>Somebody gets somewhere, or looks whether to go on now that all has changed that changes at this instant.</summary>
    public static Priority Arrival { get; } = new(30);

    /// <summary>An inspection, a loading or an unloading ends.</summary>
    public static Priority EndOfService { get; } = new(40);

    /// <summary>Stock runs out or falls below a level; people come.</summary>
    public static Priority Need { get; } = new(50);

    /// <summary>Planners look at things.</summary>
    public static Priority Review { get; } = new(60);

    /// <summary>The day's figures are taken.</summary>
    public static Priority Record { get; } = new(70);
}
