namespace SupplySim.Engine;

/// <summary>Units of a <see cref="Resource"/> that somebody holds. Disposing it releases them; copies are the same hold,
/// and releasing it again does nothing. The default value holds nothing.</summary>
public readonly record struct ResourceHold : IDisposable
{
    private readonly Resource? resource;
    private readonly int slot;
    private readonly uint generation;

    internal ResourceHold(Resource resource, int slot, uint generation) =>
        (this.resource, this.slot, this.generation) = (resource, slot, generation);

    /// <summary>The units held: 0 once they are released.</summary>
    public int Amount => resource is not null && resource.IsHeld(slot, generation) ? resource.Amount(slot) : 0;

    /// <summary>Releases the units; they go to the next in turn at once.</summary>
    /// <returns>Whether there was anything to release.</returns>
    public bool Release() => resource is not null && resource.Release(slot, generation);

    /// <inheritdoc cref="Release"/>
    public void Dispose() => Release();
}
