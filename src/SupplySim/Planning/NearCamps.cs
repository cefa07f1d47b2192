using SupplySim.Networks;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>The other camps by road distance from each camp that people may have to leave.</summary>
/// <remarks>Compiled once per scenario and shared by its replications; immutable. Only where somebody goes on is anything searched.</remarks>
internal sealed class NearCamps
{
    private readonly (int Camp, Distance Way)[]?[] _around;

    public NearCamps(Catalogue catalogue, RoadMap roads)
    {
        _around = new (int, Distance)[]?[catalogue.Places.Length];
        var paths = default(ShortestPaths);
        for (var place = 0; place < _around.Length; place++)
        {
            if (catalogue.Places[place] is not Camp { Overflow: not null, Capacity: not null }) continue;
            (paths ??= new ShortestPaths(roads.Graph)).FindAll(place, default(AllArcs));
            _around[place] = [.. Enumerable.Range(0, _around.Length)
                .Where(to => to != place && catalogue.Places[to] is Camp && paths.CostTo(to) != ShortestPaths.Unreachable)
                .OrderBy(paths.CostTo).ThenBy(to => to).Select(to => (to, Distance.FromMetres(paths.CostTo(to))))];
        }
    }

    /// <summary>The others that can be reached, the nearest first, and how far each is; of equals the first of the scenario.</summary>
    public ReadOnlySpan<(int Camp, Distance Way)> Around(int place) => _around[place];
}
