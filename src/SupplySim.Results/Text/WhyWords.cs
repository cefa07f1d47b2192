using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Results.Text;

/// <summary>An explanation in words, for the screen and for the report.</summary>
/// <param name="explanation">What was found.</param>
/// <param name="scenario">That was run.</param>
/// <param name="most">How many reasons are told one by one.</param>
internal sealed class WhyWords(Explanation explanation, Scenario scenario, int most)
{
    /// <summary>Where and when.</summary>
    public string Title => $"{Names.Of(scenario, explanation.Place.Value)} on {When(explanation.At)}";

    /// <summary>Above the rows of <see cref="Needs"/>.</summary>
    public static ImmutableArray<string> NeedsHead { get; } = ["", "lasts", "needed", "used", "came", "lost", "on its way"];

    /// <summary>What it needs, row by row.</summary>
    public ImmutableArray<ImmutableArray<string>> Needs => [.. explanation.Needs.Select(need => ImmutableArray.Create(
        Names.Of(scenario, need.Commodity), Days(need.Lasts), Amount(need.Needed), Amount(need.Consumed), Amount(need.Delivered),
        Amount(need.Lost), Amount(need.OnItsWay)))];

    /// <summary>Since when that is.</summary>
    public string Since => explanation.Since == SimTime.Start
        ? $"Counted from the start of the run{(Enough is { } enough ? $", since no delivery brought its stock up to {enough}" : "")}."
        : $"Counted from {When(explanation.Since)}, when a delivery last brought its stock up to {Enough}.";

    // As it is judged: by what its lines order below, by none that has a level as its warning level.
    private string? Enough => scenario.SupplyLines.Any(line => line.To == explanation.Place && line.WhenBelow is not null)
        ? "the level below which more is ordered"
        : scenario.Places.First(place => place.Id == explanation.Place.Value) is Camp { WarnBelow: not null }
            or Force { WarnBelow: not null } ? "its warning level"
        : null;

    /// <summary>Which lines ordered nothing, each with what led to it.</summary>
    public ImmutableArray<WhyReason> Pauses => [.. explanation.Pauses.Select(pause => new WhyReason(
        "",
        $"Supply line {Names.Clean(pause.Line)} ordered nothing "
            + $"for {Days(pause.Paused)}, {Figure.Seen(pause.Paused / (explanation.At - explanation.Since), Scale.Percent)} of the time "
            + $"since then, as "
            + (pause.OrdersStopped ? $"orders were stopped there{(pause.Because.IsEmpty ? "." : ":")}"
                : pause is { Captured: true, Shut: { } force }
                    ? $"{Names.OfPlaceOrRoute(scenario, force)} was captured{(pause.Because.IsEmpty ? "." : ":")}"
                : pause.Shut is { } shut
                    ? $"{Names.OfPlaceOrRoute(scenario, shut)} was known "
                        + $"to {Names.HowShut(scenario, shut)}{(pause.Because.IsEmpty ? "." : ":")}"
                : "no way was known."),
        Chain(pause.Because)))];

    /// <summary>How long vehicles have waited in all.</summary>
    public string Waited => explanation.Delays.IsEmpty
        ? scenario.SupplyLines.Any(line => line.To == explanation.Place)
            ? "Nothing held up what was sent there since then."
            : "No supply line leads there."
        : explanation.Lacked > 0 ? $"Since then it went without for {WithoutTime}, each commodity by itself. Of that:"
        : $"What was sent there, and what was ordered for it or would have been, was held up for {VehicleTime(explanation.Waited)} since "
            + $"then, there and back:";

    /// <summary>For what, with its share, and what led to it.</summary>
    public ImmutableArray<WhyReason> Delays
    {
        get
        {
            // What was late and not missed is no reason.
            var delays = explanation.Delays.Where(one => one.Share > 0).OrderByDescending(one => one.Share).ToArray();
            var left = delays.Skip(most).ToArray();
            var queues = new HashSet<string>();
            return
            [
                .. delays.Take(most).Select(delay => new WhyReason(
                    Share(delay.Share), HoldUpWords.Phrase(scenario, delay.Where, delay.Cause, delay.Awaited) + Blamed(delay)
                        + (delay.Through.IsEmpty || !queues.Add(delay.Where) ? "" : Through(delay.Through)),
                    Chain(delay.Because))),
                .. left.Length == 0
                    ? Array.Empty<WhyReason>()
                    : [new(Share(left.Sum(one => one.Share)), Words.Count(left.Length, "other reason"), [])],
            ];
        }
    }

    /// <summary>What was ordered and has no vehicle, what was lost, and what the fleets lack, with what led to that.</summary>
    public ImmutableArray<WhyReason> Lacking
    {
        get
        {
            var sentences = ImmutableArray.CreateBuilder<WhyReason>();
            if (explanation.Backlog is { } backlog)
                Add($"{Words.Count(backlog.Loads, "load")}, {Weight(backlog.Mass.Grams)}, {WasWere(backlog.Loads)} ordered and had no "
                    + $"vehicle yet, the oldest since {When(backlog.Oldest)}.");
            if (!explanation.Hits.IsEmpty) sentences.Add(new("", WhereHit, Chain(explanation.Hits)));
            if (explanation.VehiclesLost > 0)
                Add($"{Words.Count(explanation.VehiclesLost, "vehicle")} sent there {WasWere(explanation.VehiclesLost)} lost since then.");
            foreach (var fleet in explanation.Fleets.Where(fleet => fleet.Lost > 0 || fleet.Elsewhere > 0))
                sentences.Add(
                    new("",
                        $"Of {Words.Count(fleet.Vehicles, "vehicle")} of {Names.Clean(fleet.Fleet)} {Lack(fleet)}{(fleet.Because.IsEmpty ? "." : ":")}",
                        Chain(fleet.Because)));
            return sentences.ToImmutable();

            void Add(string sentence) => sentences.Add(new("", sentence, []));
        }
    }

