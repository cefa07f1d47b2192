using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A block of keys that becomes a record of the model, its type left open.</summary>
internal interface IShape
{
    /// <summary>How a person would call it, with its article: <c>a crossing</c>.</summary>
    string What { get; }

    IReadOnlyList<Key> All { get; }

    Type Type { get; }

    /// <summary>The record; see <see cref="Shape{T}.Read"/>.</summary>
    object ReadAny(MappingNode node, Span owner, string id, BindingContext context);
}

/// <summary>A block of keys that becomes a <typeparamref name="T"/>.</summary>
/// <param name="what">How a person would call it, with its article.</param>
/// <param name="make">Makes the record with its id; what is required gets a harmless value, which stands where the
/// file's own cannot be read, so that the rest can still be looked at.</param>
internal sealed class Shape<T>(string what, Func<string, T> make) : Keys<T>, IShape
    where T : class
{
    /// <summary>Keys that the language has and that cannot be read yet.</summary>
    private static readonly string[] NotYet =
        ["geojson", "like"];

    public string What { get; } = what;

    public Type Type => typeof(T);

    /// <summary>The record. Every key that is unknown, missing or wrong is reported. What is misspelt is,
    /// and then read as what was meant, so that nothing else seems to be wrong: a key like it is not missing, nor what it says.</summary>
    /// <param name="node">The block.</param>
    /// <param name="owner">The key before the block, or what else it belongs to.</param>
    /// <param name="id">The id of the record; empty for one that has none.</param>
    /// <param name="context">What is known while the tree is bound.</param>
    public T Read(MappingNode node, Span owner, string id, BindingContext context)
    {
        var (record, meant) = (make(id), new HashSet<Key>());
        foreach (var (name, value) in node.Entries)
        {
            var key = All.FirstOrDefault(k => k.Name == name.Text);
            if (key is null)
            {
                ReportUnknown(name, value, node, context);
                var word = IsOtherWord(name.Text) ? OtherWords.Of(name.Text, All, node) : null;
                key = word?.Key ?? Meant(name.Text, node);
                if (key is not null) meant.Add(key);
                if (word is { IsSame: false }) key = null;
                // The model would miss what stands too far out.
                if (typeof(T) == typeof(Scenario) && OtherWords.SectionOf(value) is not null) context.IsIncomplete = true;
            }
            if (key?.Kind.TryReadAny(value, name.Span, context, out var read) == true) key.Property?.SetValue(record, read);
        }
        foreach (var key in All)
            if (key.IsRequired && node[key.Name] is null && !meant.Contains(key) && !node.IsCut)
                context.Diagnostics.Add(DiagnosticCodes.MissingKey, owner, $"{What} needs `{key.Name}`",
                    key.Kind is IBlockKind { Example: { } example }
                        ? $"add for example `{key.Name}: {example}`"
                        : $"add `{key.Name}:` with {key.Kind.What}");
        return record;
    }

    public object ReadAny(MappingNode node, Span owner, string id, BindingContext context) =>
        Read(node, owner, id, context);

    // One that the block has besides is not meant.
    private Key? Meant(string name, MappingNode node) =>
        !NotYet.Contains(name) && Similar.To(name, All.Select(k => k.Name)) is { } similar && node[similar] is null
            ? All.First(k => k.Name == similar)
            : null;

    // What is near a key is misspelt, whatever else it may stand for.
    private bool IsOtherWord(string name) => Similar.To(name, All.Select(k => k.Name)) is null;

    private void ReportUnknown(ScalarNode name, Node value, MappingNode node, BindingContext context)
    {
        if (NotYet.Contains(name.Text))
            context.Diagnostics.Add(DiagnosticCodes.NotYet, name.Span, $"`{name.Text}` cannot be read yet",
                "write the keys and values in this file");
        else
            context.Diagnostics.Add(DiagnosticCodes.UnknownKey, name.Span, $"`{name.Text}` is not a key of {What}",
                () => SuggestKey(name.Text, value, node));
    }

    private string SuggestKey(string name, Node value, MappingNode node) => Similar.To(name, All.Select(k => k.Name)) is { } similar
        ? $"a similar key exists: `{similar}`"
        : OtherWords.Of(name, All, node) is { } word
            ? word is { IsSame: true, Key.Name: var key } && value is ScalarNode { IsEmpty: false, Text: var text }
                ? $"it is written `{key}: {text}`"
                : $"write for example `{word.Right}`"
        : typeof(T) == typeof(Scenario) && OtherWords.SectionOf(value) is { } section ? section
        : OtherWords.Elsewhere(name) is { } elsewhere ? $"{elsewhere}; {Listed}"
        : (All.Where(k => k.IsRequired && node[k.Name] is null).ToArray() is [var missing] && !node.IsCut
            ? $"is `{missing.Name}` meant, which is missing? "
            : "") + Listed;

    private string Listed => $"keys of {What}: {string.Join(", ", All.Select(k => k.Name))}";
}
