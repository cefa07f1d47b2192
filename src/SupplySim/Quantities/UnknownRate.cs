using SupplySim.Quantities.Distributions;

namespace SupplySim.Quantities;

/// <summary>An amount per time that nobody knows: one draw holds for the whole run.</summary>
/// <remarks>A draw is rounded half to even to whole smallest units in a thousand days, and one above 9.2e15 a day counts as that.
/// Immutable.</remarks>
public sealed record UnknownRate
{
    private const double Most = 9.2e18;
    private static readonly TimeSpan Per = TimeSpan.FromDays(1_000);

    /// <summary>Drawn from a law.</summary>
    /// <param name="perDay">[smallest unit per day] Of grams, millilitres or pieces; none of them negative.</param>
    /// <param name="unit">Which of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The law can fall below zero.</exception>
    public UnknownRate(Distribution perDay, QuantityUnit unit)
    {
        ArgumentNullException.ThrowIfNull(perDay);
        if (perDay.Least < 0)
            throw new ArgumentOutOfRangeException(nameof(perDay),
                $"{perDay}, which can fall below 0; use lognormal or gamma, which begin at 0, or uniform or triangular, which "
                    + $"have two ends");
        (PerDay, Unit) = (perDay, unit);
    }

    /// <summary>[smallest unit per day] The law that it follows.</summary>
    public Distribution PerDay { get; }

    /// <summary>What it counts.</summary>
    public QuantityUnit Unit { get; }

    /// <summary>The mean, rounded as a draw is.</summary>
    public Rate Mean => Of(PerDay.Mean);

    /// <summary>The rate that a uniform number draws; never falls as <paramref name="u"/> rises.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public Rate Sample(double u) => Of(PerDay.Quantile(u));

    /// <summary>As the scenario language writes it, such as <c>unknown(200/d, 400/d)</c>.</summary>
    public override string ToString() => UnknownText.Of(PerDay.ToString(one => Of(one).ToString()), !PerDay.IsConstant);

    private Rate Of(double perDay) => new(new Quantity((long)Math.Round(Math.Min(perDay * Per.TotalDays, Most)), Unit), Per);
}
