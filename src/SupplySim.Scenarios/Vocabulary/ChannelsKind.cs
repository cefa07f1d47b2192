using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Channels of a clearance: <c>[iraqi-command, syrian-command]</c>, or a block for each under its id.</summary>
internal sealed class ChannelsKind(Shape<Channel> shape) : Kind<ImmutableArray<Channel>>("a list of channels, or a block for each")
{
    private readonly ListKind<string> _ids = new("a list of channels", Kinds.Id);
    private readonly SectionKind<Channel> _blocks = new("channels", shape);

    public override Form Form => new Form.Either(_ids.Form, _blocks.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<Channel> value)
    {
        if (node is MappingNode) return _blocks.TryRead(node, owner, context, out value);
        var isRead = _ids.TryRead(node, owner, context, out var ids);
        value = isRead ? [.. ids.Select(id => new Channel(id))] : [];
        return isRead;
    }
}
