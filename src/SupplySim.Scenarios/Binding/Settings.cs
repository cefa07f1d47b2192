using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Binding;

/// <summary>Applies settings to a tree; the result is bound like any other file, so a setting can do what the file can,
/// no more.</summary>
internal static class Settings
{
    internal const string Off = "off";

    // What may be left out altogether and still be set from outside.
    private static readonly string[] Plans = ["experiment", "experiment.rank", "experiment.stop-when"];

    /// <summary>The tree with all settings applied, one after the other; those that cannot be are reported and left
    /// out.</summary>
    public static MappingNode Apply(MappingNode root, IEnumerable<Setting> settings, DiagnosticBag diagnostics)
    {
        foreach (var setting in settings) root = Apply(root, setting, diagnostics);
        return root;
    }

    private static MappingNode Apply(MappingNode root, Setting setting, DiagnosticBag diagnostics)
    {
        var name = setting.Key.Text;
        if ((root["parameters"] as MappingNode)?[name] is MappingNode) return SetParameter(root, setting, diagnostics);
        if (KeyPath.Split(name) is not { } path)
        {
            diagnostics.Add(DiagnosticCodes.UnknownPath, setting.Key.Span, $"`{name}` is not a path of keys",
                "write `section.id.key`, or `routes[a - b].key`");
            return root;
        }
        if (path.Count == 1 && ScenarioShape.Scenario.All.All(k => k.Name != name))
        {
            diagnostics.Add(DiagnosticCodes.UnknownPath, setting.Key.Span, $"there is no parameter `{name}`",
                () => SuggestParameter(root, name));
            return root;
        }
        return Put(root, path, 0, setting, diagnostics) as MappingNode ?? root;
    }

    private static MappingNode SetParameter(MappingNode root, Setting setting, DiagnosticBag diagnostics)
    {
        var path = new List<(string, int)> { ("parameters", 0), (setting.Key.Text, 0), ("value", 0) };
        return (MappingNode)Put(root, path, 0, setting, diagnostics)!;
    }

    /// <summary>The block with the value put in at the rest of the path. Null where the path leads nowhere:
    /// reported.</summary>
    private static Node? Put(Node node, List<(string Key, int Start)> path, int depth, Setting setting,
        DiagnosticBag diagnostics)
    {
        var (key, start) = path[depth];
        var isLast = depth + 1 == path.Count;
        if (node is SequenceNode list) return PutItem(list, path, depth, setting, diagnostics);
        if (node is not MappingNode block)
            return LeadsNowhere(setting, start, key, $"`{key}` leads nowhere: before it stands {node.Shape}", [],
                diagnostics);
        // What is not of the form of an id is told where it stands.
        var entry = block.Find(key)
            ?? block.Entries.Select(e => (Entry?)e).FirstOrDefault(e => !Ids.IsOne(e!.Value.Key.Text) && Ids.Near(e.Value.Key.Text) == key);
        var takesAway = isLast && setting.Value is ScalarNode { Text: Off };
        if (takesAway && entry is not null) return block.Without(key);
        if (isLast && !takesAway)
            return block.With(new(key, PartOf(setting, start, key), isPlain: true), setting.Value);
        if (entry is null
            && (Plans.Contains(string.Join('.', path.Take(depth + 1).Select(step => step.Key))) || (depth == 0 && IsSection(key))))
        {
            var name = new ScalarNode(key, PartOf(setting, start, key), isPlain: true);
            return Put(new MappingNode([], name.Span), path, depth + 1, setting, diagnostics) is { } begun ? block.With(name, begun) : null;
        }
        if (entry is null && IsBlockOf(path, depth))
        {
            diagnostics.Add(DiagnosticCodes.UnknownPath, PartOf(setting, start, key),
                $"there is no `{key}` in the file, of which a key could be set", () => Whole(setting, path, depth));
            return null;
        }
        if (entry is null)
            return LeadsNowhere(setting, start, key, $"there is no `{key}`",
                block.Entries.Select(e => e.Key.Text).Concat(depth == 1 ? KeysOf(path[0].Key) : []),
                diagnostics, depth == 0 ? PathOf(block, key) : null);
        var inner = entry.Value.Value is ScalarNode { IsEmpty: true } empty
            ? new MappingNode([], empty.Span)
            : entry.Value.Value;
        return Put(inner, path, depth + 1, setting, diagnostics) is { } changed
            ? block.With(entry.Value.Key, changed)
            : null;
    }

