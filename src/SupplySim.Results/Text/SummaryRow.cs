using System.Collections.Immutable;

namespace SupplySim.Results.Text;

/// <summary>One line of the table that compares alternatives.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Measure">The measure behind it.</param>
/// <param name="Column">The value behind it.</param>
/// <param name="IsDetail">Whether it says more about the line above.</param>
/// <param name="Cells">One for each alternative.</param>
internal sealed record SummaryRow(
    string Label, Measure Measure, Column Column, bool IsDetail, ImmutableArray<SummaryCell> Cells);

/// <summary>What one alternative says.</summary>
/// <param name="Main">For example <c>71 %</c>.</param>
/// <param name="Aside">The half-width, <c>±2</c>, or a range of quantiles, <c>(6–21)</c>; empty where there is none.</param>
/// <param name="Statistic">Which field of the summary it is: <c>mean</c>, <c>share</c> or <c>p50</c>.</param>
/// <param name="Value">The number behind <paramref name="Main"/>; NaN where there is none.</param>
internal readonly record struct SummaryCell(string Main, string Aside, string Statistic, double Value)
{
    /// <summary>For example <c>71 % ±2</c>.</summary>
    public override string ToString() => Aside.Length == 0 ? Main : $"{Main} {Aside}";
}
