using System.Collections.Concurrent;
using SupplySim.Experiments;

namespace SupplySim.Tests.Experiments;

/// <summary>A store in memory, which counts what it is asked and can be told to lose some.</summary>
internal sealed class Shelf : IExperimentStore
{
    private readonly ConcurrentDictionary<(string, int), RunOutcome> _kept = new();

    public ExperimentIdentity? Identity { get; private set; }

    public int Kept { get; private set; }

    /// <summary>Refuses to keep more.</summary>
    public int Room { get; set; } = int.MaxValue;

    public ICollection<(string Alternative, int Replication)> There => _kept.Keys;

    public void Begin(ExperimentIdentity identity) => Identity = identity;

    public RunOutcome? Find(string alternative, int replication, ResultLayout layout) =>
        _kept.GetValueOrDefault((alternative, replication));

    public void Keep(string alternative, int replication, RunOutcome outcome)
    {
        lock (_kept)
        {
            if (Kept >= Room) throw new IOException("no room");
            Kept++;
        }
        _kept[(alternative, replication)] = outcome;
    }

    /// <summary>Loses all but some.</summary>
    public void Lose(Func<string, int, bool> isLost)
    {
        foreach (var key in There.Where(key => isLost(key.Alternative, key.Replication)).ToList()) _kept.TryRemove(key, out _);
        Kept = 0;
    }
}
