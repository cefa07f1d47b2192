using System.Collections.Immutable;
using SupplySim.Remedies;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>What would help most: each obstacle of a scenario lifted in turn, compared with leaving it run
/// by run on the same luck.</summary>
public sealed record HelpsResult : InTurnResult
{
    /// <summary>The value with nothing lifted.</summary>
    public required Estimate AsItIs { get; init; }

    /// <summary>Those of each <see cref="Remedy.Kind"/> behind one another: first what surely helps and is not negligible, most first, then
    /// the others by what they did; of equals those first that the scenario has first.</summary>
    public required ImmutableArray<TriedRemedy> Remedies { get; init; }

    /// <summary>[remedies] Whose turn had not come when it was cancelled. Default: none.</summary>
    public int Unreached { get; init; }

    /// <summary>What could not be tried, since the scenario would have problems with it, or runs with it
    /// failed. Default: nothing.</summary>
    public ImmutableArray<UntriedRemedy> Untried { get; init; } = [];

    /// <summary>Every run that failed. Replications that failed with nothing lifted are left out of all,
    /// and then no interval is given and nothing is told to help. Default: nothing.</summary>
    public ImmutableArray<FailedRemedy> Failures { get; init; } = [];

    /// <summary>Whether it is sure that a remedy helps or harms, and that is less than half a per cent of
    /// the value as it is (assumed): next to nothing.</summary>
    /// <param name="one">One that was tried.</param>
    public bool IsNegligible(TriedRemedy one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Verdict is HelpVerdict.Helps or HelpVerdict.Harms && IsNegligible(one.Effect, AsItIs.Mean);
    }

    /// <summary>[share of the value as it is] Less is next to nothing; assumed. Where nothing is random any difference is sure.</summary>
    public const double Negligible = 0.005;

    internal static bool IsNegligible(PairedDifference? effect, double asItIs) =>
        effect is not null && Math.Abs(effect.Difference) < Negligible * Math.Abs(asItIs);

    /// <summary>The value as it is, and what each remedy does to it, each on a line.</summary>
    public override string ToString() =>
        string.Join('\n', [$"{Column} as it is: {AsItIs.ToString(Column.Unit)}", .. Remedies.Select(one => $"  {one}")]);
}

/// <summary>What lifting one obstacle does.</summary>
public sealed record TriedRemedy
{
    /// <summary>What was lifted.</summary>
    public required Remedy Remedy { get; init; }

    /// <summary>Whether it helps, all that was tried judged together (Holm).</summary>
    public required HelpVerdict Verdict { get; init; }

    /// <summary>Of what helps and is not negligible, from 1 among those of its kind; those that cannot be told apart from the strongest of
    /// them, or by next to nothing, have the same. Null of all else.</summary>
    public required int? Rank { get; init; }

    /// <summary>Whether others have the same rank.</summary>
    public required bool IsTied { get; init; }

    /// <summary>Whether it may be what helps most of its kind: the strongest that surely helps, those of its rank, and whatever else cannot
    /// be told to do less, also where it cannot be told from nothing. What truly helps most is one of these, at the level of the intervals.
    /// Default: no, as where nothing surely helps.</summary>
    public bool MayBeMost { get; init; }

    /// <summary>[runs] In which a place runs out of something sooner with it than as it is, or only with it. Default: in none.</summary>
    public int Sooner { get; init; }

    /// <summary>The value with it minus the value as it is, run by run; null where there is no run in which both exist.</summary>
    public required PairedDifference? Effect { get; init; }

    /// <summary>For example <c>twice the lanes at bridge: -36 ± 9 (95 %, n = 60), helps</c>.</summary>
    public override string ToString() =>
        $"{Remedy}: {(Effect is null ? "no run in which it can be told" : Effect.ToString(""))}, {Verdict switch { HelpVerdict.Helps => "helps", HelpVerdict.Harms => "harms", HelpVerdict.Same => "the same in every run", _ => "cannot be told from nothing" }}";
}

/// <summary>What can be told of a remedy.</summary>
public enum HelpVerdict
{
    /// <summary>It surely helps.</summary>
    Helps,

    /// <summary>It surely makes things worse.</summary>
    Harms,

    /// <summary>Neither can be told.</summary>
    Untold,

    /// <summary>The value is the same in every run.</summary>
    Same,
}

/// <summary>What could not be tried.</summary>
/// <param name="Remedy">What was to be lifted.</param>
/// <param name="Why">The first problem of the scenario with it, or that runs with it failed.</param>
public sealed record UntriedRemedy(Remedy Remedy, string Why);

/// <summary>A run that failed.</summary>
/// <param name="Remedy">What was lifted in it; null for nothing.</param>
/// <param name="Replication">From 0.</param>
/// <param name="Message">What went wrong, with time, process and seed.</param>
public sealed record FailedRemedy(Remedy? Remedy, int Replication, string Message)
{
    /// <summary>What was lifted in it, in words.</summary>
    public string What => Remedy switch
    {
        null => "as it is",
        { IsChange: true } one => $"with {one.What}",
        { } one => $"without {one.What}",
    };
}
