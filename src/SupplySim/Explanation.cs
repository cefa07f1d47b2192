using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Why a place had what it had at an instant of one run: what it lacked, what was held up on the way to it, by what, and what
/// had led to that.</summary>
/// <remarks>Immutable. Times are load-time of that run, from <see cref="Since"/> to <see cref="At"/>: of
/// vehicles that were sent to the place, on the way there and back, as the delay ledger has it and as they were slowed; and of loads that
/// were ordered for it and had no vehicle, or would have been ordered. Made by tracing the run again.</remarks>
public sealed record Explanation
{
    /// <summary>The place.</summary>
    public required PlaceId Place { get; init; }

    /// <summary>When.</summary>
    public required SimTime At { get; init; }

    /// <summary>When it last had enough: the last delivery that left as much there as its supply lines order below, or where none orders by
    /// a level, as its warning level; the start of the run where there was none.</summary>
    public required SimTime Since { get; init; }

    /// <summary>The run that is explained, to its end, with its story.</summary>
    public required RunResult Run { get; init; }

    /// <summary>What it needs, commodity by commodity, in the order of the scenario.</summary>
    public required ImmutableArray<ExplainedNeed> Needs { get; init; }

    /// <summary>[person-day] What was lacking since then: how long there was nothing left of each commodity that is brought there, times
    /// the people who went without; of a force [day]. 0 where there was something of everything.</summary>
    public required double Lacked { get; init; }

    /// <summary>[load-time] How long vehicles and loads were held up.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>What they were held up by, the greatest share first; last, where something was lacking with nothing late, <c>rations</c>
    /// and <c>too-little</c>. The times add up to <see cref="Waited"/> exactly, the shares to one.</summary>
    public required ImmutableArray<ExplainedDelay> Delays { get; init; }

    /// <summary>Which of its supply lines ordered nothing meanwhile, the longest first.</summary>
    public required ImmutableArray<ExplainedPause> Pauses { get; init; }

    /// <summary>What was ordered for it and has no vehicle yet; null where there is nothing.</summary>
    public required ExplainedBacklog? Backlog { get; init; }

    /// <summary>[vehicles] Lost meanwhile that were sent there.</summary>
    public required long VehiclesLost { get; init; }

    /// <summary>The fleets that bring something there, and what they lack, in the order of the scenario.</summary>
    public required ImmutableArray<ExplainedFleet> Fleets { get; init; }

    /// <summary>What was destroyed meanwhile of what lay there, and at any time before at those who send it something, with what led to the
    /// first; in order of time. Default: nothing.</summary>
    public ImmutableArray<Happening> Hits { get; init; } = [];

    /// <summary>In a few lines, with ids; <c>WhyScreen</c> of SupplySim.Results tells it in full.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"{Place} on {Brief.Of(At)}, since {Brief.Of(Since)}:",
        .. Needs.Select(need => $"  {need.Commodity}: {Brief.Of(need.OnHand)} left; needed {Brief.Of(need.Needed)}, "
            + $"used {Brief.Of(need.Consumed)}, came {Brief.Of(need.Delivered)}"),
        .. Pauses.Select(pause =>
            string.Create(CultureInfo.InvariantCulture,
                $"  {pause.Line} ordered nothing "
                    + $"for {pause.Paused.TotalDays:0.#} d: ")
            + (pause.OrdersStopped ? "orders were stopped"
                : pause.Captured ? $"{pause.Shut} was captured"
                : $"{pause.Shut ?? "no way"} was known to be shut")),
        .. Delays.Where(delay => delay.Share >= 0.005)
            .Select(delay =>
                string.Create(CultureInfo.InvariantCulture,
                    $"  {delay.Share:0 %}: {(delay.Awaited is { } fleet ? $"loads for {fleet}: " : "")}{delay.Where}, {delay.Cause}{(delay.Disruption is { } id ? $" ({id})" : "")}")),
    ]);
}

