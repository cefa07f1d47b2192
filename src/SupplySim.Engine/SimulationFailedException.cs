namespace SupplySim.Engine;

/// <summary>The one exception by which a run fails: it says when, in which process, and with which seed and replication
/// the failure can be reproduced. The cause is the <see cref="Exception.InnerException"/>.</summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(
        string message, SimTime time, string? process, ulong seed, int replication, Exception? cause)
        : base(message, cause)
    {
        Time = time;
        Process = process;
        Seed = seed;
        Replication = replication;
    }

    /// <summary>The simulated time of the failure.</summary>
    public SimTime Time { get; }

    /// <summary>The name, or else the number, of the process that failed; <see langword="null"/> if none was running.</summary>
    public string? Process { get; }

    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>The number of the replication.</summary>
    public int Replication { get; }

    /// <summary>The same failure, told with what it was that ran, where several things have.</summary>
    /// <param name="what">As it is called; put before the message.</param>
    public SimulationFailedException Of(string what) => new($"{what}: {Message}", Time, Process, Seed, Replication, InnerException);
}
