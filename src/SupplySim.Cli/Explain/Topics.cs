namespace SupplySim.Cli.Explain;

/// <summary>What somebody looks for by a word that stands in no scenario file, and that is therefore no
/// other word for a key: where it is told.</summary>
internal static class Topics
{
    private static readonly (string Told, string[] Words)[] Table =
    [
        ("attacks", ["ambush", "ambushes", "raid", "raids", "mine", "mines", "sniper"]),
        ("through", ["traders", "trader", "trade", "strangers"]),
        ("local source", ["pump", "pumps", "well", "wells", "water", "borehole"]),
        ("ration", ["rationing", "half rations"]),
        ("passage", ["permission", "permissions", "access"]),
        ("clearance", ["permit", "permits", "authorisation", "authorization", "deconfliction", "notification", "approval"]),
        ("inspection", ["empty", "empty vehicles", "return trip"]),
        ("aircraft", ["planes", "helicopter", "helicopters", "airbridge"]),
        ("soonest", ["queues", "queueing", "congestion", "traffic jam", "herding", "load sharing"]),
        ("every", ["season", "seasons", "recurring", "repeat"]),
        ("unknown", ["uncertain", "uncertainty", "estimate"]),
        ("table", ["tables", "csv", "spreadsheet"]),
        ("rate", ["flow", "throughput", "demand"]),
        ("disruptions", ["event", "events", "incident", "shock"]),
        ("compare", ["alternative", "alternatives", "variant", "variants"]),
        ("check", ["inert"]),
    ];

    /// <summary>Each word, and where it is told.</summary>
    public static IEnumerable<(string Word, string Told)> All => Table.SelectMany(one => one.Words.Select(word => (word, one.Told)));

    /// <summary>Where a word is told; null where it is no such word.</summary>
    public static string? Of(string word) => All.FirstOrDefault(one => one.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Told;
}
