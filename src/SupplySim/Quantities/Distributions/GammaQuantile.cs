namespace SupplySim.Quantities.Distributions;

/// <summary>The inverse of the gamma distribution function with scale 1, for shapes from 0.01.</summary>
/// <remarks>
/// <para>Solved in y = ln x for the logarithm of the smaller tail. The density of y is log-concave, so the logarithm of
/// either tail is concave in y and Newton's method closes in from one side without leaving it.</para>
/// <para>From a shape of 10,000 on, the expansion of Cornish and Fisher is exact to 1e-11 and is used alone.</para>
/// </remarks>
internal sealed class GammaQuantile
{
    private const double Large = 1e4;
    private readonly double _shape;
    private readonly double _logFactor;

    public GammaQuantile(double shape)
    {
        _shape = shape;
        _logFactor = shape < Large ? GammaFunction.Log(shape + 1) : 0;
    }

    public double At(double u)
    {
        if (_shape == 1) return ExponentialLaw.Standard(u);
        if (_shape >= Large) return _shape * Expansion(NormalQuantile.At(u));
        // Both bounds are inequalities of probability: P(x) < x^a / Γ(a+1), and X - a is sub-gamma (variance a, scale 1).
        var low = (Math.Log(u) + _logFactor) / _shape;
        var tail = ExponentialLaw.Standard(u);
        var high = Math.Log(_shape + Math.Sqrt(2 * _shape * tail) + tail);
        var start = _shape > 1 ? Math.Log(_shape * Math.Max(Expansion(NormalQuantile.At(u)), 1e-9)) : low;
        return Math.Exp(BracketedNewton.Zero(new Tail(_shape, _logFactor, u), low, Math.Max(low, high), start));
    }

    /// <summary>x / shape in powers of 1 / √shape, z being the standard normal quantile.</summary>
    private double Expansion(double z)
    {
        var s = 1 / Math.Sqrt(_shape);
        var z2 = z * z;
        return 1 + s * (z + s * ((z2 - 1) / 3 + s * (z * (z2 - 7) / 36
            + s * (-((3 * z2 + 7) * z2 - 16) / 810 + s * z * ((9 * z2 + 256) * z2 - 433) / 38880))));
    }

    /// <summary>ln P - ln u in the lower half, ln Q - ln(1 - u) in the upper, over y = ln x.</summary>
    private readonly struct Tail(double a, double logFactor, double u) : ICurve
    {
        private readonly bool _lower = u <= 0.5;
        private readonly double _logTarget = Math.Log(u <= 0.5 ? u : 1 - u);

        public (double Value, double Slope) At(double y)
        {
            var x = Math.Exp(y);
            var front = a * y - x - logFactor;
            var below = x < a + 1;
            var tail = below ? OfBelow(front, Series(x)) : OfAbove(front, Fraction(x));
            var (log, slope) = below == _lower ? tail : tail.Complement();
            return (log - _logTarget, slope);
        }

        private LogTail OfBelow(double front, double series) => new(front + Math.Log(series), a / series);

        private LogTail OfAbove(double front, double fraction) => new(front + Math.Log(a * fraction), -1 / fraction);

        /// <summary>1 + x/(a+1) + x²/((a+1)(a+2)) + ..., for x below a + 1.</summary>
        private double Series(double x)
        {
            var (sum, term) = (1.0, 1.0);
            for (var n = a + 1; term > 1e-17 * sum; n++) sum += term *= x / n;
            return sum;
        }

        /// <summary>The continued fraction 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))), for x from a + 1 on.</summary>
        private double Fraction(double x)
        {
            // Lentz's evaluation from the front, so that the number of terms need not be known.
            var b = x + 1 - a;
            var d = 1 / b;
            var c = double.PositiveInfinity;
            var value = d;
            for (var n = 1; n < 100_000; n++)
            {
                var term = n * (a - n);
                b += 2;
                d = 1 / (term * d + b);
                c = b + term / c;
                var change = c * d;
                value *= change;
                if (Math.Abs(change - 1) < 5e-16) break;
            }
            return value;
        }
    }
}
