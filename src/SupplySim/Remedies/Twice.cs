using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>Twice as much, or half as long, of whatever a scenario says: the one measure by which everything is lifted, assumed.</summary>
/// <remarks>What would be more than a number can hold stays as it is; what is more than a scenario may have
/// is a problem of the one that it is put into.</remarks>
internal static class Twice
{
    public static Quantity Of(Quantity one) => one.Amount > long.MaxValue / 2 ? one : one with { Amount = 2 * one.Amount };

    public static Rate Of(Rate one) => new(Of(one.Amount), one.Per);

    public static int Of(int one) => one > int.MaxValue / 2 ? one : 2 * one;

    public static Each<int> Of(Each<int> one) => one.To(Of);

    public static Supply Of(Supply one) => one switch
    {
        { IsFixed: false } => one.Scale(2),
        { Time: { } time } => time > TimeSpan.MaxValue / 2 ? one : Supply.Of(2 * time),
        { Total: { } total } => Supply.Of(Of(total)),
        { Times.IsEmpty: false } => Supply.ByCommodity([.. (one.Amounts ?? []).Select(each => (each.Commodity, Supply.Of(Of(each.Amount)))),
            .. one.Times.Select(each => (each.Commodity, Of(Supply.Of(each.Time))))]),
        { Amounts: { } amounts } => Supply.Of([.. amounts.Select(each => (each.Commodity, Of(each.Amount)))]),
        _ => one,
    };

    /// <summary>Draws follow as they did, each half as long.</summary>
    public static Duration Half(Duration one) => one switch
    {
        { IsFixed: true } => Duration.Fixed(one.Mean / 2),
        { IsUnknown: true } => Duration.Of(one.InSeconds.Scale(0.5)).AsUnknown(),
        _ => Duration.Of(one.InSeconds.Scale(0.5)),
    };

    /// <summary>How a number and its double are told: <c>1 -> 2</c>.</summary>
    public static string From(int count) => FormattableString.Invariant($"{count} -> {Of(count)}");

    /// <summary>The same by name: <c>in 1 -> 2, out 3 -> 6</c>.</summary>
    public static string From(Each<int> counts) =>
        counts.Named is { } named ? string.Join(", ", named.Select(one => $"{one.Name} {From(one.Value)}")) : From(counts.All);

    /// <summary>The same of a level or stock: <c>2 d -> 4 d</c>.</summary>
    public static string From(Supply level) => $"{level} -> {Of(level)}";
}
