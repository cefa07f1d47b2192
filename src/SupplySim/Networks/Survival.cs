namespace SupplySim.Networks;

/// <summary>Dangers as costs, so that the least costly way is the safest.</summary>
/// <remarks>
/// <para>One survives a way with the product of what one survives each arc with, so its logarithm is a sum: the safest way is the shortest
/// where an arc costs -ln(1 - p). Where hits come at a rate, p = 1 - exp(-rate x time), and the cost is rate x time.</para>
/// <para>A cost is a whole number of units of 10^-9, so that ways compare exactly and the same everywhere; a way of 10^3 arcs is right to
/// 10^-6. Nothing is dearer than <see cref="Certain"/>: a way through certain loss is taken where there is no other.</para>
/// </remarks>
public static class Survival
{
    /// <summary>The cost of what nobody survives: a chance of e^-1000.</summary>
    public const long Certain = 1000 * Unit;

    private const long Unit = 1_000_000_000;

    /// <summary>The cost of an arc on which one is lost with a probability.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public static long CostOf(double probability) => probability is >= 0 and <= 1
        ? Bounded(-double.LogP1(-probability))
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "allowed: 0 to 1");

    /// <summary>The cost of a time under a hazard.</summary>
    /// <param name="perHour">[hits per hour] 0 or more.</param>
    /// <param name="time">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative or no number.</exception>
    public static long CostOf(double perHour, TimeSpan time)
    {
        if (!(perHour >= 0)) throw new ArgumentOutOfRangeException(nameof(perHour), perHour, "allowed: 0 or more");
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return time == TimeSpan.Zero ? 0 : Bounded(perHour * time.TotalHours);
    }

    /// <summary>The probability of being lost on a way of that cost.</summary>
    /// <param name="cost">0 or more.</param>
    public static double LostAt(long cost) => -double.ExpM1(-(double)cost / Unit);

    private static long Bounded(double cost) => cost * Unit < Certain ? (long)Math.Round(cost * Unit) : Certain;
}
