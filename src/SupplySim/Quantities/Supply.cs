using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A level of stock, said in one of the ways people say it: days of need, amounts by commodity, one amount, or
/// unlimited.</summary>
/// <remarks>
/// Days are of the full need at the moment it is looked at: more people need more for the same days. One bare amount
/// stands for all commodities of a supply line together and is split in proportion to what a person needs of each.
/// Immutable.
/// </remarks>
public sealed record Supply
{
    private Supply() { }

    /// <summary>Never runs out, and keeps no stock account: what is loaded counts as supplied.</summary>
    public static Supply Unlimited { get; } = new() { IsUnlimited = true };

    /// <summary>Nothing.</summary>
    public static Supply None { get; } = new() { Amounts = [] };

    /// <summary>Whether there is always enough.</summary>
    public bool IsUnlimited { get; private init; }

    /// <summary>[time] The days of need, or null where it is said otherwise.</summary>
    public TimeSpan? Time { get; private init; }

    /// <summary>The one amount for all commodities together, or null where it is said otherwise.</summary>
    public Quantity? Total { get; private init; }

    /// <summary>The amount of each commodity, in the order written, or null where it is said otherwise.</summary>
    public ImmutableArray<(string Commodity, Quantity Amount)>? Amounts { get; private init; }

    /// <summary>As many days of need.</summary>
    public static Supply Days(double days) => Of(TimeSpan.FromDays(days));

    /// <summary>As much as is needed in this time; not negative.</summary>
    public static Supply Of(TimeSpan time) => time >= TimeSpan.Zero
        ? new() { Time = time }
        : throw new ArgumentOutOfRangeException(nameof(time), time, "days of supply cannot be negative");

    /// <summary>One amount of all commodities together.</summary>
    public static Supply Of(Quantity total) => new() { Total = total };

    /// <summary>An amount of each commodity named.</summary>
    public static Supply Of(params (string Commodity, Quantity Amount)[] amounts) => new() { Amounts = [.. amounts] };

    /// <summary>For example <c>12 d</c>, <c>unlimited</c>, <c>{ammunition: 500 t}</c>.</summary>
    public override string ToString() => this switch
    {
        { IsUnlimited: true } => "unlimited",
        { Time: { } time } => time.TotalDays.ToString("0.####", CultureInfo.InvariantCulture) + " d",
        { Total: { } total } => total.ToString(),
        _ => "{" + string.Join(", ", Amounts!.Value.Select(a => $"{a.Commodity}: {a.Amount}")) + "}",
    };

    /// <inheritdoc/>
    public bool Equals(Supply? other) => other is not null && IsUnlimited == other.IsUnlimited && Time == other.Time
        && Total == other.Total && (Amounts ?? []).SequenceEqual(other.Amounts ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsUnlimited, Time, Total, Amounts?.Length ?? 0);
}
