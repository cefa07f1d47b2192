using System.Text;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>The form of ids: lower-case letters, digits and hyphens, beginning with a letter.</summary>
/// <remarks>So narrow that no two ids look alike, and that one can stand in a file name, a path of keys or a
/// table.</remarks>
internal static class Ids
{
    private const int Longest = 64;

    public static bool IsOne(string text) => text.Length is > 0 and <= Longest && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a key is an id; reported where it is not.</summary>
    public static bool Check(ScalarNode key, DiagnosticBag diagnostics)
    {
        if (IsOne(key.Text)) return true;
        var near = Near(key.Text);
        diagnostics.Add(DiagnosticCodes.BadId, key.Span, $"`{key.Text}` is not an id",
            $"an id is up to {Longest} lower-case letters, digits and hyphens, beginning with a letter"
            + (near is null ? "" : $": write `{near}`; the name shown to people goes under `name`"));
        return false;
    }

    /// <summary>What would be an id and is near to a text that is none; null where there is nothing.</summary>
    public static string? Near(string text)
    {
        var near = new StringBuilder();
        // A letter with a mark on it is a letter and the mark.
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c)) near.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '_' or '-' or '.') near.Append('-');
        return IsOne(near.ToString()) ? near.ToString() : null;
    }
}
