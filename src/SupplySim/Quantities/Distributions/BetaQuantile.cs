namespace SupplySim.Quantities.Distributions;

/// <summary>The inverse of the beta distribution function, for shapes from 1 to 5.</summary>
/// <remarks>Solved in y = ln(x / (1 - x)) for the logarithm of the smaller tail, which is concave there (see
/// <see cref="GammaQuantile"/>). The upper tail is the lower tail of the law with its shapes swapped.</remarks>
internal sealed class BetaQuantile(double a, double b)
{
    // The greatest median, 2^(-1/5), belongs to the shapes 5 and 1 and lies at y = 1.91.
    private const double AboveMedian = 2;
    private readonly double _logBeta = GammaFunction.Log(a) + GammaFunction.Log(b) - GammaFunction.Log(a + b);

    public double At(double u) => u <= 0.5 ? Lower(u, a, b) : 1 - Lower(1 - u, b, a);

    private double Lower(double u, double a, double b)
    {
        // With b at least 1, I(x) ≤ x^a / (a B).
        var bound = Math.Exp((Math.Log(u * a) + _logBeta) / a);
        var left = Math.Log(bound) - Math.Log(1 - bound);
        return 1 / (1 + Math.Exp(-BracketedNewton.Zero(new Tail(a, b, _logBeta, u), left, AboveMedian, left)));
    }

    /// <summary>ln I(x) - ln u over y = ln(x / (1 - x)).</summary>
    private readonly struct Tail(double a, double b, double logBeta, double u) : ICurve
    {
        private readonly double _logTarget = Math.Log(u);

        public (double Value, double Slope) At(double y)
        {
            var rest = 1 / (1 + Math.Exp(y));
            var x = 1 / (1 + Math.Exp(-y));
            var front = a * Math.Log(x) + b * Math.Log(rest) - logBeta;
            var (log, slope) = x < (a + 1) / (a + b + 2)
                ? Of(front, Fraction(x, a, b) / a, 1)
                : Of(front, Fraction(rest, b, a) / b, -1).Complement();
            return (log - _logTarget, slope);
        }

        private static LogTail Of(double front, double factor, int sign) => new(front + Math.Log(factor), sign / factor);

        /// <summary>The continued fraction of the incomplete beta function, for x below (a + 1) / (a + b + 2).</summary>
        private static double Fraction(double x, double a, double b)
        {
            var c = 1.0;
            var d = 1 / (1 - (a + b) * x / (a + 1));
            var value = d;
            for (var m = 1; m < 1000; m++)
            {
                var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
                d = 1 / (1 + even * d);
                c = 1 + even / c;
                value *= c * d;
                var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
                d = 1 / (1 + odd * d);
                c = 1 + odd / c;
                value *= c * d;
                if (Math.Abs(c * d - 1) < 5e-16) break;
            }
            return value;
        }
    }
}
