using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>What could be ordered and sent otherwise.</summary>
internal static class OfLines
{
    public static IEnumerable<Remedy> In(Carriers carriers) => carriers.Scenario.SupplyLines.SelectMany(line => Of(line, carriers));

    private static IEnumerable<Remedy> Of(SupplyLine one, Carriers carriers)
    {
        if (one.WhenBelow is not null || one.UpTo is not null)
            yield return Changed("levels",
                $"twice the levels of line {one.Id} ({string.Join(", ", Levels(one))}){Beyond(one, carriers.Scenario)}",
                line => line with { WhenBelow = Doubled(line.WhenBelow), UpTo = Doubled(line.UpTo) });
        if (one.Send is { } send)
            yield return Changed("send", $"twice as much sent on line {one.Id} ({send} -> {Twice.Of(send)})",
                line => line with { Send = line.Send is { } rate ? Twice.Of(rate) : null });
        if (one.Review is not null)
            yield return Changed("review", $"line {one.Id} reviewed at any time", line => line with { Review = null });
        if (one.When is not null || one.Until is not null)
            yield return Changed("when", $"line {one.Id} working all the time", line => line with { When = null, Until = null });

        Remedy Changed(string id, string words, Func<SupplyLine, SupplyLine> change) =>
            new($"{id}/{one.Id}", carriers.Kind(one), words, scenario => scenario.Line(one.Id, change));
    }

    private static IEnumerable<string> Levels(SupplyLine line)
    {
        if (line.WhenBelow is { } below) yield return $"when-below {Twice.From(below)}";
        if (line.UpTo is { } upTo) yield return $"up-to {Twice.From(upTo)}";
    }

    private static string Beyond(SupplyLine line, Scenario scenario) =>
        scenario.Places.OfType<Site>().FirstOrDefault(site => site.Id == line.To.Value) is { } site
            && (line.UpTo ?? line.WhenBelow) is { } level
            ? Room.Beyond(site, Twice.Of(level),
                scenario.Commodities.Where(one => line.Commodities.IsDefaultOrEmpty || line.Commodities.Contains(one.Id)))
            : "";

    private static Supply? Doubled(Supply? level) => level is null ? null : Twice.Of(level);
}
