using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>The landings that an airfield expects where aircraft may circle, and when each is expected to leave its stand.</summary>
/// <remarks>Times are expected from mean ground times: where these are fixed, every aircraft lands at the instant at which a stand
/// becomes free for it. Cost: linear in the landings expected. One run, one thread.</remarks>
/// <param name="stands">How many.</param>
/// <param name="crews">How many loading crews; 0 where they are not counted.</param>
internal sealed class Slots(int stands, int crews)
{
    private readonly List<Slot> _expected = [];
    private readonly List<SimTime> _times = [];

    /// <summary>When a stand is expected to be free for one more; the start where one is now.</summary>
    public SimTime StandFree() => Free(stands, static slot => slot.Leaves);

    /// <summary>When a loading crew is expected to be free for one more.</summary>
    public SimTime CrewFree() => crews == 0 ? SimTime.Start : Free(crews, static slot => slot.Handled);

    public void Expect(Slot slot) => _expected.Add(slot);

    public void Remove(Slot slot) => _expected.Remove(slot);

    // Of as many as there are places, the one that goes first gives way.
    private SimTime Free(int places, Func<Slot, SimTime> until)
    {
        if (_expected.Count < places) return SimTime.Start;
        _times.Clear();
        foreach (var slot in _expected) _times.Add(until(slot));
        _times.Sort();
        return _times[^places];
    }
}

/// <summary>One landing expected.</summary>
/// <param name="handled">When its cargo is expected to be handled.</param>
/// <param name="leaves">When it is expected to leave its stand.</param>
internal sealed class Slot(SimTime handled, SimTime leaves)
{
    public SimTime Handled { get; } = handled;

    public SimTime Leaves { get; } = leaves;
}
