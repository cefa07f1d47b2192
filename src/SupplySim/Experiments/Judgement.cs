using System.Collections.Immutable;

namespace SupplySim.Experiments;

/// <summary>How the runs of an alternative stand against what was observed.</summary>
/// <remarks>Of runs that tell the truth half of all observations lie inside the 50 % band and nine in ten inside the 90 % band, on
/// average. Immutable.</remarks>
/// <param name="Scores">One for each observation, in the order of the scenario.</param>
public sealed record Judgement(ImmutableArray<ObservationScore> Scores)
{
    /// <summary>[observations] Inside the 50 % band.</summary>
    public int In50 => Scores.Count(one => one.In50);

    /// <summary>[observations] Inside the 90 % band.</summary>
    public int In90 => Scores.Count(one => one.In90);
}

/// <summary>How the runs stand against one observation.</summary>
/// <remarks>Of what is counted or measured a band holds the middle of the runs, both ends included: from the 25 % to the 75 % quantile, and
/// from the 5 % to the 95 % one. Of a holder, and of whether a crossing was shut, it holds the most frequent outcomes, as many as it
/// takes to reach the share; those as frequent as the last of them belong to it.</remarks>
public sealed record ObservationScore
{
    /// <summary>What was observed.</summary>
    public required Observation Observation { get; init; }

    /// <summary>What was seen, in words: <c>120 t</c>, <c>peshmerga</c>, <c>shut</c>.</summary>
    public required string Seen { get; init; }

    /// <summary>The unit of the figures below: <c>vehicle</c>, <c>t</c>, <c>l</c>, <c>piece</c>, <c>d</c>,
    /// <c>person</c>; null for a holder and for shut.</summary>
    public required string? Unit { get; init; }

    /// <summary>[runs] Looked at.</summary>
    public required int N { get; init; }

    /// <summary>What was seen as a number in that unit; NaN for a holder and for shut.</summary>
    public required double Value { get; init; }

    /// <summary>The 5 %, 25 %, 50 %, 75 % and 95 % quantiles of the runs, in that unit; empty for a holder and for shut.</summary>
    public required ImmutableArray<double> Quantiles { get; init; }

    /// <summary>[share] Of the runs that have just what was seen.</summary>
    public required double Share { get; init; }

    /// <summary>Whether it lies inside the 50 % band.</summary>
    public required bool In50 { get; init; }

    /// <summary>Whether it lies inside the 90 % band.</summary>
    public required bool In90 { get; init; }
}
