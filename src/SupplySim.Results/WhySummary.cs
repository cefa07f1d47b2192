using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplySim.Engine;

namespace SupplySim.Results;

/// <summary>An explanation as one JSON document, <c>supplysim.why/1</c>.</summary>
/// <remarks>Depends on scenario, seed, replication, place, instant and version alone, byte by byte. Fields may be added; renaming or
/// removing one makes <c>supplysim.why/2</c>. Immutable.</remarks>
public sealed record WhySummary
{
    /// <summary>The name of this form.</summary>
    public string Schema { get; } = "supplysim.why/1";

    /// <summary>What was simulated.</summary>
    public required SummaryScenario Scenario { get; init; }

    /// <summary>Of SupplySim.</summary>
    public required string Version { get; init; }

    /// <summary>From which all draws followed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The alternative's name; null where there is only one.</summary>
    public required string? Alternative { get; init; }

    /// <summary>From 0.</summary>
    public required int Replication { get; init; }

    /// <summary>Of the outcome of the run: 16 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The place's id.</summary>
    public required string Place { get; init; }

    /// <summary>[d] Since the start.</summary>
    public required double AtDay { get; init; }

    /// <summary>[d] Since the start: when it last had enough.</summary>
    public required double SinceDay { get; init; }

    /// <summary>What it needs, and what it got since then.</summary>
    public required ImmutableArray<WhyNeed> Needs { get; init; }

    /// <summary>[person-day] What was lacking since then, each commodity by itself; of a force [day].</summary>
    public required double Lacked { get; init; }

    /// <summary>[vehicle-days] For which what was sent there was held up since then, there and back, and
    /// what was ordered and had no vehicle.</summary>
    public required double VehicleDays { get; init; }

    /// <summary>By what, the greatest share first.</summary>
    public required ImmutableArray<WhyDelay> Delays { get; init; }

    /// <summary>Which supply lines ordered nothing meanwhile.</summary>
    public required ImmutableArray<WhyPause> Pauses { get; init; }

    /// <summary>[loads] Ordered, and without a vehicle yet.</summary>
    public required int LoadsWithoutVehicle { get; init; }

    /// <summary>[vehicles] Lost since then that were sent there.</summary>
    public required long VehiclesLost { get; init; }

    /// <summary>What was destroyed of what lay there since then, and at any time before at those who send it something, with what led to
    /// the first; null where nothing was.</summary>
    public ImmutableArray<WhyHappening>? Hits { get; init; }

    /// <summary>The fleets that bring something there, and what they lack.</summary>
    public required ImmutableArray<WhyFleet> Fleets { get; init; }

    /// <summary>An explanation in this form.</summary>
    /// <param name="explanation">What was found.</param>
    /// <param name="scenario">That was run.</param>
    /// <param name="source">The scenario file.</param>
    /// <param name="alternative">The alternative's name; null where there is only one.</param>
    public static WhySummary Of(Explanation explanation, Scenario scenario, ScenarioSource source, string? alternative)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return new()
        {
            Scenario = SummaryScenario.Of(scenario, source),
            Version = ToolVersion.Number,
            Seed = explanation.Run.Seed,
            Alternative = alternative,
            Replication = explanation.Run.Replication,
            Fingerprint = Summary.Hex(explanation.Run.OutcomeFingerprint),
            Place = explanation.Place.Value,
            AtDay = Day(explanation.At),
            SinceDay = Day(explanation.Since),
            Needs = [.. explanation.Needs.Select(need => new WhyNeed(
                need.Commodity, need.Needed.Unit.ToString().ToLowerInvariant(), need.OnHand.Amount,
                need.Lasts == TimeSpan.MaxValue ? null : need.Lasts.TotalDays, need.Needed.Amount, need.Consumed.Amount,
                need.Delivered.Amount, need.Lost.Amount, need.OnItsWay.Amount))],
            Lacked = explanation.Lacked,
            VehicleDays = explanation.Waited.TotalDays,
            Delays = [.. explanation.Delays.Select(delay => new WhyDelay(
                delay.Where, delay.Cause, delay.Disruption, delay.Waited.TotalDays, delay.Share,
                Told(delay.Because)) { Awaited = delay.Awaited, Through = ThroughOf(delay) })],
            Pauses = [.. explanation.Pauses.Select(pause =>
                new WhyPause(pause.Line, pause.Paused.TotalDays, pause.Shut, pause.OrdersStopped, Told(pause.Because))
                {
                    Captured = pause.Captured,
                })],
            LoadsWithoutVehicle = explanation.Backlog?.Loads ?? 0,
            VehiclesLost = explanation.VehiclesLost,
            Hits = explanation.Hits.IsEmpty ? null : Told(explanation.Hits),
            Fleets = [.. explanation.Fleets.Select(fleet =>
                new WhyFleet(fleet.Fleet, fleet.Vehicles, fleet.Lost, fleet.Elsewhere, Told(fleet.Because)))],
        };
    }

    /// <summary>The document, ending in a line feed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.WhySummary) + "\n";

    private static ImmutableArray<WhyHappening> Told(ImmutableArray<Happening> happenings) =>
        [.. happenings.Select(told => new WhyHappening(Day(told.At), told.Kind.ToString(), told.Subject, told.Detail))];

    private static ImmutableArray<WhyTraffic>? ThroughOf(ExplainedDelay delay) =>
        delay.Through.IsEmpty ? null : [.. delay.Through.Select(one => new WhyTraffic(one.Traffic, one.Vehicles))];

    private static double Day(SimTime at) => (at - SimTime.Start).TotalDays;
}

