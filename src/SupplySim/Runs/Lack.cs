using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What one place lacked of what is brought to it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lack
{
    private Shortage?[] _of = [];
    private int _lacking;

    /// <summary>Of a commodity, by its number; null where nothing brings it: that is late for nobody.</summary>
    public Shortage? this[int commodity] => commodity < _of.Length ? _of[commodity] : null;

    /// <summary>Whether it lacks something now.</summary>
    public bool IsNow => _lacking > 0;

    /// <summary>Whether it has lacked anything so far.</summary>
    public bool IsAny { get; private set; }

    /// <summary>What it has lacked of all that is brought, by commodity.</summary>
    public IEnumerable<(int Commodity, Shortage Shortage)> All => _of.Index().Where(one => one.Item is { IsAny: true }).Select(one => (one.Index, one.Item!));

    /// <summary>What is brought to it. Default: nothing.</summary>
    /// <param name="of">By commodity; null where nothing brings it.</param>
    public void Watch(Shortage?[] of) => _of = of;

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

    /// <summary>The same as if it had begun then; of what there was nothing of then, when that began.</summary>
    public Lack Since(SimTime then)
    {
        var since = new Lack { _of = [.. _of.Select(one => one?.Since(then))], _lacking = _lacking };
        since.IsAny = since.All.Any();
        return since;
    }
}
