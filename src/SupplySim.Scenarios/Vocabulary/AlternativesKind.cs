using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Alternatives by name, each a block of settings, <c>more-flights: {flights: 4}</c>, or of settings from a moment on,
/// <c>more-flights: {at: day 8, set: {flights: 4}}</c>.</summary>
/// <remarks>Only their form is looked at here: <see cref="Binder"/> binds the file again with the settings of
/// each.</remarks>
internal sealed class AlternativesKind()
    : Kind<ImmutableArray<Alternative>>("alternatives by name, each a block of settings, or `at:` a moment from which to `set:` them")
{
    private const string AtKey = "at";
    private const string SetKey = "set";

    /// <summary>What an alternative sets; null where it sets nothing.</summary>
    public static MappingNode? SettingsOf(Node alternative) =>
        alternative is MappingNode block ? block[SetKey] as MappingNode ?? block : null;

    /// <summary>When an alternative begins that does so in the middle of a run; null of any other.</summary>
    public static Entry? AtOf(Node alternative) =>
        alternative is MappingNode block && block[SetKey] is MappingNode ? block.Find(AtKey) : null;

    public override Form Form => new Form.ByName(Form.Free);

    public override bool TryRead(Node node, Span owner, BindingContext context, out ImmutableArray<Alternative> value)
    {
        value = [];
        if (node is not MappingNode compare)
        {
            context.Refuse(node, owner, $"{What} are needed here, not {node.Shape}",
                "write for example `{more-trucks: {fleets.trucks.count: 12}, no-flood: {disruptions.flood: off}}`");
            return false;
        }
        foreach (var (name, settings) in compare.Entries)
        {
            Ids.Check(name, context.Diagnostics);
            if (settings is not (MappingNode or ScalarNode { IsEmpty: true }))
                context.Refuse(settings, name.Span, $"an alternative is a block of settings, not {settings.Shape}",
                    "write `{parameter: value}` or `{path.to.key: value}`");
            else if (settings is MappingNode block && block[SetKey] is MappingNode && (block.Entries.Count != 2 || AtOf(block) is null))
                context.Refuse(settings, name.Span, "`set` needs the moment from which it counts, and nothing else",
                    "write `{at: day 8, set: {flights: 4}}`");
        }
        return true;
    }
}
