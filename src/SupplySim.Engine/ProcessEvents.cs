namespace SupplySim.Engine;

/// <summary>A process was started.</summary>
/// <param name="Number">The ordinal of its start, from 1.</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="At">When.</param>
public readonly record struct ProcessStarted(long Number, string? Name, SimTime At);

/// <summary>A process has ended.</summary>
/// <param name="Number">The ordinal of its start, from 1.</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="At">When.</param>
/// <param name="Failure">What it threw, if anything.</param>
public readonly record struct ProcessEnded(long Number, string? Name, SimTime At, Exception? Failure);

/// <summary>A process was interrupted; it will be told by an event at this instant.</summary>
/// <param name="Number">The ordinal of its start, from 1.</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="At">When.</param>
/// <param name="Cause">Why.</param>
public readonly record struct ProcessInterrupted(long Number, string? Name, SimTime At, object Cause);
