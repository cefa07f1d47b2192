namespace SupplySim.Networks;

/// <summary>One direction of a route.</summary>
/// <param name="From">The place it leaves, from 0.</param>
/// <param name="To">The place it enters, from 0.</param>
/// <param name="Weight">What passing it costs, 0 or more: ticks, metres, or whatever is to be least.</param>
/// <param name="Route">The route it belongs to, from 0: both directions of one route have the same.</param>
public readonly record struct Arc(int From, int To, long Weight, int Route);
