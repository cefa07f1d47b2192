using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>An amount per distance: 35 l/100 km, 0.3 kg/km.</summary>
/// <remarks>Kept as the two whole numbers it was written with, so that none is ever rounded. Immutable.</remarks>
public readonly record struct Consumption
{
    /// <summary>An amount per distance.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> is not above zero.</exception>
    public Consumption(Quantity amount, Distance per)
    {
        if (per.Metres <= 0)
            throw new ArgumentOutOfRangeException(nameof(per), per, "the distance must be above zero, such as 100 km");
        (Amount, Per) = (amount, per);
    }

    /// <summary>The amount over each distance.</summary>
    public Quantity Amount { get; }

    /// <summary>The distance, above zero (zero only in <c>default</c>, which is none at all).</summary>
    public Distance Per { get; }

    /// <summary>Litres over 100 km, as trucks are spoken of.</summary>
    public static Consumption LitresPer100Km(decimal litres) => new(Quantity.Litres(litres), Distance.FromKilometres(100));

    /// <summary>[smallest unit] What a distance takes, rounded up.</summary>
    internal long Over(long metres) => Ratio.Up(Amount.Amount, metres, Per.Metres);

    /// <summary>For example <c>35 l/100 km</c>, as it may stand in a scenario file.</summary>
    public override string ToString()
    {
        var (over, unit) = Amount.Unit switch
        {
            QuantityUnit.Gram => (Amount.Shown * 1000, " kg"),
            QuantityUnit.Millilitre => (Amount.Shown, " l"),
            _ => (Amount.Shown, ""),
        };
        if (Per.Metres > 0) over = over * 100_000 / Per.Metres;
        return $"{over.ToString("0.#########", CultureInfo.InvariantCulture)}{unit}/100 km";
    }
}
