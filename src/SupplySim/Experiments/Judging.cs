using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Measures;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Holds what the runs had at the times of observations against what was observed.</summary>
internal static class Judging
{
    /// <param name="catalogue">The scenario by numbers.</param>
    /// <param name="observed">What was observed.</param>
    /// <param name="runs">What each run had, observation by observation.</param>
    public static Judgement Of(Catalogue catalogue, ImmutableArray<Observation> observed, IReadOnlyList<ImmutableArray<double>> runs) =>
        new([.. observed.Select((one, i) => Score(catalogue, one, [.. runs.Select(run => run[i])]))]);

    private static ObservationScore Score(Catalogue catalogue, Observation observation, double[] runs)
    {
        var (seen, value, size, unit) = Seen(catalogue, observation);
        Array.Sort(runs);
        var share = runs.Count(run => run == value) / (double)runs.Length;
        var isOfKinds = unit is null;
        // What lasts for ever in some runs has quantiles in between that are no number.
        double At(double p) =>
            runs[(int)Math.Ceiling((runs.Length - 1) * p)] == double.PositiveInfinity ? double.PositiveInfinity : Quantiles.Of(runs, p);
        var ends = new[] { .05, .25, .5, .75, .95 }.Select(At).ToArray();
        return new ObservationScore
        {
            Observation = observation,
            Seen = seen,
            Unit = unit,
            N = runs.Length,
            Value = isOfKinds ? double.NaN : value / size,
            Quantiles = isOfKinds ? [] : [.. ends.Select(end => end / size)],
            Share = share,
            In50 = isOfKinds ? IsAmongMost(runs, share, .5) : IsWithin(ends[1], value, ends[3]),
            In90 = isOfKinds ? IsAmongMost(runs, share, .9) : IsWithin(ends[0], value, ends[4]),
        };
    }

    // What is more frequent does not reach the share yet.
    private static bool IsAmongMost(double[] runs, double share, double level) =>
        share > 0 && runs.GroupBy(run => run).Select(one => one.Count() / (double)runs.Length).Where(other => other > share).Sum() < level;

    // A quantile between two equal values may differ from them by a rounding.
    private static bool IsWithin(double low, double value, double high) =>
        low - 1e-9 * Math.Abs(low) <= value && (high == double.PositiveInfinity || value <= high + 1e-9 * Math.Abs(high));

    private static (string Seen, double Value, double Size, string? Unit) Seen(Catalogue catalogue, Observation one) => one switch
    {
        { Passed: { } vehicles } => (Text(vehicles), vehicles, 1, "vehicle"),
        { Stock: { } stock } => Of(stock),
        { Delivered: { } amount } => Of(amount),
        { DaysOfSupply: { } time } => (Text(time.TotalDays) + " d", time.TotalDays, 1, "d"),
        { People: { } people } => (Text(people), people, 1, "person"),
        { HeldBy: { } party } => (party, catalogue.PartyNumber(party), 1, null),
        { Shut: true } => ("shut", 1, 1, null),
        _ => ("open", 0, 1, null),
    };

    private static (string Seen, double Value, double Size, string? Unit) Of(Quantity amount)
    {
        var (size, unit) = (ShownUnit.Size(amount.Unit), ShownUnit.Name(amount.Unit));
        return (Text(amount.Amount / size) + (amount.Unit == QuantityUnit.Piece ? "" : " " + unit), amount.Amount, size, unit);
    }

    private static string Text(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
