using System.Collections.Immutable;
using SupplySim.Conflict;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Rules;

namespace SupplySim;

/// <summary>What is simulated: places, routes, what is moved and needed, who fights, what goes wrong, what is asked.</summary>
/// <remarks>Immutable; share it freely between runs and threads. <c>scenario with { ... }</c> makes a variant. What is wrong
/// with it is told by <see cref="Problems"/>, all at once.</remarks>
public sealed record Scenario
{
    /// <summary>A line that says what it is about. No default.</summary>
    public required string Title { get; init; }

    /// <summary>A paragraph that says more. Default: none.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether its figures were fitted to what was observed. Default: illustrative.</summary>
    public ScenarioStatus Status { get; init; }

    /// <summary>Where figures come from: the short name that <c>source</c> uses, and what it stands for. What has the source <c>assumed</c>
    /// is counted apart in the report.</summary>
    public ByName<string> Sources { get; init; } = ByName<string>.Empty;

    /// <summary>When it starts and how long it lasts. No default.</summary>
    public required Clock Clock { get; init; }

    /// <summary>What is moved and needed.</summary>
    public ImmutableArray<Commodity> Commodities { get; init; } = [];

    /// <summary>Who holds, fights, moves or needs.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>What counts where a place says nothing.</summary>
    public Defaults Defaults { get; init; } = new();

    /// <summary>The nodes of the network.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>The edges of the network.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>What moves.</summary>
    public ImmutableArray<Fleet> Fleets { get; init; } = [];

    /// <summary>Who is supplied from where by what.</summary>
    public ImmutableArray<SupplyLine> SupplyLines { get; init; } = [];

    /// <summary>How those who plan decide.</summary>
    public Policies Policies { get; init; } = new();

    /// <summary>Who advances on what.</summary>
    public ImmutableArray<Front> Fronts { get; init; } = [];

    /// <summary>[crews] Those who repair what disruptions damage, by name: how many work at once; at least 1 each. Default: none.</summary>
    public ByName<int> Crews { get; init; } = ByName<int>.Empty;

    /// <summary>Who flees from where to camps. Default: nobody.</summary>
    public ImmutableArray<Displacement> Displacements { get; init; } = [];

    /// <summary>What attacks on columns do; needed where something says that there are any. Default: there are none.</summary>
    public AttackRules? Attacks { get; init; }

    /// <summary>How fronts are fought that are not fought by the rules built in: records of one's own, each for one front. Only from code.
    /// Default: none.</summary>
    public ImmutableArray<Campaign> Campaigns { get; init; } = [];

    /// <summary>What goes wrong.</summary>
    public ImmutableArray<Disruption> Disruptions { get; init; } = [];

    /// <summary>Values that a scenario file lets be set from outside.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>What is measured.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>What is known of the state at the start, from which a run then starts. Default: what the scenario says elsewhere.</summary>
    public ImmutableArray<KnownState> AsOf { get; init; } = [];

    /// <summary>What was seen in the world, against which runs are judged. Default: nothing.</summary>
    public ImmutableArray<Observation> Observed { get; init; } = [];

    /// <summary>What should come out.</summary>
    public ImmutableArray<Goal> Goals { get; init; } = [];

    /// <summary>How it is to be run.</summary>
    public ExperimentPlan Experiment { get; init; } = new();

    /// <summary>The place with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Place this[PlaceId id] => Places.FirstOrDefault(p => p.Id == id.Value)
        ?? throw new KeyNotFoundException(
            $"There is no place '{id}' in '{Title}'; {Spelling.Instead(id.Value ?? "", [.. Places.Select(p => p.Id)])}");

    /// <summary>A variant in which the place of the same id is replaced.</summary>
    /// <exception cref="KeyNotFoundException">There is no place with that id.</exception>
    public Scenario With(Place place) => this with { Places = Places.Replace(this[place.Id], place) };

