namespace SupplySim.Quantities.Distributions;

/// <summary>The gamma law, stated by mean and standard deviation or, as erlang, by stages and mean.</summary>
internal sealed class GammaLaw : Law
{
    private readonly double _mean;
    private readonly double _scale;
    private readonly double? _sd;
    private readonly int _stages;
    private readonly GammaQuantile _standard;

    private GammaLaw(double mean, double shape, double? sd, int stages)
    {
        _mean = mean;
        _sd = sd;
        _stages = stages;
        _scale = mean / shape;
        _standard = new GammaQuantile(shape);
    }

    public override double Mean => _mean;

    public override double Least => 0;

    public static GammaLaw OfMoments(double mean, double sd) => new(mean, mean / sd * (mean / sd), sd, 0);

    public static GammaLaw OfStages(int stages, double mean) => new(mean, stages, null, stages);

    public override double Quantile(double u) => _scale * _standard.At(u);

    public override Law Scale(double factor) =>
        _sd is { } spread ? OfMoments(_mean * factor, spread * factor) : OfStages(_stages, _mean * factor);

    public override string Text(Func<double, string> value) => _sd is { } spread
        ? $"gamma(mean={value(_mean)}, sd={value(spread)})"
        : $"erlang(stages={NumberText.Of(_stages)}, mean={value(_mean)})";
}
