using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>How a scenario is to be run: how often, and with which alternatives.</summary>
public sealed record ExperimentPlan
{
    /// <summary>[runs] The most that an experiment takes: beyond it nobody waits, and memory ends.</summary>
    public const int MostRuns = 10_000_000;

    /// <summary>[runs] Of each alternative, at least 1, at most <see cref="MostRuns"/>. Default 100.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>From which all random draws follow. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When to stop before all runs are done. Default: not before.</summary>
    public StopRule? StopWhen { get; init; }

    /// <summary>The alternatives; the first is what the others are compared with. Default: the scenario alone.</summary>
    public ImmutableArray<Alternative> Compare { get; init; } = [];

    /// <summary>Values to try of each parameter, as written in a scenario file; every combination of them
    /// is a point of the grid that <c>supplysim sweep</c> and
    /// <c>ScenarioFile.ReadSweep</c> make of it. Nothing else looks at them. Default: none.</summary>
    public ByName<ImmutableArray<string>> Sweep { get; init; } = ByName<ImmutableArray<string>>.Empty;

    /// <summary>Which closures to compare where that is asked. Default: of all places and routes, for 14 days from the start.</summary>
    public RankPlan? Rank { get; init; }
}

/// <summary>A variant of a scenario, by name.</summary>
/// <param name="Name">Unique in the experiment.</param>
/// <param name="Scenario">The variant. Its own <see cref="Scenario.Experiment"/> is not looked at.</param>
public sealed record Alternative(string Name, Scenario Scenario)
{
    /// <summary>From when on it is a variant: up to then each run is that of the scenario whose experiment it is, event by event. Only
    /// what can be changed under way may differ: the number of vehicles of a fleet; when and how much a
    /// supply line orders or sends; policies, but for what is known; lanes, hours and passage rules of a crossing; rations, local shares
    /// and capacity of a camp; how a front is fought, and a script from then on; which fronts and
    /// disruptions there are. Default: from the start.</summary>
    public Moment? From { get; init; }

    /// <summary>Of a point of a grid, what it has of each thing that is varied, as shown: <c>flights:
    /// 4</c>, <c>trucks: 90</c>. Default: it is no such point.</summary>
    public ByName<string> Values { get; init; } = ByName<string>.Empty;
}

/// <summary>When to stop before all runs are done: at the first replication, from the thirtieth on, at which the interval of a mean is
/// short enough.</summary>
/// <remarks>Looked at in order of replication, so that the number of workers does not matter; of what may never happen those
/// runs count in which it did. Looking after every run makes intervals cover somewhat less often than their level, so a result
/// says that it was sequential. Thirty equal values are taken to be sure: not for what is rare.</remarks>
public sealed record StopRule
{
    /// <summary>[share of the mean] Stop when the half-width of the interval is at most this share. No default.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The measure looked at, over all its places. No default.</summary>
    public required string Of { get; init; }

    /// <summary>The alternative looked at. Default: the first.</summary>
    public string? In { get; init; }

    /// <summary>[the measure's unit] A half-width below this is always enough. Default: none.</summary>
    public double NeverBelow { get; init; }
}

/// <summary>Which closures are compared, and by what.</summary>
public sealed record RankPlan
{
    /// <summary>Some of <c>places</c>, <c>routes</c> and <c>ends</c>: camps and forces that feed nobody
    /// else, and the place that all comes from, where there is one. To shut an end starves by itself whom it feeds, so places are without
    /// them. Default: places and routes.</summary>
    public ImmutableArray<string> What { get; init; } = ["places", "routes"];

    /// <summary>When each is shut in turn; before the end of the run. Default: from the start.</summary>
    public Moment At { get; init; }

    /// <summary>[time] How long each is shut in turn; above zero. Default 14 days, assumed.</summary>
    public TimeSpan ShutFor { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The measure that ranks them, over all that it is of; one that has a value in every run,
    /// whatever happens. Default: what people go without, else what they get, else the first that can be better or worse.</summary>
    public string? By { get; init; }
}

/// <summary>A value that alternatives, sweeps and the command line can set.</summary>
/// <param name="Id">Its name in <c>${...}</c>.</param>
public sealed record Parameter(string Id)
{
    /// <summary>As it would be written in place of <c>${...}</c>. No default.</summary>
    public required string Value { get; init; }

    /// <summary>The least value that makes sense. Default: none.</summary>
    public Number? From { get; init; }

    /// <summary>The greatest value that makes sense. Default: none.</summary>
    public Number? To { get; init; }

    /// <summary>Where the value comes from. Default: not said; where it is used may say it.</summary>
    public string? Source { get; init; }
}
