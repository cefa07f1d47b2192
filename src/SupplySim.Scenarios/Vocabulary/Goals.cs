using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What measures can be, and what a goal says about one: <c>hungry &lt; 20 000</c>, <c>first-shortage &gt; 10
/// d</c>.</summary>
internal static class Goals
{
    private static readonly (string Word, MeasureKind Kind, Sort Sort, decimal BasePerUnit)[] Table =
    [
        ("consumed / need", MeasureKind.ConsumedPerNeed, Sort.Share, 1),
        ("stock / need", MeasureKind.StockPerNeed, Sort.Time, TimeSpan.TicksPerDay),
        ("unmet person-days", MeasureKind.UnmetPersonDays, Sort.Number, 1),
        ("first time below warn-below", MeasureKind.FirstTimeBelowWarning, Sort.Time, TimeSpan.TicksPerDay),
        ("time to 95 %", MeasureKind.TimeToRecover, Sort.Time, TimeSpan.TicksPerDay),
        ("delivered / sent", MeasureKind.DeliveredPerSent, Sort.Share, 1),
        ("delivered", MeasureKind.Delivered, Sort.Mass, 1_000_000),
        ("sent", MeasureKind.Sent, Sort.Mass, 1_000_000),
        ("waiting by cause", MeasureKind.WaitingByCause, Sort.Number, 1),
        ("wait", MeasureKind.Wait, Sort.Time, TimeSpan.TicksPerHour),
        ("shut", MeasureKind.Shut, Sort.Time, TimeSpan.TicksPerDay),
        ("passed", MeasureKind.Passed, Sort.Number, 1),
        ("people", MeasureKind.People, Sort.Number, 1),
        ("over capacity", MeasureKind.OverCapacity, Sort.Number, 1),
        ("readiness", MeasureKind.Readiness, Sort.Share, 1),
        ("least readiness", MeasureKind.LeastReadiness, Sort.Share, 1),
        ("attacks", MeasureKind.Attacks, Sort.Number, 1),
        ("vehicles lost", MeasureKind.VehiclesLost, Sort.Number, 1),
        ("cargo lost", MeasureKind.CargoLost, Sort.Mass, 1_000_000),
        ("displaced", MeasureKind.Displaced, Sort.Number, 1),
        ("returned", MeasureKind.Returned, Sort.Number, 1),
        ("first time captured", MeasureKind.FirstTimeCaptured, Sort.Time, TimeSpan.TicksPerDay),
        ("stock", MeasureKind.Stock, Sort.Mass, 1_000_000),
        ("first time", MeasureKind.FirstTime, Sort.Time, TimeSpan.TicksPerDay),
        ("stock lost", MeasureKind.StockLost, Sort.Mass, 1_000_000),
    ];

    /// <summary>What is measured: one of a closed table.</summary>
    public static readonly Kind<MeasureKind> Measured =
        Kinds.Words("what is measured", [.. Table.Select(t => (t.Word, t.Kind))]);

    /// <summary>A measure, a comparison and a value in the measure's unit.</summary>
    public static readonly Kind<GoalCondition> Condition =
        new ValueKind<GoalCondition>("a measure and what it is compared with, such as `hungry < 20 000`", Read);

    private static bool Read(Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out GoalCondition goal)
    {
        goal = null;
        cursor.SkipSpaces();
        var start = cursor.Position;
        var measure = cursor.TakeWord();
        if (!context.Declared.Check(measure, cursor, start, Referent.Measure)) return false;
        if (ConditionText.ReadComparison(cursor) is not { } comparison)
        {
            cursor.Report(DiagnosticCodes.BadCondition, start, cursor.Text.Length,
                "a comparison is missing: `<`, `<=`, `>` or `>=` and a value",
                $"write for example `{measure} < 5`");
            return false;
        }
        var row = Array.Find(Table, t => t.Word == context.Declared.DetailOf(Referent.Measure, measure));
        if (Amount.Take(cursor) is not { } amount) return false;
        var sort = row.Sort is null || (row.Sort == Sort.Mass && Sort.Number.Takes(amount.Unit))
            ? Sort.Number
            : row.Sort;
        if (!amount.Is(sort, cursor) || amount.InBase(sort, cursor) is not { } value) return false;
        amount.Doubt(sort, Bounds.Any, value, cursor);
        goal = new(measure, comparison, (double)(sort == Sort.Number ? value : value / row.BasePerUnit),
            cursor.Text.Trim());
        return cursor.Ends(DiagnosticCodes.BadCondition, "a goal");
    }
}
