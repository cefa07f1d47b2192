using System.Collections.Immutable;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Diagnostics;

/// <summary>Collects the diagnostics of one reading; each is kept once, however often it is found.</summary>
/// <remarks>The file is bound once for each alternative, so the same mistake is met again and again: what has the same
/// code, place and message is one mistake. At most <see cref="Limits.Mistakes"/> are kept, and one that says
/// so.</remarks>
internal sealed class DiagnosticBag
{
    private readonly HashSet<(string Code, Span? Span, string Message)> _seen = [];
    private readonly List<Diagnostic> _found = [];
    private readonly List<Span> _wrong = [];

    public bool HasErrors { get; private set; }

    /// <summary>A note for whatever has none of its own: where in the work a mistake was first met.</summary>
    public string? Circumstance { get; set; }

    public void Add(DiagnosticCode code, Span span, string message, string? help = null, string? note = null,
        string? label = null)
    {
        if (!IsNew(code, span, message)) return;
        var diagnostic = new Diagnostic(code.Id, code.Severity, message, span.Place);
        _found.Add(diagnostic with { Help = help, Note = note ?? Circumstance, Label = label });
    }

    /// <summary>The same, with help that costs something to find: it is looked for only where the mistake is a new
    /// one.</summary>
    public void Add(DiagnosticCode code, Span span, string message, Func<string?> help, string? note = null)
    {
        if (!IsNew(code, span, message)) return;
        _found.Add(new(code.Id, code.Severity, message, span.Place) { Help = help(), Note = note ?? Circumstance });
    }

    /// <summary>A mistake of the file as a whole.</summary>
    public void Add(DiagnosticCode code, string file, string message, string? help = null)
    {
        if (!IsNew(code, null, message)) return;
        _found.Add(new(code.Id, code.Severity, message, SourcePlace.WholeFile(file)) { Help = help });
    }

    /// <summary>All of them: by file in order of appearance, line, column; of equal places in the order
    /// found.</summary>
    public ImmutableArray<Diagnostic> Sorted()
    {
        var files = _found.Select(d => d.Place!.File).Distinct().ToList();
        return [.. _found.OrderBy(d => files.IndexOf(d.Place!.File)).ThenBy(d => d.Place!.Line)
            .ThenBy(d => d.Place!.Column)];
    }

    /// <summary>Whether a value in this stretch could not be used. A key too many does not count: the rest is as it was
    /// written.</summary>
    public bool HasErrorWithin(Span span) =>
        _wrong.Any(w => ReferenceEquals(w.Source, span.Source) && w.Start < span.End && span.Start < w.End);

    /// <summary>Says that a value could not be used in one more place than where that is told.</summary>
    public void Spoil(DiagnosticCode code, Span span)
    {
        if (code.Severity == Severity.Error && !_wrong.Contains(span)) _wrong.Add(span);
    }

    private bool IsNew(DiagnosticCode code, Span? span, string message)
    {
        HasErrors |= code.Severity == Severity.Error;
        if (_found.Count > Limits.Mistakes || !_seen.Add((code.Id, span, message))) return false;
        if (code.Severity == Severity.Error && code != DiagnosticCodes.UnknownKey && span is { } wrong)
            _wrong.Add(wrong);
        if (_found.Count < Limits.Mistakes) return true;
        var limit = DiagnosticCodes.TooManyMistakes;
        var file = _found[0].Place!.File;
        _found.Add(new(limit.Id, limit.Severity, $"more than {Limits.Mistakes} mistakes; the rest are not listed",
            SourcePlace.WholeFile(file)));
        HasErrors = true;
        return false;
    }
}
