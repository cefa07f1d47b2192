using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What one place lacked of what is brought to it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lack
{
    private Shortage?[] _of = [];
    private Shortage?[] _cutFor = []; // by what there was least of
    private int _lacking;
    private readonly Dictionary<int, SimTime?> _shortSince = []; // in the cut that lasts; null where on time it would have been as short
    private int _cut = -1; // for what now, and for what last
    private int _bound = -1;
    private TimeSpan _cutAt;

    /// <summary>Of a commodity, by its number; null where nothing brings it: that is late for nobody.</summary>
    public Shortage? this[int commodity] => commodity < _of.Length ? _of[commodity] : null;

    /// <summary>Whether it lacks something now.</summary>
    public bool IsNow => _lacking > 0;

    /// <summary>Whether rations are cut there now.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether it has lacked anything so far.</summary>
    public bool IsAny { get; private set; }

    /// <summary>What it has lacked of all that is brought, by commodity; and what cut rations left out, by
    /// what was short when they were cut.</summary>
    public IEnumerable<(int Commodity, Shortage Shortage)> All =>
        _of.Index().Concat(_cutFor.Index()).Where(one => one.Item is { IsAny: true }).Select(one => (one.Index, one.Item!));

    /// <summary>[person-day] What people went without by the rule that cuts rations alone, by when they were cut: there was food for it,
    /// and would have been later.</summary>
    public List<(SimTime From, double PersonDays)> ByRule { get; } = [];

    /// <summary>What is brought to it. Default: nothing.</summary>
    /// <param name="of">By commodity; null where nothing brings it.</param>
    public void Watch(Shortage?[] of) => (_of, _cutFor) = (of, new Shortage?[of.Length]);

    /// <summary>Some of what it waits for has come, or is still to come when the run is over.</summary>
    public void Came(in Lateness one)
    {
        this[one.Commodity]?.Came(one);
        ForCut(one.Commodity)?.Came(one);
    }

    /// <summary>The same at a depot through which it lives.</summary>
    public void CameBehind(in Lateness one)
    {
        this[one.Commodity]?.CameBehind(one);
        ForCut(one.Commodity)?.CameBehind(one);
    }

    /// <summary>Some of it is lost on its way.</summary>
    public void Lost(in Lateness one)
    {
        this[one.Commodity]?.Lost(one);
        ForCut(one.Commodity)?.Lost(one);
    }

    /// <summary>Rations are cut from now on, or full again.</summary>
    public void SetCut(bool isCut)
    {
        (IsCut, _bound) = (isCut && _of.Length > 0, -1);
        _shortSince.Clear();
    }

    /// <summary>While rations are cut: for want of what, from now on. It stays that until there is less of
    /// something else than there was when they were cut.</summary>
    /// <param name="commodity">Of what there is least; -1 where nothing is left that a ration could leave out, or rations are full.</param>
    /// <param name="lasts">[time] For how long there is of it.</param>
    /// <param name="now">Since when.</param>
    /// <param name="leftOut">[person-day] What cut rations had left out by then.</param>
    /// <param name="isAnyway">Whether there is as little of it whenever it is ordered and nothing is late.</param>
    public void CutFor(int commodity, TimeSpan lasts, SimTime now, double leftOut, bool isAnyway = false)
    {
        if (commodity >= 0 && _bound >= 0 && lasts >= _cutAt) commodity = _bound;
        if (commodity == _cut) return;
        if (_cut >= 0) _cutFor[_cut]!.End(now, 0, leftOut);
        _cut = commodity;
        if (commodity < 0) return;
        if (_bound < 0) _cutAt = lasts;
        _bound = commodity;
        _shortSince.TryAdd(commodity, isAnyway ? null : now);
        (_cutFor[commodity] ??= Shortage.OfRations(lasts)).Begin(now, 0, leftOut, _shortSince[commodity]);
        IsAny = true;
    }

    /// <summary>It has nothing left of a commodity.</summary>
    public void Begin(int commodity, SimTime now, long needed, double lacked)
    {
        if (this[commodity] is not { IsNow: false } shortage) return;
        shortage.Begin(now, needed, lacked);
        IsAny = true;
        _lacking++;
    }

    /// <summary>It has some of a commodity again.</summary>
    public void End(int commodity, SimTime now, long needed, double lacked)
    {
        if (this[commodity] is not { IsNow: true } shortage) return;
        shortage.End(now, needed, lacked);
        _lacking--;
    }

    private Shortage? ForCut(int commodity) => commodity < _cutFor.Length ? _cutFor[commodity] : null;

    /// <summary>The same as if it had begun then; of what there was nothing of then, when that began.</summary>
    public Lack Since(SimTime then)
    {
        var since = new Lack { _of = [.. _of.Select(one => one?.Since(then))], _cutFor = [.. _cutFor.Select(one => one?.Since(then))],
            _lacking = _lacking, _cut = _cut, IsCut = IsCut };
        since.ByRule.AddRange(ByRule.Where(one => one.From >= then));
        since.IsAny = since.All.Any();
        return since;
    }
}
