namespace SupplySim.Quantities.Distributions;

/// <summary>The law without memory, with a mean above zero.</summary>
internal sealed class ExponentialLaw(double mean) : Law
{
    public override double Mean => mean;

    public override double Least => 0;

    public override double Quantile(double u) => mean * Standard(u);

    public override Law Scale(double factor) => new ExponentialLaw(mean * factor);

    public override string Text(Func<double, string> value) => $"exponential({value(mean)})";

    /// <summary>-ln(1 - u), without the loss of digits that 1 - u has for a small u.</summary>
    internal static double Standard(double u)
    {
        var rest = 1 - u;
        return ((rest - 1) + u) / rest - Math.Log(rest);
    }
}
