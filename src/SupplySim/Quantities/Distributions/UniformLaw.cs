namespace SupplySim.Quantities.Distributions;

/// <summary>Equally likely between two bounds, low below high.</summary>
internal sealed class UniformLaw(double low, double high) : Law
{
    public override double Mean => (low + high) / 2;

    public override double Least => low;

    public override double Quantile(double u) => low + (high - low) * u;

    public override Law Scale(double factor) => new UniformLaw(low * factor, high * factor);

    public override string Text(Func<double, string> value) => $"uniform({value(low)}, {value(high)})";
}
