using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Here: amounts that are fixed. Upper bounds are set where a figure can only be a slip, and low enough that
/// nothing overflows in a run.</summary>
internal static partial class Kinds
{
    private const long LongestTime = 36_525 * TimeSpan.TicksPerDay;

    public static readonly ValueKind<TimeSpan> Time = TimeWithin(new(0, LongestTime)).Or(TimeSpan.FromDays(1));
    public static readonly ValueKind<TimeSpan> TimeAboveZero =
        TimeWithin(Bounds.AboveZero(LongestTime)).Or(TimeSpan.FromDays(1));

    /// <summary>Up to a day.</summary>
    public static readonly ValueKind<TimeSpan> TimeInDay =
        TimeWithin(Bounds.AboveZero(TimeSpan.TicksPerDay)).Or(TimeSpan.FromHours(10));

    /// <summary><c>10 h/d</c>.</summary>
    public static readonly ValueKind<TimeSpan> TimePerDay =
        WholeOf(Sort.TimePerDay, Bounds.AboveZero(TimeSpan.TicksPerDay), ticks => new TimeSpan(ticks))
            .Or(TimeSpan.FromHours(10));

    public static readonly ValueKind<Mass> Mass =
        WholeOf(Sort.Mass, Bounds.AboveZero(1_000_000_000_000), Quantities.Mass.FromGrams);
    public static readonly ValueKind<Mass> MassFromZero =
        WholeOf(Sort.Mass, new(0, 1_000_000_000_000), Quantities.Mass.FromGrams);
    public static readonly ValueKind<Distance> Distance =
        WholeOf(Sort.Distance, Bounds.AboveZero(100_000_000), Quantities.Distance.FromMetres);
    public static readonly ValueKind<Distance> DistanceFromZero =
        WholeOf(Sort.Distance, new(0, 100_000_000), Quantities.Distance.FromMetres);
    public static readonly ValueKind<Speed> Speed =
        WholeOf(Sort.Speed, Bounds.AboveZero(10_000_000), Quantities.Speed.FromMetresPerHour)
            .Or(Quantities.Speed.FromKilometresPerHour(50));
    public static readonly ValueKind<Speed> SpeedFromZero =
        WholeOf(Sort.Speed, new(0, 10_000_000), Quantities.Speed.FromMetresPerHour);

    /// <summary><c>10 /km</c>.</summary>
    public static readonly ValueKind<int> Density = WholeOf(Sort.Density, new(1, 1_000), value => (int)value);

    /// <summary>From 0 to 1, as <c>35 %</c> or <c>0.35</c>.</summary>
    public static readonly ValueKind<double> Share = RealOf(Sort.Share, Bounds.Share);

    /// <summary>A share that may be more than all.</summary>
    public static readonly ValueKind<double> ShareFromZero = RealOf(Sort.Share, new(0, 1_000));

    public static readonly ValueKind<double> ShareAboveZero = RealOf(Sort.Share, Bounds.AboveZero(1));

    /// <summary>How many times as much.</summary>
    public static readonly ValueKind<double> Factor = RealOf(Sort.Factor, Bounds.AboveZero(1_000_000));

    /// <summary>To what power a ratio acts.</summary>
    public static readonly ValueKind<double> Power = RealOf(Sort.Number, new(-4, 4));

    /// <summary>At least 1, as <c>3 x</c>.</summary>
    public static readonly ValueKind<double> FactorFromOne = RealOf(Sort.Factor, new(1, 1_000_000));

    public static readonly ValueKind<double> RealFromZero = RealOf(Sort.Number, new(0, 1_000_000_000_000));

    public static readonly ValueKind<int> Count = CountFrom(0);
    public static readonly ValueKind<int> CountFromOne = CountFrom(1).Or(1);
    public static readonly ValueKind<int> Runs = CountFrom(1, ExperimentPlan.MostRuns);
    public static readonly ValueKind<int> People = CountFrom(0, int.MaxValue);

    /// <summary>Small or large, negative too.</summary>
    public static readonly ValueKind<int> Priority = CountFrom(-1_000_000);

    public static readonly ValueKind<ulong> Seed = CountOf(new(0, ulong.MaxValue), value => (ulong)value);

    /// <summary>An amount per time, of whatever is counted.</summary>
    public static readonly ValueKind<Rate> Rate = RateOf(isRare: false);

