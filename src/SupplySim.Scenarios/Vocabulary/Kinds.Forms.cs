using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Here: values with a form of their own: dates, hours, positions, conditions.</summary>
internal static partial class Kinds
{
    public static readonly Kind<Moment> Moment = new ValueKind<Moment>("a date or time",
        (Cursor c, BindingContext _, out Moment moment) => Moments.Read(c, out moment));

    /// <summary>An instant; a date without an offset is local time in the scenario's zone.</summary>
    public static readonly Kind<DateTimeOffset> Instant = new ValueKind<DateTimeOffset>("a date and time", ReadInstant);

    public static readonly Kind<Hours> Hours = new ValueKind<Hours>("opening hours",
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out Hours hours) => HoursText.Read(c, out hours));

    public static readonly Kind<GeoPoint> Point = new ValueKind<GeoPoint>("a position",
        (Cursor c, BindingContext _, out GeoPoint point) => Points.Read(c, out point));

    /// <summary>A condition whose rule is about no place.</summary>
    public static readonly Kind<Condition> Condition = ConditionOf(hasHere: false);

    /// <summary>A condition whose rule is about a place.</summary>
    public static readonly Kind<Condition> ConditionHere = ConditionOf(hasHere: true);

    private static Kind<Condition> ConditionOf(bool hasHere) => new ValueKind<Condition>("a condition",
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out Condition condition) =>
        {
            condition = new ConditionText(c, context.Declared, hasHere).Read();
            return condition is not null;
        });

    private static bool ReadInstant(Cursor c, BindingContext context, out DateTimeOffset instant)
    {
        instant = default;
        if (!Moments.Read(c, out var moment)) return false;
        if (moment.Instant is { } exact)
        {
            instant = exact;
            return true;
        }
        if (moment.Local is not { } local)
        {
            c.Report(DiagnosticCodes.BadMoment, $"`{c.Text.Trim()}` is not a date", "the start is a date, such as `2017-10-20T00:00+03:00`");
            return false;
        }
        instant = context.Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
        return true;
    }
}
