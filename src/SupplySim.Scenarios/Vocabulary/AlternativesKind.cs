using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Alternatives by name, each a block of settings: <c>more-flights: {flights: 4}</c>.</summary>
/// <remarks>Only their form is looked at here: <see cref="Binder"/> binds the file again with the settings of
/// each.</remarks>
internal sealed class AlternativesKind()
    : Kind<ImmutableArray<Alternative>>("alternatives by name, each a block of settings")
{
    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<Alternative> value)
    {
        value = [];
        if (node is not MappingNode compare)
        {
            context.Refuse(node, owner, $"{What} are needed here, not {node.Shape}");
            return false;
        }
        foreach (var (name, settings) in compare.Entries)
        {
            Ids.Check(name, context.Diagnostics);
            if (settings is not (MappingNode or ScalarNode { IsEmpty: true }))
                context.Refuse(settings, name.Span, $"an alternative is a block of settings, not {settings.Shape}",
                    "write `{parameter: value}` or `{path.to.key: value}`");
        }
        return true;
    }
}
