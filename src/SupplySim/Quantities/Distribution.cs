using SupplySim.Quantities.Distributions;

namespace SupplySim.Quantities;

/// <summary>
/// A law of chance over numbers: what a value may be and how likely. It says nothing about units; <see cref="Duration"/>
/// and <see cref="Number"/> do.
/// </summary>
/// <remarks>
/// <para>Every variate costs exactly one uniform number, by inversion of the distribution function, and
/// <see cref="Quantile"/> never falls as its argument rises. So two runs on the same uniforms stay comparable when a
/// parameter changes, and an entity's n-th draw never depends on how many draws another needed.</para>
/// <para>Nothing is allocated by a draw. Closed forms, normal and lognormal take tens of nanoseconds; poisson and choice
/// search a table made beforehand; gamma, erlang and pert solve an equation and take a few hundred nanoseconds, up to
/// some 3 µs for a gamma law with little spread.</para>
/// <para>A law without spread (a standard deviation of 0, two equal bounds) is the constant and prints as it. Two
/// distributions are equal when they are the same law with the same parameters, to the last digit. Parameters beyond
/// ±1e150, infinite or not a number are refused with <see cref="ArgumentOutOfRangeException"/>, as is whatever a
/// factory's own text excludes.</para>
/// </remarks>
public sealed record Distribution
{
    private readonly Law _law;

    private Distribution(Law law) => _law = law;

    /// <summary>The mean of the law.</summary>
    public double Mean => _law.Mean;

    /// <summary>True when every draw gives the same value.</summary>
    public bool IsConstant => _law is ConstantLaw;

    /// <summary>The greatest number that no draw is below; <see cref="double.NegativeInfinity"/> for a normal law.</summary>
    public double Least => _law.Least;

    /// <summary>The mean of what is drawn when a draw below zero counts as zero; only a normal law reaches there
    /// without having been told to, so for the others this is the plain mean.</summary>
    internal double MeanAboveZero => _law.MeanAboveZero;

    /// <summary>Always <paramref name="value"/>.</summary>
    public static Distribution Constant(double value) =>
        new(new ConstantLaw(Allow.Finite("constant", nameof(value), value)));

    /// <summary>Anything between two bounds, equally likely.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound, not below <paramref name="low"/>.</param>
    public static Distribution Uniform(double low, double high)
    {
        Allow.Finite("uniform", nameof(low), low);
        Allow.NotBelow("uniform", nameof(high), high, nameof(low), low);
        return low == high ? Constant(low) : new(new UniformLaw(low, high));
    }

    /// <summary>Between two bounds, a density that rises straight to the mode and falls straight from it.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="mode">The likeliest value, not below <paramref name="low"/>.</param>
    /// <param name="high">The upper bound, not below <paramref name="mode"/>.</param>
    public static Distribution Triangular(double low, double mode, double high)
    {
        Allow.Ordered("triangular", low, mode, high);
        return low == high ? Constant(low) : new(new TriangularLaw(low, mode, high));
    }

    /// <summary>
    /// Between two bounds, smooth, with mean (low + 4 mode + high) / 6: an expert's three figures, less weight in the
    /// tails than <see cref="Triangular"/>.
    /// </summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="mode">The likeliest value, not below <paramref name="low"/>.</param>
    /// <param name="high">The upper bound, not below <paramref name="mode"/>.</param>
    public static Distribution Pert(double low, double mode, double high)
    {
        Allow.Ordered("pert", low, mode, high);
        return low == high ? Constant(low) : new(new PertLaw(low, mode, high));
    }

    /// <summary>The normal law, unbounded on both sides.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="sd">The standard deviation, 0 or more.</param>
    public static Distribution Normal(double mean, double sd)
    {
        Allow.Finite("normal", nameof(mean), mean);
        return Allow.NotNegative("normal", nameof(sd), sd) == 0 ? Constant(mean) : new(new NormalLaw(mean, sd));
    }

    /// <summary>A positive quantity whose logarithm is normal: a long right tail.</summary>
    /// <param name="mean">The mean of the quantity itself (not of its logarithm), above 0.</param>
    /// <param name="sd">The standard deviation of the quantity itself, 0 or more.</param>
    public static Distribution Lognormal(double mean, double sd)
    {
        Allow.Positive("lognormal", nameof(mean), mean);
        return Allow.NotNegative("lognormal", nameof(sd), sd) == 0
            ? Constant(mean)
            : new(LognormalLaw.OfMoments(mean, sd));
    }

