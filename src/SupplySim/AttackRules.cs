using SupplySim.Quantities;

namespace SupplySim;

/// <summary>What an attack on a column does, and how columns draw or deter attacks.</summary>
/// <remarks>
/// <para>A route says how dangerous it is, by the hour (<see cref="Route.Hazard"/>) and by the kilometre
/// (<see cref="Route.AttackedEvery"/>), and a front how dangerous what is near it is (<see cref="ShutZone.Hazard"/>); they add up. A column
/// of n vehicles with e escorts, which are among the n, is attacked at that rate times n to the power <see cref="BySize"/> times
/// <see cref="PerEscort"/> to the power e, for as long as it drives, laden or empty. So one with rates r over times t gets through
/// unattacked with the chance exp(-sum r t).</para>
/// <para>Who stands, at night or in a queue, is not attacked: an ambush waits for those who come along. Nothing is attacked in the air.
/// Survivors go on.</para>
/// </remarks>
public sealed record AttackRules
{
    /// <summary>[share] The chance of each vehicle of an attacked column, escorts included, to be lost with what it carries; 0 to 1. No
    /// default: it decides the result.</summary>
    public required double Lost { get; init; }

    /// <summary>[time] How long the survivors stand before they go on. Default: they do not.</summary>
    public Duration Halt { get; init; } = TimeSpan.Zero;

    /// <summary>[power] Of the number of vehicles, 0 to 2: with 0 a column is attacked as often as a lone vehicle, with 1 as often as all
    /// its vehicles together would be if each went alone. Default 0.</summary>
    public double BySize { get; init; }

    /// <summary>[share] What each escort leaves of the rate, 0 to 1. Default 1: escorts deter nobody.</summary>
    public double PerEscort { get; init; } = 1;
}
