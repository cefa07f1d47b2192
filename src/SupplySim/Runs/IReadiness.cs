using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>How ready a force is, for those who depend on it: fronts and conditions.</summary>
internal interface IReadiness
{
    /// <summary>[share] At this instant, but for less than a unit of what lies there.</summary>
    double Now { get; }

    /// <summary>Whether it is below a share at this instant, by whole units: whoever has looked when.</summary>
    /// <param name="share">[share]</param>
    /// <param name="orAt">Whether the share itself counts as below.</param>
    bool IsBelow(double share, bool orAt);

    /// <summary>The first instant at which it is below a share, if nothing comes; now where it is, never where that is not before the end
    /// of the run.</summary>
    /// <param name="share">[share]</param>
    /// <param name="orAt">Whether the share itself counts as below.</param>
    SimTime WhenBelow(double share, bool orAt);

    /// <summary>Called when it changes otherwise than by what is eaten.</summary>
    event Action? Changed;
}
