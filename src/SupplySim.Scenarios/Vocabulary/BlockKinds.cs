using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A block of keys without an id, its type left open.</summary>
internal interface IBlockKind : IKind
{
    /// <summary>What it may hold.</summary>
    IReadOnlyList<Key> Keys { get; }

    /// <summary>One, to be shown to who writes something else; null for none.</summary>
    string? Example { get; }
}

/// <summary>A block of keys without an id.</summary>
internal sealed class BlockKind<T>(Shape<T> shape) : Kind<T>(shape.What), IBlockKind
    where T : class
{
    public IReadOnlyList<Key> Keys => shape.All;

    public override Form Form => new Form.Block(shape);

    /// <summary>One, to be shown to who writes something else. Default: its keys.</summary>
    public string? Example { get; init; }

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (AsBlock(node) is not { } block)
        {
            context.Refuse(node, owner, $"{What} is a block of keys, not {node.Shape}",
                Example is null ? $"keys of {What}: {string.Join(", ", shape.All.Select(k => k.Name))}" : $"write for example `{Example}`");
            return false;
        }
        value = shape.Read(block, owner, "", context);
        return true;
    }

    /// <summary>The keys of a block; a key with nothing behind it is a block without keys. Null for anything
    /// else.</summary>
    public static MappingNode? AsBlock(Node node) => node switch
    {
        MappingNode block => block,
        ScalarNode { IsEmpty: true } => new MappingNode([], node.Span),
        _ => null,
    };
}

/// <summary>A section of blocks by id, its type left open; it may stand in tables.</summary>
internal interface ISectionKind : IKind
{
    /// <summary>One of its blocks, to be shown to who writes something else.</summary>
    string Example { get; }
}

/// <summary>A section of blocks by id, such as <c>places</c>.</summary>
/// <param name="what">How a person would call it.</param>
/// <param name="choose">The shape of one of its blocks. Null where it cannot be told: reported.</param>
/// <param name="checkKey">Whether what stands under a key can be read; what is wrong with the key is reported.</param>
/// <param name="each">What one of its blocks looks like.</param>
internal sealed class SectionKind<T>(string what, Func<ScalarNode, MappingNode, BindingContext, IShape?> choose,
    Func<ScalarNode, BindingContext, bool> checkKey, Form each)
    : Kind<ImmutableArray<T>>(what), ISectionKind
    where T : class
{
    /// <summary>A section of blocks that all have the same shape, each under a plain id.</summary>
    public SectionKind(string what, Shape<T> shape) : this(what, shape, LookAtKey) { }

    /// <summary>A section of blocks that all have the same shape.</summary>
    public SectionKind(string what, Shape<T> shape, Func<ScalarNode, BindingContext, bool> checkKey)
        : this(what, (_, _, _) => shape, checkKey, new Form.Block(shape)) { }

    /// <summary>A section of blocks of several shapes, each under a plain id.</summary>
    public SectionKind(string what, Func<ScalarNode, MappingNode, BindingContext, IShape?> choose, IReadOnlyList<Form.Case> cases)
        : this(what, choose, LookAtKey, new Form.OneOf(cases)) { }

    public override Form Form => new Form.Section(each);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (BlockKind<T>.AsBlock(node) is not { } section)
        {
            context.Refuse(node, owner, $"{What} are blocks of keys, each under its id, not {node.Shape}", HowWritten(node));
            context.IsIncomplete = true;
            return false;
        }
        if (IsImported(section, context)) return false;
        var items = ImmutableArray.CreateBuilder<T>(section.Entries.Count);
        foreach (var entry in section.Entries)
            if (Read(entry, context) is { } item) items.Add(item);
            else context.IsIncomplete = true;
        value = items.ToImmutable();
        return true;
    }

    /// <summary>What stands under an id of the wrong form is read all the same.</summary>
    private static bool LookAtKey(ScalarNode key, BindingContext context)
    {
        Ids.Check(key, context.Diagnostics);
        return true;
    }

    private T? Read(Entry entry, BindingContext context)
    {
        if (!checkKey(entry.Key, context)) return null;
        if (BlockKind<T>.AsBlock(entry.Value) is not { } block)
        {
            context.Refuse(entry.Value, entry.Key.Span,
                $"`{entry.Key.Text}` is a block of keys, not {entry.Value.Shape}", $"write for example `{entry.Key.Text}: {Example}`");
            return null;
        }
        if (OtherWords.IsSection(entry.Key.Text) && block.Entries.Count > 0 && block.Entries.All(each => each.Value is MappingNode))
        {
            context.Diagnostics.Add(DiagnosticCodes.UnknownKey, entry.Key.Span,
                $"`{entry.Key.Text}` is a section of its own, and stands within {What}", "write it at the left edge, as `title` is");
            return null;
        }
        return (T?)choose(entry.Key, block, context)?.ReadAny(block, entry.Key.Span, entry.Key.Text, context);
    }

    /// <summary>One of its blocks, to be shown to who writes something else. Default: none in particular.</summary>
    public string Example { get; init; } = "{key: value, ...}";

    // A list, as many write: the first of its items under its own id.
    private string? HowWritten(Node node) => node is SequenceNode { Items: [var first, ..] }
        ? $"write `{(first is MappingNode block ? IdIn(block) : null) ?? "id"}: {{...}}`, without the `-`, and so on"
        : null;

    /// <summary>The id of what is written as an item of a list; null where nothing tells it. Default: what
    /// stands under `id` or `name`.</summary>
    public Func<MappingNode, string?> IdIn { get; init; } =
        static block => (block["id"] ?? block["name"]) is ScalarNode { Text: var id } && Ids.IsOne(id) ? id : null;

    /// <summary>Whether the section stands in a file of a kind that cannot be read yet.</summary>
    private bool IsImported(MappingNode section, BindingContext context)
    {
        if (section.Find("geojson") is not { Value: ScalarNode } entry) return false;
        context.Diagnostics.Add(DiagnosticCodes.NotYet, entry.Key.Span, $"{What} from a geojson cannot be read yet",
            "write them in this file, or in a table");
        return true;
    }
}
