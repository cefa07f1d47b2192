using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>Everything that is read off each run, worked out once: which measure, of which places, into which column.</summary>
/// <remarks>Immutable; shared by replications. Columns: for each measure, in order, all its places together, and then each of
/// them; within these each detail.</remarks>
internal sealed class MeasurePlan
{
    private readonly ImmutableArray<Item> _columns;
    private readonly ImmutableArray<Item> _series;

    /// <param name="catalogue">Names by number.</param>
    /// <param name="measures">What is asked for.</param>
    /// <param name="partlyShut">The crossings that may be shut to some alone, and to which of the named traffics.</param>
    public MeasurePlan(Catalogue catalogue, ImmutableArray<Measure> measures, ImmutableArray<(int Place, int Named)> partlyShut)
    {
        Measures = measures;
        _columns = [.. measures.SelectMany(measure => Items(measure, catalogue))];
        _series = [.. measures.Where(m => m.By is not null).SelectMany(measure => Items(measure, catalogue))
            .Where(i => i.Column.Detail is null),
            .. ShutSeries(catalogue, partlyShut)];
        Layout = new ResultLayout
        {
            Columns = [.. _columns.Select(item => item.Column)],
            Series = [.. _series.Select(item => item.Column)],
            Days = catalogue.Days,
        };
        Diary = new DiaryPlan(
            RowsOf([.. _series, .. _columns.Where(item => item.Reader.Kind == MeasureKind.TimeToRecover)], MeasureKind.ConsumedPerNeed,
                MeasureKind.TimeToRecover),
            RowsOf(_series, MeasureKind.StockPerNeed), RowsOf(_series, MeasureKind.UnmetPersonDays), RowsOf(_series, MeasureKind.Shut),
            [.. _series.Select(item => item.Reader.Kind).Distinct().Where(MeasureForms.IsCounted)
                .Select(kind => (kind, RowsOf(_series, kind)))]);
        FirstTimes = [.. _columns.Where(item => item.Reader.Kind == MeasureKind.FirstTime)
            .SelectMany(item => item.Places.Select(place => (item.Reader.Measure, place))).Distinct()];
        WarnedOf = [.. RowsOf(_columns, MeasureKind.FirstTimeBelowWarning).Where(row => row.Commodity >= 0)];
    }

    public ImmutableArray<Measure> Measures { get; }

    public ResultLayout Layout { get; }

    /// <summary>What has to be written down of each day.</summary>
    public DiaryPlan Diary { get; }

    /// <summary>Of which single commodities it has to be noted when a place first has less than its warning level.</summary>
    public ImmutableArray<DiaryRow> WarnedOf { get; }

    /// <summary>The measures of a first time, each with a place that it is taken of, by number.</summary>
    public ImmutableArray<(Measure Measure, int Place)> FirstTimes { get; }

