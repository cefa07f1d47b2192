using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>Reads one measure off a run, for one place or over all its places together.</summary>
/// <param name="measure">The measure.</param>
/// <param name="commodity">Its commodity's number; -1 for all.</param>
/// <param name="traffic">The place of its traffic's name among all; -1 for all.</param>
internal sealed class MeasureReader(Measure measure, int commodity, int traffic)
{
    /// <summary>The measure.</summary>
    public Measure Measure => measure;

    /// <summary>What is read.</summary>
    public MeasureKind Kind => measure.Is;

    /// <summary>What is written of a place in the diary for it.</summary>
    public DiaryRow Row(int place) => new(place, commodity, traffic);

    /// <summary>The value over these places; NaN where what is measured never happened.</summary>
    public double Value(Reading run, int[] over, string? detail) => measure.Is switch
    {
        MeasureKind.ConsumedPerNeed => Ratio(over, place => NeedTotals.Of(run.World, Row(place)).Consumed,
            place => NeedTotals.Of(run.World, Row(place)).Needed),
        MeasureKind.DeliveredPerSent => Ratio(over, place => run.Counts.Of(MeasureKind.Delivered, Row(place)),
            place => run.Counts.Of(MeasureKind.Sent, Row(place))),
        MeasureKind.StockPerNeed => Least(over, place => LeastSupply(run, place)),
        MeasureKind.UnmetPersonDays => Total(over, place => NeedTotals.Unmet(run.World, Row(place))),
        MeasureKind.FirstTimeBelowWarning => Least(over, place => Days(run.FirstShort(Row(place)))),
        MeasureKind.FirstTimeCaptured => Least(over, place => Days(run.World.FirstCaptured(place))),
        MeasureKind.FirstTime => Least(over, place => Days(run.FirstTimes[(measure.Id, place)])),
        MeasureKind.TimeToRecover when detail == Column.Since => Days(run.Since[measure.Id]),
        MeasureKind.TimeToRecover => Greatest(over, place => Recovery(run, place)),
        MeasureKind.WaitingByCause => Total(over, place => detail is null
            ? run.World.Delays.Days(place)
            : run.World.Delays.Days(place, CauseNames.Cause(detail))),
        MeasureKind.Wait => Wait(run, over, detail),
        MeasureKind.Shut => Total(over, place => Shut(run.World.Crossings[place]!, traffic).TotalDays),
        MeasureKind.Readiness => Least(over, place => run.Readiness[place]?.Mean(run.World.Now) ?? double.NaN),
        MeasureKind.LeastReadiness => Least(over, place => LeastReadiness(run, place)),
        _ => Total(over, place => run.Counts.Of(measure.Is, Row(place))) / ShownSize(run),
    };

    /// <summary>[time] How long a crossing was shut, up to the last change.</summary>
    public static TimeSpan Shut(CrossingState crossing, int traffic) => traffic < 0 ? crossing.ClosedTime : crossing.ShutTimeTo(traffic);

    /// <summary>The value of each day, of a place or over all places; NaN where there is nothing to say.</summary>
    public void ByDay(Reading run, int[] over, Span<double> days)
    {
        var (page, isSum) = measure.Is switch
        {
            MeasureKind.ConsumedPerNeed => (run.Diary.NeedMet, false),
            MeasureKind.StockPerNeed => (run.Diary.DaysOfSupply, false),
            MeasureKind.UnmetPersonDays => (run.Diary.Unmet, true),
            MeasureKind.Shut => (run.Diary.Shut, true),
            _ => (run.Diary.Counted(measure.Is), measure.Is != MeasureKind.Readiness),
        };
        var size = ShownSize(run);
        days.Fill(double.NaN);
        foreach (var place in over)
        {
            var its = page.Of(Row(place));
            for (var day = 0; day < days.Length; day++)
                days[day] = double.IsNaN(days[day]) ? its[day]
                    : double.IsNaN(its[day]) ? days[day]
                    : isSum ? days[day] + its[day]
                    : Math.Min(days[day], its[day]);
        }
        if (size == 1) return;
        foreach (ref var day in days) day /= size;
    }

    private static double Ratio(ReadOnlySpan<int> over, Func<int, double> above, Func<int, double> below)
    {
        var of = Total(over, below);
        return of == 0 ? double.NaN : Total(over, above) / of;
    }

    // How many of what is counted are one of what is shown.
    private double ShownSize(Reading run) => !measure.Is.IsOfGoods() ? 1
        : commodity < 0 ? 1e6
        : ShownUnit.Size(run.World.Catalogue.Commodities[commodity].Unit);

    // What happened since the last change is looked at, too.
    private static double LeastReadiness(Reading run, int place)
    {
        if (run.Readiness[place] is not { } readiness) return double.NaN;
        readiness.Mean(run.World.Now);
        return readiness.Least;
    }

    private double LeastSupply(Reading run, int place)
    {
        var least = TimeSpan.MaxValue;
        for (var c = 0; c < run.World.Catalogue.Commodities.Length; c++)
            if ((commodity < 0 || c == commodity) && run.World.Stocks[place, c].Least is var lasted && lasted < least) least = lasted;
        return least == TimeSpan.MaxValue ? double.NaN : least.TotalDays;
    }

    // From the moment counted to the start of the first whole day from which on the need is met for a week, or to the end.
    private const int Week = 7;

    private double Recovery(Reading run, int place)
    {
        if (run.Since[measure.Id] is var since && since == SimTime.Never) return double.NaN;
        var first = (int)((since.Ticks + TimeSpan.TicksPerDay - 1) / TimeSpan.TicksPerDay);
        var met = run.Diary.NeedMet.Of(Row(place));
        for (var day = first; day + Week <= run.Diary.Days; day++)
        {
            var week = met.Slice(day, Week);
            if (!week.ContainsAnyInRange(double.NegativeInfinity, 0.95 - 1e-12)) return (SimTime.Day(day) - since).TotalDays;
        }
        return double.NaN;
    }

    private static double Wait(Reading run, int[] over, string? quantile) =>
        quantile is null ? run.Waits(over).Mean : run.Waits(over).Quantile(CauseNames.Quantile(quantile));

    private static double Days(SimTime time) => time == SimTime.Never ? double.NaN : (time - SimTime.Start).TotalDays;

    private static double Total(ReadOnlySpan<int> over, Func<int, double> value)
    {
        double sum = 0;
        foreach (var place in over) sum += value(place);
        return sum;
    }

    private static double Least(ReadOnlySpan<int> over, Func<int, double> value)
    {
        var least = double.NaN;
        foreach (var place in over)
            if (value(place) is var one && !(one >= least) && !double.IsNaN(one)) least = one;
        return least;
    }

    // Never, if it is never at one of the places.
    private static double Greatest(ReadOnlySpan<int> over, Func<int, double> value)
    {
        var greatest = double.NegativeInfinity;
        foreach (var place in over) greatest = Math.Max(greatest, value(place));
        return double.IsNegativeInfinity(greatest) ? double.NaN : greatest;
    }
}
