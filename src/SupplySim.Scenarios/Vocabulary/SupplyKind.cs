using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A level of stock: <c>12 d</c>, <c>120 t</c>, <c>unlimited</c>, <c>unknown(5 d, 15 d)</c>, or days
/// or an amount of each commodity.</summary>
/// <param name="standIn">What stands in for one that cannot be read.</param>
/// <param name="what">What it is, with examples. Default: a stock in any form.</param>
internal sealed class SupplyKind(Supply standIn, string what = "a stock such as `12 d`, `120 t` or `{food: 120 t, medicine: 9 d}`")
    : Kind<Supply>(what)
{
    private static readonly Kind<Supply> OfOne =
        new ValueKind<Supply>("days or an amount", (Cursor c, BindingContext context, [MaybeNullWhen(false)] out Supply level) =>
            (level = Levels.ReadOfOne(c, context)) is not null);

    private static readonly ByNameKind<Supply> ByCommodity =
        new("days or amounts by commodity", Kinds.Ref("the id of a commodity", Referent.Commodity), OfOne);

    public override Form Form => new Form.Either(Form.Value, ByCommodity.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out Supply value)
    {
        if (node is MappingNode)
        {
            value = ByCommodity.TryRead(node, owner, context, out var levels) ? Supply.ByCommodity([.. levels]) : standIn;
            return true;
        }
        value = (context.Open(node, owner, What) is { } cursor ? Levels.Read(cursor, context) : null) ?? standIn;
        return true;
    }
}
