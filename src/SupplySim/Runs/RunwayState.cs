namespace SupplySim.Runs;

/// <summary>How an airfield stands at this instant: what grounds which traffic there, and who is in the air on the way to it.</summary>
/// <remarks>Flights register here, so that those whom a grounding binds can be turned back. One run, one thread.</remarks>
internal sealed class RunwayState
{
    private readonly List<ClosureHold> _groundings = [];
    private readonly List<IMover> _inbound = [];

    /// <summary>Who is in the air on the way to it.</summary>
    public IReadOnlyList<IMover> Inbound => _inbound;

    /// <summary>Whether anything grounds any traffic here.</summary>
    public bool IsGrounding => _groundings.Count > 0;

    /// <summary>A bit for each traffic that may not take off and land; all bits for all.</summary>
    public ulong Shut => ClosureHold.Together(_groundings);

    /// <summary>What grounds whom here.</summary>
    public IReadOnlyList<ClosureHold> Groundings => _groundings;

    /// <summary>Whether this traffic may take off and land.</summary>
    public bool IsOpenFor(int traffic)
    {
        foreach (var grounding in _groundings)
            if ((grounding.Traffics >> traffic & 1) != 0) return false;
        return true;
    }

    public void Enter(IMover flight) => _inbound.Add(flight);

    public void Leave(IMover flight) => _inbound.Remove(flight);

    public void Close(ClosureHold hold)
    {
        _groundings.Add(hold);
        foreach (var flight in _inbound.ToArray())
            if ((hold.Traffics >> flight.Traffic & 1) != 0) flight.RouteClosed(hold);
    }

    public void Reopen(ClosureHold hold) => _groundings.Remove(hold);
}
