namespace SupplySim.Laws.Inventory;

/// <summary>A mean over independent runs, and the rule by which it agrees with theory: within 4.42 standard errors, of which one is at most
/// half a percent of the theory when SUPPLYSIM_LONG_TESTS is set, and more on other days.</summary>
internal static class Estimated
{
    private const double MostErrors = 4.42;
    private const double Precision = 0.005;

    /// <summary>Whether the whole of a long proof is asked for.</summary>
    public static bool AtLength => Environment.GetEnvironmentVariable("SUPPLYSIM_LONG_TESTS") is { Length: > 0 };

    /// <summary>So many of what is counted at length, or the part of it that other days can afford.</summary>
    public static int Size(int atLength, int otherwise) => AtLength ? atLength : otherwise;

    /// <param name="values">One for each run.</param>
    /// <param name="theory">What they should be in the mean.</param>
    /// <param name="everyday">[share] The greatest relative standard error on days on which the long form is not asked for.</param>
    /// <param name="what">In words.</param>
    public static void ShouldBe(IReadOnlyCollection<double> values, double theory, double everyday, string what)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count * (values.Count - 1.0)));
        error.Should().BeLessThanOrEqualTo((AtLength ? Precision : everyday) * theory, "{0} is {1}, estimated {2} ± {3}", what, theory,
            mean, error);
        Math.Abs(mean - theory).Should().BeLessThanOrEqualTo(MostErrors * error, "{0} is {1}, estimated {2} ± {3}", what, theory,
            mean, error);
    }
}
