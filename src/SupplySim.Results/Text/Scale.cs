namespace SupplySim.Results.Text;

/// <summary>What numbers that stand beside each other are divided by, so that they can be compared at a glance.</summary>
/// <param name="Divisor">Above zero.</param>
/// <param name="Suffix">What follows the number, with its space: <c> %</c>, <c> M</c>.</param>
internal readonly record struct Scale(double Divisor, string Suffix)
{
    /// <summary>As it is.</summary>
    public static Scale Plain { get; } = new(1, "");

    /// <summary>A share, shown as a percentage.</summary>
    public static Scale Percent { get; } = new(0.01, " %");

    /// <summary>The scale that keeps the greatest of some values short: millions from 1,000,000 on.</summary>
    public static Scale For(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max() switch
    {
        >= 999_500 => new(1e6, " M"),
        _ => Plain,
    };

    /// <summary>Nothing at all: zero millions are zero.</summary>
    public string Zero => "0" + (Divisor > 1 ? Suffix[2..] : Suffix);

    /// <summary>What follows exactly one, where that is something else.</summary>
    public string? One { get; init; }

    /// <summary>What follows a half-width: the millions it is counted in, so that nobody takes it for ones;
    /// a unit is that of the value before it.</summary>
    public string Margin => Divisor > 1 ? Suffix[..2] : "";

    /// <summary>The scale for one of several values that stand beside each other: one that would be next to
    /// nothing on theirs has its own.</summary>
    public Scale ForOne(double value, double halfWidth) =>
        Divisor > 1 && value != 0 && Math.Max(Math.Abs(value), double.IsFinite(halfWidth) ? halfWidth : 0) < Divisor / 20
            ? new Scale(1, Suffix[2..])
            : this;

    /// <summary>The same with a unit behind it.</summary>
    /// <param name="unit">Of several.</param>
    /// <param name="one">Of exactly one. Default: the same.</param>
    public Scale In(string unit, string? one = null) =>
        this with { Suffix = $"{Suffix} {unit}", One = Divisor == 1 ? $"{Suffix} {one ?? unit}" : null };

    /// <summary>A number that was divided, and what follows it.</summary>
    public string Write(string number) => number + (number is "1" or "-1" ? One ?? Suffix : Suffix);
}
