using System.Diagnostics.CodeAnalysis;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Here: amounts that are fixed or drawn.</summary>
internal static partial class Kinds
{
    public static readonly ValueKind<Duration> Duration =
        new ValueKind<Duration>("a time", ReadDuration).Or(TimeSpan.FromHours(1));

    /// <summary>How many people: whole where it is fixed.</summary>
    public static readonly ValueKind<Number> PeopleDrawn = NumberOf(Sort.Number, new(0, 10_000_000_000), isWhole: true);

    /// <summary>How many vehicles: whole where it is fixed.</summary>
    public static readonly ValueKind<Number> VehiclesDrawn = NumberOf(Sort.Number, new(0, 1_000_000), isWhole: true);

    public static readonly ValueKind<Number> AnyNumber =
        NumberOf(Sort.Number, new(-1_000_000_000_000_000, 1_000_000_000_000_000));
    public static readonly ValueKind<Number> ShareDrawn = NumberOf(Sort.Share, Bounds.Share).Or(0.5);

    /// <summary>Of answers that are no: never all of them.</summary>
    public static readonly ValueKind<Number> RefusedDrawn = NumberOf(Sort.Share, new(0, 0.99m)).Or(0.5);

    public static readonly ValueKind<Number> FactorDrawn = NumberOf(Sort.Factor, Bounds.AboveZero(1_000_000)).Or(2);

    /// <summary>A share of something, or an amount of it. A bare whole number counts pieces.</summary>
    public static readonly ValueKind<Portion> Portion =
        new ValueKind<Portion>("a share such as `30 %`, or an amount such as `20 t`", ReadPortion).Or(0.5);

    private static bool ReadDuration(Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out Duration value)
    {
        var bounds = new Bounds(0, LongestTime);
        value = null;
        if (LawText.IsNext(cursor))
        {
            if (DrawnAmounts.ReadTime(cursor, bounds, context) is not { } drawn) return false;
            value = drawn;
        }
        else
        {
            if (Amount.ReadWhole(cursor, Sort.Time, bounds) is not { } ticks) return false;
            value = new TimeSpan(ticks);
        }
        return cursor.Ends(DiagnosticCodes.BadValue, "a time");
    }

    private static bool ReadPortion(Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out Portion value)
    {
        value = null;
        var start = cursor.Position;
        var first = DrawnAmounts.IsNext(cursor) ? DrawnAmounts.First(cursor) : Amount.Take(cursor);
        cursor.Position = start;
        if (first is not { } amount) return false;
        var isFraction = Sort.IsBare(amount.Unit) && amount.Value is > 0 and < 1;
        if (isFraction || (Sort.Share.Takes(amount.Unit) && !Sort.IsBare(amount.Unit)))
        {
            if (!ReadNumber(cursor, context, Sort.Share, Bounds.Share, isWhole: false, out var share)) return false;
            value = share;
            return true;
        }
        if (Levels.ReadDrawnQuantity(cursor, context) is not { } quantity) return false;
        value = quantity;
        return cursor.Ends(DiagnosticCodes.BadValue, "an amount");
    }

    private static ValueKind<Number> NumberOf(Sort sort, Bounds bounds, bool isWhole = false) => new(sort.What,
        (Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out Number value) =>
            ReadNumber(cursor, context, sort, bounds, isWhole, out value));

    private static bool ReadNumber(
        Cursor cursor, BindingContext context, Sort sort, Bounds bounds, bool isWhole, [MaybeNullWhen(false)] out Number value)
    {
        value = null;
        if (LawText.IsNext(cursor))
        {
            if (new LawText(cursor, sort, bounds, 1, isWhole).Read(Number.Of) is not { } drawn) return false;
            value = drawn.IsUnknown ? context.OneFigure(cursor.Node, drawn.Value.AsUnknown()) : drawn.Value;
        }
        else
        {
            if ((isWhole ? Amount.ReadCount(cursor, bounds) : Amount.Read(cursor, sort, bounds)) is not { } read) return false;
            value = (double)read;
        }
        return cursor.Ends(DiagnosticCodes.BadValue, sort.What);
    }
}
