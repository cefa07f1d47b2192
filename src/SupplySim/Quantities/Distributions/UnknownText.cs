namespace SupplySim.Quantities.Distributions;

/// <summary>How the scenario language marks a law as ignorance.</summary>
internal static class UnknownText
{
    private const string Uniform = "uniform(";

    /// <summary><c>unknown(a, b)</c> for a uniform law, <c>unknown(law)</c> for another, the law itself if it is
    /// chance.</summary>
    public static string Of(string law, bool isUnknown) =>
        !isUnknown ? law
        : law.StartsWith(Uniform, StringComparison.Ordinal) ? $"unknown({law[Uniform.Length..]}"
        : $"unknown({law})";
}
