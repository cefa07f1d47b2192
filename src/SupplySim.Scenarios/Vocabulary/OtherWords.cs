using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What was meant by a key that a block does not have: another word for one of its keys, as people
/// say population; a key of another block; or a block that stands one level too far out.</summary>
/// <remarks>Only for help: a word counts as nothing but what the table of keys says.</remarks>
internal static class OtherWords
{
    private const string Moment = "a date or time", Position = "a position", Time = "a time", Distance = "a distance";

    /// <summary>Words, the right form, whether what stands behind the word is right behind the key, and
    /// where keys of one name differ, what stands behind it.</summary>
    private static readonly (string[] Words, string Right, bool IsSame, string? Behind)[] Table =
    [
        (["from", "start", "starts", "begin", "begins", "on", "date", "day", "when-at"], "at: day 20", true, Moment),
        (["until", "till", "end", "ends", "to-date"], "for: 9 d", false, null),
        (["duration", "lasts", "length", "days", "lasting"], "for: 9 d", true, null),
        (["duration", "days", "horizon", "end", "until"], "length: 60 d", false, Time),
        (["begin", "begins", "date", "start-date", "from"], "start: 2026-03-01", true, null),
        (["distance", "km", "long"], "length: 80 km", false, Distance),
        (["location", "position", "coordinates", "lat", "latitude", "lon", "longitude", "gps"], "at: 37.07 N 42.38 E", false, Position),
        (["population", "persons", "inhabitants", "refugees", "beneficiaries", "headcount"], "people: 20 000", true, null),
        (["ration", "food"], "rations: {food: 0.444 kg/d}", false, null),
        (["ration", "rations", "consumption", "need", "needs", "per-capita", "per-day"], "per-person: 0.555 kg/d", false, null),
        (["initial-stock", "supply", "supplies", "inventory", "days-of-supply", "reserve"], "stock: 6 d", true, null),
        (["warning", "alarm", "warn", "threshold", "critical"], "warn-below: 3 d", true, null),
        (["capacity", "payload", "load", "loads", "tonnage"], "carries: 10 t", true, null),
        (["trucks", "vehicles", "number", "size", "quantity", "amount", "fleet-size"], "count: 6", true, null),
        (["max-speed", "velocity", "kmh"], "speed: 40 km/h", true, null),
        (["source", "origin", "depot"], "from: depot", true, "the id of a place"),
        (["destination", "camp", "target"], "to: camp", true, null),
        (["fleet", "vehicle", "vehicles", "trucks", "using", "with", "transport"], "by: trucks", true, null),
        (["threshold", "trigger", "reorder-point", "min", "minimum", "below", "order-below"], "when-below: 5 d", true, null),
        (["max", "maximum", "fill-to", "order-up-to", "level"], "up-to: 8 d", true, null),
        (["permit", "permits", "authorisation", "authorization", "approval"],
            "clearance: {granted-in: 2 d, valid: 3 d}", false, null),
        (["quota", "limit", "daily-limit", "max-per-day", "permits-per-day", "clearances-per-day", "vehicles-per-day", "trucks-per-day"],
            "per-day: 20", true, "a number"),
        (["refusal", "refusals", "refused-share", "denied", "denials", "rejected"], "refused: 20 %", true, null),
        (["opening-hours", "open-hours", "opening", "opens"], "hours: 08:00-17:00", false, null),
        (["processing-time", "service-time", "inspection-time", "check", "checks", "delay"], "inspection: 10 min", true, null),
        (["holder", "controlled-by", "control", "owner"], "held-by: north", true, null),
        (["owner", "side"], "party: north", true, null),
        (["closes", "closed", "shut", "shuts", "block", "blocks"], "close: bridge", true, null),
        (["damages", "damage", "share", "loses", "burns"], "destroys: 30 %", true, null),
        (["capacity", "share", "throughput"], "lanes: 50 %", true, "a share"),
        (["by", "factor", "times", "delay"], "inspection: 2 x", true, "a factor"),
        (["version"], "supplysim: 1", true, null),
        (["probability", "likelihood", "prob"], "chance: 30 %", true, null),
        (["condition", "if"], "when: stock(camp) < 5 d", true, null),
        (["what", "metric", "measure", "type", "kind"], "is: unmet person-days", true, null),
        (["where", "place", "places"], "of: camps", true, null),
        (["type"], "kind: camp", false, null),
        (["title", "label"], "name: a line of text", true, null),
        (["name", "heading"], "title: a line of text", true, null),
        (["alternatives", "alternative", "variants", "variant", "cases", "options", "what-if"],
            "compare: {as-is: {}, more-trucks: {fleets.trucks.count: 40}}", false, null),
        (["replications", "repetitions", "iterations", "n"], "runs: 200", true, null),
    ];

    /// <summary>The key that a word stands for in a block, and how it is written; null where none is known. Of keys that the block has
    /// already none is meant.</summary>
    public static (Key Key, string Right, bool IsSame)? Of(string word, IReadOnlyList<Key> keys, MappingNode node)
    {
        foreach (var meant in Meanings(word, keys))
            if (node[meant.Key.Name] is null) return meant;
        return null;
    }

    private static IEnumerable<(Key Key, string Right, bool IsSame)> Meanings(string word, IReadOnlyList<Key> keys)
    {
        foreach (var (words, right, isSame, behind) in Table)
            if (words.Contains(word) && keys.FirstOrDefault(key => right.StartsWith(key.Name + ':', StringComparison.Ordinal)) is { } key
                && (behind is null || behind == key.Kind.What)) yield return (key, right, isSame);
    }

    /// <summary>How each word is written.</summary>
    public static IEnumerable<string> RightForms => Table.Select(row => row.Right);

