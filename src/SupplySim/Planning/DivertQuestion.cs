using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>A laden column that cannot get to where it is bound, cannot be unloaded or is not needed there,
/// and where else it could go.</summary>
/// <remarks>Valid while the policy answers it. One run, one thread.</remarks>
public sealed class DivertQuestion
{
    private readonly Router _router;
    private readonly Catalogue _catalogue;
    private readonly Situation _situation;
    private IReadOnlyList<int> _cargo = [];
    private int _at;
    private int _destination;
    private int _loadClass;

    internal DivertQuestion(Router router, Catalogue catalogue, Situation situation) =>
        (_router, _catalogue, _situation) = (router, catalogue, situation);

    /// <summary>Where the column is; at a crossing that is shut, the place before it.</summary>
    public PlaceId At => _router.PlaceOf(_at);

    /// <summary>Where it was ordered to go.</summary>
    public PlaceId Destination => _router.PlaceOf(_destination);

    /// <summary>Where it was loaded.</summary>
    public PlaceId Origin { get; private set; }

    /// <summary>The base of its fleet.</summary>
    public PlaceId Base => _router.FleetOf(_loadClass).Base!.Value;

    /// <summary>The fleet's id.</summary>
    public string Fleet => _router.FleetOf(_loadClass).Id;

    /// <summary>The ids of the commodities it carries.</summary>
    public IEnumerable<string> Cargo => _cargo.Select(commodity => _catalogue.Commodities[commodity].Id);

    /// <summary>Whether no open way to its destination is known, or nobody is unloaded there; else nobody
    /// there needs what it carries.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>[time] How long it would wait on its way there, as announced; the longest time there is where nothing is.</summary>
    public TimeSpan Wait
    {
        get
        {
            var unknown = TimeSpan.FromDays(365_250);
            if (IsShut(_destination)) return TimeSpan.MaxValue;
            if (_router.Find(_at, _destination, _loadClass, default, isOpen: false) is not { } way) return TimeSpan.MaxValue;
            var wait = _router.TimeWithWaits(way, _loadClass, unknown) - way.Time;
            return wait < unknown / 2 ? wait : TimeSpan.MaxValue;
        }
    }

    /// <summary>The camps of the scenario, in its order, but for its destination.</summary>
    public IEnumerable<PlaceId> Camps => _catalogue.Places.OfType<Camp>().Select(camp => (PlaceId)camp).Where(camp => camp != Destination);

    /// <summary>The depots of the scenario, in its order, but for its destination.</summary>
    public IEnumerable<PlaceId> Depots =>
        _catalogue.Places.OfType<Depot>().Select(depot => (PlaceId)depot).Where(depot => depot != Destination);

    /// <summary>[time] How long it takes to a place by the way that it would go; null where that is known
    /// to be shut, and no detour is taken.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public TimeSpan? TimeTo(PlaceId place) =>
        _router.Choose(_at, _catalogue.PlaceNumber(place), _loadClass) is { IsShut: false } way ? way.Time : null;

    /// <summary>Whether an open way leads to a place, and vehicles can be unloaded there and are, as far as is known.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public bool CanGoTo(PlaceId place) =>
        CanUnload(_catalogue, _catalogue.PlaceNumber(place)) && !IsShut(_catalogue.PlaceNumber(place)) && TimeTo(place) is not null;

    /// <summary>Whether a place is known to need something of what it carries.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public bool Needs(PlaceId place) => IsWanted(_situation, _catalogue, _catalogue.PlaceNumber(place), _cargo);

    // Where it is it sees for itself.
    private bool IsShut(int place) => place == _at ? IsStoppedHere : _situation.TakesNothing(place);

    /// <summary>Whether nobody is unloaded where the column is.</summary>
    internal bool IsStoppedHere { get; set; }

    internal static bool CanUnload(Catalogue catalogue, int place) =>
        catalogue.Places[place] is Site site && (site.Unloading ?? catalogue.Defaults.Unloading) is not null;

    // Depots and towns keep what they do not need.
    internal static bool IsWanted(Situation situation, Catalogue catalogue, int place, IReadOnlyList<int> cargo)
    {
        if (catalogue.Places[place] is not (Camp or Force)) return true;
        foreach (var commodity in cargo)
            if (situation.IsNeeded(place, commodity)) return true;
        return false;
    }

    internal void Set(int at, int destination, int loadClass, PlaceId origin, IReadOnlyList<int> cargo, bool isCutOff) =>
        (_at, _destination, _loadClass, Origin, _cargo, IsCutOff) = (at, destination, loadClass, origin, cargo, isCutOff);
}
