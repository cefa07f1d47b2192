namespace SupplySim.Engine;

/// <summary>The rank of an event among those of the same instant: the smaller value comes first.</summary>
/// <remarks>Events equal in time and priority run in the order in which they were scheduled. A model names its own
/// priorities; the engine itself uses <see cref="Normal"/> only.</remarks>
/// <param name="Value">The rank, from 0 (first) to 255 (last). The default value is 0.</param>
public readonly record struct Priority(byte Value)
{
    /// <summary>The middle rank, 128: that of whatever is woken at the current instant.</summary>
    public static Priority Normal => new(128);
}
