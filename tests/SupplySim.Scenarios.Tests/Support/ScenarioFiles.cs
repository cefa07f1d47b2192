using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Support;

/// <summary>A folder with a scenario in several files, deleted in the end.</summary>
internal sealed class ScenarioFiles : IDisposable
{
    public const string Main = "s.supply.yaml";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplysim-files-");

    /// <summary>A scenario whose places and routes are written elsewhere.</summary>
    public const string Head = """
        supplysim: 1
        title: In several files
        clock: {length: 30 d}
        commodities:
          food: {unit: t, per-person: 0.5 kg/d}
        defaults: {loading: 30 min, unloading: 30 min}

        """;

    public string Folder => _folder.FullName;

    public ScenarioFiles With(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Scenario Read(string main, params string[] settings) => ScenarioFile.Read(Write(main), settings);

    /// <summary>What is said of the scenario: the file below the folder, line, column and length, code, message.</summary>
    public string[] Told(string main)
    {
        ScenarioFile.TryRead(Write(main), out _, out var diagnostics);
        return [.. diagnostics.Select(Tell)];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Tell(Diagnostic d) =>
        $"{Path.GetRelativePath(Folder, d.Place!.File)}:{d.Place.Line}:{d.Place.Column}+{d.Place.Length} {d.Code} {d.Message}";

    private string Write(string main)
    {
        With(Main, main);
        return Path.Combine(Folder, Main);
    }
}
