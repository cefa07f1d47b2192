namespace SupplySim.Quantities.Distributions;

/// <summary>No chance at all.</summary>
internal sealed class ConstantLaw(double value) : Law
{
    public override double Mean => value;

    public override double Least => value;

    public override double Quantile(double u) => value;

    public override Law Scale(double factor) => new ConstantLaw(value * factor);

    public override string Text(Func<double, string> write) => write(value);
}
