namespace SupplySim.Engine;

/// <summary>The cause of the interrupt of a process whose units were taken by somebody more urgent while it did not
/// <see cref="ResourceHold.Serve(TimeSpan, OnClose)"/> but something else, or released by somebody else while it served.
/// The hold is gone.</summary>
/// <param name="Hold">What was held.</param>
public sealed record Preempted(ResourceHold Hold);
