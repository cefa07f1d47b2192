namespace SupplySim.Results.Text;

/// <summary>A table of effects in order: rank, what it is of, the effect, and what else there is to say.</summary>
internal static class EffectTable
{
    private const int MostLast = 30;
    private const int Gap = 2;

    /// <summary>Appends it; what has no room is broken within its column.</summary>
    /// <param name="screen">Whose width it keeps.</param>
    /// <param name="head">Above what the effects are of.</param>
    /// <param name="lastHead">Above what else there is to say.</param>
    /// <param name="all">At least one.</param>
    public static void Append(Screen screen, string head, string lastHead,
        IReadOnlyList<(string Rank, string Name, Figure Effect, string Last)> all)
    {
        var main = all.Select(one => Lines.Width(one.Effect.Main)).Max();
        var rows = all.Select(one => new[]
        {
            one.Rank, one.Name,
            Lines.PadLeft(one.Effect.Main, main) + (one.Effect.Margin.Length > 0 ? " ±" + one.Effect.Margin : ""), one.Last,
        }).Prepend(["", head, Lines.PadRight("", main - "effect".Length) + "effect", lastHead]).ToArray();
        int Widest(int column, int most) => Math.Min(most, rows.Select(row => Lines.Width(row[column])).Max());
        var (rank, effect, last) = (Widest(0, screen.Width), Widest(2, screen.Width), Widest(3, screen.Width));
        last = Math.Min(last, Math.Max(MostLast, screen.Width - rank - effect - Widest(1, screen.Width) - 3 * Gap));
        int[] widths = [rank, Math.Min(Widest(1, screen.Width), screen.Width - rank - effect - last - 3 * Gap), effect, last];
        foreach (var row in rows) AppendRow(screen, row, widths);
    }

    private static void AppendRow(Screen screen, string[] cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => column == 2 ? [cell] : Lines.Wrap(cell, widths[column])).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
            screen.Append(string.Join(new string(' ', Gap),
                wrapped.Select((cell, column) => Lines.PadRight(line < cell.Count ? cell[line] : "", widths[column]))).TrimEnd())
                .EndLine();
    }
}
