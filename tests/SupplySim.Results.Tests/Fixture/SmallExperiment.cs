using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Fixture;

/// <summary>A result made by hand: two alternatives of forty runs with plausible figures, the same at every call.</summary>
/// <remarks>The figures come from sines of the run's number, so that they spread without any random generator; the second
/// alternative never runs short, so that what never happens is there too.</remarks>
internal static class SmallExperiment
{
    public const int Runs = 40;
    public const int Days = 90;
    private static readonly string[] Camps = ["aster", "birch", "cedar"];
    private static readonly string[] Crossings = ["old-bridge", "new-bridge"];
    private const string Shut = "is shut";
    private static readonly string[] Causes = ["physical", "hours", "lane"];

    public static ExperimentResult Result { get; } = Of(SmallScenario.Contested, SmallScenario.Quiet, text => text);

    public static ScenarioSource Source { get; } = new("two-bridges.supply.yaml", "supplysim: 1\ntitle: Two bridges, spring 2020\n");

    /// <summary>The same figures with other words around them.</summary>
    public static ExperimentResult Saying(Func<string, string> say)
    {
        var contested = SmallScenario.Saying(say);
        return Of(contested, contested with { Fronts = [] }, say);
    }

    private static ExperimentResult Of(Scenario contested, Scenario quiet, Func<string, string> say)
    {
        var alternatives = ImmutableArray.Create(
            Alternative(say("contested"), contested, 21, 0x9f86d081884c7d65, say),
            Alternative(say("no-fighting"), quiet, 0, 0x0123456789abcdef, say));
        return new()
        {
            Scenario = contested,
            Seed = contested.Experiment.Seed,
            Runs = Runs,
            RunsPlanned = Runs,
            Alternatives = alternatives,
            Comparisons = [.. Comparisons(alternatives)],
            Fingerprint = 0xfeedface00c0ffee,
            Cost = new(4_711_000, TimeSpan.FromSeconds(4.1), 2),
        };
    }

    private static AlternativeResult Alternative(string name, Scenario scenario, double shut, ulong fingerprint, Func<string, string> say)
    {
        var layout = Layout();
        var values = Enumerable.Range(0, Runs).SelectMany(run => layout.Columns.Select(c => Value(c, run, shut))).ToImmutableArray();
        var measures = layout.Columns.Select((column, i) =>
            new MeasureEstimate(column, EstimateOf(column, OfColumn(values, layout, i), since: OfColumn(values, layout, Since(layout)))));
        return new()
        {
            Name = name,
            Scenario = scenario,
            Layout = layout,
            Measures = [.. measures],
            Series = [.. layout.Series.Select(column => new SeriesBand(column, Bands(column, shut)))],
            Values = values,
            Ledger = [new("food", 1_000, 9_000, 2_000, 500, 7_400, 100), new("heavy-equipment", 20, 0, 10, 4, 0, 6)],
            Goals = [.. scenario.Goals.Select(goal => new GoalResult(goal, shut > 0 ? 0.075 : 1, shut == 0))],
            Fingerprint = fingerprint,
            Shown = Shown(layout, values, shut, say),
            Blamed = shut > 0 ? [new(say("shelling"), TimeSpan.FromDays(675)), new(say("high-water (flood)"), TimeSpan.FromDays(225))] : [],
            Paused = shut > 0 ? [new(say("camp-road"), TimeSpan.FromDays(19)), new(say("force-road"), TimeSpan.FromDays(20.5))] : [],
            HeldUp = shut > 0 ? [Lacking("cedar", "old-bridge", "physical", 500), Lacking("cedar", "old-bridge", "not-ordered", 225),
                Lacking("aster", "old-bridge", "hours", 150), Lacking("aster", say("trucks"), "no-vehicle", 125),
                new("aster", "old-bridge", "lane", TimeSpan.FromDays(900))] : [],
            RunOuts = shut > 0
                ? [new("cedar", "food",
                    Estimate.OfPossible([.. Enumerable.Range(0, Runs).Select(run => run % 4 == 0 ? double.NaN : 11.5 + run % 7)]))]
                : [],
            AircraftWaits = [new("hours", TimeSpan.FromDays(1.5)), new("lane", TimeSpan.FromDays(0.5)),
                new("fuel", TimeSpan.FromDays(0.5))],
            Equipment = shut > 0
                ? [new("north", say("tank"), 2_000, 1_900, 100, 140), new("south", say("truck"), null, null, 8, null)]
                : [],
            Strengths = shut > 0 ? [new("north", 40_000, 1_000)] : [],
        };
    }

    /// <summary>What held up supplies for so many days, and so many person-days were without for it.</summary>
    public static HeldUp Lacking(string place, string where, string cause, double days) =>
        new(place, where, cause, TimeSpan.FromDays(days)) { Lacked = days };

    // Of those that had to recover, how many did.
    private static Estimate EstimateOf(Column column, double[] values, double[] since)
    {
        if (column is { Measure: "recovery", Detail: null }) values = [.. values.Where((_, run) => !double.IsNaN(since[run]))];
        return values.Length == 0 ? Estimate.OfNone() : column.MayBeNever ? Estimate.OfPossible(values) : Estimate.Of(values);
    }

    private static int Since(ResultLayout layout) => layout.Columns.IndexOf(layout.Columns.First(column => column.Detail == Column.Since));

