using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads conditions: <c>stock(ain-issa) &lt; 5 d and not open(fishkhabour)</c>.</summary>
/// <remarks>
/// <code>
/// either = both { "or" both }
/// both = single { "and" single }
/// single = "not" single | "(" either ")" | "captured" "(" place ")" | "open" "(" crossing | route ")" | "since" "(" moment ")"
/// | measured comparison amount | "readiness" [ "(" force ")" ] comparison share
/// measured = "stock" [ "(" place [ "." commodity ] | commodity ")" ] | "front-distance" "(" place ")" | "fight-distance" "(" place ")"
/// | ( "any" | "all" ) "(camp." ( "stock" | commodity ) ")"
/// comparison = "&lt;" | "&lt;=" | "&gt;" | "&gt;="
/// </code>
/// Total: no loops, no names but these, nesting up to <see cref="Limits.ConditionDepth"/>.
/// </remarks>
/// <param name="cursor">At the beginning of the value.</param>
/// <param name="declared">What may be referred to.</param>
/// <param name="hasHere">Whether <c>stock</c> alone means something: the rule is about a place.</param>
internal sealed class ConditionText(Cursor cursor, Declared declared, bool hasHere)
{
    private const string Known =
        "known are stock, readiness, front-distance, fight-distance, captured, open, since, any(camp.stock), all(camp.stock)";
    private static readonly string[] Names =
        ["stock", "readiness", "front-distance", "fight-distance", "captured", "open", "since", "any", "all", "not"];

    private int _depth;

    /// <summary>Whether a word begins a condition.</summary>
    public static bool Knows(string word) => Names.Contains(word);

    /// <summary>Reads the whole value. Null where it is not a condition: reported.</summary>
    public Condition? Read() =>
        ReadEither() is { } condition && cursor.Ends(DiagnosticCodes.BadCondition, "the condition") ? condition : null;

    private Condition? ReadEither()
    {
        var left = ReadBoth();
        while (left is not null && cursor.TryTakeWord("or")) left = ReadBoth() is { } right ? left.Or(right) : null;
        return left;
    }

    private Condition? ReadBoth()
    {
        var left = ReadSingle();
        while (left is not null && cursor.TryTakeWord("and")) left = ReadSingle() is { } right ? left.And(right) : null;
        return left;
    }

    private Condition? ReadSingle()
    {
        cursor.SkipSpaces();
        if (++_depth > Limits.ConditionDepth)
            return Bad(cursor.Position, $"more than {Limits.ConditionDepth} brackets or `not`s, one inside the other");
        var condition = cursor.TryTake('(') ? ReadBracket() : ReadNamed();
        _depth--;
        return condition;
    }

    private Condition? ReadBracket()
    {
        if (ReadEither() is not { } inner) return null;
        return cursor.TryTake(')') ? inner : Bad(cursor.Position, "a `)` is missing here");
    }

    private Condition? ReadNamed()
    {
        var start = cursor.Position;
        var name = cursor.TakeWord();
        switch (name)
        {
            case "not": return ReadSingle()?.Not();
            case "captured": return ReadPlace() is { } captured ? Condition.Captured(captured) : null;
            case "open": return (IsRouteNext() ? ReadRoute() : ReadPlace("crossing")) is { } opened ? Condition.Open(opened) : null;
            case "since": return ReadMoment() is { } from ? Condition.Since(from) : null;
            case "stock": return Compare(start, ReadStock(start), Sort.Time);
            case "any": return Compare(start, ReadCamps(Condition.AnyCampStock), Sort.Time);
            case "all": return Compare(start, ReadCamps(Condition.AllCampStock), Sort.Time);
            case "readiness": return Compare(start, ReadReadiness(start), Sort.Share);
            case "front-distance": return Compare(start, ReadDistance(Condition.FrontDistance), Sort.Distance);
            case "fight-distance": return Compare(start, ReadDistance(Condition.FightDistance), Sort.Distance);
        }
        if (name.Length == 0) return Bad(start, "a condition is needed here", Known);
        var similar = Similar.To(name, Names);
        cursor.Report(DiagnosticCodes.BadCondition, start, start + name.Length, $"`{name}` is not known in a condition",
            name is "day" or "time" or "date" or "after" or "from" or "before" or "until"
                ? "what happens at a date is written `at: day 20`, what comes again and again up to one `every: 9 d, until: day 60`, and "
                    + "what is true from one on `since(day 20)`"
            : name.EndsWith(".stock", StringComparison.Ordinal)
                ? name == "camp.stock"
                    ? "write `any(camp.stock)`, `all(camp.stock)` or, of one place, `stock(place)`"
                    : $"write `stock({name[..^".stock".Length]})`"
            : similar is null ? Known : $"a similar word exists: `{similar}`");
        return null;
    }

