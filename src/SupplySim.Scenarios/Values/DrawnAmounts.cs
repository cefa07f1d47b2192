using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads laws of what may be days, masses, volumes or pieces: <c>unknown(5 d, 15 d)</c>, <c>unknown(200 t, 500 t)</c>,
/// <c>unknown(200 /d, 400 /d)</c>. The first amount with a unit tells which, for the shape of a law has none.</summary>
internal static class DrawnAmounts
{
    /// <summary>Whether a law stands next.</summary>
    public static bool IsNext(Cursor cursor)
    {
        var start = cursor.Position;
        var isLaw = LawText.IsNext(cursor) && cursor.TakeWord().Length > 0 && cursor.TryTake('(');
        cursor.Position = start;
        return isLaw;
    }

    /// <summary>The first amount within that has a unit, or else the first; the cursor stays. Null where
    /// one cannot be read: reported.</summary>
    public static Amount? First(Cursor cursor)
    {
        var start = cursor.Position;
        var first = Next(cursor);
        for (var next = first; next is { } bare && Sort.IsBare(bare.Unit) && cursor.TryTake(',');)
        {
            next = Next(cursor);
            if (next is null || !Sort.IsBare(next.Value.Unit)) first = next;
        }
        cursor.Position = start;
        return first;
    }

    private static Amount? Next(Cursor cursor)
    {
        while (LawText.IsNext(cursor))
        {
            var (start, word) = (cursor.Position, cursor.TakeWord());
            if (!cursor.TryTake('(') && !cursor.TryTake('=')) return NoAmount(cursor, start, word);
        }
        if (!cursor.TryTake(')')) return Amount.Take(cursor, isArgument: true);
        cursor.Report(DiagnosticCodes.BadDistribution, cursor.Position - 1, cursor.Position, "nothing stands between the brackets",
            "write for example `unknown(5 d, 15 d)`");
        return null;
    }

    private static Amount? NoAmount(Cursor cursor, int start, string word)
    {
        cursor.Report(DiagnosticCodes.BadDistribution, start, start + Math.Max(1, word.Length), $"`{word}` is no amount",
            word == "unlimited" ? "what is never used up is `unlimited` alone, without a law" : "write for example `unknown(5 d, 15 d)`");
        return null;
    }

    /// <summary>A time that is drawn. Null where they cannot be read: reported.</summary>
    public static Duration? ReadTime(Cursor cursor, Bounds bounds, BindingContext context) =>
        new LawText(cursor, Sort.Time, bounds, TimeSpan.TicksPerSecond).Read(Duration.Of) is { } drawn
            ? drawn.IsUnknown ? context.OneFigure(cursor.Node, drawn.Value.AsUnknown()) : drawn.Value
            : null;

    /// <summary>An amount that is drawn. Null where it cannot be read: reported.</summary>
    public static DrawnQuantity? ReadAmount(Cursor cursor, Sort sort, QuantityUnit unit, Bounds bounds, BindingContext context) =>
        new LawText(cursor, sort, bounds, 1, isCounted: sort == Sort.Number).Read(law => DrawnQuantity.Of(law, unit)) is { } drawn
            ? drawn.IsUnknown ? context.OneFigure(cursor.Node, drawn.Value.AsUnknown()) : drawn.Value
            : null;

    /// <summary>A rate that nobody knows. Null where it cannot be read: reported.</summary>
    /// <param name="cursor">At the beginning of the law.</param>
    /// <param name="sorts">Of what it may be.</param>
    /// <param name="context">What is known of the file.</param>
    public static UnknownRate? ReadRate(Cursor cursor, Sort[] sorts, BindingContext context)
    {
        var start = cursor.Position;
        if (First(cursor) is not { } first) return null;
        var sort = Array.Find(sorts, one => one.Takes(first.Unit))
            ?? Array.Find(sorts, one => one.Over == first.Unit.Over && !Sort.IsBare(first.Unit)) ?? sorts[0];
        // Base units are by the hour.
        if (new LawText(cursor, sort, new Bounds(0, 1e15m), 1m / 24).Read(law => new UnknownRate(law, Rates.UnitOf(sort))) is not { } drawn)
            return null;
        if (drawn.IsUnknown) return context.OneFigure(cursor.Node, drawn.Value);
        cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Position,
            $"a rate is not drawn by chance: `{cursor.Text[start..cursor.Position]}`",
            $"where nobody knows it, write `unknown({cursor.Text[start..cursor.Position]})`; of people or pieces that come one by one at "
                + $"random, `poisson(350 /d)`");
        return null;
    }
}