    // One that the file does not have is begun by the first thing that is put into it.
    private static bool IsSection(string key) => ScenarioShape.Scenario.All.Any(one => one.Name == key);

    // Whether the language has such a key in a block without an id, such as `dispatch` in `policies`.
    private static bool IsBlockOf(List<(string Key, int Start)> path, int depth) => depth == 1 && KeysOf(path[0].Key).Contains(path[1].Key);

    private static IEnumerable<string> KeysOf(string section) =>
        (ScenarioShape.Scenario.All.FirstOrDefault(one => one.Name == section)?.Kind as IBlockKind)?.Keys.Select(key => key.Name) ?? [];

    /// <summary>How to set the whole block in place of a key of one that is not there. Of a rule with its
    /// word alone: what else it needs is told of that.</summary>
    private static string Whole(Setting setting, List<(string Key, int Start)> path, int depth)
    {
        var whole = string.Join('.', path.Take(depth + 1).Select(step => step.Key));
        var block = setting.Value is ScalarNode value && value.Text != Off ? value.Text : "...";
        foreach (var (key, _) in path.Skip(depth + 1).Reverse()) block = $"{{{key}: {block}}}";
        return $"set the whole block: `{whole}: {block}` in the file, `{whole}={block}` on the command line, with what else it needs";
    }

    private static Node? PutItem(SequenceNode list, List<(string Key, int Start)> path, int depth, Setting setting,
        DiagnosticBag diagnostics)
    {
        var (key, start) = path[depth];
        if (KeyPath.PositionIn(list, key) is not { } index)
            return LeadsNowhere(setting, start, key,
                $"`{key}` is not the position of an item: there are {list.Items.Count}, counted from 0", [],
                diagnostics);
        var item = depth + 1 == path.Count
            ? setting.Value
            : Put(list.Items[index], path, depth + 1, setting, diagnostics);
        if (item is null) return null;
        Node[] items = [.. list.Items];
        items[index] = item;
        return new SequenceNode(items, list.Span);
    }

    private static Node? LeadsNowhere(Setting setting, int start, string key, string message, IEnumerable<string> known,
        DiagnosticBag diagnostics, string? path = null)
    {
        diagnostics.Add(DiagnosticCodes.UnknownPath, PartOf(setting, start, key), message,
            () => Similar.To(key, known) is { } similar ? $"a similar one exists: `{similar}`"
                : path is not null ? $"write `{path}{setting.Key.Text[key.Length..]}`" : null);
        return null;
    }

    /// <summary>The path of the block with this id, or one like it, in whichever section; null where there is none.</summary>
    private static string? PathOf(MappingNode root, string id)
    {
        var blocks = root.Entries.SelectMany(section =>
            (section.Value as MappingNode)?.Entries.Select(entry => (Section: section.Key.Text, Id: entry.Key.Text)) ?? []).ToList();
        return Similar.To(id, blocks.Select(block => block.Id)) is { } nearest
            ? $"{blocks.First(block => block.Id == nearest).Section}.{nearest}"
            : null;
    }

    private static Span PartOf(Setting setting, int start, string key) => setting.Key.Part(start, key.Length);

    private static string SuggestParameter(MappingNode root, string name)
    {
        var parameters = (root["parameters"] as MappingNode)?.Entries.Select(e => e.Key.Text).ToList() ?? [];
        if (Similar.To(name, parameters) is { } similar) return $"a similar one exists: `{similar}`";
        // The id of something that stands elsewhere, as its name says it all.
        if (root.Entries.FirstOrDefault(section =>
            section.Value is MappingNode blocks && blocks[name] is MappingNode) is { Value: not null } home)
            return home.Key.Text == "disruptions"
                ? $"its path is `disruptions.{name}`; set to `off` it is left out"
                : $"write a key of it, such as "
                    + $"`{home.Key.Text}.{name}.{((MappingNode)((MappingNode)home.Value)[name]!).Entries.Select(e => e.Key.Text).FirstOrDefault(key => key is "count" or "people" or "lanes" or "length" or "up-to" or "stock") ?? "key"}`";
        return parameters.Count == 0
            ? "the file has no parameters; write a path such as `places.id.key`"
            : $"parameters: {string.Join(", ", parameters)}; or write a path such as `places.id.key`";
    }
}
