using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads amounts of stock: <c>12 d</c>, <c>120 t</c>, <c>20</c>, <c>unlimited</c>, <c>unknown(5 d, 15 d)</c>.</summary>
internal static class Levels
{
    private const string Forms = "write days of supply, such as `6 d`, an amount, such as `66 t`, or either by commodity, such as `{food: "
        + "66 t, medicine: 9 d}`; of a stock that is never used up `unlimited`";

    private static readonly Bounds Times = new(0, 36_525m * TimeSpan.TicksPerDay);
    private static readonly Bounds Amounts = new(0, 1e15m);

    private static readonly (Sort Sort, QuantityUnit Unit)[] Sorts =
        [(Sort.Mass, QuantityUnit.Gram), (Sort.Volume, QuantityUnit.Millilitre), (Sort.Number, QuantityUnit.Piece)];

    /// <summary>A level of stock in any of its ways but by commodity. Null where it cannot be read: reported.</summary>
    public static Supply? Read(Cursor cursor, BindingContext context)
    {
        if (cursor.TryTakeWord("unlimited"))
            return cursor.Ends(DiagnosticCodes.BadValue, "a stock") ? Supply.Unlimited : null;
        if (DrawnAmounts.IsNext(cursor))
            return ReadDrawn(cursor, context) is { } drawn && cursor.Ends(DiagnosticCodes.BadValue, "a stock") ? drawn : null;
        if (!Numerals.IsNext(cursor))
        {
            cursor.Report(DiagnosticCodes.NotANumber, $"`{cursor.Text.Trim()}` is no level of stock", Forms);
            return null;
        }
        if (Amount.Read(cursor) is not { } amount) return null;
        if (!IsLevel(amount, cursor)) return null;
        var supply = Sort.Time.Takes(amount.Unit)
            ? WholeWithin(amount, Sort.Time, Times, cursor) is { } ticks ? Supply.Of(new TimeSpan(ticks)) : null
            : QuantityOf(amount, cursor) is { } quantity ? Supply.Of(quantity) : null;
        return supply is not null && cursor.Ends(DiagnosticCodes.BadValue, "a stock") ? supply : null;
    }

    private static bool IsLevel(Amount amount, Cursor cursor)
    {
        if (Sort.Time.Takes(amount.Unit) || Array.Exists(Sorts, one => one.Sort.Takes(amount.Unit))) return true;
        cursor.Report(DiagnosticCodes.WrongDimension, amount.Start, amount.End,
            $"`{cursor.Text[amount.Start..amount.End]}` is {Sort.Of(amount.Unit)}; days of supply or an amount are needed here", Forms);
        return false;
    }

    private static Supply? ReadDrawn(Cursor cursor, BindingContext context)
    {
        if (DrawnAmounts.First(cursor) is not { } first || !IsLevel(first, cursor)) return null;
        if (Sort.Time.Takes(first.Unit)) return DrawnAmounts.ReadTime(cursor, Times, context) is { } time ? Supply.Of(time) : null;
        return ReadDrawnAmount(cursor, first, context) is { } amount ? Supply.Of(amount) : null;
    }

    private static DrawnQuantity? ReadDrawnAmount(Cursor cursor, Amount first, BindingContext context)
    {
        var (sort, unit) = Array.Find(Sorts, one => one.Sort.Takes(first.Unit)) is { Sort: not null } found ? found : Sorts[0];
        return DrawnAmounts.ReadAmount(cursor, sort, unit, Amounts, context);
    }

    /// <summary>An amount of one commodity. Null where it cannot be read: reported.</summary>
    public static Quantity? ReadQuantity(Cursor cursor) =>
        Amount.Read(cursor) is { } amount && QuantityOf(amount, cursor) is { } quantity
            && cursor.Ends(DiagnosticCodes.BadValue, "an amount")
            ? quantity
            : null;

    /// <summary>An amount that is known or drawn. Null where it cannot be read: reported.</summary>
    public static DrawnQuantity? ReadDrawnQuantity(Cursor cursor, BindingContext context) => !DrawnAmounts.IsNext(cursor)
        ? Amount.Read(cursor) is { } amount && QuantityOf(amount, cursor) is { } quantity ? quantity : null
        : DrawnAmounts.First(cursor) is { } first && IsAmount(first, cursor) ? ReadDrawnAmount(cursor, first, context) : null;

    private static bool IsAmount(Amount amount, Cursor cursor) =>
        Array.Exists(Sorts, one => one.Sort.Takes(amount.Unit)) || amount.Is(Sort.Mass, cursor);

    /// <summary>The level of one commodity among others. Null where it cannot be read: reported.</summary>
    public static Supply? ReadOfOne(Cursor cursor, BindingContext context)
    {
        if (cursor.TryTakeWord("unlimited"))
        {
            cursor.Report(DiagnosticCodes.WrongDimension, "`unlimited` is said of all commodities of a place, not of one",
                "write `unlimited` in place of the whole `{...}`, or here a large amount, such as `1 000 000 t`");
            return null;
        }
        return Read(cursor, context);
    }

    private static Quantity? QuantityOf(Amount amount, Cursor cursor)
    {
        foreach (var (sort, unit) in Sorts)
        {
            if (!sort.Takes(amount.Unit)) continue;
            if (sort == Sort.Number && decimal.Truncate(amount.Value) != amount.Value)
            {
                cursor.Report(DiagnosticCodes.NotWhole, amount.Start, amount.End,
                    $"`{cursor.Text[amount.Start..amount.End]}` is not a whole number of pieces",
                    "write a whole number, or a unit such as `d` or `t`");
                return null;
            }
            return WholeWithin(amount, sort, Amounts, cursor) is { } whole ? new Quantity(whole, unit) : null;
        }
        amount.Is(Sort.Mass, cursor);
        return null;
    }

    private static long? WholeWithin(Amount amount, Sort sort, Bounds bounds, Cursor cursor) =>
        amount.InBase(sort, cursor) is { } value && amount.IsWithin(bounds, value, sort, cursor)
            ? amount.Whole(value, cursor)
            : null;
}
