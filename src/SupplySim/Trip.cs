using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>One leg of a convoy or flight along a route, for replay on a map.</summary>
/// <param name="Route">The route's position in the scenario.</param>
/// <param name="Forward">From the route's first end to its second.</param>
/// <param name="Departs">When the head leaves.</param>
/// <param name="Arrives">When the head arrives, or turns back, or is lost; of what is still on its way at the end of the run when it would
/// arrive, which may lie beyond.</param>
/// <param name="Vehicles">How many move together.</param>
/// <param name="Fleet">The fleet's position in the scenario.</param>
/// <param name="Laden">Whether they carry anything.</param>
public readonly record struct Trip(
    int Route, bool Forward, SimTime Departs, SimTime Arrives, int Vehicles, int Fleet, bool Laden)
{
    /// <summary>[share] Of the route, where it sets out: 0 at the end that it leaves, more for what had
    /// turned back or was repaired on the road. Default: 0.</summary>
    public double From { get; init; }

    /// <summary>[share] Of the route, how far it comes: 1 to the other end, less for what turns back or is lost. Default: 1.</summary>
    public double To { get; init; } = 1;
}

/// <summary>A column or a stranger at a crossing, for replay on a map: from when its head comes to when its
/// last vehicle is through, or it goes away.</summary>
/// <param name="Place">The crossing's position among the places of the scenario.</param>
/// <param name="From">When its head came.</param>
/// <param name="Until">When it left; the end of the run where it was still there.</param>
/// <param name="Vehicles">How many came together.</param>
/// <param name="Fleet">The fleet's position in the scenario.</param>
public readonly record struct Stay(int Place, SimTime From, SimTime Until, int Vehicles, int Fleet);

/// <summary>Where the head of a front was at an instant, for replay on a map: it goes from one to the next
/// evenly, on a great circle.</summary>
/// <param name="Front">The front's position in the scenario.</param>
/// <param name="At">When.</param>
/// <param name="Point">Where; null where there is no head from then on.</param>
public readonly record struct HeadAt(int Front, SimTime At, GeoPoint? Point);
