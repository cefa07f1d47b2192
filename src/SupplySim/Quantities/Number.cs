using SupplySim.Quantities.Distributions;

namespace SupplySim.Quantities;

/// <summary>A number without a unit: fixed, drawn anew each time, or drawn once per run because nobody knows it.</summary>
/// <remarks>May be negative. Parameters that are infinite, not a number or beyond ±1e150 are refused with
/// <see cref="ArgumentOutOfRangeException"/>.</remarks>
public sealed record Number
{
    private Number(Distribution law, bool isUnknown)
    {
        Law = law;
        IsUnknown = isUnknown;
    }

    /// <summary>The law that the number follows.</summary>
    public Distribution Law { get; }

    /// <summary>True for ignorance: one draw holds for the whole run. False for chance: drawn at each occasion.</summary>
    public bool IsUnknown { get; }

    /// <summary>True when every draw gives the same number.</summary>
    public bool IsFixed => Law.IsConstant;

    /// <summary>The mean.</summary>
    public double Mean => Law.Mean;

    /// <summary>By chance anything between two bounds, equally likely. See <see cref="Distribution.Uniform"/>.</summary>
    public static Number Uniform(double low, double high) => Of(Distribution.Uniform(low, high));

    /// <summary>Something between two bounds, but nobody knows what: one uniform draw per run.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound, not below <paramref name="low"/>.</param>
    public static Number Unknown(double low, double high) => Of(Distribution.Uniform(low, high)).AsUnknown();

    /// <summary>Drawn from a law.</summary>
    public static Number Of(Distribution law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return new(law, false);
    }

    /// <summary>A fixed number.</summary>
    public static implicit operator Number(double value) => Of(Distribution.Constant(value));

    /// <summary>A fixed number.</summary>
    public static implicit operator Number(int value) => Of(Distribution.Constant(value));

    /// <summary>The same law as ignorance; what is fixed is known and stays as it is.</summary>
    public Number AsUnknown() => IsFixed ? this : new(Law, true);

    /// <summary>The number that a uniform number draws; never falls as <paramref name="u"/> rises.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="u"/> is outside (0, 1).</exception>
    public double Sample(double u) => Law.Quantile(u);

    /// <summary>The same, rounded half to even to a whole number.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    /// <exception cref="OverflowException">The draw does not fit into 64 bits.</exception>
    public long SampleWhole(double u)
    {
        var whole = Math.Round(Sample(u));
        return Math.Abs(whole) < 9.2e18
            ? (long)whole
            : throw new OverflowException(
                $"{Law} gave {NumberText.Of(whole)}, which is no count: allowed are whole numbers within ±9.2e18");
    }

    /// <summary>As the scenario language writes it, such as <c>250000</c> or <c>unknown(230000, 270000)</c>.</summary>
    public override string ToString() => UnknownText.Of(Law.ToString(), IsUnknown);
}
