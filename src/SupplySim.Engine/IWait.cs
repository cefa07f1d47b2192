using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A wait that can be one of several (<see cref="Simulation.WhenAny{TFirst, TSecond}"/>), or tell how it ended
/// instead of throwing (<see cref="WaitExtensions.Outcome"/>).</summary>
public interface IWait : IProcessAwaiter
{
    /// <summary>None only for the end of a process that never was.</summary>
    internal Simulation? Simulation { get; }

    /// <summary>What is waited for; nothing if that is a time.</summary>
    internal IWaitSource? Source { get; }

    /// <summary>Gives the waiter what it wants if that can be done on the spot.</summary>
    internal bool TryAtOnce(Waiter waiter);

    /// <summary>Puts the waiter in line.</summary>
    internal void Begin(Waiter waiter);
}
