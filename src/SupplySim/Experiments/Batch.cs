using System.Runtime.ExceptionServices;

namespace SupplySim.Experiments;

/// <summary>Runs replications on several threads, each on one, and keeps what is read off each by alternative and replication.</summary>
/// <remarks>Work is handed out replication by replication, all alternatives of one before the next, so that an experiment
/// stopped early has the same replications of each. Which thread does what leaves no trace: whether to stop is asked of the
/// replications from the first on without a gap, and what was run beyond the last one is left aside, failures included.</remarks>
internal sealed class Batch<T>(CompiledScenario[] alternatives, ulong seed, int runs, bool audit, Func<RunResult, T> read)
{
    private readonly bool[][] _isDone = [.. alternatives.Select(_ => new bool[runs])];
    private readonly Lock _lock = new();
    private long _next;
    private long _done;
    private long _failed = long.MaxValue;
    private Exception? _failure;
    private int _looked;
    private volatile int _enough = int.MaxValue;
    private volatile bool _stop;

    /// <summary>By alternative, then by replication; only those from the first to <see cref="RunsDone"/> count.</summary>
    public T[][] Results { get; } = [.. alternatives.Select(_ => new T[runs])];

    /// <summary>Told after each run, from whichever thread ended it. Default: nobody.</summary>
    public IProgress<ExperimentProgress>? Progress { get; init; }

    /// <summary>Which alternative is looked at in order of replication, and whether a replication is the last that is needed.
    /// Default: all are needed.</summary>
    public (int Alternative, Func<T, bool> IsEnough)? StopAt { get; init; }

    /// <summary>How many replications it has been told are enough; null where it has not.</summary>
    public int? Enough => _enough < int.MaxValue ? _enough : null;

    /// <summary>The number of replications, from the first, that are done for every alternative.</summary>
    public int RunsDone()
    {
        for (var run = 0; run < Most; run++)
            if (_isDone.Any(done => !done[run])) return run;
        return Most;
    }

    private int Most => Math.Min(runs, _enough);

    /// <summary>Runs until all is done or it is told to stop; a failure is thrown, the first in order of replication.</summary>
    /// <remarks>On the thread that called, whichever it happened on and whatever it is: what nobody catches on a thread of its
    /// own ends the whole process.</remarks>
    public void Run(int workers, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(() => _stop = true);
        var threads = Enumerable.Range(1, workers - 1).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads) thread.Start();
        Work();
        foreach (var thread in threads) thread.Join();
        if (_failure is { } failure && _failed < Total(Most)) ExceptionDispatchInfo.Throw(failure);
    }

    private long Total(int replications) => (long)replications * alternatives.Length;

    // What has been handed out is run, so that whatever comes before a failure is known when all threads have ended.
    private void Work()
    {
        while (!_stop && Interlocked.Increment(ref _next) - 1 is var task && task < Total(Most))
        {
            var (run, alternative) = Math.DivRem(task, alternatives.Length);
            try
            {
                Keep((int)alternative, (int)run, read(Replication.Run(alternatives[alternative], seed, (int)run, audit: audit)));
                Progress?.Report(new ExperimentProgress(Shown(Interlocked.Increment(ref _done)), Shown(Total(runs))));
            }
            catch (Exception failure)
            {
                Fail(task, failure);
            }
        }
    }

    private static int Shown(long count) => (int)Math.Min(count, int.MaxValue);

    private void Fail(long task, Exception failure)
    {
        lock (_lock)
            if (task < _failed) (_failed, _failure) = (task, failure);
        _stop = true;
    }

    private void Keep(int alternative, int run, T result)
    {
        lock (_lock)
        {
            Results[alternative][run] = result;
            _isDone[alternative][run] = true;
            if (StopAt is not { } rule) return;
            for (; Enough is null && _looked < runs && _isDone[rule.Alternative][_looked]; _looked++)
                if (rule.IsEnough(Results[rule.Alternative][_looked])) _enough = _looked + 1;
        }
    }
}