    private static readonly (string Word, string[] Others)[] Choices =
    [
        ("depot", ["warehouse", "store", "storage", "hub", "port", "base", "source", "supplier", "airport", "airfield"]),
        ("town", ["city", "village", "hospital", "junction", "node"]),
        ("crossing", ["border", "bridge", "checkpoint", "border-crossing", "gate", "ferry"]),
        ("camp", ["refugee-camp", "idp-camp", "settlement", "site", "destination"]),
        ("force", ["army", "unit", "military", "brigade"]),
        ("piece", ["pieces", "pcs", "item", "items", "each", "unit", "units"]),
        ("m3", ["cubic-metre", "cubic metres", "m^3", "m³"]),
        ("unmet person-days", ["hunger", "hungry", "person-days", "unmet", "unmet need", "shortage", "without food"]),
        ("stock / need", ["days of supply", "days-of-supply", "stock / day"]),
        ("consumed / need", ["need met", "need-met", "coverage", "consumed", "supplied"]),
        ("first time below warn-below", ["first shortage", "first-shortage", "stockout", "stock-out", "run out", "ran out"]),
        ("wait", ["waiting", "delay", "queue", "waiting time"]),
        ("air", ["plane", "aircraft", "flight"]),
    ];

    /// <summary>The word of those allowed that is meant by another one; null where none is known.</summary>
    public static string? Meant(string word, string[] allowed) =>
        Values.Units.Meant(word) is { } unit && allowed.Contains(unit) ? unit
        : Array.Find(Choices, one => allowed.Contains(one.Word) && one.Others.Contains(word, StringComparer.OrdinalIgnoreCase)).Word;

    private static readonly string[] BySea = ["sea", "water", "river", "ship", "ships", "boat", "vessel", "barge", "ferry", "maritime"];
    private static readonly string[] ByRail = ["rail", "railway", "train", "trains"];

    /// <summary>What to do in place of what is not modelled; null where nothing is known.</summary>
    public static string? NotYet(string word, string[] allowed) =>
        !allowed.Contains("air") && !allowed.Contains("c-17") ? null
        : BySea.Contains(word, StringComparer.OrdinalIgnoreCase)
            ? (word.ToLowerInvariant() is "ferry" or "river" or "boat" or "barge"
                ? "a ferry over a river is a `crossing`: as many `lanes` as it has places, and an `inspection` as long as its round trip; "
                : "")
                + "there are no ships yet; a sea route can be written as `mode: air` with a `length`, each port with an `airfield` of so "
                + "many berths "
                + "(`parking`), and the ships as a fleet of `mode: air` with a `speed` and what one `carries`"
        : ByRail.Contains(word, StringComparer.OrdinalIgnoreCase)
            ? "there are no trains yet; a railway can be written as a route of `mode: road` of its own, and a train as a vehicle that "
                + "`carries` as "
                + "much"
        : null;

    /// <summary>The keys, and the words behind them, for which a word may stand in whichever block, each once.</summary>
    public static IEnumerable<string> AllMeant(string word) =>
        Table.Where(row => row.Words.Contains(word)).Select(row => row.Right[..row.Right.IndexOf(':', StringComparison.Ordinal)])
            .Concat(Choices.Where(one => one.Others.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(one => one.Word)).Distinct();

    private static readonly string[] Shut = ["closed", "closures", "closure", "shut", "opens-at", "reopens-at", "outages"];

    /// <summary>In which blocks a key may stand that has no place where it was written; null where in none.</summary>
    public static string? Elsewhere(string word)
    {
        if (Shut.Contains(word)) return "what is shut, and when, is said under `disruptions`: `flood: {close: bridge, at: day 20, for: 9 d}`";
        var homes = Homes().Where(home => home.Shape.All.Any(key => key.Name == word)).Take(3)
            .Select(home => $"{home.Shape.What}, under `{home.Section}`").ToArray();
        return homes.Length > 0 ? $"`{word}` is a key of {string.Join("; of ", homes)}" : MeantElsewhere(word);
    }

    // Where one block alone has a key that the word may stand for.
    private static string? MeantElsewhere(string word) => Homes()
        .SelectMany(home => Meanings(word, home.Shape.All).Select(row => $"write for example `{row.Right}` in {home.Shape.What}, under `{home.Section}`"))
        .Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Where a block belongs that stands at the left edge; null where nothing can be told.</summary>
    public static string? SectionOf(Node value)
    {
        if (value is not MappingNode { Entries.Count: > 0 } block) return null;
        var home = Homes().FirstOrDefault(home => block.Entries.All(entry => home.Shape.All.Any(key => key.Name == entry.Key.Text)));
        return home.Shape is null ? null : $"it looks like {home.Shape.What}: indent it, so that it stands under `{home.Section}`";
    }

    /// <summary>Whether it is the name of a section of a scenario, which stands at the left edge.</summary>
    public static bool IsSection(string word) => Homes().Any(home => home.Section == word);

    // Asked only when something is wrong, and not while the tables are made.
    private static IEnumerable<(string Section, IShape Shape)> Homes() =>
    [
        ("clock", ScenarioShape.Clock),
        .. PlaceShapes.All.Select(shape => ("places", shape)),
        ("places", PlaceShapes.Clearance),
        ("routes", MovementShapes.Routes),
        ("fleets", MovementShapes.Fleets),
        ("supply-lines", MovementShapes.SupplyLines),
        .. DisruptionShapes.All.Select(shape => ("disruptions", shape)),
        ("measures", ExperimentShapes.Measures),
        ("commodities", MovementShapes.Commodities),
        ("parties", MovementShapes.Parties),
        ("fronts", ConflictShapes.Fronts),
        ("experiment", ExperimentShapes.Experiment),
        ("policies", PolicyShapes.Policies),
        ("defaults", ScenarioShape.Defaults),
    ];
}
