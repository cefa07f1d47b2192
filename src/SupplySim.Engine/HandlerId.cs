namespace SupplySim.Engine;

/// <summary>The number of a registered <see cref="IEventHandler"/>: dense, in order of registration, part of the event
/// fingerprint. Good for the simulation that gave it only; the default value names none: an event scheduled
/// with it fails when it happens.</summary>
public readonly record struct HandlerId
{
    internal HandlerId(int index) => Index = index;

    internal int Index { get; }
}
