namespace SupplySim.Engine.Tests.Theory;

/// <summary>A mean with its standard error, and the rule by which it agrees with theory: within 4.42 standard errors, one
/// false alarm in 100,000; and the standard error at most half a percent of the theory, so that a bias of 3.4 % is found
/// with a chance of 99 %. Where that takes long, it is one and a quarter percent on other days; see <see cref="LongTests"/>.</summary>
internal readonly record struct Estimate(double Mean, double StandardError)
{
    private const double FarOut = 4.42;
    private const double Precision = 0.005;
    private const double EverydayPrecision = 0.0125;

    /// <summary>Of the means of batches long enough to be independent.</summary>
    public static Estimate Of(IReadOnlyCollection<double> batches)
    {
        var mean = batches.Average();
        var variance = batches.Sum(batch => (batch - mean) * (batch - mean)) / (batches.Count - 1);
        return new Estimate(mean, Math.Sqrt(variance / batches.Count));
    }

    public void ShouldAgreeWith(double theory, string what, bool takesLong = false)
    {
        var precision = takesLong && !LongTests.AreAsked ? EverydayPrecision : Precision;
        StandardError.Should().BeLessThanOrEqualTo(precision * theory, "{0} is {1}, estimated {2}", what, theory, this);
        Math.Abs(Mean - theory).Should().BeLessThanOrEqualTo(FarOut * StandardError, "{0} is {1}, estimated {2}", what, theory, this);
    }
}
