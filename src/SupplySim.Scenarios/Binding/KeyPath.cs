using System.Globalization;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Binding;

/// <summary>A path of keys: <c>places.fishkhabour.lanes</c>, <c>routes[a - b].length</c>,
/// <c>goals[0].that</c>.</summary>
/// <remarks>Keys are joined by dots; one that holds a dot, a space or a bracket of its own stands in square brackets,
/// as does the position of an item of a list, counted from 0.</remarks>
internal static class KeyPath
{
    /// <summary>The keys of a path, with where each begins; null where the text is no path.</summary>
    public static List<(string Key, int Start)>? Split(string path)
    {
        var keys = new List<(string, int)>();
        for (var i = 0; i < path.Length;)
        {
            var isBracket = path[i] == '[';
            if (!isBracket && keys.Count > 0)
            {
                if (path[i] != '.') return null;
                i++;
            }
            var start = isBracket ? i + 1 : i;
            var end = isBracket ? path.IndexOf(']', start) : path.IndexOfAny(['.', '['], start);
            if (!isBracket && end < 0) end = path.Length;
            if (end <= start) return null;
            keys.Add((path[start..end], start));
            i = isBracket ? end + 1 : end;
        }
        return keys.Count > 0 ? keys : null;
    }

    /// <summary>Where a path leads in a tree.</summary>
    /// <returns>What to show: the value where it is a single one, else the last key that exists. And the whole of it:
    /// that key and its value.</returns>
    public static (Span Shown, Span Whole) Locate(MappingNode root, string path)
    {
        Node node = root;
        var shown = root.Entries.Count > 0 ? root.Entries[0].Key.Span : root.Span;
        var whole = shown;
        foreach (var (key, _) in Split(path) ?? [])
        {
            switch (node)
            {
                case MappingNode block when block.Find(key) is { } entry:
                    (node, shown) = (entry.Value, entry.Key.Span);
                    whole = Around(entry.Key.Span, entry.Value.Span);
                    break;
                case MappingNode settings when SettingFor(settings, key) is { } setting:
                    return (setting.Value is ScalarNode { IsEmpty: false } ? setting.Value.Span : setting.Key.Span,
                        Around(setting.Key.Span, setting.Value.Span));
                case SequenceNode list when PositionIn(list, key) is { } position:
                    node = list.Items[position];
                    shown = whole = node.Span;
                    break;
                default:
                    return (shown, whole);
            }
        }
        return (node is ScalarNode { IsEmpty: false } ? node.Span : shown, whole);
    }

    /// <summary>Among settings, whose keys are paths, the one by which a path was set: as a whole, in part,
    /// or with more around it.</summary>
    private static Entry? SettingFor(MappingNode settings, string path) =>
        !path.Contains('.', StringComparison.Ordinal) ? null : settings.Entries
            .Where(entry => Split(entry.Key.Text) is { } keys && string.Join('.', keys.Select(one => one.Key)) is var set
                && (set == path || set.StartsWith(path + '.', StringComparison.Ordinal)
                    || path.StartsWith(set + '.', StringComparison.Ordinal)))
            .Select(entry => (Entry?)entry).FirstOrDefault();

    /// <summary>The position of an item that a key names, counted from 0; null where it names none.</summary>
    public static int? PositionIn(SequenceNode list, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
        && position < list.Items.Count
            ? position
            : null;

    /// <summary>A key and its value; where a setting from elsewhere has put the value, the value alone.</summary>
    public static Span Around(Span key, Span value) =>
        ReferenceEquals(key.Source, value.Source) && key.End <= value.Start ? key with { End = value.End } : value;
}
