using System.Text.RegularExpressions;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>The table of units, and how a unit is read: <c>t</c>, <c>km/h</c>, <c>/week</c>, <c>%</c>.</summary>
internal static partial class Units
{
    /// <summary>No unit: a number of things.</summary>
    public static readonly Unit None = new("", Base.Count, 1);

    /// <summary>Those that have a name of their own; others are two of them with a <c>/</c> between.</summary>
    private static readonly Unit[] Simple =
    [
        new("g", Base.Mass, 1),
        new("kg", Base.Mass, 1_000),
        new("t", Base.Mass, 1_000_000),
        new("lb", Base.Mass, 453.59237m),
        new("m", Base.Length, 1),
        new("km", Base.Length, 1_000),
        new("mi", Base.Length, 1609.344m),
        new("nmi", Base.Length, 1852),
        new("s", Base.Time, TimeSpan.TicksPerSecond),
        new("min", Base.Time, TimeSpan.TicksPerMinute),
        new("h", Base.Time, TimeSpan.TicksPerHour),
        new("d", Base.Time, TimeSpan.TicksPerDay),
        new("week", Base.Time, 7 * TimeSpan.TicksPerDay),
        new("l", Base.Volume, 1_000),
        new("m3", Base.Volume, 1_000_000),
        new("%", Base.Share, 0.01m),
        new("x", Base.Factor, 1),
    ];

    private static readonly Unit HundredKilometres = new("100 km", Base.Length, 100_000);

    private static readonly Unit[] Compound =
    [
        new("mph", Base.Length, 1609.344m, Base.Time, TimeSpan.TicksPerHour),
        new("kn", Base.Length, 1852, Base.Time, TimeSpan.TicksPerHour),
    ];

    /// <summary>All that have a name.</summary>
    public static IEnumerable<string> Names => Simple.Concat(Compound).Select(unit => unit.Text);

    /// <summary>Units, each with other words that people write for it.</summary>
    private static readonly (string Unit, string[] Others)[] Spellings =
    [
        ("g", ["gram", "grams", "gramme", "grammes"]),
        ("kg", ["kilo", "kilos", "kgs", "kilogram", "kilograms", "kilogramme", "kilogrammes"]),
        ("t", ["ton", "tons", "tonne", "tonnes", "mt"]),
        ("lb", ["lbs", "pound", "pounds"]),
        ("m", ["metre", "metres", "meter", "meters"]),
        ("km", ["kms", "kilometre", "kilometres", "kilometer", "kilometers"]),
        ("mi", ["mile", "miles"]),
        ("nmi", ["nm"]),
        ("s", ["sec", "secs", "second", "seconds"]),
        ("min", ["mins", "minute", "minutes"]),
        ("h", ["hr", "hrs", "hour", "hours"]),
        ("d", ["day", "days"]),
        ("week", ["w", "wk", "weeks"]),
        ("km/h", ["kmh", "kph"]),
        ("kn", ["kt", "knot", "knots"]),
        ("l", ["litre", "litres", "liter", "liters"]),
        ("%", ["percent"]),
        ("x", ["times"]),
    ];

    /// <summary>Reads the unit that stands next; <see cref="None"/> where none does. Null where it does not exist:
    /// reported.</summary>
    /// <param name="cursor">Behind the number.</param>
    /// <param name="alone">The number before it, where that is needed without a unit. Default: one may stand here.</param>
    public static Unit? Read(Cursor cursor, string? alone = null)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        var over = TakeName(cursor);
        var behindOver = cursor.Position;
        if (!cursor.TryTake('/'))
        {
            cursor.Position = behindOver;
            if (over.Length == 0) return None;
            return Find(over) ?? Unknown(cursor, start, over, alone);
        }
        cursor.SkipSpaces();
        var perStart = cursor.Position;
        var per = TakeHundred(cursor) ?? TakeName(cursor);
        if (over.Length > 0 && FindSimple(over) is null) return Unknown(cursor, start, over);
        if ((per == HundredKilometres.Text ? HundredKilometres : FindSimple(per)) is not { } divisor) return Unknown(cursor, perStart, per);
        var dividend = over.Length == 0 ? None : FindSimple(over)!;
        return new($"{over}/{per}", dividend.Over, dividend.OverFactor, divisor.Over, divisor.OverFactor);
    }

    // What trucks burn is said of 100 km, and of nothing else that is divided by.
    private static string? TakeHundred(Cursor cursor)
    {
        if (Hundred().Match(cursor.Text, cursor.Position) is not { Success: true } match) return null;
        cursor.Position += match.Length;
        return HundredKilometres.Text;
    }

    [GeneratedRegex(@"\G100\s*km\b")]
    private static partial Regex Hundred();

    private static string TakeName(Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.Next == '%') cursor.Position++;
        else if (char.IsLetter(cursor.Next))
            while (char.IsLetterOrDigit(cursor.Next)) cursor.Position++;
        var name = cursor.Text[start..cursor.Position];
        if (name is not ("and" or "or" or "to")) return name;
        cursor.Position = start;
        return "";
    }

    private static Unit? Find(string name) => FindSimple(name) ?? Array.Find(Compound, u => u.Text == name);

    private static Unit? FindSimple(string name) => Array.Find(Simple, u => u.Text == name);

    /// <summary>The unit that somebody means who writes this word; null where nobody can tell.</summary>
    public static string? Meant(string name) =>
        Find(name)?.Text ?? Array.Find(Spellings, s => s.Others.Contains(name, StringComparer.OrdinalIgnoreCase)).Unit;

    // 350 people per day, 555 g/person/day: what is counted is said by the key.
    private static string? RateMeant(string before, string rest) =>
        Spoken().Match(rest) is { Success: true } spoken && Meant(spoken.Groups["per"].Value) is { } per
            && FindSimple(per) is { Over: Base.Time } ? $"{before.TrimEnd(' ', '/')}{(before.EndsWith('/') ? "" : " ")}/{per}" : null;

    [GeneratedRegex(@"^((people|persons?|capita|head|refugees|pieces?)\s*)?(per|/|a)\s*((person|capita|head)\s*(per|/|a)\s*)?(?<per>\p{L}+)\s*$")]
    private static partial Regex Spoken();

    private static Unit? Unknown(Cursor cursor, int start, string name, string? alone = null)
    {
        if (name.Length == 0) name = cursor.PieceAhead();
        var all = Names;
        var meant = alone is null ? Meant(name) ?? Similar.To(name, all) : null;
        var help = RateMeant(cursor.Text[..start], cursor.Text[start..]) is { } rate ? $"write `{rate}`"
            : alone is not null ? $"write the number alone: `{alone}`"
            : char.IsAsciiDigit(name[0]) && cursor.Text[..start].TrimEnd().EndsWith('/')
                ? "behind a `/` a number stands only in `100 km`, as in `35 l/100 km`"
            : name.ToLowerInvariant() is "month" or "months" or "year" or "years"
                ? "how long that is differs: write "
                    + (cursor.Text[..start].EndsWith('/') ? "how much it is in a day or a week, behind `/d` or `/week`" : "days or weeks, such as `90 d`")
            : meant is null ? $"units: {string.Join(", ", all)}, and a `/` between two of them"
            : $"write `{meant}`";
        cursor.Report(DiagnosticCodes.UnknownUnit, start, start + name.Length, $"`{name}` is not a unit", help);
        return null;
    }
}
