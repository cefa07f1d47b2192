namespace SupplySim.Quantities.Distributions;

/// <summary>A density of straight lines over low ≤ mode ≤ high, low below high.</summary>
internal sealed class TriangularLaw(double low, double mode, double high) : Law
{
    private readonly double toMode = (mode - low) / (high - low);
    private readonly double rising = (high - low) * (mode - low);
    private readonly double falling = (high - low) * (high - mode);

    public override double Mean => (low + mode + high) / 3;

    public override double Least => low;

    public override double Quantile(double u) =>
        u < toMode ? low + Math.Sqrt(u * rising) : high - Math.Sqrt((1 - u) * falling);

    public override Law Scale(double factor) => new TriangularLaw(low * factor, mode * factor, high * factor);

    public override string Text(Func<double, string> value) =>
        $"triangular({value(low)}, {value(mode)}, {value(high)})";
}
