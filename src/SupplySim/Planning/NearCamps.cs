using SupplySim.Networks;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>The camps by distance from each camp that people may have to leave, and from where people flee.</summary>
/// <remarks>Compiled once per scenario and shared by its replications; immutable. Only where somebody goes on or flees is anything
/// searched.</remarks>
internal sealed class NearCamps
{
    private readonly Catalogue _catalogue;
    private readonly RoadMap _roads;
    private readonly (int Camp, Distance Way)[]?[] _around;
    private readonly (int Camp, Distance Way)[][] _ofDisplacements;
    private ShortestPaths? _paths;

    public NearCamps(Catalogue catalogue, RoadMap roads)
    {
        (_catalogue, _roads) = (catalogue, roads);
        _around = [.. catalogue.Places.Select((place, number) =>
            place is Camp { Overflow: not null, Capacity: not null } ? ByRoad(number) : null)];
        _ofDisplacements = [.. catalogue.Displacements.Select(OfDisplacement)];
        _paths = null;
    }

    /// <summary>The others that can be reached, the nearest first, and how far each is; of equals the first of the scenario.</summary>
    public ReadOnlySpan<(int Camp, Distance Way)> Around(int place) => _around[place];

    /// <summary>The camps to which people flee by a displacement, in the same order; at least one.</summary>
    public (int Camp, Distance Way)[] OfDisplacement(int number) => _ofDisplacements[number];

    private (int Camp, Distance Way)[] OfDisplacement(Displacement displacement)
    {
        var near = displacement.From.Place is { } place ? ByRoad(_catalogue.PlaceNumber(place)) : ByAir(displacement.From.Point!.Value);
        var to = displacement.To.Select(one => _catalogue.PlaceNumber(one.Id)).ToHashSet();
        return to.Count == 0 ? near : [.. near.Where(one => to.Contains(one.Camp))];
    }

    private (int Camp, Distance Way)[] ByRoad(int place)
    {
        var paths = _paths ??= new ShortestPaths(_roads.Graph);
        paths.FindAll(place, default(AllArcs));
        return Ordered(camp => camp == place || paths.CostTo(camp) == ShortestPaths.Unreachable ? null : paths.CostTo(camp));
    }

    private (int Camp, Distance Way)[] ByAir(GeoPoint point) =>
        Ordered(camp => _catalogue.Places[camp].At is { } at ? (long)Math.Round(point.DistanceTo(at)) : null);

    private (int Camp, Distance Way)[] Ordered(Func<int, long?> metres) => [.. Enumerable.Range(0, _catalogue.Places.Length)
        .Where(place => _catalogue.Places[place] is Camp).Select(camp => (Camp: camp, Metres: metres(camp)))
        .Where(one => one.Metres is not null)
        .OrderBy(one => one.Metres).ThenBy(one => one.Camp).Select(one => (one.Camp, Distance.FromMetres(one.Metres!.Value)))];
}
