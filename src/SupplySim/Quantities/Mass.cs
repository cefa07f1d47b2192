using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A mass in whole grams: the payload of a truck, the weight limit of a bridge.</summary>
/// <remarks>Immutable; <c>default</c> is zero. Amounts of a commodity are a <see cref="Quantity"/> instead.</remarks>
public readonly record struct Mass : IComparable<Mass>
{
    private Mass(long grams) => Grams = grams;

    /// <summary>[g]</summary>
    public long Grams { get; }

    /// <summary>[t]</summary>
    public decimal InTonnes => Grams / 1_000_000m;

    /// <summary>A whole number of grams.</summary>
    public static Mass FromGrams(long grams) => new(grams);

    /// <summary>Kilograms, rounded half to even to whole grams.</summary>
    public static Mass FromKilograms(decimal kilograms) => new(Quantity.Kilograms(kilograms).Amount);

    /// <summary>Tonnes, rounded half to even to whole grams.</summary>
    public static Mass FromTonnes(decimal tonnes) => new(Quantity.Tonnes(tonnes).Amount);

    /// <inheritdoc/>
    public int CompareTo(Mass other) => Grams.CompareTo(other.Grams);

    /// <summary>Whether the left mass is the greater.</summary>
    public static bool operator >(Mass a, Mass b) => a.Grams > b.Grams;

    /// <summary>Whether the left mass is the smaller.</summary>
    public static bool operator <(Mass a, Mass b) => a.Grams < b.Grams;

    /// <summary>For example <c>22 t</c>.</summary>
    public override string ToString() => InTonnes.ToString("0.######", CultureInfo.InvariantCulture) + " t";
}
