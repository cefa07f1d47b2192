namespace SupplySim.Quantities.Distributions;

/// <summary>Refuses parameters outside their range; each method gives the value back when it is allowed.</summary>
/// <remarks>The bound of 1e150 keeps every square that a law forms finite.</remarks>
internal static class Allow
{
    public const double Largest = 1e150;

    public static double Finite(string law, string name, double value) =>
        Math.Abs(value) <= Largest ? value : throw Refuse(law, name, value, "a number within ±1e150");

    public static double Positive(string law, string name, double value) =>
        value is > 0 and <= Largest ? value : throw Refuse(law, name, value, "above 0, at most 1e150");

    public static double NotNegative(string law, string name, double value) =>
        value is >= 0 and <= Largest ? value : throw Refuse(law, name, value, "0 or more, at most 1e150");

    public static double Between(string law, string name, double value, double low, double high) =>
        value >= low && value <= high
            ? value
            : throw Refuse(law, name, value, $"from {NumberText.Of(low)} to {NumberText.Of(high)}");

    public static double NotBelow(string law, string name, double value, string boundName, double bound) =>
        Finite(law, name, value) >= bound
            ? value
            : throw Refuse(law, name, value, $"not below {boundName}, which is {NumberText.Of(bound)}");

    public static double NotAbove(string law, string name, double value, string boundName, double bound) =>
        value <= bound
            ? value
            : throw Refuse(law, name, value, $"not above {boundName}, which is {NumberText.Of(bound)}");

    public static void Ordered(string law, double low, double mode, double high)
    {
        Finite(law, nameof(low), low);
        NotBelow(law, nameof(mode), mode, nameof(low), low);
        NotBelow(law, nameof(high), high, nameof(mode), mode);
    }

    private static ArgumentOutOfRangeException Refuse(string law, string name, double value, string allowed) =>
        new(name, value, $"{law}: {name} is {NumberText.Of(value)}; allowed: {allowed}");
}
