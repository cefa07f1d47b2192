using System.Collections.Immutable;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>The section of routes, each under its two ends: <c>a - b</c>, or <c>a - b (name)</c> beside another one.</summary>
internal static class RouteKeys
{
    private const string Example = "write `from - to`, with spaces around the hyphen, or `from - to (name)`";

    /// <summary>A route with the ends and the name of its key, its length still to be read.</summary>
    public static Route Of(string key, Route route)
    {
        var (from, to, name) = Split(key) ?? ("", "", null);
        return route with { From = from, To = to, Name = name };
    }

    /// <summary>Whether a key names a route between two places; reported where it does not.</summary>
    public static bool Check(ScalarNode key, BindingContext context)
    {
        if (Split(key.Text) is not { } ends)
        {
            context.Diagnostics.Add(DiagnosticCodes.BadId, key.Span, $"`{key.Text}` does not name a route", Example);
            return false;
        }
        var cursor = new Cursor(key.Text, key, context.Diagnostics);
        return context.Declared.Check(ends.From, cursor, 0, Referent.Place)
            & context.Declared.Check(ends.To, cursor, key.Text.IndexOf(" - ", StringComparison.Ordinal) + 3, Referent.Place);
    }

    private static (string From, string To, string? Name)? Split(string key)
    {
        var ends = key.Split(" - ");
        if (ends.Length != 2) return null;
        var (to, name) = (ends[1], (string?)null);
        if (to.EndsWith(')') && to.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket)
            (to, name) = (to[..bracket], to[(bracket + 2)..^1]);
        return Ids.IsOne(ends[0]) && Ids.IsOne(to) && (name is null || Ids.IsOne(name)) ? (ends[0], to, name) : null;
    }
}
