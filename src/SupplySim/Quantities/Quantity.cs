using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>An amount of something together with its unit: 24 t, 300 l, 20 pieces.</summary>
/// <remarks>
/// Amounts are whole numbers of the smallest unit (grams, millilitres, pieces), so that sums are exact and what goes in
/// equals what comes out. Adding two different units is an error. Immutable. <c>default</c> is zero grams.
/// </remarks>
/// <param name="Amount">[smallest unit] The amount; may be negative in a difference.</param>
/// <param name="Unit">What the amount counts.</param>
public readonly record struct Quantity(long Amount, QuantityUnit Unit)
{
    /// <summary>A mass in tonnes, rounded half to even to whole grams.</summary>
    public static Quantity Tonnes(decimal tonnes) => new(Whole(tonnes * 1_000_000m), QuantityUnit.Gram);

    /// <summary>A mass in kilograms, rounded half to even to whole grams.</summary>
    public static Quantity Kilograms(decimal kilograms) => new(Whole(kilograms * 1_000m), QuantityUnit.Gram);

    /// <summary>A volume in litres, rounded half to even to whole millilitres.</summary>
    public static Quantity Litres(decimal litres) => new(Whole(litres * 1_000m), QuantityUnit.Millilitre);

    /// <summary>A number of pieces.</summary>
    public static Quantity Pieces(long pieces) => new(pieces, QuantityUnit.Piece);

    /// <summary>The sum; both must have the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Quantity operator +(Quantity a, Quantity b) => a with { Amount = a.Amount + Same(a, b).Amount };

    /// <summary>The difference; both must have the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => a with { Amount = a.Amount - Same(a, b).Amount };

    /// <summary>The amount in the unit people say: tonnes, litres or pieces.</summary>
    public decimal Shown => Unit == QuantityUnit.Piece ? Amount : Unit == QuantityUnit.Gram ? Amount / 1e6m : Amount / 1e3m;

    /// <summary>For example <c>24 t</c>, <c>0.5 t</c>, <c>300 l</c>, <c>20</c>.</summary>
    public override string ToString() => Unit switch
    {
        QuantityUnit.Gram => Shown.ToString("0.######", CultureInfo.InvariantCulture) + " t",
        QuantityUnit.Millilitre => Shown.ToString("0.###", CultureInfo.InvariantCulture) + " l",
        _ => Amount.ToString(CultureInfo.InvariantCulture),
    };

    private static long Whole(decimal value) => decimal.ToInt64(decimal.Round(value, MidpointRounding.ToEven));

    private static Quantity Same(Quantity a, Quantity b) => a.Unit == b.Unit
        ? b
        : throw new InvalidOperationException($"{a} and {b} cannot be added: one counts {a.Unit}, the other {b.Unit}");
}
