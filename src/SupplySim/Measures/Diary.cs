using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>What is written down at the end of each day of a run, for the series.</summary>
/// <remarks>Layout: position = (place * days) + day; NaN where a place has nothing to say. One run, one thread.</remarks>
internal sealed class Diary : IEventHandler
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly int[] _places;
    private readonly double[] _consumed;
    private readonly double[] _needed;
    private readonly double[] _unmet;
    private readonly TimeSpan[] _shut;

    public Diary(World world, IEnumerable<int> places)
    {
        (_world, _places, Days) = (world, [.. places.Distinct().Order()], world.Catalogue.Days);
        var (all, size) = (world.Catalogue.Places.Length, world.Catalogue.Places.Length * Days);
        (_consumed, _needed, _unmet, _shut) = (new double[all], new double[all], new double[all], new TimeSpan[all]);
        (NeedMet, DaysOfSupply, Unmet, Shut) = (Blank(size), Blank(size), Blank(size), Blank(size));
        _handler = world.Simulation.Register(this);
        PlanDay(0);
    }

    public int Days { get; }

    /// <summary>[share] Consumed of needed that day, by mass.</summary>
    public double[] NeedMet { get; }

    /// <summary>[d] At the end of the day.</summary>
    public double[] DaysOfSupply { get; }

    /// <summary>[person-day] Of the worst commodity, that day.</summary>
    public double[] Unmet { get; }

    /// <summary>[share] Of the day for which a crossing was physically closed.</summary>
    public double[] Shut { get; }

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
        foreach (var place in _places)
        {
            var at = place * Days + day;
            if (_world.Crossings[place] is { } crossing)
            {
                crossing.Count(_world.Now);
                Shut[at] = (crossing.ClosedTime - _shut[place]) / length;
                _shut[place] = crossing.ClosedTime;
                continue;
            }
            WriteNeeds(place, at);
        }
    }

    private void WriteNeeds(int place, int at)
    {
        var days = _world.Stocks.DaysOfSupply(place, _world.Now);
        var totals = NeedTotals.Of(_world, place);
        if (totals.Needed > _needed[place]) NeedMet[at] = (totals.Consumed - _consumed[place]) / (totals.Needed - _needed[place]);
        if (days < TimeSpan.MaxValue) DaysOfSupply[at] = days.TotalDays;
        Unmet[at] = totals.UnmetPersonDays - _unmet[place];
        (_consumed[place], _needed[place], _unmet[place]) = (totals.Consumed, totals.Needed, totals.UnmetPersonDays);
    }

    private static double[] Blank(int size)
    {
        var values = new double[size];
        Array.Fill(values, double.NaN);
        return values;
    }
}
