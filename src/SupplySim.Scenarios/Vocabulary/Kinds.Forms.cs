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
    public static readonly ValueKind<Moment> Moment = new ValueKind<Moment>("a date or time",
        (Cursor c, BindingContext _, out Moment moment) => Moments.Read(c, out moment)).Or(default);

    /// <summary>An instant; a date without an offset is local time in the scenario's zone.</summary>
    public static readonly ValueKind<DateTimeOffset> Instant = new("a date and time", ReadInstant);

    public static readonly ValueKind<Hours> Hours = new ValueKind<Hours>("opening hours",
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out Hours hours) => HoursText.Read(c, out hours))
            .Or(Quantities.Hours.Always);

    public static readonly ValueKind<GeoPoint> Point = new ValueKind<GeoPoint>("a position",
        (Cursor c, BindingContext _, out GeoPoint point) => Points.Read(c, out point)).Or(default);

    /// <summary>A condition whose rule is about no place.</summary>
    public static readonly ValueKind<Condition> Condition = ConditionOf(hasHere: false);

    /// <summary>A condition whose rule is about a place.</summary>
    public static readonly ValueKind<Condition> ConditionHere = ConditionOf(hasHere: true);

    private static ValueKind<Condition> ConditionOf(bool hasHere) => new("a condition",
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out Condition condition) =>
        {
            condition = new ConditionText(c, context.Declared, hasHere).Read();
            return condition is not null;
        });

    private static bool ReadInstant(Cursor c, BindingContext context, out DateTimeOffset instant)
    {
        instant = default;
        if (!Moments.Read(c, out var moment, isDate: true)) return false;
        if (moment.Instant is { } exact)
        {
            instant = exact;
            return true;
        }
        if (moment.Local is not { } local)
        {
            c.Report(DiagnosticCodes.BadMoment, $"`{c.Text.Trim()}` is not a date",
                "the start is a date, such as `2017-10-20T00:00+03:00`");
            return false;
        }
        instant = context.Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
        return true;
    }
}
