using System.Globalization;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Variation;

/// <summary>One value of a tree, and how the tree would be with another in its place.</summary>
/// <param name="Path">Where it stands, as a setting would name it.</param>
/// <param name="Key">The last key of the path; that of the list for an item.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Instead">The tree with something else there, or with nothing.</param>
internal sealed record Leaf(string Path, string Key, ScalarNode Value, Func<Node?, MappingNode> Instead)
{
    /// <summary>What is asked of a scenario and what is told about it, rather than what it says.</summary>
    private static readonly string[] Questions = ["supplysim", "title", "summary", "status", "sources", "measures", "goals", "observed"];
    private static readonly string[] Remarks = ["source", "name", "kind"];
    private static readonly string[] Bounds = ["from", "to"];

    /// <summary>All values that a scenario might depend on, in their order: no titles, names, kinds, sources, measures, goals or bounds of
    /// parameters, and of the experiment what its alternatives set.</summary>
    public static IEnumerable<Leaf> Of(MappingNode root)
    {
        foreach (var entry in root.Entries)
        {
            if (Questions.Contains(entry.Key.Text)) continue;
            if (entry.Key.Text != "experiment")
                foreach (var leaf in Under(entry, entry.Key.Text, value => Put(root, entry.Key, value))) yield return leaf;
            else if (entry.Value is MappingNode experiment && experiment.Find("compare") is { } compare)
                foreach (var leaf in Under(compare, "experiment.compare",
                    value => Put(root, entry.Key, Put(experiment, compare.Key, value)))) yield return leaf;
        }
    }

    private static IEnumerable<Leaf> Under(Entry entry, string path, Func<Node?, MappingNode> instead)
    {
        if (Remarks.Contains(entry.Key.Text)
            || (path.StartsWith("parameters.", StringComparison.Ordinal) && Bounds.Contains(entry.Key.Text))) return [];
        return entry.Value switch
        {
            MappingNode block =>
                block.Entries.SelectMany(inner => Under(inner, Join(path, inner.Key.Text), value => instead(Put(block, inner.Key, value)))),
            SequenceNode list => list.Items.SelectMany((item, index) => Under(
                new Entry(entry.Key, item), string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"),
                value => instead(Put(list, index, value)))),
            ScalarNode { IsEmpty: false } value => [new Leaf(path, entry.Key.Text, value, instead)],
            _ => [],
        };
    }

    private static MappingNode Put(MappingNode block, ScalarNode key, Node? value) =>
        value is null ? block.Without(key.Text) : block.With(key, value);

    private static SequenceNode Put(SequenceNode list, int index, Node? value)
    {
        var items = list.Items.ToList();
        if (value is null) items.RemoveAt(index);
        else items[index] = value;
        return new SequenceNode(items, list.Span);
    }

    private static string Join(string path, string key) => key.AsSpan().IndexOfAny(". []") < 0 ? $"{path}.{key}" : $"{path}[{key}]";
}
