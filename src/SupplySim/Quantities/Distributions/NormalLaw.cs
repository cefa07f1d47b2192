namespace SupplySim.Quantities.Distributions;

/// <summary>The normal law, with a standard deviation above zero.</summary>
internal sealed class NormalLaw(double mean, double sd) : Law
{
    public override double Mean => mean;

    public override double Least => double.NegativeInfinity;

    public override double MeanAboveZero =>
        mean * MathNet.Numerics.Distributions.Normal.CDF(0, 1, mean / sd)
        + sd * MathNet.Numerics.Distributions.Normal.PDF(0, 1, mean / sd);

    public override double Quantile(double u) => mean + sd * NormalQuantile.At(u);

    public override Law Scale(double factor) => new NormalLaw(mean * factor, sd * factor);

    public override string Text(Func<double, string> value) => $"normal(mean={value(mean)}, sd={value(sd)})";
}
