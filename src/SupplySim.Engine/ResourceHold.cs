namespace SupplySim.Engine;

/// <summary>Units of a <see cref="Resource"/> that somebody holds. Disposing it releases them; copies are the same hold,
/// and releasing it again does nothing. The default value holds nothing.</summary>
public readonly record struct ResourceHold : IDisposable
{
    private readonly Resource? _resource;

    internal ResourceHold(Resource resource, int slot, uint generation) =>
        (_resource, Slot, Generation) = (resource, slot, generation);

    internal int Slot { get; }

    internal uint Generation { get; }

    /// <summary>Whether the units are still held: neither released nor taken by somebody more urgent.</summary>
    public bool IsHeld => _resource is not null && _resource.IsHeld(Slot, Generation);

    /// <summary>The units held: 0 once they are released or taken.</summary>
    public int Amount => IsHeld ? _resource!.Amount(Slot) : 0;

    /// <summary>The wait for a service with these units, which pauses with them: <c>await hold.Serve(duration);</c></summary>
    /// <remarks>The units stay held afterwards. A process that is interrupted while it serves keeps them; one that is
    /// interrupted while its service is paused has none to keep, and its hold is gone. If somebody else releases the units
    /// meanwhile, the process that serves is interrupted with <see cref="Preempted"/> as the cause.</remarks>
    /// <param name="duration">What the service takes, not negative.</param>
    /// <param name="onClose">What becomes of it when the units are taken away.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative, or cannot be drawn again.</exception>
    /// <exception cref="InvalidOperationException">Nothing is held, or these units are in another service.</exception>
    /// <exception cref="OverflowException">The service would end beyond <see cref="SimTime.Latest"/>.</exception>
    public ServeWait Serve(TimeSpan duration, OnClose onClose = OnClose.Resume)
    {
        if (onClose == OnClose.Resample)
            throw new ArgumentOutOfRangeException(nameof(onClose), onClose,
                "A duration cannot be drawn again: say how to draw it.");
        return Serve(duration, null, onClose);
    }

    /// <summary>The wait for a service whose duration is drawn again whenever it was paused.</summary>
    /// <param name="draw">Gives a duration, not negative; asked now and at the end of every pause.</param>
    /// <exception cref="InvalidOperationException">Nothing is held, or these units are in another service.</exception>
    public ServeWait Serve(Func<TimeSpan> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return Serve(draw(), draw, OnClose.Resample);
    }

    /// <summary>Releases the units; they go to the next in turn at once.</summary>
    /// <returns>Whether there was anything to release.</returns>
    public bool Release() => _resource is not null && _resource.Release(Slot, Generation);

    /// <inheritdoc cref="Release"/>
    public void Dispose() => Release();

    private ServeWait Serve(TimeSpan duration, Func<TimeSpan>? draw, OnClose onClose)
    {
        if (_resource is null) throw new InvalidOperationException("Nothing is held with which to serve.");
        _resource.CheckCanServe(this, duration);
        return new ServeWait(_resource, this, duration, draw, onClose);
    }
}
