using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What a disruption strikes: an id, or a list of ids: <c>bridge</c> or <c>[bridge, depot - town]</c>.</summary>
internal sealed class TargetsKind(string what, params Referent[] to) : Kind<Targets>(what)
{
    private readonly ValueKind<string> _one = Kinds.Ref(what, to);
    private readonly ListKind<string> _several = new(what, Kinds.Ref(what, to));

    public override Form Form => new Form.Either(_one.Form, _several.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out Targets value)
    {
        value = null;
        if (node is SequenceNode)
        {
            if (!_several.TryRead(node, owner, context, out var ids)) return false;
            value = Targets.Create(ids.AsSpan());
            return true;
        }
        if (!_one.TryRead(node, owner, context, out var id)) return false;
        value = id;
        return true;
    }
}
