namespace SupplySim.Quantities.Distributions;

/// <summary>A function that rises or falls throughout, with its slope.</summary>
internal interface ICurve
{
    (double Value, double Slope) At(double x);
}

/// <summary>Finds where a monotone curve is zero: Newton's step while it stays inside the bracket, else halving.</summary>
/// <remarks>Bounded: at most 100 evaluations, some four in practice. Allocates nothing.</remarks>
internal static class BracketedNewton
{
    private const int Limit = 100;
    private const double Precision = 1e-14;

    /// <param name="curve">The curve; zero somewhere from <paramref name="low"/> to <paramref name="high"/>.</param>
    /// <param name="low">Left end of the bracket.</param>
    /// <param name="high">Right end of the bracket.</param>
    /// <param name="start">The first guess.</param>
    public static double Zero<TCurve>(in TCurve curve, double low, double high, double start)
        where TCurve : struct, ICurve
    {
        var x = Math.Clamp(start, low, high);
        for (var i = 0; i < Limit; i++)
        {
            var (value, slope) = curve.At(x);
            if (value > 0 == slope > 0) high = x;
            else low = x;
            var next = x - value / slope;
            if (!(next >= low && next <= high)) next = low + (high - low) / 2;
            if (Math.Abs(next - x) <= Precision * Math.Max(1, Math.Abs(x))) return next;
            x = next;
        }
        return x;
    }
}
