using SupplySim.Quantities;

namespace SupplySim.Movement;

/// <summary>An air route flown by a fleet, one way.</summary>
/// <param name="Route">Its number.</param>
/// <param name="Forward">Whether it is flown from its first end to its second.</param>
/// <param name="From">The place flown from.</param>
/// <param name="To">The place flown to.</param>
/// <param name="Length">How far that is.</param>
/// <param name="Time">[time] In the air, taxiing and climbing included.</param>
internal readonly record struct AirLeg(int Route, bool Forward, int From, int To, Distance Length, TimeSpan Time)
{
    /// <summary>The same the other way round.</summary>
    public AirLeg Back => this with { Forward = !Forward, From = To, To = From };
}
