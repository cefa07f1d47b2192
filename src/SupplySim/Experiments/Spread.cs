using System.Collections.Immutable;
using SupplySim.Statistics;

namespace SupplySim.Experiments;

/// <summary>How much of the spread of a value is not knowing something, and how much is chance.</summary>
/// <remarks>What unknown figures do only together counts as chance, so the share of ignorance is a floor. Immutable.</remarks>
public sealed record Spread
{
    /// <summary>Whether it is the spread of whether it happens, and not of the value: where it did not happen in every run.</summary>
    public required bool IsOfHappening { get; init; }

    /// <summary>The shares of all unknown figures, together and in the order of the scenario.</summary>
    public required VarianceSplit Split { get; init; }

    /// <summary>Each unknown figure, the one that matters most first.</summary>
    public required ImmutableArray<UnknownShare> Unknowns { get; init; }

    /// <summary>For example <c>of the variance 71 % (55 to 84 %) is not knowing disruptions.flood.for: 68 %
    /// (51 to 80 %); the rest is chance</c>.</summary>
    public override string ToString() =>
        $"of the variance{(IsOfHappening ? " of whether it happens" : "")} {Split.Together} is not knowing {string.Join(", ", Unknowns)}; "
            + $"the rest is chance";
}

/// <summary>What not knowing one figure does to the spread of a value.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Share">Of the variance.</param>
/// <param name="IsSure">Whether it can be told from none, when all unknown figures are judged together (Holm).</param>
public sealed record UnknownShare(UnknownFigure Figure, VarianceShare Share, bool IsSure)
{
    /// <summary>For example <c>disruptions.flood.for: 68 % (51 to 80 %)</c>.</summary>
    public override string ToString() => $"{Figure.Path}: {Share}{(IsSure ? "" : ", cannot be told from nothing")}";
}
