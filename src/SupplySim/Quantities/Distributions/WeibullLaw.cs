namespace SupplySim.Quantities.Distributions;

/// <summary>Scale times a power of an exponential variate.</summary>
internal sealed class WeibullLaw(double shape, double scale) : Law
{
    private readonly double _power = 1 / shape;

    public override double Mean => scale * Math.Exp(GammaFunction.Log(1 + _power));

    public override double Least => 0;

    public override double Quantile(double u) => scale * Math.Pow(ExponentialLaw.Standard(u), _power);

    public override Law Scale(double factor) => new WeibullLaw(shape, scale * factor);

    public override string Text(Func<double, string> value) =>
        $"weibull(shape={NumberText.Of(shape)}, scale={value(scale)})";
}
