using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>One cause that keeps a place or route closed.</summary>
/// <param name="Cause">The disruption's id.</param>
/// <param name="Traffics">A bit for each traffic it binds; all bits for all.</param>
/// <param name="EnRoute">What happens to those in it.</param>
/// <param name="Ends">When it ends, as announced; never where nothing is.</param>
internal sealed record ClosureHold(string Cause, ulong Traffics, EnRoute EnRoute, SimTime Ends)
{
    /// <summary>What those do who wait in the queue of a crossing.</summary>
    public QueueRule Queue { get; init; }

    public bool Binds(int traffic) => (Traffics >> traffic & 1) != 0;

    /// <summary>A bit for each traffic that some closures bind.</summary>
    public static ulong Together(List<ClosureHold> closures)
    {
        var traffics = 0UL;
        foreach (var closure in closures) traffics |= closure.Traffics;
        return traffics;
    }

    /// <summary>The first of some closures that binds a traffic; null where none does.</summary>
    public static ClosureHold? First(IReadOnlyList<ClosureHold> closures, int traffic)
    {
        for (var i = 0; i < closures.Count; i++)
            if (closures[i].Binds(traffic)) return closures[i];
        return null;
    }

    /// <summary>When those of some closures that bind a traffic end, as announced; never where one has announced nothing, or there
    /// is none.</summary>
    public static SimTime AnnouncedEnd(List<ClosureHold> closures, int traffic)
    {
        var (end, isClosed) = (SimTime.Start, false);
        foreach (var closure in closures)
        {
            if ((closure.Traffics >> traffic & 1) == 0) continue;
            (end, isClosed) = (SimTime.Max(end, closure.Ends), true);
        }
        return isClosed ? end : SimTime.Never;
    }
}