    /// <summary>What one person needs.</summary>
    public static readonly ValueKind<Rate> Ration = RateOf(isRare: false,
        ofShare: "write the amount for one person, such as `0.444 kg/d`; the share that people find there is `local-share: {food: 20 %}`, "
            + "and cuts when little is left are `policies.ration`");

    /// <summary>The same of what never comes by the thousand, such as attacks.</summary>
    public static readonly ValueKind<Rate> RareRate = RateOf(isRare: true);

    /// <summary>An amount over a distance: <c>35 l/100 km</c>.</summary>
    public static readonly ValueKind<Consumption> Consumption =
        new ValueKind<Consumption>("an amount per distance", (Cursor c, BindingContext _, out Consumption burned) =>
            Rates.ReadConsumption(c, out burned) && c.Ends(DiagnosticCodes.BadValue, "an amount per distance"))
            .Or(Quantities.Consumption.LitresPer100Km(35));

    /// <summary>A number per time, constant, Poisson or unknown.</summary>
    public static readonly ValueKind<Arrivals> Arrivals = new ValueKind<Arrivals>("a number per time",
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out Arrivals value) =>
            Rates.ReadArrivals(c, context, out value, onlyHeads: true))
            .Or(SupplySim.Arrivals.Constant(1));

    /// <summary>An amount per time of whatever is counted, or pieces at random.</summary>
    public static readonly ValueKind<Arrivals> Use = new ValueKind<Arrivals>("an amount per time",
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out Arrivals value) =>
        {
            if (LawText.IsNext(c)) return Rates.ReadArrivals(c, context, out value, onlyHeads: false);
            var isRead = Rates.Read(c, out var rate) && c.Ends(DiagnosticCodes.BadValue, "a rate");
            value = isRead ? new(rate, IsRandom: false) : null;
            return isRead;
        }).Or(new(Quantities.Rate.PerDay(Quantity.Kilograms(1)), IsRandom: false));

    /// <summary>From a least to a greatest number of vehicles: <c>5 to 20</c>.</summary>
    public static readonly ValueKind<SizeRange> SizeRange = new("a range such as `5 to 20`",
        (Cursor c, BindingContext _, out SizeRange range) =>
        {
            var bounds = new Bounds(1, 1_000_000);
            var least = Amount.ReadCount(c, bounds);
            var greatest = least is not null && c.TryTakeWord("to")
                ? Amount.ReadCount(c, bounds with { Least = least })
                : least;
            range = new((int)(least ?? 1), (int)(greatest ?? 1));
            return greatest is not null
                && c.Ends(DiagnosticCodes.BadValue, "a range", $"write `{least} to {c.Text[c.Position..].Trim(' ', '-', '–', '±', '+')}`");
        });

    private static ValueKind<Rate> RateOf(bool isRare, string? ofShare = null) =>
        new ValueKind<Rate>("an amount per time", (Cursor c, BindingContext _, out Rate rate) =>
            Rates.Read(c, out rate, isRare, ofShare) && c.Ends(DiagnosticCodes.BadValue, "a rate"))
            .Or(Quantities.Rate.PerDay(Quantity.Kilograms(1)));

    private static ValueKind<int> CountFrom(int least, int most = 1_000_000) =>
        CountOf(new(least, most), value => (int)value);

    private static ValueKind<TimeSpan> TimeWithin(Bounds bounds) =>
        WholeOf(Sort.Time, bounds, ticks => new TimeSpan(ticks));

    private static ValueKind<T> CountOf<T>(Bounds bounds, Func<decimal, T> make)
        where T : struct => new("a whole number", (Cursor c, BindingContext _, out T value) =>
        {
            var read = Amount.ReadCount(c, bounds);
            value = read is { } count ? make(count) : default;
            return read is not null && c.Ends(DiagnosticCodes.BadValue, "a whole number");
        });

    private static ValueKind<T> WholeOf<T>(Sort sort, Bounds bounds, Func<long, T> make)
        where T : struct => new(sort.What, (Cursor c, BindingContext _, out T value) =>
        {
            var read = Amount.ReadWhole(c, sort, bounds);
            value = read is { } whole ? make(whole) : default;
            return read is not null && c.Ends(DiagnosticCodes.BadValue, sort.What);
        });

    private static ValueKind<double> RealOf(Sort sort, Bounds bounds) =>
        new(sort.What, (Cursor c, BindingContext _, out double value) =>
    {
        var read = Amount.Read(c, sort, bounds);
        value = (double)(read ?? 0);
        return read is not null && c.Ends(DiagnosticCodes.BadValue, sort.What);
    });
}
