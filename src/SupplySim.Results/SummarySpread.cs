using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results;

/// <summary>How much of the spread of a value is not knowing something; the rest is chance.</summary>
/// <param name="Of"><c>value</c>, or <c>happening</c> where it did not happen in every run: then it is the
/// spread of whether it does.</param>
/// <param name="N">[runs] Looked at.</param>
/// <param name="Level">[share] The confidence of the intervals.</param>
/// <param name="Method">How it was split: <c>one fit of all, lines of up to 8 pieces, jackknife</c>.</param>
/// <param name="Ignorance">The sum of the shares of all unknown figures, at most 1; what they do only together is left out.</param>
/// <param name="Unknowns">Each of them, the one that matters most first.</param>
public sealed record SummarySpread(
    string Of, int N, double Level, string Method, SummaryShare Ignorance, ImmutableArray<SummaryUnknownShare> Unknowns)
{
    internal static SummarySpread? Create(Spread? spread) => spread is null ? null : new(
        spread.IsOfHappening
            ? "happening"
            : "value", spread.Split.N, spread.Split.Level, spread.Split.Method, SummaryShare.Create(spread.Split.Together),
        [.. spread.Unknowns.Select(one =>
            new SummaryUnknownShare(one.Figure.Path, SummaryShare.Create(one.Share), one.Share.PValue, one.IsSure))]);
}

/// <summary>A share of a variance with its interval.</summary>
/// <param name="Share">[share] From 0 to 1.</param>
/// <param name="Low">[share] The lower end.</param>
/// <param name="High">[share] The upper end.</param>
public sealed record SummaryShare(double Share, double Low, double High)
{
    internal static SummaryShare Create(VarianceShare share) => new(share.Share, share.Low, share.High);
}

/// <summary>What not knowing one figure does.</summary>
/// <param name="Unknown">Where the figure stands in the scenario: <c>places.ain-issa.people</c>.</param>
/// <param name="Share">Of the spread.</param>
/// <param name="PValue">Of a share at least this large if there were none (F test), beside what the others do.</param>
/// <param name="Sure">Whether it can be told from none, all unknown figures judged together (Holm).</param>
public sealed record SummaryUnknownShare(string Unknown, SummaryShare Share, double PValue, bool Sure);
