using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>Which closure does most harm: each place and route shut in turn, compared with leaving it open
/// run by run on the same luck.</summary>
public sealed record RankResult : InTurnResult
{
    /// <summary>What was closed, when, for how long, and the measure that ranks.</summary>
    public required RankPlan Plan { get; init; }

    /// <summary>The value with nothing closed.</summary>
    public required Estimate Open { get; init; }

    /// <summary>The most harmful first; of equals those first that the scenario has first, places before routes.</summary>
    public required ImmutableArray<RankedClosure> Closures { get; init; }

    /// <summary>What has no rank, since runs in which it was closed failed, in the order of the scenario. Default: nothing.</summary>
    public ImmutableArray<UnrankedClosure> Unranked { get; init; } = [];

    /// <summary>Every run that failed, also of alternatives asked whether they protect: one that fails is
    /// not asked of what failed in it. Replications that failed with nothing closed are left out of all, and then no interval is given and
    /// nothing is told apart. Default: nothing.</summary>
    public ImmutableArray<FailedClosure> Failures { get; init; } = [];

    /// <summary>What was not closed in turn, in the order of the scenario.</summary>
    public required ImmutableArray<SparedClosure> Spared { get; init; }

    /// <summary>Whether closing all of <see cref="Spared"/> at once left the value the same in every run. Where it does not,
    /// each of them is closed in turn after all.</summary>
    public required bool SparedChangesNothing { get; init; }

    /// <summary>The places that were left out, by id, in the order of the scenario: camps and forces that
    /// feed nobody else, and the place that all comes from, where there is one. To shut them starves by itself whom they feed. Default:
    /// none, or <c>ends</c> were asked for.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>The alternatives asked whether they protect, by name.</summary>
    public required ImmutableArray<string> Alternatives { get; init; }

    /// <summary>The value with nothing closed, and what each closure does to it, each on a line.</summary>
    public override string ToString() =>
        string.Join('\n', [$"{Column} with nothing closed: {Open.ToString(Column.Unit)}", .. Closures.Select(one => $"  {one}")]);
}

/// <summary>What the closure of one place or route does.</summary>
public sealed record RankedClosure
{
    /// <summary>The id of the place or route.</summary>
    public required string Target { get; init; }

    /// <summary>Whether it is a route.</summary>
    public required bool IsRoute { get; init; }

    /// <summary>From 1. Those that cannot be told apart from the most harmful of them have the same.</summary>
    public required int Rank { get; init; }

    /// <summary>Whether others have the same rank.</summary>
    public required bool IsTied { get; init; }

    /// <summary>The value with it closed minus the value with it open, run by run; null where there is no
    /// run in which both exist.</summary>
    public required PairedDifference? Effect { get; init; }

    /// <summary>Whether closed can be told apart from open, all closures judged together (Holm).</summary>
    public required bool IsSure { get; init; }

    /// <summary>Whether the value is the same in every run, closed or open.</summary>
    public required bool ChangesNothing { get; init; }

    /// <summary>The places that can be supplied past it only, as things stand at the start.</summary>
    public required ImmutableArray<PlaceId> OnlyWayTo { get; init; }

    /// <summary>Of a crossing past which others merely go, such as traders: the effect were there none of
    /// them. They gather before it while it is shut, and go first when it opens. Null where there are none, the closure does no sure harm,
    /// or it was not asked.</summary>
    public PairedDifference? EffectWithoutStrangers { get; init; }

    /// <summary>[share] Of the effect what those add who merely pass; null where it was not asked, or they add nothing.</summary>
    public double? StrangersShare => EffectWithoutStrangers is { } without && Effect is { Difference: not 0 } effect
        && 1 - without.Difference / effect.Difference is > 0 and var share
        ? Math.Min(1, share)
        : null;

    /// <summary>The alternative that lowers the effect most; null where none surely does, or it was not asked.</summary>
    public Protection? Protection { get; init; }

    /// <summary>For example <c>1. bridge: 51,000 ± 9,000 (95 %, n = 60)</c>.</summary>
    public override string ToString() =>
        $"{Rank}. {Target}: {(Effect is null ? "no run in which it can be told" : Effect.ToString())}{(ChangesNothing ? ", the same in every run" : IsSure ? "" : ", cannot be told from nothing")}";
}

/// <summary>What was closed in turn and cannot be ranked: runs that fail need not be like the others.</summary>
/// <param name="Target">The id of the place or route.</param>
/// <param name="IsRoute">Whether it is a route.</param>
/// <param name="Failed">[runs] That failed, of <see cref="InTurnResult.Runs"/>.</param>
public sealed record UnrankedClosure(string Target, bool IsRoute, int Failed);

/// <summary>A run of a ranking that failed.</summary>
/// <param name="Alternative">The alternative's name.</param>
/// <param name="Shut">What was closed in it: nothing, one place or route, or all that was to be spared at once.</param>
/// <param name="Replication">From 0.</param>
/// <param name="Message">What went wrong, with time, process and seed.</param>
public sealed record FailedClosure(string Alternative, ImmutableArray<ShutTarget> Shut, int Replication, string Message)
{
    /// <summary>In which alternative and what was closed in it: <c>contested with place fishkhabour shut</c>.</summary>
    public string What => Alternative + Shut switch
    {
        [] => " with nothing shut",
        [var one] => $" with {(one.IsRoute ? "route" : "place")} {one.Target} shut",
        var all => string.Create(CultureInfo.InvariantCulture, $" with all {all.Length} shut at once that were to be left open"),
    };
}

/// <summary>A place or route that is closed.</summary>
/// <param name="Target">Its id.</param>
/// <param name="IsRoute">Whether it is a route.</param>
public readonly record struct ShutTarget(string Target, bool IsRoute);

/// <summary>An alternative that lowers the effect of a closure.</summary>
/// <remarks>Only one with which the value, closed, is no worse than without it: where everything is bad already a closure does
/// little, and that is no protection.</remarks>
/// <param name="Alternative">Its name.</param>
/// <param name="Effect">The effect of the closure in it.</param>
/// <param name="Lowers">By how much less harm the closure does in it, run by run; above zero.</param>
public sealed record Protection(string Alternative, PairedDifference Effect, PairedDifference Lowers);

/// <summary>What was not closed in turn.</summary>
/// <param name="Target">The id of the place or route.</param>
/// <param name="IsRoute">Whether it is a route.</param>
/// <param name="Because">Why.</param>
public sealed record SparedClosure(string Target, bool IsRoute, SparedBecause Because);

/// <summary>Why closing something was held to change nothing.</summary>
public enum SparedBecause
{
    /// <summary>No way leads past it between places that anybody drives between.</summary>
    NoWayLeadsPast,

    /// <summary>It is a crossing that no hours ever open.</summary>
    NeverOpen,

    /// <summary>No supply line loads or unloads there.</summary>
    NothingIsHandled,

    /// <summary>No supply line is flown.</summary>
    NobodyFlies,
}
