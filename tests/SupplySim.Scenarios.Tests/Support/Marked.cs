using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Support;

/// <summary>A text in which <c>‹</c> and <c>›</c> stand around the place where a diagnostic is expected.</summary>
internal sealed record Marked(string Text, int Line, int Column, int Length)
{
    public static Marked Parse(string marked)
    {
        var (start, end) = (marked.IndexOf('‹'), marked.IndexOf('›'));
        var before = marked[..start];
        var line = before.Count(c => c == '\n') + 1;
        return new(before + marked[(start + 1)..end] + marked[(end + 1)..], line, start - before.LastIndexOf('\n'),
            end - start - 1);
    }

    /// <summary>Whether the only diagnostic of the text has this code and stands at the marked place.</summary>
    public void ShouldGive(string code)
    {
        ScenarioFile.TryParse(Text, "f.yaml", [], out _, out var diagnostics);
        diagnostics.Select(d => (d.Code, d.Place!.Line, d.Place.Column, d.Place.Length))
            .Should().Equal([(code, Line, Column, Length)],
                DiagnosticText.Write(diagnostics).Replace("{", "{{").Replace("}", "}}"));
    }
}
