namespace SupplySim.Scenarios.Reading;

/// <summary>Values by key, in the order written; no key stands twice.</summary>
/// <remarks>Finding a key is a walk in a small block and O(1) in a large one.</remarks>
internal sealed class MappingNode(IReadOnlyList<Entry> entries, Span span) : Node(span)
{
    private const int FewEntries = 8;
    private Dictionary<string, int>? _positions;

    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>Whether keys may have been lost to a mistake before them: that one is missing then means
    /// nothing.</summary>
    public bool IsCut { get; init; }

    public override string Shape => "a block of keys";

    public Node? this[string key] => Find(key)?.Value;

    public Entry? Find(string key) => PositionOf(key) is { } position ? Entries[position] : null;

    /// <summary>A copy in which a key has another value and stands where the new one does; the key is added at the end where
    /// it was not there.</summary>
    public MappingNode With(ScalarNode key, Node value)
    {
        var changed = Entries.ToList();
        if (PositionOf(key.Text) is { } position) changed[position] = new(key, value);
        else changed.Add(new(key, value));
        return new(changed, Span) { IsCut = IsCut };
    }

    /// <summary>A copy without a key.</summary>
    public MappingNode Without(string key) => new([.. Entries.Where(e => e.Key.Text != key)], Span) { IsCut = IsCut };

    private int? PositionOf(string key)
    {
        if (Entries.Count > FewEntries) return Positions().TryGetValue(key, out var found) ? found : null;
        for (var i = 0; i < Entries.Count; i++)
            if (Entries[i].Key.Text == key) return i;
        return null;
    }

    private Dictionary<string, int> Positions()
    {
        if (_positions is not null) return _positions;
        _positions = new(Entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < Entries.Count; i++) _positions.Add(Entries[i].Key.Text, i);
        return _positions;
    }
}
