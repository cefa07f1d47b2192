using System.Globalization;
using SupplySim.Quantities;

namespace SupplySim.Disruptions;

/// <summary>A share of what lies somewhere, or an amount of it; known, drawn or unknown.</summary>
/// <remarks>In a scenario file <c>30 %</c>, <c>20 t</c> or <c>uniform(10 %, 40 %)</c>. A share, a number and an amount convert by
/// themselves. Immutable.</remarks>
public sealed record Portion
{
    private Portion(Number? share, DrawnQuantity? amount) => (Share, Amount) = (share, amount);

    /// <summary>[share] 0 to 1; null where it is an amount.</summary>
    public Number? Share { get; }

    /// <summary>Not negative; null where it is a share.</summary>
    public DrawnQuantity? Amount { get; }

    /// <summary>A share, 0 to 1.</summary>
    public static Portion Of(Number share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(share, null);
    }

    /// <summary>An amount.</summary>
    public static Portion Of(DrawnQuantity amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return new(null, amount);
    }

    /// <summary>A known share, 0 to 1.</summary>
    public static implicit operator Portion(double share) => Of((Number)share);

    /// <summary>A share, 0 to 1.</summary>
    public static implicit operator Portion(Number share) => Of(share);

    /// <summary>A known amount.</summary>
    public static implicit operator Portion(Quantity amount) => Of((DrawnQuantity)amount);

    /// <summary>An amount.</summary>
    public static implicit operator Portion(DrawnQuantity amount) => Of(amount);

    /// <summary>For example <c>30 %</c>, <c>20 t</c> or <c>uniform(10 %, 40 %)</c>.</summary>
    public override string ToString() => Amount?.ToString()
        ?? (Share is { IsFixed: true, Mean: var mean } ? (mean * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %" : $"{Share}");
}
