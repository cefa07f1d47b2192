using System.Collections.Immutable;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios;

/// <summary>A scenario file cannot be used. Holds every mistake in it, not only the first.</summary>
public sealed class ScenarioFileException : Exception
{
    internal ScenarioFileException(ImmutableArray<Diagnostic> diagnostics) : base(DiagnosticText.Write(diagnostics)) =>
        Diagnostics = diagnostics;

    /// <summary>All errors and warnings, by place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
