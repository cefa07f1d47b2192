using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>A number with its unit, as it stands in a value.</summary>
/// <param name="Value">The number as written.</param>
/// <param name="Unit">The unit as written.</param>
/// <param name="Start">Where it begins in the value.</param>
/// <param name="End">Where it ends.</param>
internal readonly partial record struct Amount(decimal Value, Unit Unit, int Start, int End)
{
    /// <summary>Reads a number and the unit behind it, whatever it is. Null where it cannot be read:
    /// reported.</summary>
    public static Amount? Read(Cursor cursor, bool isArgument = false)
    {
        var amount = Take(cursor, isArgument);
        amount?.DoubtThousands(cursor);
        return amount;
    }

    /// <summary>The same, where it is known only later whether it may be in thousands: see <see cref="Doubt"/>.</summary>
    public static Amount? Take(Cursor cursor, bool isArgument = false, bool isWhole = false)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        if (Numerals.Read(cursor, isArgument, isWhole) is not { } value) return null;
        var behindNumber = cursor.Position;
        if (IsAbbreviated(cursor, start, value)) return null;
        if (Units.Read(cursor, alone: isWhole ? cursor.Text[start..behindNumber].Trim() : null) is not { } unit) return null;
        if (unit == Units.None) cursor.Position = behindNumber;
        return new(value, unit, start, cursor.Position);
    }

    // 25k, which could be anything but a unit.
    private static bool IsAbbreviated(Cursor cursor, int start, decimal value)
    {
        var behind = cursor.Position;
        var word = cursor.TakeWord();
        var thousands = word switch { "k" or "K" or "thousand" => 1_000, "M" or "mio" or "Mio" or "mln" or "million" => 1_000_000, _ => 0 };
        if (thousands == 0 || Math.Abs(value) > 1e12m)
        {
            cursor.Position = behind;
            return false;
        }
        var full = (value * thousands).ToString("#,0.#########", CultureInfo.InvariantCulture).Replace(',', ' ');
        cursor.Report(DiagnosticCodes.UnknownUnit, start, cursor.Position,
            $"`{cursor.Text[start..cursor.Position]}` is not a number: `{word}` is not a unit", $"write `{full}`");
        return true;
    }

    /// <summary>Reads an amount of a sort. Null where it cannot be read or is of another sort: reported.</summary>
    public static Amount? Read(Cursor cursor, Sort sort, bool isArgument = false) =>
        Read(cursor, isArgument) is { } amount && amount.Is(sort, cursor) ? amount : null;

    /// <summary>Reads an amount of a sort and within bounds, in base units. Null where it cannot be used:
    /// reported.</summary>
    public static decimal? Read(Cursor cursor, Sort sort, Bounds bounds) =>
        Take(cursor) is { } amount && amount.Is(sort, cursor) ? amount.InBase(sort, bounds, cursor) : null;

    /// <summary>The same in whole base units, rounded half to even.</summary>
    public static long? ReadWhole(Cursor cursor, Sort sort, Bounds bounds) =>
        Take(cursor) is { } amount && amount.Is(sort, cursor) && amount.InBase(sort, bounds, cursor) is { } value
            ? amount.Whole(value, cursor)
            : null;

    private decimal? InBase(Sort sort, Bounds bounds, Cursor cursor)
    {
        if (InBase(sort, cursor) is not { } value || !IsWithin(bounds, value, sort, cursor)) return null;
        Doubt(sort, bounds, value, cursor);
        return value;
    }

    /// <summary>Reads a whole number within bounds. Null where it is none: reported.</summary>
    public static decimal? ReadCount(Cursor cursor, Bounds bounds)
    {
        if (Take(cursor, isArgument: false, isWhole: true) is not { } amount || !amount.Is(Sort.Number, cursor)
            || !amount.IsWithin(bounds, amount.Value, Sort.Number, cursor))
            return null;
        if (amount.IsInThousands(cursor)) return null;
        if (decimal.Truncate(amount.Value) == amount.Value) return amount.Value;
        cursor.Report(DiagnosticCodes.NotWhole, amount.Start, amount.End,
            $"`{cursor.Text[amount.Start..amount.End]}` is not a whole number", "write a whole number");
        return null;
    }

    /// <summary>Reads an argument of a law that draws what is counted. Null where it cannot be read: reported.</summary>
    public static Amount? ReadCountArgument(Cursor cursor) =>
        Take(cursor, isArgument: true) is { } amount && !amount.IsInThousands(cursor) ? amount : null;

    // Thirty thousand is written with a point in half of Europe, and would be thirty.
    private bool IsInThousands(Cursor cursor)
    {
        var written = cursor.Text[Start..End];
        if (!Numerals.IsInThousands(written, '.')) return false;
        cursor.Report(DiagnosticCodes.NotWhole, Start, End,
            $"`{written}` is not a whole number: a point begins the decimals, and does not set thousands apart",
            $"write `{written.Replace('.', ' ')}` or `{written.Replace(".", "", StringComparison.Ordinal)}`");
        return true;
    }

    /// <summary>Asks whether it is in thousands, where it may be: a share or factor is none, nor is what
    /// would then be out of bounds.</summary>
    /// <param name="sort">What stands here.</param>
    /// <param name="bounds">Within which, in base units.</param>
    /// <param name="value">It in base units.</param>
    /// <param name="cursor">Of the value.</param>
    public void Doubt(Sort sort, Bounds bounds, decimal value, Cursor cursor)
    {
        if (sort.Over is not (Base.Share or Base.Factor) && Math.Abs(value) < decimal.MaxValue / 1000 && bounds.Hold(1000 * value))
            DoubtThousands(cursor);
    }

    // Of what is measured only three noughts are doubtful: 12.450 km is a road to the metre, and nobody
    // writes 12.000 km. Of what is counted nobody writes a last nought either. Programs that write tables do both. Of times only seconds
    // come in thousands: 30 000 min are three weeks, and said in days.
    private void DoubtThousands(Cursor cursor)
    {
        var written = cursor.Text[Start..End];
        var number = written.Split(' ')[0].TrimEnd([.. Unit.Text]);
        var isCounted = Unit.Over == Base.Count && Unit.Per is null or Base.Time;
        if (!Numerals.IsInThousands(number, '.') || !number.EndsWith(isCounted ? "0" : "000", StringComparison.Ordinal)
            || Unit.Over is Base.Share or Base.Factor
            || (Unit is { Over: Base.Time, Text: not "s" } && Unit.Per is null) || cursor.IsOfTable) return;
        var unit = Unit.Text.Length == 0 ? "" : " " + Unit.Text;
        var plain = Value.ToString("0.###", CultureInfo.InvariantCulture);
        cursor.Report(DiagnosticCodes.Thousands, Start, End,
            $"`{written}` is {plain}{unit}: a point begins the decimals, and does not set thousands apart",
            $"write `{number.Replace('.', ' ')}{unit}` or, if it is meant so, `{plain}{unit}`");
    }

    // 5-10 d: what stands between the two is drawn.
    private bool IsRange(Sort sort, Cursor cursor)
    {
        if (Range().Match(cursor.Text, End) is not { Success: true } match || Units.Meant(match.Groups["unit"].Value) is not { } unit)
            return false;
        cursor.Report(DiagnosticCodes.UnitMissing, Start, cursor.Text.Length,
            $"`{cursor.Text[Start..]}` is a range; {sort.What} is needed here",
            $"where it is drawn, write a law such as `uniform({cursor.Text[Start..End]} {unit}, {match.Groups["to"].Value} {unit})`; else "
                + $"write one of the two");
        return true;
    }

    [GeneratedRegex(@"\G\s*(-|–|to)\s*(?<to>\d+(\.\d+)?)\s*(?<unit>\p{L}+)\s*$")]
    private static partial Regex Range();

    /// <summary>Whether it is of a sort; reported where it is not.</summary>
    public bool Is(Sort sort, Cursor cursor)
    {
        if (sort.Takes(Unit)) return true;
        var written = cursor.Text[Start..End];
        if (Sort.IsBare(Unit) && IsRange(sort, cursor)) return false;
        if (Sort.IsBare(Unit))
        {
            cursor.Report(DiagnosticCodes.UnitMissing, Start, End, $"{sort.What} needs a unit",
                $"write {sort.Example(written)}; accepted: {string.Join(", ", sort.Units)}");
            return false;
        }
        var help = sort.Units.Length == 0 ? "write the number alone"
            : (sort.Over, Unit.Over) is (Base.Share, Base.Factor) && sort.Per is null
                ? $"write `{(Value * 100).ToString("0.###", CultureInfo.InvariantCulture)} %`"
            : (sort.Over, Unit.Over) is (Base.Factor, Base.Share) && sort.Per is null
                ? $"write `{(Value / 100).ToString("0.#####", CultureInfo.InvariantCulture)} x`"
            : sort.Per == Base.Time && Unit is { Per: null, Over: var over } && over == sort.Over
                ? $"write `{written}/d` if it is so much a day, `{written}/week` if a week"
            : $"accepted: {string.Join(", ", sort.Units)}";
        cursor.Report(DiagnosticCodes.WrongDimension, Start, End,
            $"`{written}` is {Sort.Of(Unit)}; {sort.What} is needed here", help);
        return false;
    }

    /// <summary>The amount in base units: of a rate by hour, day and metre. Null where it is too large:
    /// reported.</summary>
    public decimal? InBase(Sort sort, Cursor cursor)
    {
        var by = (sort.Per, sort.Over) switch
        {
            (null, _) => 1,
            (Base.Time, Base.Time) => TimeSpan.TicksPerDay,
            (Base.Time, _) => TimeSpan.TicksPerHour,
            _ => sort == Sort.Density ? 1_000m : 1,
        };
        const decimal most = 1e27m;
        if (Math.Abs(Value) <= most / Math.Max(1, Unit.OverFactor * by))
            return Value * Unit.OverFactor * by / Unit.PerFactor;
        TooLarge(cursor);
        return null;
    }

    /// <summary>Whether it lies within bounds; reported where it does not.</summary>
    public bool IsWithin(Bounds bounds, decimal inBase, Sort sort, Cursor cursor)
    {
        if (bounds.Hold(inBase)) return true;
        cursor.Report(DiagnosticCodes.OutOfRange, Start, End,
            $"`{cursor.Text[Start..End]}` is outside what is allowed: {bounds.In(sort)}", IsPercent(bounds, sort)
                ? $"write `{cursor.Text[Start..End].Trim()} %`"
                : Value < 0 && bounds.Hold(0) ? $"it is never below zero: write `{$"0 {Unit.Text}".Trim()}` or more"
                : Value == 0 && sort == Sort.Number && bounds.Least == 1
                    ? "where there are none, leave out the block in which it stands; an alternative does that with `off`, as in "
                        + "`disruptions.flood: off`"
                : null);
        return false;
    }

    // 90 for 90 %.
    private bool IsPercent(Bounds bounds, Sort sort) => sort == Sort.Share && Sort.IsBare(Unit) && Value > 1 && bounds.Hold(Value / 100);

    /// <summary>A value rounded half to even. Null where it does not fit 64 bits: reported.</summary>
    public long? Whole(decimal value, Cursor cursor)
    {
        var whole = decimal.Round(value, MidpointRounding.ToEven);
        if (whole is >= long.MinValue and <= long.MaxValue) return decimal.ToInt64(whole);
        TooLarge(cursor);
        return null;
    }

    private void TooLarge(Cursor cursor) =>
        cursor.Report(DiagnosticCodes.OutOfRange, Start, End, $"`{cursor.Text[Start..End]}` is too large");
}
