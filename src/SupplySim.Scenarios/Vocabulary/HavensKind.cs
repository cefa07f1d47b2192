using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Camps that people flee to: a list, or shares by camp: <c>[arisha, ain-issa]</c> or
/// <c>{arisha: 60 %, ain-issa: 40 %}</c>.</summary>
internal sealed class HavensKind() : Kind<ImmutableArray<Haven>>("a list of camps, or shares by camp")
{
    private readonly ListKind<PlaceId> _list = new("a list of camps, or of shares by camp,", Kinds.Place);
    private readonly ByNameKind<double> _shares = new("shares by camp", Kinds.Ref("the id of a camp", Referent.Place), Kinds.Share);

    public override Form Form => new Form.Either(_list.Form, _shares.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<Haven> value)
    {
        value = [];
        if (node is MappingNode { Entries.Count: 0 } or SequenceNode { Items.Count: 0 })
        {
            context.Refuse(node, owner, "it names no camp", "name camps, or leave it out: then they go to all that can be reached");
            return false;
        }
        if (node is MappingNode)
        {
            if (!_shares.TryRead(node, owner, context, out var shares)) return false;
            value = [.. shares.Select(one => (Haven)one)];
            return true;
        }
        if (node is SequenceNode { Items: [MappingNode, ..] })
        {
            context.Refuse(node, owner, "shares by camp are one block, not a list of blocks", "write `{arisha: 60 %, ain-issa: 40 %}`");
            return false;
        }
        if (!_list.TryRead(node, owner, context, out var camps)) return false;
        value = [.. camps.Select(camp => (Haven)camp)];
        return true;
    }
}
