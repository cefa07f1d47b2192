namespace SupplySim.Engine;

/// <summary>Settings of a <see cref="Simulation"/> that bound it rather than change its result.</summary>
public sealed record SimulationOptions
{
    private readonly int _maxEventsPerInstant = 1_000_000;

    /// <summary>How many events may happen at one instant before the run is given up as a livelock: at least 1, by
    /// default 1,000,000. A wait that a process completes without waiting counts as an event here;
    /// and so often may a process go on within one event from one sub-process that is over at once to the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxEventsPerInstant
    {
        get => _maxEventsPerInstant;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxEventsPerInstant));
            _maxEventsPerInstant = value;
        }
    }
}
