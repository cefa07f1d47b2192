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
    public static readonly Kind<string> Text = new ValueKind<string>("text", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string text) =>
    {
        text = c.Text.Trim();
        return true;
    }, LongestText);

    /// <summary>An id that is declared by being used, such as a control point or a kind of traffic.</summary>
    public static readonly Kind<string> Id = new ValueKind<string>("an id", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string id) =>
    {
        id = c.Text.Trim();
        if (Ids.IsOne(id)) return true;
        c.Report(DiagnosticCodes.BadId, $"`{id}` is not an id", "an id is lower-case letters, digits and hyphens, beginning with a letter");
        return false;
    });

    /// <summary>Where a figure comes from: one of the file's sources.</summary>
    public static readonly Kind<string> Source = Ref("the name of a source", Referent.Source);

    public static readonly Kind<bool> YesNo = Words("`yes` or `no`", ("yes", true), ("no", false), ("true", true), ("false", false));

    /// <summary>A zone of the tz database that the model carries.</summary>
    public static readonly Kind<string> Zone = new ValueKind<string>("a time zone", (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string zone) =>
    {
        var name = zone = c.Text.Trim();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null) return true;
        c.Report(DiagnosticCodes.UnknownWord, 0, c.Text.Length, $"there is no time zone `{name}`",
            () => Similar.To(name, DateTimeZoneProviders.Tzdb.Ids) is { } similar ? $"a similar one exists: `{similar}`" : "write an IANA name such as `Asia/Baghdad`");
        return false;
    });

    /// <summary>The id of a place.</summary>
    public static readonly Kind<PlaceId> Place = new ValueKind<PlaceId>("the id of a place", (Cursor c, BindingContext context, out PlaceId place) =>
    {
        var isKnown = TryRefer(c, context, [Referent.Place], out var id);
        place = id;
        return isKnown;
    });

    /// <summary>A point on a front's way: the id of a place, or a position.</summary>
    public static readonly Kind<Waypoint> Waypoint = new ValueKind<Waypoint>("the id of a place, or a position", (Cursor c, BindingContext context, out Waypoint waypoint) =>
    {
        waypoint = default;
        if (Numerals.IsNext(c))
        {
            if (!Points.Read(c, out var point)) return false;
            waypoint = point;
            return true;
        }
        var isKnown = TryRefer(c, context, [Referent.Place], out var id);
        waypoint = id;
        return isKnown;
    });

    /// <summary>The id of something that the file declares.</summary>
    public static Kind<string> Ref(string what, params Referent[] to) => new ValueKind<string>(what,
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out string id) => TryRefer(c, context, to, out id));

    /// <summary>One of some words, or the id of something that the file declares.</summary>
    public static Kind<string> WordOrRef(string what, string[] words, Referent to) => new ValueKind<string>(what,
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out string id) =>
        {
            id = c.Text.Trim();
            return words.Contains(id) || TryRefer(c, context, [to], out id);
        });

    /// <summary>Members of an enumeration in kebab-case; all of them where none is named.</summary>
    public static Kind<T> Word<T>(params T[] among)
        where T : struct, Enum
    {
        var words = (among.Length > 0 ? among : Enum.GetValues<T>()).Select(v => (Kebab.Case(v.ToString()), v)).ToArray();
        return Words(string.Join(" | ", words.Select(w => w.Item1)), words);
    }

    /// <summary>One of several words, each with what it means.</summary>
    public static Kind<T> Words<T>(string what, params (string Word, T Meaning)[] words) => new ValueKind<T>(what,
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out T value) =>
        {
            var written = string.Join(' ', c.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var position = Array.FindIndex(words, w => w.Word == written);
            value = position < 0 ? default : words[position].Meaning;
            if (position < 0) ReportUnknownWord(c, written, [.. words.Select(w => w.Word)]);
            return position >= 0;
        });

    private static void ReportUnknownWord(Cursor c, string written, string[] allowed)
    {
        var among = $"allowed: {string.Join(", ", allowed)}";
        c.Report(DiagnosticCodes.UnknownWord, $"`{written}` is not allowed here",
            Similar.To(written, allowed) is { } similar ? $"did you mean `{similar}`? {among}" : among);
    }

    private static bool TryRefer(Cursor c, BindingContext context, Referent[] to, out string id)
    {
        id = c.Text.Trim();
        return context.Declared.Check(id, c, c.Text.Length - c.Text.TrimStart().Length, to);
    }
}
