namespace SupplySim.Scenarios.Diagnostics;

/// <summary>One thing that is wrong, or looks wrong, in a scenario file: what, where, and the way out.</summary>
/// <remarks>Immutable. The texts hold what stood in the file as it stood there, control characters included:
/// <see cref="DiagnosticText"/> makes them safe to print.</remarks>
/// <param name="Code">Such as <c>SS0201</c>; <see cref="DiagnosticCodes"/> lists them all.</param>
/// <param name="Severity">Whether the scenario can be run all the same.</param>
/// <param name="Message">What is wrong, with the value that stands there; one line, no full stop.</param>
/// <param name="Place">Where; null where it is nowhere in particular.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourcePlace? Place)
{
    /// <summary>A few words for the marked text. Null where the message says it.</summary>
    public string? Label { get; init; }

    /// <summary>What to do. Null where the message says it.</summary>
    public string? Help { get; init; }

    /// <summary>What else is worth knowing. Null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>For example <c>corridor.supply.yaml:12:20: error SS0304: a speed needs a unit</c>.</summary>
    public override string ToString()
    {
        var where = Place is null ? "" : Place + ": ";
        return $"{where}{(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
    }
}
