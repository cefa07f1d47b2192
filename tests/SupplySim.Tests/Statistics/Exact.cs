namespace SupplySim.Tests.Statistics;

/// <summary>Probabilities by plain multiplication, to hold library functions against.</summary>
internal static class Exact
{
    /// <summary>The probability of k successes in n.</summary>
    public static double Binomial(int n, int k, double p)
    {
        var log = k * Math.Log(p) + (n - k) * Math.Log(1 - p);
        for (var i = 1; i <= k; i++) log += Math.Log((double)(n - k + i) / i);
        return Math.Exp(log);
    }
}
