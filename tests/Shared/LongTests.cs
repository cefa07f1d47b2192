namespace SupplySim.Testing;

/// <summary>What takes too long in full for every day: set SUPPLYSIM_LONG_TESTS for the whole of it.</summary>
internal static class LongTests
{
    public static bool AreAsked => Environment.GetEnvironmentVariable("SUPPLYSIM_LONG_TESTS") is { Length: > 0 };

    /// <summary>A fifth of the sample on other days.</summary>
    public static int Sample(int inFull) => AreAsked ? inFull : inFull / 5;
}
