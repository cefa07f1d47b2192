using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>An amount per length of time: 45 t/d, 3 /week, 0.555 kg/d.</summary>
/// <remarks>Kept as the two whole numbers it was written with, so that no rate is ever rounded. Immutable.</remarks>
public readonly record struct Rate
{
    /// <summary>An amount per length of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> is not above zero.</exception>
    public Rate(Quantity amount, TimeSpan per)
    {
        if (per <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(per), per, "the time of a rate must be above zero, such as a day");
        (Amount, Per) = (amount, per);
    }

    /// <summary>The amount in each length of time.</summary>
    public Quantity Amount { get; }

    /// <summary>The length of time, above zero (zero only in <c>default</c>, which means no rate at all).</summary>
    public TimeSpan Per { get; }

    /// <summary>An amount per day.</summary>
    public static Rate PerDay(Quantity amount) => new(amount, TimeSpan.FromDays(1));

    /// <summary>An amount per week.</summary>
    public static Rate PerWeek(Quantity amount) => new(amount, TimeSpan.FromDays(7));

    /// <summary>For example <c>45 t/d</c>, <c>0.555 kg/d</c>, <c>2/d</c>, as it may stand in a scenario file.</summary>
    public override string ToString()
    {
        var (over, unit) = Amount.Unit switch
        {
            QuantityUnit.Gram when Math.Abs(Amount.Shown) < 0.1m => (Amount.Shown * 1000, " kg/"),
            QuantityUnit.Gram => (Amount.Shown, " t/"),
            QuantityUnit.Millilitre => (Amount.Shown, " l/"),
            _ => (Amount.Shown, "/"),
        };
        if (Per <= TimeSpan.Zero) return Text(over) + unit + "-";
        if (Per == TimeSpan.FromDays(7)) return $"{Text(over)}{unit}week";
        if (Per == TimeSpan.FromHours(1)) return $"{Text(over)}{unit}h";
        return $"{Text(over * TimeSpan.TicksPerDay / Per.Ticks)}{unit}d";

        static string Text(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
    }
}