    private string WhereHit
    {
        get
        {
            var places = explanation.Hits.Where(one => one.Kind == HappeningKind.Destroyed).Select(one => Names.Of(scenario, one.Subject))
                .Distinct().ToArray();
            return $"What lay at {Words.List(places)} was hit:";
        }
    }

    private string WithoutTime => scenario.Places.First(place => place.Id == explanation.Place.Value) is Camp
        ? Figure.Seen(explanation.Lacked, Scale.For([explanation.Lacked]).In("person-days", "person-day"))
        : Figure.Seen(explanation.Lacked, Scale.Plain.In("days", "day"));

    private static string VehicleTime(TimeSpan time) =>
        time.TotalDays >= 1 ? Figure.Seen(time.TotalDays, Scale.Plain.In("vehicle-days", "vehicle-day"))
            : time.TotalHours >= 1 ? Figure.Seen(time.TotalHours, Scale.Plain.In("vehicle-hours", "vehicle-hour"))
            : Figure.Seen(time.TotalMinutes, Scale.Plain.In("vehicle-minutes", "vehicle-minute"));

    private static string Lack(ExplainedFleet fleet) => Words.List([.. new[]
    {
        fleet.Lost > 0 ? $"{fleet.Lost} {WasWere(fleet.Lost)} lost since the start of the run" : null,
        fleet.Elsewhere > 0 ? $"{fleet.Elsewhere} {WasWere(fleet.Elsewhere)} wanted elsewhere" : null,
    }.OfType<string>()]);

    private static string WasWere(long number) => number == 1 ? "was" : "were";

    /// <summary>The same reasons, with what has been told of one before put in short: what has led to
    /// several things is told once.</summary>
    public static ImmutableArray<WhyReason> Once(ImmutableArray<WhyReason> reasons, HashSet<string> told) =>
        [.. reasons.Select(reason =>
            reason.Because.Length > 1 && !told.Add(string.Concat(reason.Because)) ? reason with { Because = ["As above"] } : reason)];

    // What is there is not nothing, and what is not all is not all.
    private static string Share(double share) => share switch
    {
        < 0.001 => "<0.1 %",
        < 1 and >= 0.995 => ">99 %",
        _ => Figure.Seen(share, Scale.Percent),
    };

    // Whose queue it was; said once of each crossing.
    private static string Through(ImmutableArray<ExplainedTraffic> traffics) => "; since then " + Words.List([.. traffics.Select((one, i) =>
        $"{(i == 0 ? Words.Count(one.Vehicles, "vehicle") : Words.Number(one.Vehicles))} of {Names.Clean(one.Traffic)}")]) + " went through";

    private ImmutableArray<string> Chain(ImmutableArray<Happening> because) =>
        [.. because.Select(told => $"{When(told.At)}: {StoryWords.Sentence(told, scenario)}")];

    private string Blamed(ExplainedDelay delay) => delay.Disruption is not { } id ? ""
        : $" ({Names.Clean(id)}{(scenario.Disruptions.FirstOrDefault(one => one.Id == id) is Occurrence occurrence ? Comes(occurrence) : "")})";

    private static string Comes(Occurrence one) => one switch
    {
        { While: { } condition } => $", while {Names.Clean(condition.ToString()!)}",
        { When: { } condition } => $", when {Names.Clean(condition.ToString()!)}",
        { At: { } moment } => $", planned for {moment}",
        { Every: not null } => ", by chance",
        _ => "",
    };

    private static string Amount(Quantity quantity) => quantity.Unit switch
    {
        QuantityUnit.Piece => Figure.Of(quantity.Amount, 0, Scale.Plain).Main,
        _ when quantity.Amount == 0 => "0",
        QuantityUnit.Millilitre when quantity.Amount >= 1_000_000 => Figure.Seen(quantity.Amount / 1e6, Scale.Plain.In("m3")),
        QuantityUnit.Millilitre => Figure.Seen(quantity.Amount / 1e3, Scale.Plain.In("l")),
        _ => Weight(quantity.Amount),
    };

    private static string Weight(long grams) => grams == 0 ? "0"
        : grams >= 1_000_000 ? Figure.Seen(grams / 1e6, Scale.Plain.In("t"))
        : Figure.Seen(grams / 1e3, Scale.Plain.In("kg"));

    private static string Days(TimeSpan time) => time == TimeSpan.MaxValue ? "for ever" : Figure.Seen(time.TotalDays, Scale.Plain.In("d"));

    private string When(SimTime at) => Dates.Of(at, scenario);
}

/// <summary>One reason, and what led to it.</summary>
/// <param name="Share">Of all waiting; empty where it has none.</param>
/// <param name="Text">What it is.</param>
/// <param name="Because">Sentences without full stops, in order of time.</param>
internal sealed record WhyReason(string Share, string Text, ImmutableArray<string> Because);
