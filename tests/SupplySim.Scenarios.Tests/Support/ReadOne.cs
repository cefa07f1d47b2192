using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Support;

/// <summary>Reads one value as if it stood in the small scenario, whose ids can be referred to.</summary>
internal static class ReadOne
{
    private const string Before = "value: ";

    public static T Value<T>(Kind<T> kind, string text)
    {
        var (isRead, value, diagnostics) = Try(kind, text);
        diagnostics.Should().BeEmpty("`{0}` can be read", text);
        isRead.Should().BeTrue();
        return value!;
    }

    /// <summary>The code and the column within the value, counted from 1, of the only mistake in it.</summary>
    public static (string Code, int Column) Mistake<T>(Kind<T> kind, string text)
    {
        var only = Try(kind, text).Diagnostics.Should().ContainSingle("`{0}` cannot be read", text).Subject;
        return (only.Code, only.Place!.Column - Before.Length);
    }

    /// <summary>The help with the only mistake in it.</summary>
    public static string? Help<T>(Kind<T> kind, string text) =>
        Try(kind, text).Diagnostics.Should().ContainSingle("`{0}` cannot be read", text).Subject.Help;

    private static (bool IsRead, T? Value, ImmutableArray<Diagnostic> Diagnostics) Try<T>(Kind<T> kind, string text)
    {
        var bag = new DiagnosticBag();
        var small = SourceReader.Read(new SourceText("small", SmallScenario.Text), bag)!.Value.Root;
        var source = new SourceText("value", Before + text);
        if (SourceReader.Read(source, bag) is not { } read) return (false, default, bag.Sorted());
        var entry = read.Root.Entries[0];
        var isRead = kind.TryRead(entry.Value, entry.Key.Span, new BindingContext(small, bag), out var value);
        return (isRead, value, bag.Sorted());
    }
}
