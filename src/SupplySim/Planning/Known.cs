using SupplySim.Engine;

namespace SupplySim.Planning;

/// <summary>Something that those who plan know, and the instant that they know it of.</summary>
/// <param name="Value">How it was.</param>
/// <param name="AsOf">When it was so; it may be otherwise by now.</param>
public readonly record struct Known<T>(T Value, SimTime AsOf);
