using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Cli.Explain;

/// <summary>On which lines of a scenario file a word stands as a key of the language: not as an id, as a parameter that an alternative
/// sets, or as the name of a commodity. Read off the vocabulary, from the root down.</summary>
internal static class KeyPlaces
{
    private const string Table = "table";

    private static readonly Dictionary<string, HashSet<(string Key, int Line)>> Read = new(StringComparer.Ordinal);

    /// <summary>Whether a key stands on a line, counted from 0, of one of the texts that the tool carries.</summary>
    public static bool Has(string file, string key, int line)
    {
        if (!Read.TryGetValue(file, out var places)) Read[file] = places = Of(file);
        return places.Contains((key, line));
    }

    private static HashSet<(string, int)> Of(string file)
    {
        var places = new HashSet<(string, int)>();
        var read = SourceReader.Read(new SourceText(file, string.Join('\n', Pages.Lines(file))), new DiagnosticBag());
        if (read is { } whole) Walk(whole.Root, new Form.Block(ScenarioShape.Scenario), places);
        return places;
    }

    private static void Walk(Node node, Form form, HashSet<(string, int)> places)
    {
        switch (form, node)
        {
            case (Form.Block block, MappingNode keys): Walk(keys, block.Shape, places); break;
            case (Form.OneOf several, MappingNode keys):
                if (several.Cases.FirstOrDefault(one => IsOf(keys, one)) is { } found) Walk(keys, found.Shape, places);
                break;
            case (Form.Section section, MappingNode ids):
                // What brings in other files belongs to no block.
                if (ids.Find(Table) is { } table) places.Add((Table, table.Key.Span.Place.Line - 1));
                foreach (var entry in ids.Entries) Walk(entry.Value, section.Each, places);
                break;
            case (Form.ByName named, MappingNode names):
                foreach (var entry in names.Entries) Walk(entry.Value, named.Each, places);
                break;
            case (Form.List list, SequenceNode items):
                foreach (var item in items.Items) Walk(item, list.Each, places);
                break;
            case (Form.Either either, _):
                foreach (var one in either.Forms) Walk(node, one, places);
                break;
        }
    }

    private static void Walk(MappingNode block, IShape shape, HashSet<(string, int)> places)
    {
        foreach (var (written, value) in block.Entries)
            if (shape.All.FirstOrDefault(key => key.Name == written.Text) is { } key)
            {
                places.Add((key.Name, written.Span.Place.Line - 1));
                Walk(value, key.Kind.Form, places);
            }
    }

    private static bool IsOf(MappingNode block, Form.Case one) =>
        one.Word is null ? block[one.Key] is not null : block[one.Key] is ScalarNode { Text: var word } && word == one.Word;
}
