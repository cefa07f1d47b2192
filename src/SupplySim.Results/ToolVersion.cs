using System.Reflection;

namespace SupplySim.Results;

/// <summary>Which SupplySim made a result.</summary>
public static class ToolVersion
{
    private static readonly string Full = typeof(Scenario).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Number { get; } = Full.Split('+')[0];

    /// <summary>The commit it was built from; null where the build did not know.</summary>
    public static string? Commit { get; } = Full.Split('+') is [_, var commit] ? commit : null;
}
