namespace SupplySim.Engine;

/// <summary>Units of a <see cref="Resource"/> that somebody holds. Disposing it releases them; copies are the same hold,
/// and releasing it again does nothing. The default value holds nothing.</summary>
public readonly record struct ResourceHold : IDisposable
{
    private readonly Resource? _resource;
    private readonly int _slot;
    private readonly uint _generation;

    internal ResourceHold(Resource resource, int slot, uint generation) =>
        (_resource, _slot, _generation) = (resource, slot, generation);

    /// <summary>The units held: 0 once they are released.</summary>
    public int Amount => _resource is not null && _resource.IsHeld(_slot, _generation) ? _resource.Amount(_slot) : 0;

    /// <summary>Releases the units; they go to the next in turn at once.</summary>
    /// <returns>Whether there was anything to release.</returns>
    public bool Release() => _resource is not null && _resource.Release(_slot, _generation);

    /// <inheritdoc cref="Release"/>
    public void Dispose() => Release();
}
