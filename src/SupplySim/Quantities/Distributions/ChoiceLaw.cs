namespace SupplySim.Quantities.Distributions;

/// <summary>Finitely many values with shares that add up to 1; kept in ascending order, so that the quantile never
/// falls.</summary>
internal sealed class ChoiceLaw : Law
{
    private readonly double[] _values;
    private readonly double[] _weights;
    private readonly double[] _cumulative;

    private ChoiceLaw(double[] values, double[] weights)
    {
        _values = values;
        _weights = weights;
        var sum = 0.0;
        _cumulative = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>The one value that can come, if there is only one.</summary>
    public double? Only => _values.Length == 1 ? _values[0] : null;

    public override double Mean => _values.Zip(_weights, (value, weight) => value * weight).Sum();

    public override double Least => _values[0];

    /// <summary>Checks and sorts; a value of weight zero cannot come and is left out.</summary>
    public static ChoiceLaw Of(double[] values, double[] weights)
    {
        if (values.Length == 0 || values.Length != weights.Length)
            throw new ArgumentException(
                $"choice: {values.Length} values and {weights.Length} weights; give at least one value and a weight for each",
                nameof(weights));
        foreach (var value in values) Allow.Finite("choice", "value", value);
        foreach (var weight in weights) Allow.NotNegative("choice", "weight", weight);
        var sorted = values.Zip(weights).Where(pair => pair.Second > 0).OrderBy(pair => pair.First).ToArray();
        var total = Allow.Positive("choice", "sum of weights", sorted.Sum(pair => pair.Second));
        // Shares that add up to 1 but for rounding stay as they were written.
        if (Math.Abs(total - 1) < 1e-12) total = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i].First == sorted[i - 1].First)
                throw new ArgumentException(
                    $"choice: {NumberText.Of(sorted[i].First)} comes twice; add its weights up", nameof(values));
        return new([.. sorted.Select(pair => pair.First)], [.. sorted.Select(pair => pair.Second / total)]);
    }

    public override double Quantile(double u) => _values[Math.Min(Cumulative.First(_cumulative, u), _values.Length - 1)];

    public override Law Scale(double factor) => new ChoiceLaw([.. _values.Select(value => value * factor)], _weights);

    public override string Text(Func<double, string> value) =>
        "choice(" + string.Join(", ", _values.Zip(_weights, (v, w) => $"{value(v)} {NumberText.Percent(w)}")) + ")";
}
