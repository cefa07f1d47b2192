using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>The kinds of single values. Here: text, words, ids and what refers to an id.</summary>
internal static partial class Kinds
{
    private const int LongestText = 100_000;

    /// <summary>Running text.</summary>
    public static readonly ValueKind<string> Text =
        new("text", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string text) =>
    {
        text = c.Text.Trim();
        return true;
    }, LongestText);

    /// <summary>An id that is declared by being used, such as a control point or a kind of traffic.</summary>
    public static readonly ValueKind<string> Id =
        new("an id", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string id) =>
    {
        id = c.Text.Trim();
        return IsId(c, id);
    });

    /// <summary>Whether a text is an id; reported where it is not.</summary>
    public static bool IsId(Cursor c, string id)
    {
        if (Ids.IsOne(id)) return true;
        c.Report(DiagnosticCodes.BadId, $"`{id}` is not an id",
            "an id is lower-case letters, digits and hyphens, beginning with a letter");
        return false;
    }

    /// <summary>Where a figure comes from: one of the file's sources.</summary>
    public static readonly ValueKind<string> Source = Ref("the name of a source", Referent.Source);

    public static readonly ValueKind<bool> YesNo =
        Words("`yes` or `no`", ("yes", true), ("no", false), ("true", true), ("false", false));

    // CAT is not CET.
    private const int LongestAbbreviation = 5;

    /// <summary>A zone of the tz database that the model carries.</summary>
    public static readonly ValueKind<string> Zone =
        new("a time zone", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string zone) =>
    {
        var name = zone = c.Text.Trim();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null) return true;
        c.Report(DiagnosticCodes.UnknownWord, 0, c.Text.Length, $"there is no time zone `{name}`",
            () => name.Length > LongestAbbreviation && Similar.To(name, DateTimeZoneProviders.Tzdb.Ids) is { } similar
                ? $"a similar one exists: `{similar}`"
                : "write the IANA name of a place in it, such as `Asia/Baghdad` or `Africa/Maputo`; a few letters may stand for "
                    + "several zones");
        return false;
    });

    /// <summary>The id of a place.</summary>
    public static readonly ValueKind<PlaceId> Place =
        new("the id of a place", (Cursor c, BindingContext context, out PlaceId place) =>
    {
        place = Refer(c, context, Referent.Place);
        return true;
    });

    /// <summary>A point on a front's way: the id of a place, or a position.</summary>
    public static readonly ValueKind<Waypoint> Waypoint =
        new("the id of a place, or a position", (Cursor c, BindingContext context, out Waypoint waypoint) =>
    {
        waypoint = default;
        if (Numerals.IsNext(c))
        {
            if (!Points.Read(c, out var point)) return false;
            waypoint = point;
            return true;
        }
        waypoint = Refer(c, context, Referent.Place);
        return true;
    });

    /// <summary>The id of something that the file declares. One that it does not is kept as written: the model knows
    /// what to make of it.</summary>
    public static ValueKind<string> Ref(string what, params Referent[] to) => new(what,
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out string id) =>
        {
            id = Refer(c, context, to);
            return true;
        });

    /// <summary>One of some words, or the id of something that the file declares.</summary>
    public static ValueKind<string> WordOrRef(string what, string[] words, Referent to) => new(what,
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out string id) =>
        {
            var word = c.Text.Trim();
            id = word;
            if (!words.Contains(word)) context.Declared.Check(word, c, c.Text.Length - c.Text.TrimStart().Length, words, to);
            return true;
        });

    /// <summary>Members of an enumeration in kebab-case; all of them where none is named.</summary>
    public static ValueKind<T> Word<T>(params T[] among)
        where T : struct, Enum
    {
        var words = (among.Length > 0 ? among : Enum.GetValues<T>()).Select(v => (Kebab.Case(v.ToString()), v))
            .ToArray();
        return Words(string.Join(" | ", words.Select(w => w.Item1)), words);
    }

    /// <summary>One of several words, each with what it means.</summary>
    public static ValueKind<T> Words<T>(string what, params (string Word, T Meaning)[] words) => new(what,
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out T value) =>
        {
            var written = string.Join(' ', c.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var position = Array.FindIndex(words, w => w.Word == written);
            value = position < 0 ? default : words[position].Meaning;
            if (position < 0) ReportUnknownWord(c, written, [.. words.Select(w => w.Word)]);
            return position >= 0;
        }) { Words = [.. words.Select(w => w.Word)] };

    private static void ReportUnknownWord(Cursor c, string written, string[] allowed)
    {
        var among = $"allowed: {string.Join(", ", allowed)}";
        c.Report(DiagnosticCodes.UnknownWord, $"`{written}` is not allowed here",
            (Similar.To(written, allowed) ?? OtherWords.Meant(written, allowed)) is { } similar
                ? $"did you mean `{similar}`? {among}"
                : OtherWords.NotYet(written, allowed) is { } instead ? $"{instead}; {among}" : among);
    }

    private static string Refer(Cursor c, BindingContext context, params ReadOnlySpan<Referent> to)
    {
        var id = c.Text.Trim();
        context.Declared.Check(id, c, c.Text.Length - c.Text.TrimStart().Length, to);
        return id;
    }
}
