namespace SupplySim.Quantities.Distributions;

/// <summary>exp(m + s Z) with Z standard normal and s above zero; it remembers how it was stated.</summary>
internal sealed class LognormalLaw : Law
{
    private readonly double m;
    private readonly double s;
    private readonly (string Name, double Value) first;
    private readonly (string Name, double Value) second;

    private LognormalLaw(double m, double s, (string, double) first, (string, double) second)
    {
        this.m = m;
        this.s = s;
        this.first = first;
        this.second = second;
    }

    public override double Mean => first.Name == "mean" ? first.Value : Math.Exp(m + s * s / 2);

    public override double Least => 0;

    public static LognormalLaw OfMoments(double mean, double sd)
    {
        var ratio = sd / mean;
        // log(1 + r²) loses its digits for a small r: the series r² - r⁴/2 is then exact to the last one.
        var square = ratio < 1e-4 ? ratio * ratio * (1 - ratio * ratio / 2) : Math.Log(1 + ratio * ratio);
        return new(Math.Log(mean) - square / 2, Math.Sqrt(square), ("mean", mean), ("sd", sd));
    }

    public static LognormalLaw OfQuantiles(double p50, double p95) =>
        new(Math.Log(p50), Math.Log(p95 / p50) / NormalQuantile.At(0.95), ("p50", p50), ("p95", p95));

    public override double Quantile(double u) => Math.Exp(m + s * NormalQuantile.At(u));

    public override Law Scale(double factor) => first.Name == "mean"
        ? OfMoments(first.Value * factor, second.Value * factor)
        : OfQuantiles(first.Value * factor, second.Value * factor);

    public override string Text(Func<double, string> value) =>
        $"lognormal({first.Name}={value(first.Value)}, {second.Name}={value(second.Value)})";
}