/// <summary>What a place needs of one commodity, and what it got.</summary>
/// <param name="Commodity">Its id.</param>
/// <param name="OnHand">What lies there.</param>
/// <param name="Lasts">[time] How long that lasts at the full need.</param>
/// <param name="Needed">At the full ration, since it last had enough.</param>
/// <param name="Consumed">Used since then.</param>
/// <param name="Delivered">Unloaded there since then.</param>
/// <param name="Lost">Lost on the way there since then, or destroyed or seized there.</param>
/// <param name="OnItsWay">Ordered and with a vehicle; see <see cref="Explanation.Backlog"/> for what has none yet.</param>
public sealed record ExplainedNeed(
    string Commodity, Quantity OnHand, TimeSpan Lasts, Quantity Needed, Quantity Consumed, Quantity Delivered, Quantity Lost,
    Quantity OnItsWay);

/// <summary>One reason for which vehicles or loads were held up.</summary>
/// <param name="Where">The id of the place or the route; of the fleet where none of it was free, or where it was kept from leaving.</param>
/// <param name="Cause">As in <see cref="HeldUp"/>.</param>
/// <param name="Disruption">The disruption or front that is blamed; null where none is.</param>
/// <param name="Waited">[load-time]</param>
/// <param name="Share">[share] 0 to 1: of what was lacking, as <see cref="HeldUp.Lacked"/>; where nothing
/// was, of all that was held up.</param>
/// <param name="Because">What led to it, in order of time: the closure, the loss of contact or the capture itself, and its causes back to
/// the first. Empty where nothing happened that was told.</param>
public sealed record ExplainedDelay(
    string Where, string Cause, string? Disruption, TimeSpan Waited, double Share, ImmutableArray<Happening> Because)
{
    /// <summary>As in <see cref="HeldUp"/>: the fleet for one of whose vehicles loads waited, while its vehicles were held up so. Default:
    /// null, what was held up itself.</summary>
    public string? Awaited { get; init; }

    /// <summary>Where lanes of a crossing were waited for: who got through since then, there and back, the most numerous first. Default:
    /// nobody.</summary>
    public ImmutableArray<ExplainedTraffic> Through { get; init; } = [];
}

/// <summary>Who got through a crossing.</summary>
/// <param name="Traffic">The kind of traffic.</param>
/// <param name="Vehicles">[vehicles] Laden and empty; above zero.</param>
public sealed record ExplainedTraffic(string Traffic, long Vehicles);

/// <summary>A supply line that ordered nothing, as its way was known to be shut, orders were stopped at
/// the place or a force was captured; once for each thing that was shut.</summary>
/// <param name="Line">Its id.</param>
/// <param name="Paused">[time] For how long.</param>
/// <param name="Shut">The crossing or route that was known to be shut, the first on its way, or the force that was captured; null where
/// there was no way at all, or orders were stopped.</param>
/// <param name="OrdersStopped">Whether orders were stopped at the place.</param>
/// <param name="Because">What had shut it, and what led to that, in order of time. Empty where nothing happened that was told.</param>
public sealed record ExplainedPause(string Line, TimeSpan Paused, string? Shut, bool OrdersStopped, ImmutableArray<Happening> Because)
{
    /// <summary>Whether the line leads to or from a force that was captured, which is what <see cref="Shut"/> names then. Default: it was
    /// not.</summary>
    public bool Captured { get; init; }
}

/// <summary>What a fleet lacks that brings something to the place.</summary>
/// <param name="Fleet">Its id.</param>
/// <param name="Vehicles">[vehicles] At the start.</param>
/// <param name="Lost">[vehicles] Lost or seized since the start of the run, on whatever way.</param>
/// <param name="Elsewhere">[vehicles] Wanted elsewhere at that instant, of those at the base.</param>
/// <param name="Because">What led to the first loss, and what wants them elsewhere, in order of time.</param>
public sealed record ExplainedFleet(string Fleet, int Vehicles, int Lost, int Elsewhere, ImmutableArray<Happening> Because);

/// <summary>Loads that wait for a vehicle.</summary>
/// <param name="Loads">How many.</param>
/// <param name="Mass">All of them.</param>
/// <param name="Oldest">When the oldest was ordered.</param>
public sealed record ExplainedBacklog(int Loads, Mass Mass, SimTime Oldest);
