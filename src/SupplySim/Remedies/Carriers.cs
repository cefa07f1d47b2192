using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>Who carries anything in a scenario, from where to where, and which of it supplies whom it is asked for.</summary>
internal sealed class Carriers
{
    private readonly HashSet<string> _own = [];

    /// <param name="scenario">The scenario.</param>
    /// <param name="of">For whom it is asked: <c>camps</c>, <c>forces</c>, or the id of a place. Default: all who are supplied.</param>
    public Carriers(Scenario scenario, string? of = null)
    {
        Scenario = scenario;
        var onto = scenario.Places.OfType<Crossing>().Select(one => one.Transshipment?.Onto).OfType<string>();
        var laden = scenario.SupplyLines.Select(line => line.By).Concat(onto).ToHashSet();
        Laden = [.. scenario.Fleets.Where(fleet => fleet.Through is null && laden.Contains(fleet.Id))];
        Escorts = [.. Laden.Select(fleet => fleet.Convoy?.Escort?.From).OfType<string>()];
        Ends = [.. scenario.SupplyLines.SelectMany(line => new[] { line.From, line.To }).Select(place => place.Value)];
        var flown = scenario.Fleets.Where(fleet => fleet.Mode == Mode.Air).Select(fleet => fleet.Id).ToHashSet();
        Landings = [.. scenario.SupplyLines.Where(line => flown.Contains(line.By))
            .SelectMany(line => line.Alternates.Append(line.From).Append(line.To)).Select(place => place.Value)];
        var own = LinesFor(of);
        foreach (var line in own) _own.UnionWith([OfLine(line.Id), OfFleet(line.By), OfPlace(line.From.Value), OfPlace(line.To.Value)]);
        foreach (var line in own.Where(line => flown.Contains(line.By)))
            _own.UnionWith(line.Alternates.Append(line.From).Append(line.To).Select(place => OfAirfield(place.Value)));
        _own.UnionWith(onto.Select(OfFleet));
        _own.UnionWith(Laden.Where(fleet => _own.Contains(OfFleet(fleet.Id))).Select(fleet => fleet.Convoy?.Escort?.From).OfType<string>()
            .Select(OfFleet));
    }

    public Scenario Scenario { get; }

    /// <summary>Whose it is to change a supply line.</summary>
    public RemedyKind Kind(SupplyLine line) => Kind(OfLine(line.Id));

    /// <summary>Whose it is to change a fleet: theirs for whom it carries, if for others too.</summary>
    public RemedyKind Kind(Fleet fleet) => Kind(OfFleet(fleet.Id));

    /// <summary>Whose it is to change a place where supply lines load or unload.</summary>
    public RemedyKind Kind(Site site) => Kind(OfPlace(site.Id));

    /// <summary>Whose it is to change an airfield.</summary>
    public RemedyKind KindOfAirfield(Site site) => Kind(OfAirfield(site.Id));

    private RemedyKind Kind(string what) => _own.Contains(what) ? RemedyKind.Doable : RemedyKind.OfOthers;

    private static string OfLine(string id) => $"line/{id}";

    private static string OfFleet(string id) => $"fleet/{id}";

    private static string OfPlace(string id) => $"place/{id}";

    private static string OfAirfield(string id) => $"airfield/{id}";

    // The lines to them, and those that supply where these load. Of whom nobody supplies, or of what is no place with a need, all.
    private SupplyLine[] LinesFor(string? of)
    {
        var reached = Scenario.Places.Where(place =>
            place.Id == of || (of is not null && of == (place is Camp ? "camps" : place is Force ? "forces" : null)))
                .Select(place => place.Id).ToHashSet();
        for (var before = -1; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(
                Scenario.SupplyLines.Where(line => reached.Contains(line.To.Value)).Select(line => line.From.Value).ToArray());
        }
        SupplyLine[] own = [.. Scenario.SupplyLines.Where(line => reached.Contains(line.To.Value))];
        return own.Length > 0 ? own : [.. Scenario.SupplyLines];
    }

    /// <summary>The fleets that carry what supply lines order, and those onto which it is transshipped.</summary>
    public Fleet[] Laden { get; }

    /// <summary>The fleets that escort them.</summary>
    public HashSet<string> Escorts { get; }

    /// <summary>The places where supply lines load and unload.</summary>
    public HashSet<string> Ends { get; }

    /// <summary>The places where aircraft land that carry anything.</summary>
    public HashSet<string> Landings { get; }

    /// <summary>Whether some vehicle that carries anything is too heavy for a limit.</summary>
    public bool AreTooHeavyFor(Mass? limit) => limit is { } most && Laden.Any(fleet => fleet.Mode == Mode.Road && fleet.Heaviest > most);

    /// <summary>Whether some fleet carries for more than one supply line.</summary>
    public bool AreShared => Scenario.SupplyLines.GroupBy(line => line.By).Any(lines => lines.Count() > 1);

    /// <summary>Whether a rule is for any of the traffic that carries anything.</summary>
    public IEnumerable<string> Traffics => Laden.Where(fleet => fleet.Mode == Mode.Road).Select(fleet => fleet.Traffic).Distinct();
}
