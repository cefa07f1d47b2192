namespace SupplySim.Quantities.Distributions;

/// <summary>1 with probability p, else 0; p is neither 0 nor 1.</summary>
internal sealed class BernoulliLaw(double p) : Law
{
    public override double Mean => p;

    public override double Least => 0;

    public override double Quantile(double u) => u > 1 - p ? 1 : 0;

    public override Law Scale(double factor) =>
        factor == 1 ? this : ChoiceLaw.Of([0, factor], [1 - p, p]);

    public override string Text(Func<double, string> value) => $"bernoulli({NumberText.Percent(p)})";
}
