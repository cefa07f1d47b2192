using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads distributions: <c>lognormal(mean=6 h, sd=2 h)</c>, <c>uniform(50 %, 90 %)</c>, <c>unknown(230 000,
/// 270 000)</c>.</summary>
/// <remarks>Arguments by position, or by name with <c>=</c>; one of a kind. <c>unknown(a, b)</c> and
/// <c>unknown(law)</c> are ignorance: one draw holds for the whole run.</remarks>
/// <param name="cursor">At the beginning of the value.</param>
/// <param name="sort">What is drawn.</param>
/// <param name="bounds">What a drawn value may be, in base units.</param>
/// <param name="scale">Base units in the unit that the law is made in.</param>
/// <param name="isCounted">Whether what is drawn comes in whole numbers, such as people.</param>
internal sealed partial class LawText(Cursor cursor, Sort sort, Bounds bounds, decimal scale, bool isCounted = false)
{
    // What stands for each figure of the law's own messages, which know no units.
    private readonly Dictionary<double, string> _written = [];

    /// <summary>An argument as written, its name empty where it is given by position.</summary>
    private readonly record struct Argument(string Name, int Start, int End, Amount Amount, decimal Weight);

    /// <summary>Whether a distribution stands next, and not a plain amount.</summary>
    public static bool IsNext(Cursor cursor)
    {
        cursor.SkipSpaces();
        return char.IsLetter(cursor.Next);
    }

    /// <summary>Reads a distribution and makes a value of it. Null where it cannot be used: reported.</summary>
    public (T Value, bool IsUnknown)? Read<T>(Func<Distribution, T> finish)
        where T : class
    {
        var start = cursor.Position;
        if (ReadLaw() is not { } read) return null;
        return Made(start, () => finish(read.Law)) is { } value ? (value, read.IsUnknown) : null;
    }

    private (Distribution Law, bool IsUnknown)? ReadLaw()
    {
        var start = cursor.Position;
        var name = cursor.TakeWord();
        if (!cursor.TryTake('(')) return NotALaw(start, name);
        if (!Laws.Names.Contains(name)) return UnknownName(start, name);
        if (name == "unknown") return ReadUnknown(start);
        if (ReadArguments(name == "choice") is not { } arguments) return null;
        return Make(name, arguments, start) is { } law ? (law, false) : null;
    }

    private (Distribution, bool)? ReadUnknown(int start)
    {
        if (!IsNext(cursor))
            return ReadArguments(weighted: false) is { } bare && Make("uniform", bare, start) is { } uniform
                ? (uniform, true)
                : null;
        if (cursor.TryTakeWord("unknown"))
        {
            cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Position, "`unknown` stands within `unknown`");
            return null;
        }
        if (ReadLaw() is not { } inner) return null;
        return Closes() ? (inner.Law, true) : null;
    }

    private List<Argument>? ReadArguments(bool weighted)
    {
        var arguments = new List<Argument>();
        if (cursor.TryTake(')')) return arguments;
        do
        {
            cursor.SkipSpaces();
            var start = cursor.Position;
            var name = cursor.TakeWord();
            if (name.Length > 0 && !cursor.TryTake('=')) return BadName(start, name);
            if ((isCounted ? Amount.ReadCountArgument(cursor) : Amount.Take(cursor, isArgument: true)) is not { } amount) return null;
            var weight = 0m;
            if (weighted)
            {
                if (Amount.Read(cursor, Sort.Share, isArgument: true) is not { } share) return null;
                if (share.InBase(Sort.Share, cursor) is not { } part
                    || !share.IsWithin(Bounds.Share, part, Sort.Share, cursor)) return null;
                weight = part;
            }
            arguments.Add(new(name, start, cursor.Position, amount, weight));
        }
        while (cursor.TryTake(','));
        return Closes() ? arguments : null;
    }

    private Distribution? Make(string name, List<Argument> arguments, int start)
    {
        if (name == "choice") return MakeChoice(arguments, start);
        var forms = Array.FindAll(Laws.Forms, f => f.Name == name);
        var form = Array.Find(forms, f => arguments.All(a => a.Name.Length == 0 || f.Knows(a.Name))) ?? forms[0];
        if (form.OnlyNumbers && sort != Sort.Number)
        {
            cursor.Report(DiagnosticCodes.WrongDimension, start, cursor.Position,
                $"`{name}` draws numbers; {sort.What} is needed here",
                name == "poisson" && sort == Sort.CountRate
                    ? "of people or pieces that come one by one at a rate that nobody knows, write `poisson(unknown(200 /d, 400 /d))`"
                    : null);
            return null;
        }
        return Order(form, arguments, start) is { } values ? Made(start, () => form.Make(values)) : null;
    }

    /// <summary>The values of the arguments in the order of the form.</summary>
    private double[]? Order(LawForm form, List<Argument> arguments, int start)
    {
        var values = new double?[form.Arguments.Length];
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var position = argument.Name.Length == 0
                ? i
                : Array.FindIndex(form.Arguments, a => a.Name == argument.Name);
            if (position < 0 || position >= values.Length || values[position] is not null)
                return WrongArguments(form, start);
            if (ValueOf(argument.Amount, form.Arguments[position].Role) is not { } value) return null;
            values[position] = value;
        }
        return values.Any(v => v is null) ? WrongArguments(form, start) : Array.ConvertAll(values, v => v!.Value);
    }

    private double? ValueOf(Amount amount, ArgumentRole role)
    {
        var (wanted, allowed) = role switch
        {
            ArgumentRole.Value => (sort, bounds),
            ArgumentRole.Spread => (sort, Bounds.NotNegative),
            ArgumentRole.Probability => (Sort.Share, Bounds.Share),
            _ => (Sort.Number, Bounds.Any),
        };
        if (!amount.Is(wanted, cursor) || amount.InBase(wanted, cursor) is not { } value) return null;
        if (!amount.IsWithin(allowed, value, wanted, cursor)) return null;
        // A shape is no amount.
        if (role is not (ArgumentRole.Value or ArgumentRole.Spread)) return (double)value;
        if (!isCounted) amount.Doubt(sort, bounds, value, cursor);
        var drawn = (double)decimal.Round(value / scale, 15); // a twenty-fourth has no end
        _written.TryAdd(drawn, cursor.Text[amount.Start..amount.End].Trim());
        return drawn;
    }

    private Distribution? MakeChoice(List<Argument> arguments, int start)
    {
        var values = new double[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (ValueOf(arguments[i].Amount, ArgumentRole.Value) is not { } value) return null;
            values[i] = value;
        }
        return Made(start, () => Distribution.Choice(values, [.. arguments.Select(a => (double)a.Weight)]));
    }

    /// <summary>The law's own rules, such as bounds in the wrong order, are told in its own words.</summary>
    private T? Made<T>(int start, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            var reason = Figures().Replace(e.Message.Split(" (Parameter", 2)[0].Split('\n', 2)[0],
                one =>
                    double.TryParse(one.Value, CultureInfo.InvariantCulture, out var figure)
                        && _written.TryGetValue(figure, out var written) ? written : one.Value);
            var name = cursor.Text[start..].Split('(', 2)[0].Trim();
            if (name == "unknown" && reason.StartsWith("uniform:", StringComparison.Ordinal)) reason = name + reason["uniform".Length..];
            var usages = name == "unknown"
                ? ["`unknown(lo, hi)`"]
                : Laws.Forms.Where(form => form.Name == name).Select(form => $"`{form.Usage}`").ToArray();
            // What says itself what to write in its place is not a matter of how this one is written.
            var (what, instead) = reason.Split("; use ", 2) is [var wrong, var use] ? (wrong, $"use {use}") : (reason, null);
            cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Position,
                $"this distribution does not exist: {what}",
                instead ?? (usages.Length == 0 ? null
                    : $"it is written {string.Join(" or ", usages)}; `supplysim explain {name}` tells more"));
            return null;
        }
    }

    private double[]? WrongArguments(LawForm form, int start)
    {
        // Two values within `unknown` are a uniform law.
        var name = cursor.Text[start..].StartsWith("unknown", StringComparison.Ordinal) ? "unknown" : form.Name;
        var usages = name == "unknown"
            ? "`unknown(lo, hi)` or `unknown(law)`"
            : string.Join(" or ", Laws.Forms.Where(f => f.Name == form.Name).Select(f => $"`{f.Usage}`"));
        cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Position,
            $"`{name}` does not take these arguments",
            $"write {usages}, by position or as `name=value`; thousands are set apart by a space");
        return null;
    }

    private List<Argument>? BadName(int start, string name)
    {
        cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Position, $"`{name}` is not followed by `=`",
            "write `name=value`, such as `mean=6 h`");
        return null;
    }

    private (Distribution, bool)? NotALaw(int start, string name)
    {
        var help = Units.Meant(name) is { } unit ? $"write how many: `1 {unit}`" : Laws.Names.Contains(name)
            ? $"`{name}` needs its arguments in round brackets"
            : $"write {sort.What}, or a distribution such as `uniform(lo, hi)`";
        cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Text.Length, $"`{name}` is not {sort.What}", help);
        return null;
    }

    private (Distribution, bool)? UnknownName(int start, string name)
    {
        if (name == "empirical")
        {
            cursor.Report(DiagnosticCodes.NotYet, start, start + name.Length, "`empirical` cannot be read yet",
                "use a law with parameters");
            return null;
        }
        var similar = Similar.To(name, Laws.Names);
        cursor.Report(DiagnosticCodes.BadDistribution, start, start + name.Length, $"`{name}` is not a distribution",
            similar is null ? $"distributions: {string.Join(", ", Laws.Names)}" : $"a similar one exists: `{similar}`");
        return null;
    }

    private bool Closes()
    {
        if (cursor.TryTake(')')) return true;
        var isRange = Between().IsMatch(cursor.Text[cursor.Position..]);
        cursor.Report(DiagnosticCodes.BadDistribution, cursor.Position, cursor.Text.Length, "a comma or the closing `)` is missing here",
            isRange
                ? $"a comma sets the two apart: "
                    + $"`{cursor.Text[..cursor.Position].TrimEnd()}{Between().Replace(cursor.Text[cursor.Position..], ", ", 1)}`"
                : "write for example `uniform(5 d, 10 d)`");
        return false;
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^\s*(to|and|-|–|;|\.\.+)\s*(?=\d)")]
    private static partial Regex Between();
}
