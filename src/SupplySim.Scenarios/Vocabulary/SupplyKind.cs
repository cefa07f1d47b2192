using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A level of stock: <c>12 d</c>, <c>120 t</c>, <c>unlimited</c>, or an amount of each commodity.</summary>
/// <param name="standIn">What stands in for one that cannot be read.</param>
internal sealed class SupplyKind(Supply standIn) : Kind<Supply>("a stock such as `12 d`, `120 t` or `{food: 120 t}`")
{
    private static readonly Kind<Quantity> Amounts =
        new ValueKind<Quantity>("an amount", (Cursor c, BindingContext _, out Quantity amount) =>
    {
        var read = Levels.ReadOfOne(c);
        amount = read ?? default;
        return read is not null;
    });

    private static readonly ByNameKind<Quantity> ByCommodity =
        new("amounts by commodity", Kinds.Ref("the id of a commodity", Referent.Commodity), Amounts);

    public override Form Form => new Form.Either(Form.Value, ByCommodity.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out Supply value)
    {
        if (node is MappingNode)
        {
            value = ByCommodity.TryRead(node, owner, context, out var amounts) ? Supply.Of([.. amounts]) : standIn;
            return true;
        }
        value = (context.Open(node, owner, What) is { } cursor ? Levels.Read(cursor) : null) ?? standIn;
        return true;
    }
}
