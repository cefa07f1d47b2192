namespace SupplySim.Quantities;

/// <summary>An amount of something: known, drawn by chance, or drawn once per run because nobody knows it.</summary>
/// <remarks>A draw is rounded half to even to whole grams, millilitres or pieces, and one beyond ±9.2e18
/// counts as that. May be negative; where it may not, the scenario's rules say so. Immutable.</remarks>
public sealed record DrawnQuantity
{
    private const double Most = 9.2e18;

    private DrawnQuantity(Distribution law, QuantityUnit unit, bool isUnknown) => (Law, Unit, IsUnknown) = (law, unit, isUnknown);

    /// <summary>[smallest unit] The law that it follows: of grams, millilitres or pieces.</summary>
    public Distribution Law { get; }

    /// <summary>What it counts.</summary>
    public QuantityUnit Unit { get; }

    /// <summary>True for ignorance: one draw holds for the whole run. False for chance.</summary>
    public bool IsUnknown { get; }

    /// <summary>True when every draw gives the same amount.</summary>
    public bool IsFixed => Law.IsConstant;

    /// <summary>The mean, rounded as a draw is.</summary>
    public Quantity Mean => Whole(Law.Mean);

    /// <summary>Something between two bounds, but nobody knows what: one uniform draw per run.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound, of the same unit and not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">The units differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are in the wrong order.</exception>
    public static DrawnQuantity Unknown(Quantity low, Quantity high) => low.Unit == high.Unit
        ? Of(Distribution.Uniform(low.Amount, high.Amount), low.Unit).AsUnknown()
        : throw new ArgumentException($"an amount between {low} and {high}: both have to count the same", nameof(high));

    /// <summary>Drawn from a law.</summary>
    /// <param name="law">[smallest unit] Of grams, millilitres or pieces.</param>
    /// <param name="unit">Which of them.</param>
    public static DrawnQuantity Of(Distribution law, QuantityUnit unit)
    {
        ArgumentNullException.ThrowIfNull(law);
        return new(law, unit, false);
    }

    /// <summary>A known amount.</summary>
    public static implicit operator DrawnQuantity(Quantity amount) => Of(Distribution.Constant(amount.Amount), amount.Unit);

    /// <summary>The same law as ignorance; what is fixed is known and stays as it is.</summary>
    public DrawnQuantity AsUnknown() => IsFixed ? this : new(Law, Unit, true);

    /// <summary>The amount that a uniform number draws; never falls as <paramref name="u"/> rises.</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public Quantity Sample(double u) => Whole(Law.Quantile(u));

    /// <summary>So many times as much.</summary>
    internal DrawnQuantity Scale(double times) => new(Law.Scale(times), Unit, IsUnknown);

    /// <summary>As the scenario language writes it, such as <c>24 t</c> or <c>unknown(200 t, 500 t)</c>.</summary>
    public override string ToString() => Distributions.UnknownText.Of(Law.ToString(one => Whole(one).ToString()), IsUnknown);

    private Quantity Whole(double amount) => new((long)Math.Round(Math.Clamp(amount, -Most, Most)), Unit);
}
