namespace SupplySim.Engine.Internals;

/// <summary>The last few events before a livelock is called one, so that the failure can name the cycle.</summary>
/// <remarks>Nothing is noted until an instant has all but used up its bound: the event loop pays one comparison.</remarks>
internal sealed class RecentEvents(int maxEventsPerInstant)
{
    private const int Kept = 8;

    private readonly List<(SimTime At, int Handler, long Argument)> _noted = [];

    /// <summary>The number of events at one instant beyond which each is to be noted.</summary>
    public int From { get; set; } = Math.Max(0, maxEventsPerInstant - Kept);

    public void Note(SimTime at, int handler, long argument)
    {
        if (_noted.Count == Kept) _noted.RemoveAt(0);
        _noted.Add((at, handler, argument));
    }

    public IEnumerable<(int Handler, long Argument)> Noted(SimTime at) =>
        _noted.Where(one => one.At == at).Select(one => (one.Handler, one.Argument));
}
