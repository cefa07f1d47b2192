using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>The keys of routes: <c>a - b</c>, or <c>a - b (name)</c> beside another one between the same
/// places.</summary>
internal static class RouteKeys
{
    private const string Between = " - ";

    /// <summary>The ends and the name in a key; empty ends where the key is none.</summary>
    public static (string From, string To, string? Name) Split(string key)
    {
        var ends = key.Split(Between);
        if (ends.Length != 2) return ("", "", null);
        var (to, name) = (ends[1], (string?)null);
        if (to.EndsWith(')') && to.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket)
            (to, name) = (to[..bracket], to[(bracket + 2)..^1]);
        return Ids.IsOne(ends[0]) && Ids.IsOne(to) && (name is null || Ids.IsOne(name))
            ? (ends[0], to, name)
            : ("", "", null);
    }

    /// <summary>The key of the same route from the other end; null where a key is none.</summary>
    public static string? Reversed(string key) =>
        Split(key) is var (from, to, name) && from.Length > 0 ? $"{to}{Between}{from}{(name is null ? "" : $" ({name})")}" : null;

    /// <summary>The key of a route whose ends are written in it; null where they are not.</summary>
    public static string? Meant(MappingNode route) =>
        route["from"] is ScalarNode { Text: var from } && route["to"] is ScalarNode { Text: var to } ? $"{from}{Between}{to}" : null;

    // Set apart by something else: an arrow, a word, a hyphen without spaces, which may stand within an id too.
    private static string? EndsIn(string key, Declared declared)
    {
        foreach (var sign in (string[])["->", "<->", "→", "↔", "–", "—", " to ", "/", ">", ",", "-"])
            for (var at = key.IndexOf(sign, StringComparison.Ordinal); at > 0; at = key.IndexOf(sign, at + 1, StringComparison.Ordinal))
                if ((key[..at].Trim(), key[(at + sign.Length)..].Trim()) is var (from, to) && declared.Has(Referent.Place, from)
                    && declared.Has(Referent.Place, to)) return $"{from}{Between}{to}";
        return null;
    }

    /// <summary>Whether a key names a route between two places of the file; reported where it does not.</summary>
    public static bool Check(ScalarNode key, BindingContext context)
    {
        var (from, to, _) = Split(key.Text);
        // Of ends that are no ids, those that are places are told where these stand.
        if (from.Length == 0 && key.Text.Split(Between) is [var one, var other] && other.Split(" (")[0] is var end
            && Ids.Near(one) is not null && Ids.Near(end) is not null
            && !(Ids.IsOne(one) && Ids.IsOne(end)))
        {
            var named = new Cursor(key.Text, key, context.Diagnostics);
            _ = context.Declared.Check(one, named, 0, Referent.Place)
                & context.Declared.Check(end, named, one.Length + Between.Length, Referent.Place);
            return false;
        }
        if (from.Length == 0)
        {
            context.Diagnostics.Add(DiagnosticCodes.BadId, key.Span, $"`{key.Text}` does not name a route",
                EndsIn(key.Text, context.Declared) is { } ends ? $"write `{ends}`" :
                "write its two ends, `from - to`, with spaces around the hyphen, or `from - to (name)` for a second one");
            return false;
        }
        var cursor = new Cursor(key.Text, key, context.Diagnostics);
        return context.Declared.Check(from, cursor, 0, Referent.Place)
            & context.Declared.Check(to, cursor, from.Length + Between.Length, Referent.Place);
    }
}
