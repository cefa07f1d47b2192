using System.Globalization;

namespace SupplySim.Scenarios.Values;

/// <summary>From where to where a value may lie, in base units.</summary>
/// <param name="Least">The least value, or null.</param>
/// <param name="Greatest">The greatest, or null.</param>
/// <param name="IsLeastOutside">Whether it must be above <paramref name="Least"/> rather than at least it.</param>
internal readonly record struct Bounds(decimal? Least, decimal? Greatest = null, bool IsLeastOutside = false)
{
    public static readonly Bounds Any = new(null);
    public static readonly Bounds NotNegative = new(0);
    public static readonly Bounds Share = new(0, 1);

    /// <summary>Above zero and up to a value.</summary>
    public static Bounds AboveZero(decimal greatest) => new(0, greatest, IsLeastOutside: true);

    public bool Hold(decimal value) => !(value < Least || (IsLeastOutside && value == Least) || value > Greatest);

    /// <summary>For example <c>at least 1</c>, <c>above 0 km, up to 100000 km</c>, <c>0 to 1</c>.</summary>
    public string In(Sort sort)
    {
        var (least, greatest) = (Write(Least, sort), Write(Greatest, sort));
        return (Least, Greatest) switch
        {
            (not null, not null) => IsLeastOutside ? $"above {least}, up to {greatest}" : $"{least} to {greatest}",
            (not null, null) => IsLeastOutside ? $"above {least}" : $"at least {least}",
            (null, not null) => $"at most {greatest}",
            _ => "any number",
        };
    }

    private static string Write(decimal? value, Sort sort)
    {
        if (value is not { } written) return "";
        var number = (written / sort.ShownFactor).ToString("0.######", CultureInfo.InvariantCulture);
        return sort.ShownUnit.Length == 0 ? number : $"{number} {sort.ShownUnit}";
    }
}
