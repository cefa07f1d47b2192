using SupplySim.Networks;

namespace SupplySim.Planning;

/// <summary>By arc, what is known to be shut for one kind of traffic: looked up once for all that is asked
/// until something is learned.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class KnownShut(Graph graph, Situation situation, int traffic)
{
    private int _version = -1;

    /// <summary>[arcs] Shut now.</summary>
    public bool[] Now { get; } = new bool[graph.ArcCount];

    /// <summary>[arcs] Leading to a crossing that has been shut as long as anybody knows.</summary>
    public bool[] Always { get; } = new bool[graph.ArcCount];

    /// <summary>[arcs] What is shut where nothing is.</summary>
    public bool[] Nothing { get; } = new bool[graph.ArcCount];

    /// <summary>Whether anything is shut now.</summary>
    public bool IsAnywhere { get; private set; }

    /// <summary>Whether anything on a way is shut now.</summary>
    public bool IsOn(ReadOnlySpan<int> arcs)
    {
        foreach (var arc in arcs)
            if (Now[arc]) return true;
        return false;
    }

    /// <summary>Looks again if something was learned since. True where <see cref="Always"/> is no longer the same.</summary>
    public bool Refresh()
    {
        if (_version == situation.Version) return false;
        _version = situation.Version;
        IsAnywhere = false;
        var isOther = false;
        for (var arc = 0; arc < Now.Length; arc++)
        {
            ref readonly var step = ref graph[arc];
            Now[arc] = situation.IsPlaceShut(step.To, traffic) || situation.IsRouteShut(step.Route, traffic);
            IsAnywhere |= Now[arc];
            var always = situation.WasNeverOpen(step.To, traffic);
            isOther |= always != Always[arc];
            Always[arc] = always;
        }
        return isOther;
    }
}
