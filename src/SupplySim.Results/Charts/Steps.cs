namespace SupplySim.Results.Charts;

/// <summary>Round distances between the marks of an axis.</summary>
internal static class Steps
{
    /// <summary>1, 2 or 5 times a power of ten, not below a value above zero.</summary>
    public static double Nice(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * ((least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }

    /// <summary>[d] Between marks of a time axis of so many days: days, weeks, months.</summary>
    public static double Days(int days) => days switch
    {
        <= 7 => 1,
        <= 21 => 2,
        <= 60 => 7,
        <= 200 => 15,
        <= 400 => 60,
        _ => Nice(days / 7.0),
    };

    /// <summary>A round value at or above the greatest of some values, for the end of an axis; at least 1.</summary>
    public static double Top(IEnumerable<double> values)
    {
        var greatest = Math.Max(1, values.Where(double.IsFinite).DefaultIfEmpty().Max() * 1.02);
        var step = Nice(greatest / 5);
        return Math.Ceiling(greatest / step) * step;
    }
}
