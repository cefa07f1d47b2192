namespace SupplySim.Results.Maps;

/// <summary>Finds a free place for each name on a map: greedy, the important names first, and each where it covers least.</summary>
/// <remarks>Tried are eight directions close to the symbol and then farther out with a line back to it.
/// Names keep off symbols and other names, and off lines where they can. Deterministic; the cost grows with
/// the square of the number of names.</remarks>
internal sealed class LabelPlacement(double width, double height, double size)
{
    private const double CharacterWidth = 0.56;
    private readonly List<Box> _taken = [];
    private readonly List<(Spot A, Spot B)> _lines = [];

    /// <summary>Reserves the place of a symbol.</summary>
    public void Reserve(Spot at, double radius) =>
        _taken.Add(new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius));

    /// <summary>Keeps names off a line from spot to spot.</summary>
    public void Reserve(params ReadOnlySpan<Spot> line)
    {
        for (var i = 1; i < line.Length; i++) _lines.Add((line[i - 1], line[i]));
    }

    /// <summary>The best place for a name beside a symbol; it is reserved. Null for a minor name that would stand across others.</summary>
    /// <param name="at">The middle of the symbol.</param>
    /// <param name="radius">Of the symbol.</param>
    /// <param name="text">The name.</param>
    /// <param name="isMinor">Whether it may be left out.</param>
    public Label? Place(Spot at, double radius, string text, bool isMinor = false)
    {
        var extent = text.Length * size * CharacterWidth;
        var best = Candidates(at, radius, extent)
            .Select(label => (Label: label, Cover: Cover(label.Box) + (label.IsFar ? Pointing(at, label.Near) + 0.25 * size * size : 0)))
            .MinBy(tried => tried.Cover);
        if (isMinor && best.Cover > 3 * size * size) return null;
        _taken.Add(best.Label.Box);
        if (best.Label.IsFar) Reserve(at, best.Label.Near);
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

    /// <summary>The same for the line from a symbol to its name, where it runs across others.</summary>
    private double Pointing(Spot at, Spot near) =>
        _taken.Where(taken => !taken.Holds(at)).Sum(taken => taken.Along(at, near)) * size;

    /// <summary>Three times the area that a name would cover of others, half its height along each line it
    /// would cross, and ten times the area which would stick out of the picture.</summary>
    private double Cover(Box box)
    {
        var inside = box.Common(new(2, 2, width - 2, height - 2));
        return 3 * _taken.Sum(taken => box.Common(taken)) + _lines.Sum(line => box.Along(line.A, line.B)) * size / 2
            + 10 * (box.Common(box) - inside);
    }
}

/// <summary>Where a name stands.</summary>
/// <param name="Box">What it covers.</param>
/// <param name="Near">The end of the line back to its symbol.</param>
/// <param name="IsFar">Whether it needs that line.</param>
internal readonly record struct Label(Box Box, Spot Near, bool IsFar);
