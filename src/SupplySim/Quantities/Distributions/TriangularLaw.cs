namespace SupplySim.Quantities.Distributions;

/// <summary>A density of straight lines over low ≤ mode ≤ high, low below high.</summary>
internal sealed class TriangularLaw(double low, double mode, double high) : Law
{
    private readonly double _toMode = (mode - low) / (high - low);
    private readonly double _rising = (high - low) * (mode - low);
    private readonly double _falling = (high - low) * (high - mode);

    public override double Mean => (low + mode + high) / 3;

    public override double Least => low;

    public override double Quantile(double u) =>
        u < _toMode ? low + Math.Sqrt(u * _rising) : high - Math.Sqrt((1 - u) * _falling);

    public override Law Scale(double factor) => new TriangularLaw(low * factor, mode * factor, high * factor);

    public override string Text(Func<double, string> value) =>
        $"triangular({value(low)}, {value(mode)}, {value(high)})";
}
