using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A rate that may change on dates: people who come and go, what a force uses.</summary>
/// <remarks>In a scenario file one rate for all the time, <c>300 /d</c>, or steps in order of time,
/// <c>[{from: day 0, rate: 300 /d}, {from: day 20, rate: poisson(50 /d)}]</c>; before the first of them nothing flows. A plain rate
/// converts by itself. Immutable.</remarks>
public sealed record ChangingRate
{
    private ChangingRate(ImmutableArray<RateStep> steps) => Steps = steps;

    /// <summary>In order of time.</summary>
    public ImmutableArray<RateStep> Steps { get; }

    /// <summary>Rates that count from dates on.</summary>
    public static ChangingRate Of(params ReadOnlySpan<RateStep> steps) => new([.. steps]);

    /// <summary>One rate for all the time.</summary>
    [return: NotNullIfNotNull(nameof(rate))]
    public static implicit operator ChangingRate?(Arrivals? rate) => rate is null ? null : new([new RateStep { Rate = rate }]);

    /// <summary>One rate for all the time, the same each day.</summary>
    public static implicit operator ChangingRate(Rate rate) => new Arrivals(rate, IsRandom: false);

    /// <inheritdoc/>
    public bool Equals(ChangingRate? other) => other is not null && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Length;

    /// <summary>For example <c>300/d</c>, or the steps.</summary>
    public override string ToString() => Steps is [{ From: var from } only] && from == default
        ? only.Rate.ToString()
        : "[" + string.Join(", ", Steps.Select(step => $"{{from: {step.From}, rate: {step.Rate}}}")) + "]";
}

/// <summary>One step of a rate that changes on dates.</summary>
public sealed record RateStep
{
    /// <summary>The moment from which it counts, until the next step. Default: the start.</summary>
    public Moment From { get; init; }

    /// <summary>What flows from then on. No default.</summary>
    public required Arrivals Rate { get; init; }
}
