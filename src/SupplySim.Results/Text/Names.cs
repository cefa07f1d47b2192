using System.Globalization;
using System.Text;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What things are called where people read: by their names, else by their ids as the file has them, and by
/// nothing that could steer a terminal.</summary>
internal static class Names
{
    /// <summary>The name of the place, commodity or party with this id; the id where it has none.</summary>
    public static string Of(Scenario scenario, string id) => Clean(
        scenario.Places.FirstOrDefault(p => p.Id == id)?.Name
        ?? scenario.Commodities.FirstOrDefault(c => c.Id == id)?.Name
        ?? scenario.Parties.FirstOrDefault(p => p.Id == id)?.Name
        ?? id);

    /// <summary>What one knows of a crossing or route that lets nobody through, behind "known to": <c>be shut</c>, or of a crossing that
    /// nothing shuts and whose holder decides, <c>let none of it pass</c>.</summary>
    public static string HowShut(Scenario scenario, string id) =>
        scenario.Places.OfType<Crossing>()
            .Any(crossing => crossing.Id == id && crossing.Passage.Count > 0 && !Findings.HasNoHours(crossing))
        && !scenario.Disruptions.Any(one => one switch
        {
            Closure closure => closure.Close.Contains(id),
            Restriction restriction => restriction.Limit.Contains(id),
            Rumour rumour => rumour.Report.Contains(id),
            _ => one is not Occurrence,
        }) && !scenario.Fronts.Any(front => front.Influence?.Closed is not null)
            ? "let none of it pass" : "be shut";

    /// <summary>The same where a sentence may begin: an id stays as the file has it, so it stands behind the word for what it is of,
    /// <c>camp areesha</c>.</summary>
    public static string Subject(Scenario scenario, string id) =>
        Of(scenario, id) is var called && called != Clean(id) ? called : $"{Kind(scenario, id)} {called}".TrimStart();

    /// <summary>Several at the beginning of a sentence: <c>camps north and south</c>; where some have
    /// names, or they are of several kinds, each by itself.</summary>
    public static IEnumerable<string> Subjects(Scenario scenario, string[] ids)
    {
        var kind = ids.Length > 0 ? Kind(scenario, ids[0]) : "";
        return ids.Length > 1 && kind.Length > 0 && ids.All(id => Of(scenario, id) == Clean(id) && Kind(scenario, id) == kind)
            ? ids.Select((id, i) => i == 0 ? $"{kind}s {Clean(id)}" : Clean(id))
            : ids.Select((id, i) => i == 0 ? Subject(scenario, id) : OfPlaceOrRoute(scenario, id));
    }

    private static string Kind(Scenario scenario, string id) => scenario.Places.FirstOrDefault(place => place.Id == id) switch
    {
        Crossing => "crossing",
        Camp => "camp",
        Force => "force",
        { } => "place",
        null => scenario.Routes.Any(one => one.Id == id) ? "route"
            : scenario.SupplyLines.Any(one => one.Id == id) ? "supply line"
            : scenario.Fleets.Any(one => one.Id == id) ? "fleet"
            : scenario.Disruptions.Any(one => one.Id == id) ? "disruption"
            : scenario.Parties.Any(one => one.Id == id) ? "party"
            : scenario.Fronts.Any(one => one.Id == id) ? "front" : "",
    };

    /// <summary>The name of the place or route with this id: the two ends of a route, or what it is called.</summary>
    public static string OfPlaceOrRoute(Scenario scenario, string id) => scenario.Places.Any(place => place.Id == id) ? Of(scenario, id)
        : scenario.Routes.FirstOrDefault(route => route.Id == id) is { } way
            ? $"{Of(scenario, way.From.Value)} – {Of(scenario, way.To.Value)}"
        : Clean(id);

    /// <summary>The text on one line, without control and direction-changing characters, unpaired surrogates replaced.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format when rune.Value is not 0x200C and not 0x200D => "",
                _ => rune.ToString(),
            });
        return clean.ToString().Trim();
    }
}
