using System.Text;
using NodaTime;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Binding;

/// <summary>What is known while one tree is bound: its ids, its parameters, where mistakes go.</summary>
/// <remarks>One for the file itself and one for each alternative. Used by one thread.</remarks>
internal sealed class BindingContext
{
    private readonly Dictionary<string, ScalarNode> _parameters;

    /// <param name="root">The tree, settings applied.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public BindingContext(MappingNode root, DiagnosticBag diagnostics)
    {
        Diagnostics = diagnostics;
        Declared = new(root);
        _parameters = ParametersOf(root);
        var zone = ((root["clock"] as MappingNode)?["zone"] as ScalarNode)?.Text;
        Zone = (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc;
    }

    public DiagnosticBag Diagnostics { get; }

    public Declared Declared { get; }

    /// <summary>The zone that the clock names; UTC where it names none that exists.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The text of a single value, parameters put in, ready to be read. Null where there is none: reported.</summary>
    /// <param name="node">The value.</param>
    /// <param name="owner">What it belongs to, to be shown where nothing stands there.</param>
    /// <param name="what">What is needed, with its article.</param>
    /// <param name="longest">[characters] How long it may be.</param>
    public Cursor? Open(Node node, Span owner, string what, int longest = Limits.ValueLength)
    {
        if (node is BrokenNode) return null;
        if (node is not ScalarNode scalar) return Refuse(node, owner, $"{what} is a single value, not {node.Shape}");
        if (scalar.IsEmpty)
        {
            Diagnostics.Add(DiagnosticCodes.EmptyValue, owner, $"{what} is missing here");
            return null;
        }
        if (scalar.Text.Length > longest)
        {
            Diagnostics.Add(DiagnosticCodes.BadValue, scalar.Span, $"this value is longer than {longest} characters");
            return null;
        }
        return Substitute(scalar) is { } text ? new Cursor(text, scalar, Diagnostics) : null;
    }

    public Cursor? Refuse(Node node, Span owner, string message, string? help = null)
    {
        if (node is not BrokenNode) Diagnostics.Add(DiagnosticCodes.WrongShape, node is ScalarNode { IsEmpty: false } ? node.Span : owner, message, help);
        return null;
    }

    /// <summary>The text with the values of parameters in place of <c>${name}</c>. Null where one does not exist: reported.</summary>
    private string? Substitute(ScalarNode scalar)
    {
        var text = scalar.Text;
        if (!text.Contains("${", StringComparison.Ordinal)) return text;
        var result = new StringBuilder();
        for (var from = 0; ;)
        {
            var start = text.IndexOf("${", from, StringComparison.Ordinal);
            if (start < 0) return result.Append(text, from, text.Length - from).ToString();
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                Diagnostics.Add(DiagnosticCodes.UnknownParameter, scalar.Part(start, text.Length - start), "a `}` is missing behind the name of a parameter");
                return null;
            }
            if (Parameter(text[(start + 2)..end], scalar.Part(start, end + 1 - start)) is not { } value) return null;
            result.Append(text, from, start - from).Append(value);
            from = end + 1;
        }
    }

    private string? Parameter(string name, Span span)
    {
        if (_parameters.TryGetValue(name, out var value)) return value.Text;
        if (Declared.Has(Referent.Parameter, name)) return null;
        Diagnostics.Add(DiagnosticCodes.UnknownParameter, span, $"there is no parameter `{name}`",
            () => Similar.To(name, _parameters.Keys) is { } similar ? $"a similar one exists: `{similar}`" : $"add `{name}: {{value: ...}}` under `parameters`");
        return null;
    }

    /// <summary>The values of all parameters that have one; what is wrong with the others is told where they are bound.</summary>
    private static Dictionary<string, ScalarNode> ParametersOf(MappingNode root)
    {
        var values = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var entry in (root["parameters"] as MappingNode)?.Entries ?? [])
            if ((entry.Value as MappingNode)?["value"] is ScalarNode { IsEmpty: false } value && !value.Text.Contains("${", StringComparison.Ordinal))
                values[entry.Key.Text] = value;
        return values;
    }
}
