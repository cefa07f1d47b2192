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
    private readonly Dictionary<(ScalarNode, Type), object> _unknown = [];

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

    /// <summary>Whether a whole block had to be left out, so that what the model says of the rest means
    /// nothing.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The zone that the clock names; UTC where it names none that exists.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The text of a single value, parameters put in, ready to be read. Null where there is none:
    /// reported.</summary>
    /// <param name="node">The value.</param>
    /// <param name="owner">What it belongs to, to be shown where nothing stands there.</param>
    /// <param name="what">What is needed, with its article.</param>
    /// <param name="longest">[characters] How long it may be.</param>
    public Cursor? Open(Node node, Span owner, string what, int longest = Limits.ValueLength)
    {
        if (node is BrokenNode) return null;
        if (node is not ScalarNode scalar) return Refuse(node, owner, $"{what} is a single value, not {node.Shape}", HelpFor(node, what));
        if (scalar.IsEmpty)
        {
            Diagnostics.Add(DiagnosticCodes.EmptyValue, owner, $"{what} is missing here");
            return null;
        }
        if ((Stated(scalar) ?? Substituted(scalar, longest)) is not { } cursor) return null;
        if (cursor.Text.Length <= longest) return cursor;
        cursor.Report(DiagnosticCodes.BadValue, $"this value is longer than {longest} characters");
        return null;
    }

    /// <summary>What is unknown as the one figure that it is, however often a parameter that says so is put in.</summary>
    /// <param name="node">Where it is written.</param>
    /// <param name="figure">As it was read there this time.</param>
    public T OneFigure<T>(ScalarNode node, T figure)
        where T : class
    {
        if (_unknown.TryGetValue((node, typeof(T)), out var known) && known.Equals(figure)) return (T)known;
        _unknown[(node, typeof(T))] = figure;
        return figure;
    }

    /// <summary>Reports that something of another shape is needed.</summary>
    public Cursor? Refuse(Node node, Span owner, string message, string? help = null)
    {
        if (node is BrokenNode) return null;
        var isBesides = node is not ScalarNode { IsEmpty: true } && node.Span.Place.Line == owner.Place.Line;
        Diagnostics.Add(DiagnosticCodes.WrongShape, isBesides ? node.Span : owner, message, help);
        return null;
    }

    /// <summary>Where the whole value is one parameter, mistakes are shown where the parameter's value is
    /// written.</summary>
    private Cursor? Stated(ScalarNode scalar)
    {
        if (scalar.Text is not ['$', '{', .. var name, '}'] || !_parameters.TryGetValue(name, out var value))
            return null;
        var remark = $"it stands in place of `{scalar.Text}` at {scalar.Span.Place}";
        return new Cursor(value.Text, value, Diagnostics) { Remark = remark, UsedAt = scalar.Span };
    }

    /// <summary>The text with the values of parameters in place of <c>${name}</c>, at most a little longer than it may
    /// be. Null where a parameter does not exist: reported.</summary>
    private Cursor? Substituted(ScalarNode scalar, int longest)
    {
        var text = scalar.Text;
        if (!text.Contains("${", StringComparison.Ordinal)) return new(text, scalar, Diagnostics);
        var result = new StringBuilder();
        for (var from = 0; result.Length <= longest;)
        {
            var start = text.IndexOf("${", from, StringComparison.Ordinal);
            if (start < 0)
            {
                result.Append(text, from, text.Length - from);
                break;
            }
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                Diagnostics.Add(DiagnosticCodes.UnknownParameter, scalar.Part(start, text.Length - start),
                    "a `}` is missing behind the name of a parameter");
                return null;
            }
            if (Parameter(text[(start + 2)..end], scalar.Part(start, end + 1 - start)) is not { } value) return null;
            result.Append(text, from, start - from).Append(value);
            from = end + 1;
        }
        return new(result.ToString(), scalar, Diagnostics);
    }

    private static string? HelpFor(Node node, string what) =>
        node is not SequenceNode { Items: [ScalarNode { IsEmpty: false } first, ..] } ? null
            : what.StartsWith("the id of", StringComparison.Ordinal)
                ? $"write one, as `{first.Text}`, and for each other one a block of the same kind under an id of its own"
            : $"write one, as `{first.Text}`; what happens several times is a block for each, or comes again by `every`";

    private string? Parameter(string name, Span span)
    {
        if (_parameters.TryGetValue(name, out var value)) return value.Text;
        if (Declared.Has(Referent.Parameter, name)) return null;
        Diagnostics.Add(DiagnosticCodes.UnknownParameter, span, $"there is no parameter `{name}`",
            () => Similar.To(name, _parameters.Keys) is { } similar
                ? $"a similar one exists: `{similar}`"
                : $"add `{name}: {{value: ...}}` under `parameters`");
        return null;
    }

    /// <summary>The values of all parameters that have one; what is wrong with the others is told where they are
    /// bound.</summary>
    private static Dictionary<string, ScalarNode> ParametersOf(MappingNode root)
    {
        var values = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var entry in (root["parameters"] as MappingNode)?.Entries ?? [])
            if ((entry.Value as MappingNode)?["value"] is ScalarNode { IsEmpty: false } value
                && !value.Text.Contains("${", StringComparison.Ordinal))
                values[entry.Key.Text] = value;
        return values;
    }
}
