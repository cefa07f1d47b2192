using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Nothing after this place can be read. Never leaves <see cref="SourceReader"/>.</summary>
internal sealed class UnreadableException(DiagnosticCode code, Span span, string message, string? help = null)
    : Exception(message)
{
    public void ReportTo(DiagnosticBag diagnostics) => diagnostics.Add(code, span, Message, help);
}
