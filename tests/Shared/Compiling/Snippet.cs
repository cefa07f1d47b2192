using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SupplySim.Testing;

/// <summary>A few lines of a user's program, for tests of what the compiler lets a user write.</summary>
internal static class Snippet
{
    /// <summary>The ids of what the compiler warns of or refuses.</summary>
    /// <param name="source">A whole file.</param>
    /// <param name="libraries">A type of each library it may use.</param>
    public static IEnumerable<string> Errors(string source, params Type[] libraries)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = platform.Concat(libraries.Select(type => type.Assembly.Location)).Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("snippet", [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.Emit(Stream.Null).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id);
    }
}
