using SupplySim.Results.Pages;

namespace SupplySim.Results.Maps;

/// <summary>The symbol of each kind of place: told apart by shape first and by colour second.</summary>
internal static class Symbols
{
    /// <summary>Every kind, in the order of importance for a map's names.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["crossing", "camp", "force", "depot", "town"];

    /// <summary>The kind of a place, which is also the role of its colour.</summary>
    public static string Kind(Place place) => place switch
    {
        Crossing => "crossing",
        Camp => "camp",
        Force => "force",
        Depot => "depot",
        _ => "town",
    };

    /// <summary>[user units] How far a symbol reaches from its middle.</summary>
    public static double Radius(string kind) => kind == "town" ? 4 : 8;

    /// <summary>The symbol, with a dark outline on light paper and a light one on dark.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="at">Its middle.</param>
    /// <param name="shut">Whether it was shut at some time: a dashed outline and a cross, which the style sheet hides elsewhere.</param>
    /// <param name="number">Of the place in the scenario; -1 for the key.</param>
    public static Markup Draw(string kind, Spot at, bool shut = false, int number = -1)
    {
        var svg = new Html();
        svg.Add(
            $"""<g transform="translate({at.X:0.#} {at.Y:0.#})" class="place f-{kind}{(shut ? " shut" : "")}"{(number < 0 ? Markup.None : new Html().Add($" data-place=\"{number}\"").ToMarkup())}>""");
        if (kind == "town") svg.Add($"""<circle r="4"/>""");
        else svg.Add($"""<path d="{Outline(kind)}"/>""");
        if (shut || number >= 0) svg.Add($"""<path class="cross" d="M-4 -4L4 4M-4 4L4 -4"/>""");
        return svg.Add($"</g>").ToMarkup();
    }

    private static string Outline(string kind) => kind switch
    {
        "crossing" => "M0 -9L9 0L0 9L-9 0z",
        "camp" => "M0 -8L9 7H-9z",
        "force" => "M0 -8L8 -2L5 8H-5L-8 -2z",
        "depot" => "M-7 -7H7V7H-7z",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind of place without a symbol"),
    };
}
