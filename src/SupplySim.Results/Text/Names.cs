using System.Globalization;
using System.Text;

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

    /// <summary>The name of the place or route with this id: the two ends of a route, or what it is called.</summary>
    public static string OfPlaceOrRoute(Scenario scenario, string id) => scenario.Places.Any(place => place.Id == id) ? Of(scenario, id)
        : scenario.Routes.FirstOrDefault(route => route.Id == id) is { } way ? $"{Of(scenario, way.From.Value)} – {Of(scenario, way.To.Value)}"
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
