using System.Collections.Immutable;

namespace SupplySim;

/// <summary>A named quantity that a run yields.</summary>
/// <param name="Id">Unique among measures.</param>
public sealed record Measure(string Id)
{
    /// <summary>What it is taken of: <c>camps</c>, <c>forces</c>, <c>crossings</c>, or one place. No default.</summary>
    public required string Of { get; init; }

    /// <summary>What is measured. No default.</summary>
    public required MeasureKind Is { get; init; }

    /// <summary>Also as a series, one value a day: of what is counted what came in it, of people how many there are at its end, of
    /// readiness the mean of the day. Default: only one value a run.</summary>
    public SeriesStep? By { get; init; }

    /// <summary>Only of this commodity. Default: all that the place needs.</summary>
    public string? Commodity { get; init; }

    /// <summary>With <see cref="MeasureKind.Passed"/>: of this traffic. With <see cref="MeasureKind.Shut"/>: to this traffic, also by
    /// closures to it alone and by holders who let it not pass. Default: all traffic.</summary>
    public string? Traffic { get; init; }

    /// <summary>Counted from when this first becomes true: of what is true at the start, when it is true
    /// again for the first time. Default: from the start.</summary>
    public Condition? After { get; init; }

    /// <summary>With <c>first time</c>: what is waited for. <c>stock</c> and <c>readiness</c> alone are those of each
    /// place that it is taken of. No default.</summary>
    public Condition? When { get; init; }

    /// <summary>[share] The quantiles shown of a measure that has many values in a run, each above 0 and below 1: 0.5 is the median.
    /// Default: only the mean.</summary>
    public ImmutableArray<double> Show { get; init; } = [];

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}

/// <summary>The step of a series.</summary>
public enum SeriesStep
{
    /// <summary>One value a day; day 0 is the first 24 hours.</summary>
    Day,
}

/// <summary>What can be measured. The remarks give unit, and how it is put together over time and over places.</summary>
public enum MeasureKind
{
    /// <summary><c>consumed / need</c> [share] what was used of what was needed at the full ration and had to be brought (what people find
    /// themselves, <c>local-share</c>, is in neither), by mass over all commodities; over the run and over places all that was used of
    /// all that was needed. A force needs nothing from its capture on, so what it went without is what it lacked before.</summary>
    ConsumedPerNeed,

    /// <summary><c>stock / need</c> [d] how long what lies there would last at the full ration beside what people find themselves, the
    /// least over commodities; over the run and over places the least.</summary>
    StockPerNeed,

    /// <summary><c>unmet person-days</c> [person-day] full rations for a person and a day that were not had, of the commodity named or of
    /// the one that lacks most; over places the sum.</summary>
    UnmetPersonDays,

    /// <summary><c>first time below warn-below</c> [d] time from the start until the place falls below its <c>warn-below</c>, of the
    /// commodity named or of the first that does, never where it does not happen; over places the first.</summary>
    FirstTimeBelowWarning,

    /// <summary><c>time to 95 %</c> [d] from <see cref="Measure.After"/> to the start of the first full day on which 95 % of the need
    /// is met on that and every later day of a week, all of which lies within the run; never where it is not; over places the last. Told of
    /// the runs in which <see cref="Measure.After"/> became true: in the others there was nothing to recover from.</summary>
    TimeToRecover,

    /// <summary><c>delivered / sent</c> [share] what was unloaded of what the supply lines to the place have ordered; over places all that
    /// was unloaded of all that was ordered.</summary>
    DeliveredPerSent,

    /// <summary><c>delivered</c> [t or pieces] what was unloaded at the place; over places the sum.</summary>
    Delivered,

    /// <summary><c>sent</c> [t or pieces] what the supply lines to the place have ordered; over places the sum.</summary>
    Sent,

    /// <summary><c>waiting by cause</c> [vehicle-day] time that vehicles waited, in all and by the cause of each wait: of what is shut,
    /// the first of physical, passage, clearance, fuel, hours, fleet, lane; over places the sum. At crossings, airfields, and where trucks
    /// set out.</summary>
    WaitingByCause,

    /// <summary><c>wait</c> [h] mean time of a vehicle from joining the queue to the start of its
    /// inspection; over places the mean over vehicles.</summary>
    Wait,

    /// <summary><c>shut</c> [d] time that the crossing was closed to all traffic: physically, whatever the hours, or because nobody gives
    /// it any opening hours (<c>never</c>, and nothing opens it). With <c>traffic</c>, such as <c>aid</c>, to that traffic, there or back:
    /// then closures <c>to</c> it alone and holders who let it not pass count too, which are left out without. Over places the
    /// sum.</summary>
    Shut,

    /// <summary><c>passed</c> [vehicles] vehicles that left the inspection, laden and empty; over places the sum.</summary>
    Passed,

    /// <summary><c>people</c> [people] who live in the camp at the end; over places the sum.</summary>
    People,

    /// <summary><c>over capacity</c> [person-day] people beyond the camp's capacity, for as long as they
    /// were; over places the sum.</summary>
    OverCapacity,

    /// <summary><c>readiness</c> [share] how ready a force is, the mean over the run, in which it is
    /// 0 from its capture on; over places the least.</summary>
    Readiness,

    /// <summary><c>least readiness</c> [share] how ready a force is, the least at any instant, 0 once it was captured; over places
    /// the least.</summary>
    LeastReadiness,

    /// <summary><c>attacks</c> [attacks] on columns sent to the place, on their way there and back; over places the sum.</summary>
    Attacks,

    /// <summary><c>vehicles lost</c> [vehicles] and aircraft that were sent to the place, on their way there and back, however they were
    /// lost; over places the sum.</summary>
    VehiclesLost,

    /// <summary><c>cargo lost</c> [t or pieces] bound for the place when its vehicle was lost, however that
    /// was; over places the sum.</summary>
    CargoLost,

    /// <summary><c>displaced</c> [people] who have fled to the camp by a displacement and not gone home, at
    /// the end; who fled on from there to another camp is counted in both; over places the sum.</summary>
    Displaced,

    /// <summary><c>returned</c> [people] who fled to the camp and have set out home from there, since the
    /// start; over places the sum.</summary>
    Returned,

    /// <summary><c>first time captured</c> [d] time from the start until a front takes the place, never
    /// where none does; over places the first.</summary>
    FirstTimeCaptured,

    /// <summary><c>stock</c> [t or pieces] what lies at the place at the end, of the commodity named or of all by mass; over places the
    /// sum.</summary>
    Stock,

    /// <summary><c>first time</c> [d] time from the start until <see cref="Measure.When"/> holds, 0 where it does at the start, never where
    /// it does not happen; over places the first.</summary>
    FirstTime,

    /// <summary><c>stock lost</c> [t or pieces] what lay at the place and was destroyed, or seized when it was captured; over places the
    /// sum.</summary>
    StockLost,
}

/// <summary>Something that should come out: <c>hungry &lt; 20 000</c> in 90 % of the runs.</summary>
public sealed record Goal
{
    /// <summary>What should hold in a run. No default.</summary>
    public required GoalCondition That { get; init; }

    /// <summary>[share] In at least this share of the runs, 0 to 1. Default 1.</summary>
    public double In { get; init; } = 1;
}

/// <summary>A measure, over all its places, compared with a number.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">The number, in the measure's unit. A time that never comes is greater than any; where there was nothing to recover
/// from it took none.</param>
/// <param name="Text">As it was written, for reports.</param>
public sealed record GoalCondition(string Measure, Comparison Comparison, double Value, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
