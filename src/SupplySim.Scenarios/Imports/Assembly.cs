using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Imports;

/// <summary>Puts a scenario together that stands in several files: <c>include</c> and <c>table</c> are replaced by what the files
/// hold, before anything is bound.</summary>
/// <remarks>
/// <para>So a setting, an alternative or a reference need not know where something stands, and every mistake is shown in the file
/// that holds it. What is included comes first, in the order named; blocks are joined key by key, lists one behind the
/// other. Whatever would stand twice is a mistake.</para>
/// <para>O(size of all files).</para>
/// </remarks>
internal sealed class Assembly(ScenarioFolder folder, DiagnosticBag diagnostics)
{
    private const string IncludeKey = "include";
    private const string TableKey = "table";
    private const string VersionKey = "supplysim";

    private readonly List<MappingNode> _parts = [];
    private int _nodes;
    private int _rowsLeft = Limits.Rows;
    private int _cellsLeft = Limits.Cells;

    /// <summary>The whole tree, and how many values it holds. What cannot be put in is reported and left out.</summary>
    public (MappingNode Root, int Nodes) Put(MappingNode root, int nodes)
    {
        _nodes = nodes;
        Include(root, 0);
        var whole = _parts.Count == 1 ? _parts[0] : Join(root);
        var entries = whole.Entries.ToList();
        for (var i = 0; i < entries.Count; i++)
            if (IsSection(entries[i].Key.Text) && entries[i].Value is MappingNode section && section[TableKey] is { } named
                && named is not MappingNode)
                entries[i] = new(entries[i].Key, WithTables(entries[i].Key.Text, section, named));
        return (new MappingNode(entries, whole.Span) { IsCut = whole.IsCut }, _nodes + Limits.Cells - _cellsLeft);
    }

    private static bool IsSection(string key) =>
        ScenarioShape.Scenario.All.FirstOrDefault(k => k.Name == key) is { Kind: ISectionKind };

    /// <summary>Adds the parts that a file includes, then the file.</summary>
    private void Include(MappingNode part, int depth)
    {
        if (part.Find(IncludeKey) is not { } include)
        {
            _parts.Add(part);
            return;
        }
        if (depth == Limits.IncludeDepth)
            diagnostics.Add(DiagnosticCodes.TooManyRows, include.Key.Span,
                $"more than {Limits.IncludeDepth} files, one included by the other");
        else
            foreach (var name in Names(include.Value))
                if (folder.Include(name) is { } text && SourceReader.Read(text, diagnostics) is { } read && IsWithinLimit(read.Nodes, name))
                    Include(read.Root, depth + 1);
                else
                    folder.HasFailed = true;
        _parts.Add(part.Without(IncludeKey));
    }

    private bool IsWithinLimit(int more, Node name)
    {
        if ((_nodes += more) <= Limits.Nodes) return true;
        diagnostics.Add(DiagnosticCodes.TooManyNodes, name.Span, $"with this file the scenario holds more than {Limits.Nodes} values",
            "put long sections into tables");
        return false;
    }

    private static IReadOnlyList<Node> Names(Node node) => node is SequenceNode list ? list.Items : [node];

    private MappingNode Join(MappingNode root)
    {
        var (order, values) = (new List<ScalarNode>(), new Dictionary<string, List<Entry>>(StringComparer.Ordinal));
        foreach (var entry in _parts.SelectMany(part => part.Entries))
        {
            if (!values.TryGetValue(entry.Key.Text, out var same))
            {
                values.Add(entry.Key.Text, same = []);
                order.Add(entry.Key);
            }
            same.Add(entry);
        }
        return new([.. order.Select(key => Join(values[key.Text]))], root.Span) { IsCut = _parts.Exists(part => part.IsCut) };
    }

    /// <summary>What several files say under the same key.</summary>
    private Entry Join(List<Entry> same)
    {
        var last = same[^1];
        if (same.Count == 1) return last;
        if (same.TrueForAll(e => e.Value is MappingNode))
            return new(last.Key, new MappingNode(WithoutDuplicates(same.SelectMany(e => ((MappingNode)e.Value).Entries)), last.Value.Span));
        if (same.TrueForAll(e => e.Value is SequenceNode))
            return new(last.Key, new SequenceNode([.. same.SelectMany(e => ((SequenceNode)e.Value).Items)], last.Value.Span));
        var isVersion = last.Key.Text == VersionKey;
        foreach (var other in same.SkipLast(1))
            if (!isVersion || (other.Value as ScalarNode)?.Text != (last.Value as ScalarNode)?.Text) ReportTwice(last.Key, other.Key);
        return last;
    }

    private Node WithTables(string sectionKey, MappingNode section, Node named)
    {
        var entries = section.Entries.Where(e => e.Key.Text != TableKey).ToList();
        var naming = sectionKey == "routes" ? Table.RouteNaming : Table.PlainNaming;
        foreach (var name in Names(named))
            folder.HasFailed |= folder.Table(name) is not { } text
                || !new Table(naming, diagnostics).Append(text, entries, ref _rowsLeft, ref _cellsLeft);
        return new MappingNode(WithoutDuplicates(entries), section.Span) { IsCut = section.IsCut };
    }

    private List<Entry> WithoutDuplicates(IEnumerable<Entry> entries)
    {
        var (first, kept) = (new Dictionary<string, ScalarNode>(StringComparer.Ordinal), new List<Entry>());
        foreach (var entry in entries)
            if (first.TryAdd(entry.Key.Text, entry.Key)) kept.Add(entry);
            else ReportTwice(entry.Key, first[entry.Key.Text]);
        return kept;
    }

    private void ReportTwice(ScalarNode key, ScalarNode first)
    {
        var at = first.Span.Place;
        diagnostics.Add(DiagnosticCodes.DuplicateKey, key.Span, $"`{key.Text}` stands twice in this scenario", "keep one of the two",
            $"the first is at {at.File}:{at.Line}");
    }
}
