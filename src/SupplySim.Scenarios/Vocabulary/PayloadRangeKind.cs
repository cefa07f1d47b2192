using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What an aircraft carries by distance: <c>{500 km: 40 t, 3000 km: 20 t, 5000 km: 0 t}</c>.</summary>
internal sealed class PayloadRangeKind() : Kind<PayloadRange>("payloads by distance")
{
    private static readonly PayloadRange StandIn = new((Distance.FromKilometres(10_000), Mass.FromTonnes(50)));

    public override Form Form => new Form.ByName(Form.Value);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out PayloadRange value)
    {
        value = StandIn;
        if (node is not MappingNode { Entries.Count: > 0 } block)
        {
            context.Refuse(node, owner, $"{What} are needed here, not {(node is MappingNode ? "an empty block" : node.Shape)}",
                "write `{distance: mass, ...}`, such as `{500 km: 40 t, 3000 km: 20 t}`");
            return true;
        }
        var points = new List<(Distance, Mass)>(block.Entries.Count);
        foreach (var (key, each) in block.Entries)
            if (Kinds.Distance.TryRead(key, key.Span, context, out var distance)
                & Kinds.MassFromZero.TryRead(each, key.Span, context, out var mass))
                if (PayloadRange.Objection(points.Count == 0 ? null : points[^1], (distance, mass)) is { } objection)
                    context.Diagnostics.Add(DiagnosticCodes.BadValue, key.Span, objection);
                else points.Add((distance, mass));
        if (points.Count > 0) value = new PayloadRange([.. points]);
        return true;
    }
}