    /// <summary>A variant in which the fleet of the same id is replaced.</summary>
    /// <exception cref="KeyNotFoundException">There is no fleet with that id.</exception>
    public Scenario With(Fleet fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        var old = Fleets.FirstOrDefault(one => one.Id == fleet.Id) ?? throw new KeyNotFoundException(
            $"There is no fleet '{fleet.Id}' in '{Title}'; {Spelling.Instead(fleet.Id, [.. Fleets.Select(one => one.Id)])}");
        return this with { Fleets = Fleets.Replace(old, fleet) };
    }

    /// <summary>The figures that nobody knows, in the order of the scenario.</summary>
    public ImmutableArray<UnknownFigure> Unknowns() => UnknownFigures.Of(this).All;

    /// <summary>All that is wrong with the scenario; empty when it can be run.</summary>
    public ImmutableArray<Problem> Problems() => ScenarioRules.Check(this);

    /// <summary>What can be run and is probably not meant: needs that nobody meets, triggers that never fire. For a scenario without
    /// problems.</summary>
    public ImmutableArray<Problem> Cautions() => ScenarioRules.Cautions(this);

    /// <summary>Whether people may leave a camp for good, or flee from it.</summary>
    internal bool LosesPeople(Camp camp) =>
        camp.Departures is not null || Displacements.Any(one => one.From.Place?.Value == camp.Id);

    /// <summary>In one line: <c>One bridge: 60 d, 3 places, 2 routes, 1 fleet, 1 supply line, 1 disruption</c>.</summary>
    public override string ToString() => $"{Title}: " + string.Join(", ", new[]
    {
        Brief.Of(Clock.Length), Count(Places.Length, "place"), Count(Routes.Length, "route"), Count(Fleets.Length, "fleet"),
        Count(SupplyLines.Length, "supply line"),
        Count(Fronts.Length, "front"), Count(Disruptions.Length, "disruption"), Count(Experiment.Compare.Length, "alternative"),
    }.Where(one => one.Length > 0));

    private static string Count(int number, string what) => number == 0 ? "" : $"{number} {what}{(number == 1 ? "" : "s")}";
}

/// <summary>Whether a scenario's figures were fitted to what was observed.</summary>
public enum ScenarioStatus
{
    /// <summary>They show how things hang together, no more.</summary>
    Illustrative,

    /// <summary>They were fitted.</summary>
    Calibrated,
}

/// <summary>When a scenario starts and how long it lasts.</summary>
public sealed record Clock
{
    /// <summary>The first instant. Default: the beginning of 2000, UTC.</summary>
    public DateTimeOffset Start { get; init; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>[time] Above zero, at most 100 years. What is due at the very end, an arrival or a day's
    /// batch of people, is not part of the run, so that a run of two days is one of a day and the next: to
    /// see it, let the run be longer. No default.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>The IANA zone of opening hours that name none, of dates without an offset, and of all that is printed. Default
    /// UTC.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The date and time of an instant of the run by the clock on the wall in the zone, with the offset that holds there on
    /// that day: all that prints a date asks here.</summary>
    /// <remarks>A start with an offset beside the zone UTC, which stands where none is named, keeps its offset: who writes it means it.
    /// The number of a day is another thing: days are 24 hours each, counted from the start, in summer time, too.</remarks>
    /// <param name="at">Not never.</param>
    public DateTimeOffset DateAt(SimTime at) =>
        Start + (at - SimTime.Start) is var instant && Zone == "UTC" ? instant : Zones.LocalOf(instant, Zone);
}

/// <summary>What counts where a place says nothing.</summary>
public sealed record Defaults
{
    /// <summary>[time per vehicle] Default: none.</summary>
    public Duration? Loading { get; init; }

    /// <summary>[time per vehicle] Default: none.</summary>
    public Duration? Unloading { get; init; }

    /// <summary>When it is light, in the scenario's zone: what <see cref="Route.DaylightOnly"/> and <see cref="NightRule.Stop"/> go
    /// by. Stated hours, not astronomy. Default 06:00-18:00, assumed.</summary>
    public Hours Daylight { get; init; } = Hours.Daily(new TimeOnly(6, 0), new TimeOnly(18, 0));
}
