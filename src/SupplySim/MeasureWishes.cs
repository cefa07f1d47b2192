using System.Collections.Immutable;

namespace SupplySim;

/// <summary>Which way of a measure is better, and which measure tells most.</summary>
public static class MeasureWishes
{
    /// <summary>1 where more is better, -1 where less is, 0 where it is neither: less is delivered also where less is needed.</summary>
    /// <param name="kind">What is measured.</param>
    public static int Wish(this MeasureKind kind) => kind switch
    {
        MeasureKind.ConsumedPerNeed or MeasureKind.StockPerNeed or MeasureKind.FirstTimeBelowWarning
            or MeasureKind.Readiness or MeasureKind.LeastReadiness or MeasureKind.DeliveredPerSent => 1,
        MeasureKind.Sent or MeasureKind.Delivered or MeasureKind.Passed or MeasureKind.People or MeasureKind.Displaced
            or MeasureKind.Stock or MeasureKind.Returned or MeasureKind.FirstTimeCaptured or MeasureKind.FirstTime => 0,
        _ => -1,
    };

    /// <summary>The measure by which alternatives are judged first: what people go without, else what they get, else the
    /// first that can be better or worse; of equals one of all commodities before one of a single one. Null where there is none.</summary>
    /// <param name="measures">Of a scenario.</param>
    public static Measure? Telling(this ImmutableArray<Measure> measures) =>
        First(measures, MeasureKind.UnmetPersonDays) ?? First(measures, MeasureKind.ConsumedPerNeed)
            ?? measures.FirstOrDefault(m => m.Is.Wish() != 0);

    // What helps with one may starve the other.
    private static Measure? First(ImmutableArray<Measure> measures, MeasureKind kind) =>
        measures.FirstOrDefault(m => m.Is == kind && m.Commodity is null) ?? measures.FirstOrDefault(m => m.Is == kind);
}
