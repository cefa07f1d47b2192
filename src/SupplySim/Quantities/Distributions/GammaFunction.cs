namespace SupplySim.Quantities.Distributions;

/// <summary>The logarithm of the gamma function for positive arguments, to about 1e-15.</summary>
internal static class GammaFunction
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    public static double Log(double x)
    {
        // Stirling's series needs a large argument: Γ(x) = Γ(x + k) / (x (x + 1) ... (x + k - 1)).
        var product = 1.0;
        for (; x < 12; x++) product *= x;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var correction = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680
            - square * (1.0 / 1188 - square * (691.0 / 360360 - square / 156))))));
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + correction - Math.Log(product);
    }
}