    private static ResultLayout Layout() => new()
    {
        Columns =
        [
            .. Everywhere("need-met", null, "share", Camps),
            .. Everywhere("days-of-supply", null, "d", Camps),
            .. Everywhere("hungry", "food", "person-day", Camps),
            .. Everywhere("first-shortage", null, "d", Camps).Select(c => c with { MayBeNever = true }),
            .. Everywhere("recovery", null, "d", Camps).Select(c => c with { MayBeNever = true }),
            new Column("recovery", null, null, Column.Since, "d") { MayBeNever = true },
            .. Everywhere("lost-days", null, "vehicle-day", Crossings).SelectMany(c => Causes.Select(cause => c with { Detail = cause })),
            .. Everywhere("shut-days", null, "d", Crossings),
        ],
        Series =
        [
            .. Camps.Select(camp => new Column("need-met", camp, null, null, "share")),
            .. Camps.Select(camp => new Column("days-of-supply", camp, null, null, "d")),
            .. Crossings.Select(crossing => new Column(Shut, crossing, null, null, "share")),
        ],
        Days = Days,
    };

    private static IEnumerable<Column> Everywhere(string measure, string? commodity, string unit, string[] places) =>
        places.Prepend(null).Select(place => new Column(measure, place, commodity, null, unit));

    private static double Value(Column column, int run, double shut)
    {
        var luck = Math.Sin(run * 12.9898) * 0.5 + 0.5;
        var hit = shut > 0 ? 1 : 0;
        var size = column.Place switch { "cedar" => 0.88, "aster" => 0.06, "birch" => 0.06, _ => 1 };
        return column.Measure switch
        {
            "need-met" => 1 - hit * (0.22 + 0.14 * luck),
            "days-of-supply" => hit == 1 ? 2 * luck : 9.5 + luck,
            "hungry" => hit * size * (1_500_000 + 800_000 * luck),
            "first-shortage" => hit == 1 && run % 20 != 7 ? 6 + 15 * luck : double.NaN,
            "recovery" when column.Detail == Column.Since => hit == 1 && (run % 3 == 0 || run % 4 != 1) ? 8 + 15 * luck : double.NaN,
            "recovery" => hit == 1 && run % 3 == 0 ? 10 + 30 * luck : double.NaN,
            "lost-days" => (column.Detail == "physical" ? hit * 900 : column.Detail == "hours" ? 240 : 60) * (0.5 + luck),
            "shut-days" => column.Place == "new-bridge" ? 0 : shut * (0.4 + 1.2 * luck),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no figure"),
        };
    }

    private static double[] OfColumn(ImmutableArray<double> values, ResultLayout layout, int column) =>
        [.. Enumerable.Range(0, Runs).Select(run => values[run * layout.Columns.Length + column])];

    private static ImmutableArray<DayBand> Bands(Column column, double shut) =>
        [.. Enumerable.Range(0, Days).Select(day =>
        {
            var middle = column.Measure switch
            {
                Shut => column.Place == "old-bridge" && shut > 0 ? Math.Max(0, Math.Sin((day - 6) / 84.0 * Math.PI)) * 0.5 : 0,
                "need-met" => shut > 0 ? 0.7 + 0.3 * Math.Cos(day / 20.0) : 1,
                _ => shut > 0 ? 7 + 6 * Math.Cos(day / 16.0) : 14 + 3 * Math.Sin(day / 3.0),
            };
            var spread = column.Measure == Shut ? middle * 0.2 : middle * 0.1 + 0.5;
            return new DayBand(middle, Math.Max(0, middle - 2 * spread), Math.Max(0, middle - spread), middle, middle + spread,
                middle + 2 * spread);
        })];

    private static RunResult Shown(ResultLayout layout, ImmutableArray<double> values, double shut, Func<string, string> say) => new()
    {
        Layout = layout,
        Replication = 3,
        Seed = SmallScenario.Contested.Experiment.Seed,
        Values = values[(3 * layout.Columns.Length)..(4 * layout.Columns.Length)],
        Series = [.. new double[layout.Series.Length * Days]],
        Ledger = [],
        Vehicles = [],
        Story = shut > 0
            ?
            [
                new(At(6, 5), HappeningKind.FrontChanged, say("east"), nameof(FrontState.Fight)),
                new(At(6, 5), HappeningKind.Closed, "old-bridge", say("shelling")),
                new(At(6, 6), HappeningKind.Queued, "old-bridge", "12 vehicles"),
                new(At(9, 14), HappeningKind.RanShort, "cedar", null),
                new(At(12, 0), HappeningKind.RanOut, "cedar", "food"),
                new(At(15, 8), HappeningKind.Captured, "old-bridge", say("Northern forces")),
                new(At(27, 9), HappeningKind.Opened, "old-bridge", say("shelling")),
            ]
            : [],
        Trips =
        [
            new(0, true, At(0, 8), At(0, 12), 20, 0, true), new(1, true, At(0, 12), At(0, 14), 20, 0, true),
            new(3, true, At(0, 15), At(0, 19), 20, 0, true), new(3, false, At(1, 8), At(1, 12), 20, 0, false),
        ],
        OutcomeFingerprint = 1,
        EventFingerprint = 2,
        Events = 58_000,
    };

    private static SimTime At(int day, int hour) => SimTime.Day(day) + TimeSpan.FromHours(hour);

    private static IEnumerable<MeasureComparison> Comparisons(ImmutableArray<AlternativeResult> alternatives)
    {
        var (first, other) = (alternatives[0], alternatives[1]);
        for (var i = 0; i < first.Layout.Columns.Length; i++)
        {
            var column = first.Layout.Columns[i];
            if (column.Place is null && column.Detail is null && !column.MayBeNever)
                yield return new(column, first.Name, other.Name, PairedDifference.Of(
                    OfColumn(other.Values, other.Layout, i), OfColumn(first.Values, first.Layout, i)));
        }
    }
}
