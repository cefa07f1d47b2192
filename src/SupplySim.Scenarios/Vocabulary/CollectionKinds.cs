using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A list <c>[a, b]</c>. Items that cannot be read are reported and left out.</summary>
internal sealed class ListKind<T>(string what, Kind<T> item) : Kind<ImmutableArray<T>>(what)
{
    /// <summary>One, to be shown to who writes something else. Default: what was written, in brackets.</summary>
    public string? Example { get; init; }

    /// <summary>What who writes such a single value meant; null where nobody can tell. Default: the one item of a list.</summary>
    public Func<string, string?>? Meant { get; init; }

    public override Form Form => new Form.List(item.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not SequenceNode list)
        {
            context.Refuse(node, owner, $"{What} is needed here, not {node.Shape}",
                Example is { } example ? $"write for example `{example}`"
                    : node is ScalarNode { IsEmpty: false } one ? Meant?.Invoke(one.Text) ?? $"write `[{one.Text}]`"
                    : null);
            return false;
        }
        var items = ImmutableArray.CreateBuilder<T>(list.Items.Count);
        foreach (var each in list.Items)
            if (item.TryRead(each, each.Span, context, out var read)) items.Add(read);
        value = items.ToImmutable();
        return true;
    }
}

/// <summary>Values by name: <c>{aid: 12 min, military: 8 min}</c>. Names or values that cannot be read are reported and
/// left out.</summary>
internal sealed class ByNameKind<T>(string what, Kind<string> name, Kind<T> item, string example = "{name: value, ...}")
    : Kind<ByName<T>>(what)
{
    public override Form Form => new Form.ByName(item.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context,
        [MaybeNullWhen(false)] out ByName<T> value)
    {
        value = null;
        if (node is not MappingNode block)
        {
            context.Refuse(node, owner, $"values by name are needed here ({What}), not {node.Shape}", $"write `{example}`");
            return false;
        }
        var entries = new List<(string, T)>(block.Entries.Count);
        foreach (var (key, each) in block.Entries)
            if (name.TryRead(key, key.Span, context, out var named)
                & item.TryRead(each, key.Span, context, out var read))
                entries.Add((named!, read!));
        value = ByName.Create<T>([.. entries]);
        return true;
    }
}

/// <summary>One value for all, or one for each name: <c>2</c> or <c>{in: 1, out: 1}</c>.</summary>
internal sealed class EachKind<T>(Kind<string> name, Kind<T> item) : Kind<Each<T>>($"{item.What}, or one for each in a block")
{
    private readonly ByNameKind<T> _named = new(item.What, name, item);

    public override Form Form => new Form.Either(item.Form, _named.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context,
        [MaybeNullWhen(false)] out Each<T> value)
    {
        value = null;
        if (node is MappingNode)
        {
            if (!_named.TryRead(node, owner, context, out var named)) return false;
            value = Each<T>.Of(named);
            return true;
        }
        if (!item.TryRead(node, owner, context, out var same)) return false;
        value = Each<T>.Same(same);
        return true;
    }
}

/// <summary>A list of blocks, or one of them without a list.</summary>
internal sealed class OneOrListKind<T>(Kind<T> item) : Kind<ImmutableArray<T>>($"{item.What}, or a list of them")
{
    private readonly ListKind<T> _list = new(item.What, item);

    public override Form Form => new Form.Either(item.Form, _list.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<T> value)
    {
        if (node is SequenceNode) return _list.TryRead(node, owner, context, out value);
        value = item.TryRead(node, owner, context, out var one) ? [one] : [];
        return !value.IsEmpty;
    }
}