    private Measured? ReadStock(int start)
    {
        if (cursor.TryTake('(')) return ReadStockOf();
        if (hasHere) return Condition.StockHere;
        Bad(start, "`stock` does not say of which place",
            "write `stock(place)`, `any(camp.stock)` or `all(camp.stock)`");
        return null;
    }

    private Measured? ReadReadiness(int start)
    {
        var behind = cursor.Position;
        if (cursor.TryTake('('))
        {
            cursor.Position = behind;
            return ReadPlace("force") is { } force ? Condition.Readiness(force) : null;
        }
        if (hasHere) return Condition.ReadinessHere;
        Bad(start, "`readiness` does not say of which force", "write `readiness(8th-brigade)`, with the id of a force");
        return null;
    }

    // A place, a commodity there after a dot, or, where the rule is about a place, a commodity alone.
    private StockOf? ReadStockOf()
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        var parts = cursor.TakeWord().Split('.', 2);
        if (parts[0].Length == 0) return NoPlace(start);
        if (parts.Length == 1 && declared.Has(Referent.Commodity, parts[0]) && !declared.Has(Referent.Place, parts[0]))
            return hasHere ? Closed(Condition.StockHere.Of(parts[0])) : OnlyCommodity(start, parts[0]);
        if (!(hasHere && parts.Length == 1
            ? declared.Check(parts[0], cursor, start, Referent.Place, Referent.Commodity)
            : declared.Check(parts[0], cursor, start, Referent.Place))) return null;
        var stock = Condition.Stock(parts[0]);
        if (parts.Length == 1) return Closed(stock);
        if (parts[1].Length == 0)
            return NoStock("the id of a commodity is needed behind the dot", cursor.Position,
                $"write `{stock}`, or of one commodity `{stock.Of(declared.First(Referent.Commodity) ?? "food")}`");
        return declared.Check(parts[1], cursor, start + parts[0].Length + 1, Referent.Commodity) ? Closed(stock.Of(parts[1])) : null;
    }

    private StockOf? NoPlace(int start)
    {
        var commodity = cursor.TryTake('.') && WordAhead() is { Length: > 0 } word ? word : null;
        return NoStock("the id of a place is needed here", start, commodity is null ? null
            : hasHere ? $"of the place that the rule is about write `stock({commodity})`, of another one `stock(place.{commodity})`"
            : $"write `stock(place.{commodity})` or, of camps, `any(camp.{commodity})`");
    }

    private StockOf? OnlyCommodity(int start, string commodity)
    {
        cursor.Report(DiagnosticCodes.UnknownReference, start, start + commodity.Length, $"there is no place `{commodity}`",
            $"that is a commodity: of one place write `stock(place.{commodity})`, of camps `any(camp.{commodity})`");
        return null;
    }

    private StockOf? Closed(StockOf stock)
    {
        if (cursor.TryTake(')')) return stock;
        var at = cursor.Position;
        return NoStock("a `)` is missing here", at,
            cursor.TryTake(',') ? $"of one commodity it is written `stock({stock.Place?.Value ?? "camp"}.{WordAhead()})`" : null);
    }

    private string WordAhead()
    {
        cursor.SkipSpaces();
        return cursor.TakeWord();
    }

    private StockOf? NoStock(string message, int? at = null, string? help = null)
    {
        Bad(at ?? cursor.Position, message, help);
        return null;
    }

    private Measured? ReadDistance(Func<PlaceId, Measured> to) => ReadPlace() is { } place ? to(place) : null;

    private Measured? ReadCamps(StockOf camps)
    {
        if (!cursor.TryTake('(')) return NoCamps();
        cursor.SkipSpaces();
        var start = cursor.Position;
        if (cursor.TakeWord().Split('.', 2) is not ["camp", { Length: > 0 } what]) return NoCamps(start);
        if (what != "stock" && !declared.Check(what, cursor, start + "camp.".Length, Referent.Commodity)) return null;
        return cursor.TryTake(')') ? what == "stock" ? camps : camps.Of(what) : NoCamps();
    }

    private Measured? NoCamps(int? start = null)
    {
        Bad(start ?? cursor.Position, "`(camp.stock)` is needed here",
            "`any` and `all` know the stock of camps: `any(camp.stock) < 5 d`, of one commodity `any(camp.food) < 5 d`");
        return null;
    }

    /// <summary>A place in round brackets, of a kind if one is named.</summary>
    private string? ReadPlace(string? kind = null)
    {
        if (!cursor.TryTake('(')) return Nothing("a place in round brackets is needed here");
        cursor.SkipSpaces();
        var start = cursor.Position;
        var id = cursor.TakeWord();
        if (id.Length == 0) return Nothing("the id of a place is needed here");
        if (!declared.Check(id, cursor, start, Referent.Place)) return null;
        if (kind is not null && declared.DetailOf(Referent.Place, id) is { } other && other != kind)
        {
            cursor.Report(DiagnosticCodes.UnknownReference, start, start + id.Length,
                $"`{id}` is a {other}; a {kind} is needed here");
            return null;
        }
        return cursor.TryTake(')') ? id : Nothing("a `)` is missing here");
    }

    // A hyphen with a space before it stands between the two ends.
    private bool IsRouteNext()
    {
        var start = cursor.Position;
        var isRoute = cursor.TryTake('(') && cursor.TakeWord().Length > 0 && cursor.TryTake('-');
        cursor.Position = start;
        return isRoute;
    }

    /// <summary>A route in round brackets: <c>(a - b)</c>, or <c>(a - b (name))</c>.</summary>
    private string? ReadRoute()
    {
        cursor.TryTake('(');
        cursor.SkipSpaces();
        var start = cursor.Position;
        var from = cursor.TakeWord();
        cursor.TryTake('-');
        var id = $"{from} - {cursor.TakeWord()}";
        if (cursor.TryTake('('))
        {
            id += $" ({cursor.TakeWord()})";
            if (!cursor.TryTake(')')) return Nothing("a `)` is missing here");
        }
        if (!declared.Check(id, cursor, start, Referent.Route)) return null;
        return cursor.TryTake(')') ? id : Nothing("a `)` is missing here");
    }

    /// <summary>A date or time in round brackets.</summary>
    private Moment? ReadMoment()
    {
        var isOpened = cursor.TryTake('(');
        var start = cursor.Position;
        var end = isOpened ? cursor.Text.IndexOf(')', start) : -1;
        if (end >= 0 && Moments.Read(cursor.Text[start..end]) is { } moment)
        {
            cursor.Position = end + 1;
            return moment;
        }
        cursor.Report(DiagnosticCodes.BadCondition, start, end < 0 ? cursor.Text.Length : end,
            "a date or time in round brackets is needed here",
            "write for example `since(2017-10-26)`, `since(2017-10-26T06:00)` or `since(day 5)`");
        return null;
    }

    private Condition? Compare(int start, Measured? measured, Sort sort)
    {
        if (measured is null) return null;
        if (ReadComparison(cursor) is not { } comparison)
        {
            var written = cursor.Text[start..cursor.Position].Trim();
            return Bad(start, "a comparison is missing: `<`, `<=`, `>` or `>=` and an amount",
                $"write for example `{written} < {(sort == Sort.Share ? "60 %" : sort == Sort.Time ? "5 d" : "5 km")}`");
        }
        if (sort == Sort.Share)
            return Amount.Read(cursor, sort, Bounds.Share) is { } share
                ? new Compared(measured, comparison, Threshold.Of((double)share))
                : null;
        if (Amount.ReadWhole(cursor, sort, Bounds.NotNegative) is not { } whole) return null;
        var threshold = sort == Sort.Time
            ? Threshold.Of(new TimeSpan(whole))
            : Threshold.Of(Distance.FromMetres(whole));
        return new Compared(measured, comparison, threshold);
    }

    /// <summary>One of the four comparisons, or null where none stands next.</summary>
    public static Comparison? ReadComparison(Cursor cursor) =>
        cursor.TryTake("<=") ? Comparison.AtMost
        : cursor.TryTake("<") ? Comparison.Below
        : cursor.TryTake(">=") ? Comparison.AtLeast
        : cursor.TryTake(">") ? Comparison.Above
        : null;

    private string? Nothing(string message)
    {
        Bad(cursor.Position, message);
        return null;
    }

    private Condition? Bad(int start, string message, string? help = null)
    {
        cursor.Report(DiagnosticCodes.BadCondition, start, cursor.Text.Length, message, help);
        return null;
    }
}