    public ImmutableArray<double> Values(Reading run)
    {
        var values = new double[_columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _columns[i].Reader.Value(run, _columns[i].Places, _columns[i].Column.Detail);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<double> Series(Reading run)
    {
        var values = new double[_series.Length * Layout.Days];
        for (var i = 0; i < _series.Length; i++)
            _series[i].Reader.ByDay(run, _series[i].Places, values.AsSpan(i * Layout.Days, Layout.Days));
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static IEnumerable<Item> Items(Measure measure, Catalogue catalogue)
    {
        var places = PlacesOf(measure, catalogue);
        var alone = places.Select(place => new[] { place }).ToArray();
        var commodity = measure.Commodity is { } id ? catalogue.CommodityNumber(id) : -1;
        var reader = new MeasureReader(measure, commodity, measure.Traffic is { } traffic ? TrafficOf(traffic, catalogue) : -1);
        foreach (var detail in Details(measure, places.Any(place => catalogue.Places[place] is Site)))
        {
            var isOfAll = places.Length != 1 || measure.Of is "camps" or "forces" or "crossings";
            if (isOfAll) yield return ItemOf(null, places, detail);
            // From when it is counted is the same for all.
            if (isOfAll && detail == Column.Since) continue;
            foreach (var place in alone) yield return ItemOf(catalogue.Places[place[0]].Id, place, detail);
        }

        Item ItemOf(string? place, int[] over, string? detail) => new(
            new Column(measure.Id, place, measure.Commodity, detail, UnitOf(measure, commodity, catalogue))
            {
                IsOnlyCommodity = true,
                // More may be delivered to a place than was sent there: what another could not take.
                Most = measure.Is is MeasureKind.ConsumedPerNeed or MeasureKind.Readiness or MeasureKind.LeastReadiness
                    ? 1
                    : double.PositiveInfinity,
                MayBeNever = measure.Is.MayBeNever(),
            }, reader, over);
    }

    private static ImmutableArray<DiaryRow> RowsOf(ImmutableArray<Item> items, params ReadOnlySpan<MeasureKind> kinds)
    {
        var rows = new SortedSet<DiaryRow>();
        foreach (var item in items)
            if (kinds.Contains(item.Reader.Kind)) rows.UnionWith(item.Places.Select(item.Reader.Row));
        return [.. rows];
    }

    private static int[] PlacesOf(Measure measure, Catalogue catalogue) => [.. Enumerable.Range(0, catalogue.Places.Length).Where(number =>
        measure.Of switch
        {
            "camps" => catalogue.Places[number] is Camp,
            "forces" => catalogue.Places[number] is Force,
            "crossings" => catalogue.Places[number] is Crossing,
            var id => catalogue.Places[number].Id == id,
        })];

    private static IEnumerable<string?> Details(Measure measure, bool isAtSite) => measure.Is switch
    {
        MeasureKind.WaitingByCause => CauseNames.CausesAt(isAtSite).Prepend(null),
        MeasureKind.TimeToRecover => [null, Column.Since],
        MeasureKind.Wait => measure.Show.Select(CauseNames.OfQuantile).Prepend(null),
        _ => [null],
    };

    private static int TrafficOf(string name, Catalogue catalogue) => catalogue.Kinds.Named.Select(one => one.Name).ToList().IndexOf(name);

    private static IEnumerable<Item> ShutSeries(Catalogue catalogue, ImmutableArray<(int Place, int Named)> partly)
    {
        var shut = new Measure(Column.Shut) { Of = "crossings", Is = MeasureKind.Shut };
        foreach (var place in PlacesOf(shut, catalogue))
            yield return new Item(
                new Column(shut.Id, catalogue.Places[place].Id, null, null, "share"), new MeasureReader(shut, -1, -1), [place]);
        foreach (var (place, named) in partly)
            yield return new Item(
                new Column(Column.ShutTo + catalogue.Kinds.Named[named].Name, catalogue.Places[place].Id, null, null, "share"),
                new MeasureReader(shut, -1, named), [place]);
    }

    private static string UnitOf(Measure measure, int commodity, Catalogue catalogue) => measure.Is switch
    {
        MeasureKind.ConsumedPerNeed or MeasureKind.DeliveredPerSent or MeasureKind.Readiness or MeasureKind.LeastReadiness => "share",
        MeasureKind.UnmetPersonDays or MeasureKind.OverCapacity => "person-day",
        MeasureKind.People or MeasureKind.Displaced or MeasureKind.Returned => "person",
        var kind when kind.IsOfGoods() => commodity < 0 ? "t" : ShownUnit.Name(catalogue.Commodities[commodity].Unit),
        MeasureKind.WaitingByCause => "vehicle-day",
        MeasureKind.Wait => "h",
        MeasureKind.Passed or MeasureKind.VehiclesLost => "vehicle",
        MeasureKind.Attacks => "attack",
        _ => "d",
    };

    private sealed record Item(Column Column, MeasureReader Reader, int[] Places);
}
