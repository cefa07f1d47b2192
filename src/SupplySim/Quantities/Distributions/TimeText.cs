namespace SupplySim.Quantities.Distributions;

/// <summary>Lengths of time as the scenario language writes them.</summary>
internal static class TimeText
{
    private static readonly (double Seconds, string Name)[] Units = [(86_400, "d"), (3600, "h"), (60, "min")];

    /// <summary>In the largest unit of which it is a whole number, else in seconds.</summary>
    public static string Of(double seconds)
    {
        foreach (var (unit, name) in Units)
            if (seconds != 0 && seconds % unit == 0) return $"{NumberText.Of(seconds / unit)} {name}";
        return $"{NumberText.Of(seconds)} s";
    }
}
