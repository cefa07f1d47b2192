namespace SupplySim.Quantities.Distributions;

/// <summary>The gamma law, stated by mean and standard deviation or, as erlang, by stages and mean.</summary>
internal sealed class GammaLaw : Law
{
    private readonly double mean;
    private readonly double scale;
    private readonly double? sd;
    private readonly int stages;
    private readonly GammaQuantile standard;

    private GammaLaw(double mean, double shape, double? sd, int stages)
    {
        this.mean = mean;
        this.sd = sd;
        this.stages = stages;
        scale = mean / shape;
        standard = new GammaQuantile(shape);
    }

    public override double Mean => mean;

    public override double Least => 0;

    public static GammaLaw OfMoments(double mean, double sd) => new(mean, mean / sd * (mean / sd), sd, 0);

    public static GammaLaw OfStages(int stages, double mean) => new(mean, stages, null, stages);

    public override double Quantile(double u) => scale * standard.At(u);

    public override Law Scale(double factor) =>
        sd is { } spread ? OfMoments(mean * factor, spread * factor) : OfStages(stages, mean * factor);

    public override string Text(Func<double, string> value) => sd is { } spread
        ? $"gamma(mean={value(mean)}, sd={value(spread)})"
        : $"erlang(stages={NumberText.Of(stages)}, mean={value(mean)})";
}