/// <summary>What a place needs of one commodity; amounts in the unit beside it.</summary>
/// <param name="Commodity">Its id.</param>
/// <param name="Unit">gram, millilitre or piece.</param>
/// <param name="OnHand">What lies there.</param>
/// <param name="LastsDays">[d] How long that lasts at the full need; null for ever.</param>
/// <param name="Needed">Since it last had enough.</param>
/// <param name="Used">Since then.</param>
/// <param name="Delivered">Since then.</param>
/// <param name="Lost">On the way there, or destroyed or seized there, since then.</param>
/// <param name="OnItsWay">Ordered and with a vehicle.</param>
public sealed record WhyNeed(string Commodity, string Unit, long OnHand, double? LastsDays, long Needed, long Used, long Delivered,
    long Lost, long OnItsWay);

/// <summary>One reason for which vehicles or loads were held up.</summary>
/// <param name="Where">The id of the place or route; of the fleet for <c>no-vehicle</c> and <c>departure</c>.</param>
/// <param name="Cause">As in <see cref="SummaryHeldUp"/>.</param>
/// <param name="Disruption">That is blamed; null where none is.</param>
/// <param name="VehicleDays">[vehicle-days]</param>
/// <param name="Share">[share] Of what was lacking; where nothing was, of all that was held up.</param>
/// <param name="Because">What led to it, in order of time.</param>
public sealed record WhyDelay(string Where, string Cause, string? Disruption, double VehicleDays, double Share,
    ImmutableArray<WhyHappening> Because)
{
    /// <summary>The id of the fleet for one of whose vehicles loads waited, which were held up so; left out
    /// where it is what was held up itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Awaited { get; init; }

    /// <summary>Where lanes of a crossing were waited for: who got through since then, the most numerous first; left out
    /// elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WhyTraffic>? Through { get; init; }
}

/// <summary>Who got through a crossing.</summary>
/// <param name="Traffic">The kind of traffic.</param>
/// <param name="Vehicles">Laden and empty.</param>
public sealed record WhyTraffic(string Traffic, long Vehicles);

/// <summary>A fleet that brings something to the place.</summary>
/// <param name="Fleet">Its id.</param>
/// <param name="Vehicles">At the start.</param>
/// <param name="Lost">Since the start of the run.</param>
/// <param name="Elsewhere">Wanted elsewhere at that instant.</param>
/// <param name="Because">What led to the first loss, and what wants them elsewhere.</param>
public sealed record WhyFleet(string Fleet, int Vehicles, int Lost, int Elsewhere, ImmutableArray<WhyHappening> Because);

/// <summary>Something that led to a delay.</summary>
/// <param name="Day">[d] Since the start.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Detail">More, in words.</param>
public sealed record WhyHappening(double Day, string Kind, string Subject, string? Detail);

/// <summary>A supply line that ordered nothing.</summary>
/// <param name="Line">Its id.</param>
/// <param name="Days">[d] For how long.</param>
/// <param name="Shut">What was known to be shut; null where there was no way at all, or orders were stopped.</param>
/// <param name="OrdersStopped">Whether orders were stopped at the place itself.</param>
/// <param name="Because">What had shut it, and what led to that, in order of time.</param>
public sealed record WhyPause(string Line, double Days, string? Shut, bool OrdersStopped, ImmutableArray<WhyHappening> Because)
{
    /// <summary>Whether the line leads to or from a force that was captured, which is what <see cref="Shut"/> names then. Default: not, and
    /// then the document does not say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Captured { get; init; }
}
