namespace SupplySim.Cli.Explain;

/// <summary>The texts that the tool carries with it.</summary>
internal static class Pages
{
    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string name)
    {
        using var reader = new StreamReader(typeof(Pages).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>The scenario files of the examples, by name.</summary>
    public static IReadOnlyList<string> Examples() =>
        [.. typeof(Pages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("examples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
