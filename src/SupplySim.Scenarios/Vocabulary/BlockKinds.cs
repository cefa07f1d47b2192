using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A block of keys without an id.</summary>
internal sealed class BlockKind<T>(Shape<T> shape) : Kind<T>(shape.What)
    where T : class
{
    public IShape Shape => shape;

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not MappingNode block)
        {
            context.Refuse(node, owner, $"{What} is a block of keys, not {node.Shape}", $"keys of {What}: {string.Join(", ", shape.All.Select(k => k.Name))}");
            return false;
        }
        value = shape.Read(block, owner, "", context);
        return true;
    }
}

/// <summary>A section of blocks by id, such as <c>places</c>.</summary>
/// <param name="what">How a person would call it.</param>
/// <param name="shapes">All shapes that its blocks can have.</param>
/// <param name="choose">The shape of one of them. Null where it cannot be told: reported.</param>
internal sealed class SectionKind<T>(string what, IReadOnlyList<IShape> shapes, Func<Entry, BindingContext, IShape?> choose)
    : Kind<ImmutableArray<T>>(what)
    where T : class
{
    /// <summary>A section all of whose blocks have the same shape.</summary>
    public SectionKind(string what, IShape shape) : this(what, [shape], (_, _) => shape) { }

    public IReadOnlyList<IShape> Shapes { get; } = shapes;

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not MappingNode section)
        {
            context.Refuse(node, owner, $"{What} are blocks of keys, each under its id, not {node.Shape}");
            return false;
        }
        if (IsImported(section, context)) return false;
        var items = ImmutableArray.CreateBuilder<T>(section.Entries.Count);
        foreach (var entry in section.Entries)
            if (Read(entry, context) is { } item) items.Add(item);
        value = items.ToImmutable();
        return true;
    }

    private T? Read(Entry entry, BindingContext context)
    {
        Ids.Check(entry.Key, context.Diagnostics);
        var block = entry.Value switch
        {
            MappingNode keys => keys,
            ScalarNode { IsEmpty: true } => new MappingNode([], entry.Key.Span),
            _ => null,
        };
        if (block is null)
        {
            context.Refuse(entry.Value, entry.Key.Span, $"`{entry.Key.Text}` is a block of keys, not {entry.Value.Shape}");
            return null;
        }
        return (T?)choose(new(entry.Key, block), context)?.ReadAny(block, entry.Key.Span, entry.Key.Text, context);
    }

    /// <summary>Whether the section stands in another file, which cannot be read yet.</summary>
    private bool IsImported(MappingNode section, BindingContext context)
    {
        foreach (var (key, value) in section.Entries)
        {
            if (key.Text is not ("table" or "geojson") || value is not ScalarNode) continue;
            context.Diagnostics.Add(DiagnosticCodes.NotYet, key.Span, $"{What} from a {key.Text} cannot be read yet", "write them in this file");
            return true;
        }
        return false;
    }
}
