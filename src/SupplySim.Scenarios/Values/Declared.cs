using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Values;

/// <summary>What a value can refer to by id.</summary>
internal enum Referent
{
    Place,
    Route,
    Party,
    Commodity,
    Fleet,
    Measure,
    Source,
    Parameter,
    Alternative,
}

/// <summary>The ids that a file declares, with the text of the one key that others need to know about each.</summary>
/// <remarks>Taken from the tree before anything is bound, so that a mistake in a place does not make every reference to
/// it one as well.</remarks>
internal sealed class Declared
{
    private static readonly (Referent Referent, string[] Path, string? Detail)[] Sections =
    [
        (Referent.Place, ["places"], "kind"),
        (Referent.Route, ["routes"], null),
        (Referent.Party, ["parties"], null),
        (Referent.Commodity, ["commodities"], "unit"),
        (Referent.Fleet, ["fleets"], null),
        (Referent.Measure, ["measures"], "is"),
        (Referent.Source, ["sources"], null),
        (Referent.Parameter, ["parameters"], null),
        (Referent.Alternative, ["experiment", "compare"], null),
    ];

    private readonly Dictionary<Referent, Dictionary<string, string?>> _ids = [];
    private readonly HashSet<Referent> _unread = []; // written as a list, which is told where it stands
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase); // places, by the names shown to people

    public Declared(MappingNode root)
    {
        foreach (var (referent, path, detail) in Sections)
        {
            Node? section = root;
            foreach (var key in path) section = (section as MappingNode)?[key];
            if (section is SequenceNode) _unread.Add(referent);
            var entries = (section as MappingNode)?.Entries ?? [];
            var ids = _ids[referent] = entries.ToDictionary(e => e.Key.Text, e => DetailOf(e.Value, detail), StringComparer.Ordinal);
            // What is not of the form of an id is told where it stands; whoever names it as it should be written names it.
            foreach (var (key, value) in entries)
                if (referent != Referent.Route && !Ids.IsOne(key.Text) && Ids.Near(key.Text) is { } near)
                    ids.TryAdd(near, DetailOf(value, detail));
        }
        // One that stands a level too far out is told where it stands.
        foreach (var (key, value) in root.Entries)
            if (DetailOf(value, "kind") is { } kind) _ids[Referent.Place].TryAdd(key.Text, kind);
        foreach (var (key, value) in (root["places"] as MappingNode)?.Entries ?? [])
            if (DetailOf(value, "name") is { } name) _named.TryAdd(name, key.Text);
    }

    public bool Has(Referent referent, string id) => _ids[referent].ContainsKey(id);

    /// <summary>The first that is declared; null where none is.</summary>
    public string? First(Referent referent) => _ids[referent].Keys.FirstOrDefault();

    /// <summary>The detail of what is declared: the kind of a place, the unit of a commodity, what a measure is. Null
    /// where it has none or is not declared.</summary>
    public string? DetailOf(Referent referent, string id) => _ids[referent].GetValueOrDefault(id);

    /// <summary>Whether the id is declared as one of these; reported where it is not.</summary>
    public bool Check(string id, Cursor cursor, int start, params ReadOnlySpan<Referent> referents) =>
        Check(id, cursor, start, [], referents);

    /// <summary>The same, where some words may be written instead.</summary>
    public bool Check(string id, Cursor cursor, int start, string[] words, params ReadOnlySpan<Referent> referents)
    {
        foreach (var referent in referents)
            if (Has(referent, id) || _unread.Contains(referent)) return true;
        var among = referents.ToArray();
        var what = string.Join(" or ", among.Select(r => r.ToString().ToLowerInvariant()));
        cursor.Report(DiagnosticCodes.UnknownReference, start, start + id.Length, $"there is no {what} `{id}`",
            () => Suggest(id, words, among));
        return false;
    }

    private string? Suggest(string id, string[] words, Referent[] among)
    {
        if (among.Contains(Referent.Place) && _named.TryGetValue(id, out var named)) return $"that is its name; its id is `{named}`";
        if (among.Contains(Referent.Route) && RouteKeys.Reversed(id) is { } reversed && Has(Referent.Route, reversed))
            return $"a road leads both ways, and this one is `{reversed}`";
        if (!among.Contains(Referent.Route) && Has(Referent.Route, id))
            return among is [Referent.Place, Referent.Fleet]
                ? $"that is a road, whose speed is lowered by `limit: {id}` and `speed: 50 %`"
                : "that is a road";
        if (among is [Referent.Parameter] && id.Contains('.', StringComparison.Ordinal))
            return $"it is a key: a file varies parameters, so let one stand there, as `${{...}}`; on the command line any key is varied, "
                + $"`--vary {id}=...`";
        List<string> all = [.. words, .. among.SelectMany(r => _ids[r].Keys)];
        if (Similar.To(id, all) is { } similar) return $"a similar one exists: `{similar}`";
        return all.Count switch
        {
            0 => $"the file declares none; add it under `{Array.Find(Sections, s => s.Referent == among[0]).Path[^1]}`",
            <= 12 => $"there are: {string.Join(", ", all)}",
            _ => null,
        };
    }

    private static string? DetailOf(Node value, string? key) =>
        key is not null && value is MappingNode block && block[key] is ScalarNode detail ? detail.Text : null;
}
