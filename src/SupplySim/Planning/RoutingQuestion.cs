namespace SupplySim.Planning;

/// <summary>From where to where a column is to go, and the ways that there are.</summary>
/// <remarks>Valid while the policy answers it. Ways avoid crossings that have been shut as long as anybody knows, unless there is
/// no other. One run, one thread.</remarks>
public sealed class RoutingQuestion
{
    private readonly Router _router;
    private int _to;

    internal RoutingQuestion(Router router) => _router = router;

    internal int LoadClass { get; private set; }

    internal int FromNumber { get; private set; }

    /// <summary>Whether the answer depends on what time it is.</summary>
    internal bool IsTimed { get; private set; }

    /// <summary>Where the column is.</summary>
    public PlaceId From => _router.PlaceOf(FromNumber);

    /// <summary>Where it is to go.</summary>
    public PlaceId To => _router.PlaceOf(_to);

    /// <summary>The fleet's id.</summary>
    public string Fleet => _router.FleetOf(LoadClass).Id;

    /// <summary>The kind of traffic it is.</summary>
    public string Traffic => _router.FleetOf(LoadClass).Traffic;

    /// <summary>[times] How much longer than the way that is shut a detour may be: <see cref="Reroute.Longest"/>.</summary>
    public double Longest => _router.Longest;

    /// <summary>The fastest way, whatever is shut; null where no road leads there.</summary>
    public Way? Fastest() => _router.Find(FromNumber, _to, LoadClass, default, isOpen: false);

    /// <summary>The fastest way on which nothing is known to be shut; null where there is none.</summary>
    public Way? FastestOpen() => _router.Find(FromNumber, _to, LoadClass, default, isOpen: true);

    /// <summary>The safest way, whatever is shut; null where no road leads there.</summary>
    /// <param name="perAttack">[time] How much longer a way may take to be spared one expected attack; above zero.</param>
    public Way? Safest(TimeSpan perAttack) => _router.Find(FromNumber, _to, LoadClass, perAttack, isOpen: false);

    /// <summary>The safest way on which nothing is known to be shut; null where there is none.</summary>
    /// <param name="perAttack">[time] How much longer a way may take to be spared one expected attack; above zero.</param>
    public Way? SafestOpen(TimeSpan perAttack) => _router.Find(FromNumber, _to, LoadClass, perAttack, isOpen: true);

    /// <summary>The way by which one gets there soonest, with the waits that are known: behind those who wait at crossings, for opening
    /// hours, and for what is shut; null where no road leads there.</summary>
    /// <param name="assume">[time] How long what is shut stays so from now on, where nothing is announced.</param>
    public Way? Soonest(TimeSpan assume)
    {
        IsTimed = true;
        return _router.FindSoonest(FromNumber, _to, LoadClass, assume);
    }

    /// <summary>The way along these routes, in order, in whichever direction leads on.</summary>
    /// <param name="routes">Ids, such as <c>a - b</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such route, it does not lead on from where the one before ends, or
    /// the fleet cannot use it.</exception>
    public Way Along(params ReadOnlySpan<string> routes) => _router.Along(FromNumber, LoadClass, routes);

    /// <summary>Whether a detour is at most <see cref="Longest"/> times as long as another way.</summary>
    public bool IsShortEnough(Way detour, Way than)
    {
        ArgumentNullException.ThrowIfNull(detour);
        ArgumentNullException.ThrowIfNull(than);
        return detour.Cost <= Longest * than.Cost;
    }

    /// <summary>[time] How long a way takes with waits for what is shut on it.</summary>
    /// <param name="way">The way.</param>
    /// <param name="assume">[time] How long what is shut stays so from now on, where nothing is announced.</param>
    public TimeSpan TimeWithWaits(Way way, TimeSpan assume)
    {
        ArgumentNullException.ThrowIfNull(way);
        IsTimed = true;
        return _router.TimeWithWaits(way, LoadClass, assume);
    }

    /// <summary>[time] The same with all the waits that are known: behind those who wait at crossings, too, and for opening
    /// hours.</summary>
    /// <param name="way">The way.</param>
    /// <param name="assume">[time] How long what is shut stays so from now on, where nothing is announced.</param>
    public TimeSpan TimeWithQueues(Way way, TimeSpan assume)
    {
        ArgumentNullException.ThrowIfNull(way);
        IsTimed = true;
        return _router.TimeWithQueues(way, LoadClass, assume);
    }

    internal void Set(int from, int to, int loadClass) => (FromNumber, _to, LoadClass, IsTimed) = (from, to, loadClass, false);
}
