namespace SupplySim.Quantities.Distributions;

/// <summary>exp(m + s Z) with Z standard normal and s above zero; it remembers how it was stated.</summary>
internal sealed class LognormalLaw : Law
{
    private readonly double _m;
    private readonly double _s;
    private readonly (string Name, double Value) _first;
    private readonly (string Name, double Value) _second;

    private LognormalLaw(double m, double s, (string, double) first, (string, double) second)
    {
        _m = m;
        _s = s;
        _first = first;
        _second = second;
    }

    public override double Mean => _first.Name == "mean" ? _first.Value : Math.Exp(_m + _s * _s / 2);

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

    public override double Quantile(double u) => Math.Exp(_m + _s * NormalQuantile.At(u));

    public override Law Scale(double factor) => _first.Name == "mean"
        ? OfMoments(_first.Value * factor, _second.Value * factor)
        : OfQuantiles(_first.Value * factor, _second.Value * factor);

    public override string Text(Func<double, string> value) =>
        $"lognormal({_first.Name}={value(_first.Value)}, {_second.Name}={value(_second.Value)})";
}
