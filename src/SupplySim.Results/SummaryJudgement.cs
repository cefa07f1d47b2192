using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results;

/// <summary>How the runs of an alternative stand against what was observed.</summary>
/// <param name="In50">[observations] Inside the 50 % band.</param>
/// <param name="In90">[observations] Inside the 90 % band.</param>
/// <param name="Observations">One by one, in the order of the scenario.</param>
public sealed record SummaryJudgement(int In50, int In90, ImmutableArray<SummaryObservation> Observations)
{
    internal static SummaryJudgement? Of(Judgement judgement) => judgement.Scores.IsEmpty
        ? null
        : new(judgement.In50, judgement.In90, [.. judgement.Scores.Select(SummaryObservation.Of)]);
}

/// <summary>How the runs stand against one observation.</summary>
/// <param name="Observation">Its id.</param>
/// <param name="Place">The place's id.</param>
/// <param name="At">When it was seen, as the scenario says it.</param>
/// <param name="Seen">What was seen, in words.</param>
/// <param name="Unit">Of the figures; null for a holder and for whether it was shut.</param>
/// <param name="Value">What was seen in that unit; null with the unit.</param>
/// <param name="N">[runs] Looked at.</param>
/// <param name="P05">5 % of the runs are at or below; null with the unit, and where it lasts for ever.</param>
/// <param name="P25">25 % of the runs are at or below.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">75 % of the runs are at or below.</param>
/// <param name="P95">95 % of the runs are at or below.</param>
/// <param name="Share">[share] Of the runs that have just what was seen.</param>
/// <param name="In50">Whether it lies inside the 50 % band: between the quartiles, or among the outcomes
/// that half of the runs have.</param>
/// <param name="In90">Whether it lies inside the 90 % band.</param>
public sealed record SummaryObservation(
    string Observation, string Place, string At, string Seen, string? Unit, double? Value, int N,
    double? P05, double? P25, double? P50, double? P75, double? P95, double Share, bool In50, bool In90)
{
    internal static SummaryObservation Of(ObservationScore score) => new(
        score.Observation.Id, score.Observation.Of.Value, score.Observation.At.ToString(), score.Seen, score.Unit,
        Summary.Finite(score.Value), score.N,
        Quantile(score, 0), Quantile(score, 1), Quantile(score, 2), Quantile(score, 3), Quantile(score, 4), score.Share, score.In50,
        score.In90);

    private static double? Quantile(ObservationScore score, int which) =>
        score.Quantiles.IsEmpty ? null : Summary.Finite(score.Quantiles[which]);
}
