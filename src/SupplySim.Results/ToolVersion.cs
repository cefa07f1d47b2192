using System.Reflection;

namespace SupplySim.Results;

/// <summary>Which SupplySim made a result.</summary>
public static class ToolVersion
{
    private static readonly string Informational = typeof(Scenario).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Number { get; } = Informational.Split('+')[0];

    /// <summary>The commit it was built from; null where the build did not know.</summary>
    public static string? Commit { get; } = Informational.Split('+') is [_, var commit] ? commit : null;

    /// <summary>Both, as one cites it: <c>0.1.0 (4f2c...)</c>; the number alone where the commit is not known.</summary>
    public static string Full { get; } = Number + (Commit is null ? "" : $" ({Commit})");
}
