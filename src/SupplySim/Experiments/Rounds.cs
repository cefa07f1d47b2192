using System.Diagnostics;

namespace SupplySim.Experiments;

/// <summary>Several batches of runs, one after the other, of which each may ask for what the one before has shown.</summary>
/// <remarks>All of the same replications: cancelled, a batch has those from the first that are done for all its alternatives.</remarks>
internal sealed class Rounds(ulong seed, int runs, ExperimentOptions options, int workers, CancellationToken cancellation)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _events;
    private int _before;
    private int _most = 1;

    public ulong Seed => seed;

    public bool IsCancelled { get; private set; }

    public ExperimentCost Cost => new(_events, _clock.Elapsed, _most);

    /// <summary>The first value of each run, by alternative.</summary>
    public double[][] Run(CompiledScenario[] alternatives)
    {
        var batch = new Batch<(double Value, long Events)>(alternatives, seed, runs, options.Audit, run => (run.Values[0], run.Events))
        {
            Progress = options.Progress is { } listener ? new Onward(listener, _before) : null,
        };
        var threads = (int)Math.Min(workers, (long)runs * alternatives.Length);
        batch.Run(threads, cancellation);
        var done = batch.RunsDone();
        if (done < runs) IsCancelled = true;
        _before += runs * alternatives.Length;
        _most = Math.Max(_most, threads);
        _events += batch.Results.Sum(one => one.Take(done).Sum(run => run.Events));
        return [.. batch.Results.Select(one => one[..done].Select(run => run.Value).ToArray())];
    }

    /// <summary>Counts on from the rounds before.</summary>
    private sealed class Onward(IProgress<ExperimentProgress> listener, int before) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => listener.Report(new ExperimentProgress(before + value.RunsDone, before + value.RunsPlanned));
    }
}
