using System.Runtime.ExceptionServices;

namespace SupplySim.Experiments;

/// <summary>Runs replications on several threads, each on one, and keeps the results by alternative and replication.</summary>
/// <remarks>Work is handed out replication by replication, all alternatives of one before the next, so that an experiment
/// stopped early has the same replications of each. Which thread does what leaves no trace.</remarks>
internal sealed class Batch(CompiledScenario[] alternatives, ulong seed, int runs, bool audit, IProgress<ExperimentProgress>? progress)
{
    private int _next;
    private int _done;
    private volatile bool _stop;

    /// <summary>By alternative, then by replication; null where it was not done.</summary>
    public RunResult?[][] Results { get; } = [.. alternatives.Select(_ => new RunResult?[runs])];

    /// <summary>The number of replications, from the first, that are done for every alternative.</summary>
    public int RunsDone()
    {
        for (var run = 0; run < runs; run++)
            if (Results.Any(results => results[run] is null)) return run;
        return runs;
    }

    /// <summary>Runs until all is done or it is told to stop; a failure is thrown, the first in order of replication.</summary>
    /// <remarks>On the thread that called, whichever it happened on and whatever it is: what nobody catches on a thread of its
    /// own ends the whole process.</remarks>
    public void Run(int workers, CancellationToken cancellation)
    {
        var failures = new Exception?[runs * alternatives.Length];
        using var registration = cancellation.Register(() => _stop = true);
        var threads = Enumerable.Range(1, workers - 1).Select(_ => new Thread(() => Work(failures))).ToArray();
        foreach (var thread in threads) thread.Start();
        Work(failures);
        foreach (var thread in threads) thread.Join();
        if (failures.FirstOrDefault(failure => failure is not null) is { } first) ExceptionDispatchInfo.Throw(first);
    }

    private void Work(Exception?[] failures)
    {
        var total = runs * alternatives.Length;
        while (!_stop && Interlocked.Increment(ref _next) - 1 is var task && task < total)
        {
            var (run, alternative) = Math.DivRem(task, alternatives.Length);
            try
            {
                Results[alternative][run] = Replication.Run(alternatives[alternative], seed, run, audit: audit);
                progress?.Report(new ExperimentProgress(Interlocked.Increment(ref _done), total));
            }
            catch (Exception failure)
            {
                failures[task] = failure;
                _stop = true;
            }
        }
    }
}
