using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Determinism;

/// <summary>The reference run as a program of its own, with the engine built from its sources, with or without
/// optimisation: so that it can be started under other settings than the tests'.</summary>
public sealed class ProgramBuild : IDisposable
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private const string Main = """
        Console.WriteLine(SupplySim.Engine.Tests.Determinism.ReferenceRun.Settings);
        for (var replication = 0; replication < 2; replication++)
            Console.WriteLine(SupplySim.Engine.Tests.Determinism.ReferenceRun.Of(replication));
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("supplysim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs the program; its lines.</summary>
    public string[] Run(bool optimised, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Dotnet()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Build(optimised));
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var program = System.Diagnostics.Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var lines = program.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        program.WaitForExit();
        program.ExitCode.Should().Be(0, errors.Result);
        return lines;
    }

    private string Build(bool optimised)
    {
        var name = optimised ? "optimised" : "plain";
        var path = Path.Combine(_folder, name + ".dll");
        lock (_folder)
        {
            if (File.Exists(path)) return path;
            var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, checkOverflow: true,
                nullableContextOptions: NullableContextOptions.Enable,
                optimizationLevel: optimised ? OptimizationLevel.Release : OptimizationLevel.Debug);
            var emitted = CSharpCompilation.Create(name, Sources(), Framework(), options).Emit(path);
            emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
            File.WriteAllText(Path.Combine(_folder, name + ".runtimeconfig.json"),
                $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
            return path;
        }
    }

    private static IEnumerable<SyntaxTree> Sources()
    {
        var checkout = DataFolder.Checkout();
        var files = Directory.GetFiles(Path.Combine(checkout, "src", "SupplySim.Engine"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Append(Path.Combine(checkout, "tests", "SupplySim.Engine.Tests", "Determinism", "ReferenceRun.cs"));
        return files.Select(File.ReadAllText).Append(Usings).Append(Main).Select(text => CSharpSyntaxTree.ParseText(text));
    }

    private static IEnumerable<MetadataReference> Framework() =>
        Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System.*.dll")
            .Where(file => !file.Contains(".Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    private static string Dotnet() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..",
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
