using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A distance in whole metres.</summary>
/// <remarks>Immutable; <c>default</c> is zero.</remarks>
public readonly record struct Distance : IComparable<Distance>
{
    private Distance(long metres) => Metres = metres;

    /// <summary>[m]</summary>
    public long Metres { get; }

    /// <summary>[km]</summary>
    public decimal InKilometres => Metres / 1000m;

    /// <summary>A whole number of metres.</summary>
    public static Distance FromMetres(long metres) => new(metres);

    /// <summary>Kilometres, rounded half to even to whole metres.</summary>
    public static Distance FromKilometres(decimal kilometres) =>
        new(decimal.ToInt64(decimal.Round(kilometres * 1000m, MidpointRounding.ToEven)));

    /// <inheritdoc/>
    public int CompareTo(Distance other) => Metres.CompareTo(other.Metres);

    /// <summary>For example <c>58 km</c>.</summary>
    public override string ToString() => InKilometres.ToString("0.###", CultureInfo.InvariantCulture) + " km";
}
