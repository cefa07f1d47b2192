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

    /// <summary>For example <c>45 t/d</c>.</summary>
    public override string ToString() => Per == TimeSpan.FromDays(1) ? $"{Amount}/d"
        : Per == TimeSpan.FromDays(7) ? $"{Amount}/week"
        : Per == TimeSpan.FromHours(1) ? $"{Amount}/h"
        : $"{Amount} per {Per:c}";
}