    /// <summary>The lognormal law that has the given median and 95th percentile.</summary>
    /// <param name="p50">The median, above 0.</param>
    /// <param name="p95">The value that 95 of 100 draws stay below, not below <paramref name="p50"/>.</param>
    public static Distribution LognormalQuantiles(double p50, double p95)
    {
        Allow.Positive("lognormal", nameof(p50), p50);
        Allow.NotBelow("lognormal", nameof(p95), p95, nameof(p50), p50);
        return p50 == p95 ? Constant(p50) : new(LognormalLaw.OfQuantiles(p50, p95));
    }

    /// <summary>A positive quantity with a lighter tail than the lognormal.</summary>
    /// <param name="mean">The mean, above 0.</param>
    /// <param name="sd">The standard deviation, from 0 to ten times the mean.</param>
    public static Distribution Gamma(double mean, double sd)
    {
        Allow.Positive("gamma", nameof(mean), mean);
        if (Allow.NotNegative("gamma", nameof(sd), sd) == 0) return Constant(mean);
        Allow.NotAbove("gamma", nameof(sd), sd, "ten times the mean", 10 * mean);
        return new(GammaLaw.OfMoments(mean, sd));
    }

    /// <summary>A lifetime: failing ever sooner (shape above 1), at random (1) or ever later (below 1).</summary>
    /// <param name="shape">The shape, from 0.05 to 1000.</param>
    /// <param name="scale">The value that 63.2 of 100 draws stay below, above 0.</param>
    public static Distribution Weibull(double shape, double scale) =>
        new(new WeibullLaw(
            Allow.Between("weibull", nameof(shape), shape, 0.05, 1000),
            Allow.Positive("weibull", nameof(scale), scale)));

    /// <summary>The time to an event that is as likely in any moment as in any other.</summary>
    /// <param name="mean">The mean, above 0.</param>
    public static Distribution Exponential(double mean) =>
        new(new ExponentialLaw(Allow.Positive("exponential", nameof(mean), mean)));

    /// <summary>The sum of equal exponential stages.</summary>
    /// <param name="stages">How many stages, from 1 to one million.</param>
    /// <param name="mean">The mean of the whole sum, above 0.</param>
    public static Distribution Erlang(int stages, double mean) =>
        new(GammaLaw.OfStages(
            (int)Allow.Between("erlang", nameof(stages), stages, 1, 1_000_000),
            Allow.Positive("erlang", nameof(mean), mean)));

    /// <summary>The number of events in a span in which <paramref name="mean"/> are expected.</summary>
    /// <param name="mean">The mean, from 0 to one million.</param>
    public static Distribution Poisson(double mean) =>
        Allow.Between("poisson", nameof(mean), mean, 0, 1e6) == 0 ? Constant(0) : new(new PoissonLaw(mean, 1));

    /// <summary>1 with a probability, else 0.</summary>
    /// <param name="p">The probability of 1, from 0 to 1.</param>
    public static Distribution Bernoulli(double p) =>
        Allow.Between("bernoulli", nameof(p), p, 0, 1) is 0 or 1 ? Constant(p) : new(new BernoulliLaw(p));

    /// <summary>One of several values, each with its weight; the order in which they are given does not matter.</summary>
    /// <param name="values">The values: at least one, all different.</param>
    /// <param name="weights">For each value a weight of 0 or more; the sum is above 0 and need not be 1.</param>
    /// <exception cref="ArgumentException">There is no value, a value comes twice, or the counts differ.</exception>
    public static Distribution Choice(double[] values, double[] weights)
    {
        var law = ChoiceLaw.Of(values, weights);
        return law.Only is { } value ? Constant(value) : new(law);
    }

    /// <summary>The value that a draw stays at or below with probability <paramref name="u"/>.</summary>
    /// <param name="u">A probability, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="u"/> is outside (0, 1).</exception>
    public double Quantile(double u) => u is > 0 and < 1 ? _law.Quantile(u) : throw Outside(u);

    /// <summary>The law of a drawn value times <paramref name="factor"/>: the same law in another unit.</summary>
    /// <param name="factor">A number above 0.</param>
    public Distribution Scale(double factor) => new(_law.Scale(Allow.Positive("scale", nameof(factor), factor)));

    /// <summary>The law as the scenario language writes it, such as <c>lognormal(mean=6, sd=2)</c>.</summary>
    public override string ToString() => ToString(NumberText.Of);

    /// <summary>The same, with each parameter that has the value's dimension written by <paramref name="value"/>.</summary>
    internal string ToString(Func<double, string> value) => _law.Text(value);

    private static ArgumentOutOfRangeException Outside(double u) =>
        new(nameof(u), u, "a quantile is asked for a probability above 0 and below 1");
}
