namespace SupplySim.Engine;

/// <summary>A service that is done: <c>var service = await hold.Serve(duration);</c></summary>
/// <param name="Began">When it began for the first time.</param>
/// <param name="LastBegan">When it began, or went on, for the last time: <paramref name="Began"/> if it was never
/// paused.</param>
/// <param name="Pauses">How often it was paused.</param>
public readonly record struct Service(SimTime Began, SimTime LastBegan, int Pauses);
