namespace SupplySim.Results.Maps;

/// <summary>Finds a free place for each name on a map: greedy, the important names first, and each where it covers least.</summary>
/// <remarks>Tried are eight directions close to the symbol and then farther out with a line back to it. Deterministic; the
/// cost grows with the square of the number of names.</remarks>
internal sealed class LabelPlacement(double width, double height, double size)
{
    private const double CharacterWidth = 0.56;
    private readonly List<Box> _taken = [];

    /// <summary>Reserves the place of a symbol.</summary>
    public void Reserve(Spot at, double radius) =>
        _taken.Add(new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius));

    /// <summary>The best place for a name beside a symbol; it is reserved.</summary>
    /// <param name="at">The middle of the symbol.</param>
    /// <param name="radius">Of the symbol.</param>
    /// <param name="text">The name.</param>
    public Label Place(Spot at, double radius, string text)
    {
        var extent = text.Length * size * CharacterWidth;
        var best = Candidates(at, radius, extent)
            .Select(label => (Label: label, Cover: Cover(label.Box)))
            .MinBy(tried => tried.Cover + (tried.Label.IsFar ? 0.25 * size * size : 0));
        _taken.Add(best.Label.Box);
        return best.Label;
    }

    private IEnumerable<Label> Candidates(Spot at, double radius, double extent)
    {
        foreach (var reach in new[] { radius + 3, radius + 1.8 * size, radius + 3.4 * size, radius + 5 * size })
            foreach (var (x, y) in new[] { (1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7) })
            {
                var near = new Spot(at.X + x * reach, at.Y + y * reach);
                var left = x > 0.1 ? near.X : x < -0.1 ? near.X - extent : near.X - extent / 2;
                var top = y < -0.9 ? near.Y - size : y > 0.9 ? near.Y : near.Y - size / 2;
                yield return new(new(left, top, left + extent, top + size), near, reach > radius + 3);
            }
    }

    /// <summary>The area that a name would cover of others, and ten times that which would stick out of the picture.</summary>
    private double Cover(Box box)
    {
        var inside = box.Common(new(2, 2, width - 2, height - 2));
        return _taken.Sum(taken => box.Common(taken)) + 10 * (box.Common(box) - inside);
    }
}

/// <summary>Where a name stands.</summary>
/// <param name="Box">What it covers.</param>
/// <param name="Near">The end of the line back to its symbol.</param>
/// <param name="IsFar">Whether it needs that line.</param>
internal readonly record struct Label(Box Box, Spot Near, bool IsFar);

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
}
