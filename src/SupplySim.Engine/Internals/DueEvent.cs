namespace SupplySim.Engine.Internals;

/// <summary>An event that has been taken from the queue and is about to happen.</summary>
internal readonly record struct DueEvent(ulong Key, int Handler, int Slot, long Argument);
