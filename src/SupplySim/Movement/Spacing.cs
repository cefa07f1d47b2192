namespace SupplySim.Movement;

/// <summary>How the vehicles of a column follow one another in time: at an interval, and a gap after every march unit.</summary>
/// <param name="Interval">[time] Between one vehicle and the next.</param>
/// <param name="Unit">[vehicles] In a march unit; 0 where the column is not cut.</param>
/// <param name="Gap">[time] Between two units, beside the interval.</param>
internal readonly record struct Spacing(TimeSpan Interval, int Unit = 0, TimeSpan Gap = default)
{
    /// <summary>[time] How far a vehicle is behind the first; it has number 0.</summary>
    public TimeSpan Behind(int vehicle) =>
        new(Interval.Ticks * vehicle + (Unit == 0 ? 0 : Gap.Ticks * (vehicle / Unit)));
}
