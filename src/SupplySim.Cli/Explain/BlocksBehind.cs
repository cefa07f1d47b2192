using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Cli.Explain;

/// <summary>Which blocks may stand behind a key: alone, by name or by id, in a list, or one of several told
/// apart by what stands in them. Read off the vocabulary, since the page of keys names the sort and not each of them.</summary>
internal static class BlocksBehind
{
    private static readonly Lazy<IReadOnlyList<(IShape In, string Key, IReadOnlyList<Form.Case> Cases)>> Table = new(Read);

    /// <summary>Those behind a key of the page; none where no block may stand there.</summary>
    public static IReadOnlyList<Form.Case> Of(KeyText key) =>
        Table.Value.FirstOrDefault(one => one.Key == key.Name && one.In.What.Equals(key.Block, StringComparison.OrdinalIgnoreCase)).Cases
            ?? [];

    /// <summary>A key behind which such a block stands; null where there is none.</summary>
    public static string? Owner(string title) => Table.Value.FirstOrDefault(one => one.Cases.Any(next => IsCalled(next.Shape, title))).Key;

    /// <summary>The key that tells it of others of its sort by being there, as <c>close</c> tells a
    /// closure; null where none does.</summary>
    public static string? Telling(string title) =>
        Table.Value.SelectMany(one => one.Cases)
            .FirstOrDefault(next => next is { Key.Length: > 0, Word: null } && IsCalled(next.Shape, title))?.Key;

    private static bool IsCalled(IShape shape, string title) => shape.What.Equals(title, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<(IShape, string, IReadOnlyList<Form.Case>)> Read()
    {
        var (table, seen, next) = (new List<(IShape, string, IReadOnlyList<Form.Case>)>(), new HashSet<string>(),
            new Queue<IShape>([ScenarioShape.Scenario]));
        while (next.TryDequeue(out var shape))
            foreach (var key in seen.Add(shape.What) ? shape.All : [])
            {
                var cases = Cases(key.Kind.Form).DistinctBy(one => one.Shape.What).ToArray();
                if (cases.Length > 0) table.Add((shape, key.Name, cases));
                foreach (var one in cases) next.Enqueue(one.Shape);
            }
        return table;
    }

    private static IEnumerable<Form.Case> Cases(Form form) => form switch
    {
        Form.Block block => [new("", null, block.Shape)],
        Form.OneOf several => several.Cases,
        Form.Section section => Cases(section.Each),
        Form.ByName named => Cases(named.Each),
        Form.List list => Cases(list.Each),
        Form.Either either => either.Forms.SelectMany(Cases),
        _ => [],
    };
}
