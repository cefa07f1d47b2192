namespace SupplySim.Quantities.Distributions;

/// <summary>A beta law over low ≤ mode ≤ high whose two shapes add up to 6, each at least 1.</summary>
internal sealed class PertLaw(double low, double mode, double high) : Law
{
    private readonly BetaQuantile _beta = new(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low));

    public override double Mean => (low + 4 * mode + high) / 6;

    public override double Least => low;

    public override double Quantile(double u) => low + (high - low) * _beta.At(u);

    public override Law Scale(double factor) => new PertLaw(low * factor, mode * factor, high * factor);

    public override string Text(Func<double, string> value) => $"pert({value(low)}, {value(mode)}, {value(high)})";
}
