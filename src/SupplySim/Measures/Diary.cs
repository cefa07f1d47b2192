using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What is written down at the end of each day of a run, for the series.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Diary : IEventHandler
{
    private readonly World _world;
    private readonly Counts _counts;
    private readonly HandlerId _handler;
    private readonly NeedTotals[] _needs;
    private readonly double[] _unmet;
    private readonly TimeSpan[] _shut;
    private readonly (MeasureKind Kind, DiaryPage Page, double[] Before)[] _counted;

    public Diary(World world, Counts counts, DiaryPlan plan)
    {
        (_world, _counts, Days) = (world, counts, world.Catalogue.Days);
        (NeedMet, DaysOfSupply, Unmet, Shut) =
            (new(plan.NeedMet, Days), new(plan.DaysOfSupply, Days), new(plan.Unmet, Days), new(plan.Shut, Days));
        (_needs, _unmet, _shut) = (new NeedTotals[plan.NeedMet.Length], new double[plan.Unmet.Length], new TimeSpan[plan.Shut.Length]);
        _counted = [.. plan.Counted.Select(one => (one.Kind, new DiaryPage(one.Rows, Days), new double[one.Rows.Length]))];
        _handler = world.Simulation.Register(this);
        PlanDay(0);
    }

    public int Days { get; }

    /// <summary>[share] Consumed of needed that day, by mass over all commodities.</summary>
    public DiaryPage NeedMet { get; }

    /// <summary>[d] At the end of the day.</summary>
    public DiaryPage DaysOfSupply { get; }

    /// <summary>[person-day] That day, where no commodity is named of the worst.</summary>
    public DiaryPage Unmet { get; }

    /// <summary>[share] Of the day for which a crossing was closed, to all traffic or to one.</summary>
    public DiaryPage Shut { get; }

    /// <summary>What came that day of what is counted, in its smallest unit; how many people there were at its end; how ready a force was
    /// that day on average [share].</summary>
    public DiaryPage Counted(MeasureKind kind) => Array.Find(_counted, one => one.Kind == kind).Page;

    /// <summary>The end of the run is the end of its last day.</summary>
    public void Close() => Write(Days - 1, _world.Catalogue.Horizon - SimTime.Day(Days - 1));

    void IEventHandler.Handle(long day)
    {
        Write((int)day, TimeSpan.FromDays(1));
        PlanDay((int)day + 1);
    }

    private void PlanDay(int day)
    {
        if (day < Days - 1) _world.Simulation.Schedule(SimTime.Day(day + 1), Priorities.Record, _handler, day);
    }

    private void Write(int day, TimeSpan length)
    {
        for (var row = 0; row < _needs.Length; row++)
        {
            var (before, now) = (_needs[row], _needs[row] = NeedTotals.Of(_world, NeedMet.Rows[row]));
            if (now.Needed > before.Needed) NeedMet[row, day] = (now.Consumed - before.Consumed) / (now.Needed - before.Needed);
        }
        for (var row = 0; row < DaysOfSupply.Rows.Length; row++)
            if (Lasts(DaysOfSupply.Rows[row]) is var lasts && lasts < TimeSpan.MaxValue) DaysOfSupply[row, day] = lasts.TotalDays;
        for (var row = 0; row < _unmet.Length; row++)
        {
            var (before, now) = (_unmet[row], _unmet[row] = NeedTotals.Unmet(_world, Unmet.Rows[row]));
            Unmet[row, day] = now - before;
        }
        for (var row = 0; row < _shut.Length; row++)
        {
            var crossing = _world.Crossings[Shut.Rows[row].Place]!;
            crossing.Count(_world.Now);
            var (before, now) = (_shut[row], _shut[row] = MeasureReader.Shut(crossing, Shut.Rows[row].Traffic));
            Shut[row, day] = (now - before) / length;
        }
        foreach (var (kind, page, before) in _counted)
            for (var row = 0; row < before.Length; row++) page[row, day] = Counted(kind, page.Rows[row], ref before[row], length);
    }

    private double Counted(MeasureKind kind, DiaryRow of, ref double before, TimeSpan length)
    {
        var now = _counts.Of(kind, of);
        var value = kind.IsLevel() ? now : kind == MeasureKind.Readiness ? (now - before) / length.Ticks : now - before;
        before = now;
        return value;
    }

    private TimeSpan Lasts(DiaryRow of) => of.Commodity < 0
        ? _world.Stocks.DaysOfSupply(of.Place, _world.Now)
        : _world.Stocks[of.Place, of.Commodity].DaysOfSupply(_world.Now);
}
