namespace SupplySim.Results.Maps;

/// <summary>A rectangle.</summary>
/// <param name="Left">[user units]</param>
/// <param name="Top">[user units]</param>
/// <param name="Right">[user units]</param>
/// <param name="Bottom">[user units]</param>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The area that both cover.</summary>
    public double Common(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    /// <summary>Whether a spot lies inside.</summary>
    public bool Holds(Spot spot) => spot.X >= Left && spot.X <= Right && spot.Y >= Top && spot.Y <= Bottom;

    /// <summary>[user units] How much of the straight line between two spots lies inside.</summary>
    public double Along(Spot a, Spot b)
    {
        var (from, to) = (0.0, 1.0);
        return Clip(a.X, b.X - a.X, Left, Right, ref from, ref to) && Clip(a.Y, b.Y - a.Y, Top, Bottom, ref from, ref to)
            ? (to - from) * a.To(b)
            : 0;
    }

    // Leaves of the line, told as shares of it, what lies between two sides; false where nothing is left.
    private static bool Clip(double start, double step, double low, double high, ref double from, ref double to)
    {
        if (step == 0) return start > low && start < high;
        var (enters, leaves) = ((low - start) / step, (high - start) / step);
        if (enters > leaves) (enters, leaves) = (leaves, enters);
        (from, to) = (Math.Max(from, enters), Math.Min(to, leaves));
        return from < to;
    }
}
