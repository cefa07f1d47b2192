namespace SupplySim.Engine;

/// <summary>An event has happened: whatever it set in motion at once is done.</summary>
/// <param name="At">When; what the clock still shows.</param>
/// <param name="Handler">Who handled it.</param>
/// <param name="Argument">What the handler was given.</param>
public readonly record struct EventHappened(SimTime At, HandlerId Handler, long Argument);
