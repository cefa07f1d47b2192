using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Whom each holder lets pass, by holder, traffic and, where it differs, direction: <c>{north: {aid: yes}}</c> or
/// <c>{north: {aid: {in: with-clearance, out: yes}}}</c>.</summary>
/// <remarks>Who nests the three otherwise is told the order once, and not that there is no party <c>in</c>.</remarks>
internal sealed class PassageKind(Kind<string> holder, Kind<ByName<Each<Permission>>> rules)
    : Kind<ByName<ByName<Each<Permission>>>>("permissions by holder and traffic")
{
    private static readonly string[] Directions = ["in", "out"];

    private readonly ByNameKind<ByName<Each<Permission>>> _byHolder =
        new("permissions by holder and traffic", holder, rules, "{north: {aid: yes, military: no}}");

    public override Form Form => _byHolder.Form;

    public override bool TryRead(Node node, Span owner, BindingContext context,
        [MaybeNullWhen(false)] out ByName<ByName<Each<Permission>>> value)
    {
        if (!IsNestedOtherwise(node, context.Declared)) return _byHolder.TryRead(node, owner, context, out value);
        value = null;
        context.Refuse(node, owner, "passage is said by holder, then traffic, then direction",
            "write `{north: {aid: yes}}`, or `{north: {aid: {in: with-clearance, out: yes}}}`");
        return false;
    }

    // A direction that is no party, or stands where a traffic should and holds more; or somebody who is no party before a party.
    private static bool IsNestedOtherwise(Node node, Declared declared) => Keys(node).Any(outer =>
        !declared.Has(Referent.Party, outer.Name)
            && (Directions.Contains(outer.Name) || Keys(outer.Value).Any(inner => declared.Has(Referent.Party, inner.Name)))
        || Keys(outer.Value).Any(inner => Directions.Contains(inner.Name) && inner.Value is MappingNode));

    private static IEnumerable<(string Name, Node Value)> Keys(Node node) =>
        node is MappingNode block ? block.Entries.Select(entry => (entry.Key.Text, entry.Value)) : [];
}
