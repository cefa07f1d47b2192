using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>A piece of waiting as it was charged.</summary>
/// <param name="Wait">Who waited, where and why.</param>
/// <param name="From">When the piece began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Waited">[vehicle-time]</param>
internal readonly record struct LoggedWait(Waiting Wait, SimTime From, SimTime Until, TimeSpan Waited);

/// <summary>Somebody waits at a place for one cause.</summary>
/// <param name="Place">Where.</param>
/// <param name="Cause">Why.</param>
/// <param name="Blamed">The closure that is the reason; null where none is.</param>
/// <param name="BoundFor">The place that it was sent to, there and back; -1 where nobody waits for it.</param>
internal readonly record struct Waiting(int Place, WaitCause Cause, ClosureHold? Blamed = null, int BoundFor = -1);
