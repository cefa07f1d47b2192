using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Which places and routes can be closed in turn, and which of them it is not worth while to close: what nobody's way leads
/// past, and where nothing is loaded or unloaded.</summary>
/// <remarks>Told from the network alone, without a run. A guess in the end: something of the user's own, or a condition, may look at
/// what nobody passes. So all that is spared is closed at once, in one more alternative, and must leave every run the same.</remarks>
internal sealed class ClosureScreen
{
    private readonly CompiledScenario _compiled;
    private readonly Catalogue _catalogue;
    private readonly bool[] _neverOpen;
    private readonly OnTheWay _ways;
    private readonly HashSet<int> _handled = [];
    private readonly HashSet<int> _ends;
    private readonly bool _isFlown;

    public ClosureScreen(CompiledScenario compiled)
    {
        (_compiled, _catalogue) = (compiled, compiled.Catalogue);
        var opened = compiled.Scenario.Disruptions.OfType<Opening>().Where(one => one.At is not { IsNever: true })
            .Select(one => one.Open.Value).ToHashSet();
        _neverOpen = [.. _catalogue.Crossings.Select((one, place) =>
            one is not null && one.Hours.IsNever && !opened.Contains(_catalogue.Places[place].Id))];
        _ways = new OnTheWay(_catalogue, compiled.Roads, _neverOpen);
        foreach (var line in _catalogue.SupplyLines)
            _handled.UnionWith([_catalogue.PlaceNumber(line.From), _catalogue.PlaceNumber(line.To)]);
        _ends = [.. Ends()];
        _isFlown = _catalogue.SupplyLines.Any(line => _catalogue.Fleets[_catalogue.FleetNumber(line.By)].Mode == Mode.Air);
    }

    /// <summary>All that can be closed, in the order of the scenario, places before routes, with why it can be spared; null where it
    /// cannot.</summary>
    public ImmutableArray<(string Target, bool IsRoute, SparedBecause? Spared)> Find(ImmutableArray<string> what) =>
    [
        .. _catalogue.Places.Select((place, number) =>
            (place.Id, IsRoute: false, Spared: OfPlace(place, number), IsEnd: _ends.Contains(number)))
            .Where(one => what.Contains(one.IsEnd ? "ends" : "places")).Select(one => (one.Id, one.IsRoute, one.Spared)),
        .. what.Contains("routes") ? _catalogue.Routes.Select((route, number) => (route.Id, true, OfRoute(route, number))) : [],
    ];

    /// <summary>What is left out where places are asked for and ends are not, by id.</summary>
    public ImmutableArray<string> LeftOut(ImmutableArray<string> what) =>
        what.Contains("places") && !what.Contains("ends") ? [.. _ends.Order().Select(number => _catalogue.Places[number].Id)] : [];

    // Who is fed, and feeds nobody; and what feeds all, where that is one place. To shut these starves by
    // itself, which says nothing of the ways between.
    private IEnumerable<int> Ends()
    {
        var lines = _catalogue.SupplyLines;
        var (from, to) = (lines.Select(line => _catalogue.PlaceNumber(line.From)).ToHashSet(),
            lines.Select(line => _catalogue.PlaceNumber(line.To)).ToHashSet());
        int[] sources = [.. from.Where(place => !to.Contains(place))];
        return to.Where(place => _catalogue.Places[place] is Camp or Force && !from.Contains(place))
            .Concat(sources is [var only] ? [only] : []);
    }

    private SparedBecause? OfPlace(Place place, int number) => place switch
    {
        Crossing when _catalogue.Fleets.Any(fleet => fleet.Through?.Value == place.Id) => null,
        Crossing when _neverOpen[number] => SparedBecause.NeverOpen,
        Crossing => _ways.IsPlace(number) ? null : SparedBecause.NoWayLeadsPast,
        _ when _handled.Contains(number) || (place is Camp or Depot && _compiled.Scenario.Policies.Divert is not Hold) => null,
        _ => SparedBecause.NothingIsHandled,
    };

    private SparedBecause? OfRoute(Route route, int number) => route.Mode == Mode.Road
        ? _ways.IsRoute(number) ? null : SparedBecause.NoWayLeadsPast
        : _isFlown ? null : SparedBecause.NobodyFlies;
}
