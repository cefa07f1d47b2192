using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A speed in whole metres per hour.</summary>
/// <remarks>Immutable; <c>default</c> is standing still.</remarks>
public readonly record struct Speed : IComparable<Speed>
{
    private Speed(long metresPerHour) => MetresPerHour = metresPerHour;

    /// <summary>[m/h]</summary>
    public long MetresPerHour { get; }

    /// <summary>[km/h]</summary>
    public decimal InKilometresPerHour => MetresPerHour / 1000m;

    /// <summary>Kilometres per hour, rounded half to even to whole metres per hour.</summary>
    public static Speed FromKilometresPerHour(decimal speed) =>
        new(decimal.ToInt64(decimal.Round(speed * 1000m, MidpointRounding.ToEven)));

    /// <summary>A whole number of metres per hour.</summary>
    public static Speed FromMetresPerHour(long speed) => new(speed);

    /// <summary>The time it takes to cover a distance: exact, rounded half to even to the tick of 100 ns.</summary>
    /// <exception cref="InvalidOperationException">The speed is not above zero.</exception>
    public TimeSpan TimeFor(Distance distance)
    {
        if (MetresPerHour <= 0) throw new InvalidOperationException($"at {this} no distance is ever covered");
        return new TimeSpan(Ratio.MultiplyDivide(distance.Metres, TimeSpan.TicksPerHour, MetresPerHour));
    }

    /// <inheritdoc/>
    public int CompareTo(Speed other) => MetresPerHour.CompareTo(other.MetresPerHour);

    /// <summary>For example <c>45 km/h</c>.</summary>
    public override string ToString() => InKilometresPerHour.ToString("0.###", CultureInfo.InvariantCulture) + " km/h";
}
