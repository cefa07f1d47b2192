using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Binding;

/// <summary>A value set from outside the place where it is written: by an alternative, or on the command
/// line.</summary>
/// <param name="Key">The name of a parameter, or a path of keys.</param>
/// <param name="Value">What is set; <c>off</c> takes away what stands there.</param>
internal sealed record Setting(ScalarNode Key, Node Value)
{
    private const string Prefix = "--set ";

    /// <summary>Whether it takes away what stands there.</summary>
    public bool TakesAway => Value is ScalarNode { Text: Settings.Off };

    /// <summary>A setting as it stands on the command line, <c>KEY=VALUE</c>. Null where it is none:
    /// reported.</summary>
    public static Setting? Parse(string argument, DiagnosticBag diagnostics)
    {
        var source = new SourceText("command line", Prefix + argument);
        var equals = source.Text.IndexOf('=', Prefix.Length);
        if (equals <= Prefix.Length)
        {
            diagnostics.Add(DiagnosticCodes.BadSetting, new Span(source, Prefix.Length, source.Text.Length),
                $"`{argument}` is not a setting",
                "write `--set KEY=VALUE`, such as `--set flights=4` or `--set places.fishkhabour.hours=never`");
            return null;
        }
        var key = new ScalarNode(source.Text[Prefix.Length..equals].Trim(), new Span(source, Prefix.Length, equals),
            isPlain: true);
        var value = equals + 1 == source.Text.Length ? null : SourceReader.ReadValue(source, equals + 1, diagnostics);
        if (value is null && !diagnostics.HasErrors)
            diagnostics.Add(DiagnosticCodes.BadSetting, new Span(source, equals, equals + 1),
                $"nothing stands behind `{key.Text}=`", "write a value as it would stand in the file");
        return value is null ? null : new(key, value);
    }
}
