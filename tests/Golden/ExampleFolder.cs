using SupplySim.Scenarios;
using SupplySim.Testing;

namespace SupplySim.Golden;

/// <summary>Where the examples are, and what is in them.</summary>
internal static class ExampleFolder
{
    public static string Root { get; } = Path.Combine(DataFolder.Checkout(), "examples");

    /// <summary>The names of the examples, in order of the alphabet.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>Those of them that are a scenario file, and not a program.</summary>
    public static IEnumerable<string> Scenarios => Names.Where(name => File.Exists(Path.Combine(Root, name, name + ".supply.yaml")));

    public static string Readme(string example) => Path.Combine(Root, example, "README.md");

    /// <summary>The scenario of an example, which is called like its folder.</summary>
    public static Scenario Read(string example) => ScenarioFile.Read(Path.Combine(Root, example, example + ".supply.yaml"));
}
