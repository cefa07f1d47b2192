using System.Diagnostics;

namespace SupplySim.Experiments;

/// <summary>Several batches of runs, one after the other, of which each may ask for what the one before has shown.</summary>
/// <remarks>All of the same replications: cancelled, a batch has those from the first that are done for all its alternatives.</remarks>
internal sealed class Rounds(ulong seed, int runs, ExperimentOptions options, int workers, CancellationToken cancellation)
{
    private readonly RunSource _source = new(seed, options with { KeepFailures = false });
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _events;
    private int _before;
    private int _most = 1;

    public ulong Seed => seed;

    public bool IsCancelled { get; private set; }

    public ExperimentCost Cost => new(_events, _clock.Elapsed, _most) { RunsFound = _source.Found };

    /// <summary>The first value of each run, by alternative.</summary>
    /// <param name="alternatives">What is run, each with its name in a store.</param>
    public double[][] Run((string Name, CompiledScenario Scenario)[] alternatives)
    {
        var values = alternatives.Select(_ => new List<double>()).ToArray();
        var batch = new Batch([.. alternatives.Select(one => one.Scenario)], [.. alternatives.Select(one => one.Name)], runs, _source, Take)
        {
            Progress = options.Progress is { } listener ? new Onward(listener, _before) : null,
        };
        var threads = (int)Math.Min(workers, (long)runs * alternatives.Length);
        batch.Run(threads, cancellation);
        if (batch.Taken < runs) IsCancelled = true;
        _before += runs * alternatives.Length;
        _most = Math.Max(_most, threads);
        return [.. values.Select(one => one.ToArray())];

        bool Take(RunOutcome[] replication)
        {
            for (var i = 0; i < replication.Length; i++) values[i].Add(replication[i].Run!.Values[0]);
            _events += replication.Sum(one => one.Run!.Events);
            return false;
        }
    }

    /// <summary>Counts on from the rounds before.</summary>
    private sealed class Onward(IProgress<ExperimentProgress> listener, int before) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => listener.Report(new ExperimentProgress(before + value.RunsDone, before + value.RunsPlanned));
    }
}
