using System.Runtime.ExceptionServices;

namespace SupplySim.Experiments;

/// <summary>Runs replications on several threads, each on one, and hands them over in order of replication.</summary>
/// <remarks>Work is handed out replication by replication, all alternatives of one before the next, so that an experiment
/// stopped early has the same replications of each. Which thread does what leaves no trace: a replication
/// is handed over when it is done for all alternatives and all before it have been, and what was run beyond
/// the last one is left aside, failures included. Threads run ahead of the one that is slowest by <see cref="Ahead"/> replications each at
/// most, and then wait for it: so no more are held here.</remarks>
/// <param name="alternatives">What is run.</param>
/// <param name="names">What each is called in a store.</param>
/// <param name="runs">How many replications at most.</param>
/// <param name="source">Where runs come from.</param>
/// <param name="take">Is handed each replication, one outcome for each alternative, in order and one at a
/// time; says whether it was the last that is needed.</param>
internal sealed class Batch(CompiledScenario[] alternatives, string[] names, int runs, RunSource source, Func<RunOutcome[], bool> take)
{
    /// <summary>How many replications for each thread may be done before the one that is to be handed over
    /// next: enough that nobody waits for a run that takes many times as long as most.</summary>
    public const int Ahead = 64;

    private readonly Dictionary<int, RunOutcome?[]> _ahead = [];
    private readonly object _lock = new(); // one that can be waited for
    private long _next;
    private long _done;
    private long _failed = long.MaxValue;
    private Exception? _failure;
    private volatile int _enough = int.MaxValue;
    private volatile bool _stop;
    private long _most;

    /// <summary>Told after each run, from whichever thread ended it. Default: nobody.</summary>
    public IProgress<ExperimentProgress>? Progress { get; init; }

    /// <summary>How many replications have been handed over.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether the last one handed over was said to be the last that is needed.</summary>
    public bool IsEnough { get; private set; }

    /// <summary>Runs until all is done or it is told to stop; a failure is thrown, the first in order of replication.</summary>
    /// <remarks>On the thread that called, whichever it happened on and whatever it is: what nobody catches on a thread of its
    /// own ends the whole process.</remarks>
    public void Run(int workers, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(Stop);
        _most = (long)workers * Ahead;
        var threads = Enumerable.Range(1, workers - 1).Select(_ => new Thread(() => Work(cancellation))).ToArray();
        foreach (var thread in threads) thread.Start();
        Work(cancellation);
        foreach (var thread in threads) thread.Join();
        if (_failure is { } failure && _failed < Total(Most)) ExceptionDispatchInfo.Throw(failure);
    }

    private int Most => Math.Min(runs, _enough);

    private long Total(int replications) => (long)replications * alternatives.Length;

    // What has been handed out is run, so that whatever comes before a failure is known when all threads have ended; but for what
    // is told to stop.
    private void Work(CancellationToken stop)
    {
        while (!_stop && Interlocked.Increment(ref _next) - 1 is var task && task < Total(Most))
        {
            var (run, alternative) = Math.DivRem(task, alternatives.Length);
            WaitForSlower(run);
            try
            {
                Keep((int)alternative, (int)run, source.Of(alternatives[alternative], names[alternative], (int)run, stop));
                Progress?.Report(new ExperimentProgress(Shown(Interlocked.Increment(ref _done)), Shown(Total(runs))));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return; // what was not done is left out
            }
            catch (Exception failure)
            {
                Fail(task, failure);
            }
        }
    }

    // Of tasks that were handed out the first is never among those who wait.
    private void WaitForSlower(long run)
    {
        lock (_lock)
            while (!_stop && !IsEnough && run - Taken >= _most) Monitor.Wait(_lock);
    }

    private void Stop()
    {
        _stop = true;
        lock (_lock) Monitor.PulseAll(_lock);
    }

    private static int Shown(long count) => (int)Math.Min(count, int.MaxValue);

    private void Fail(long task, Exception failure)
    {
        lock (_lock)
            if (task < _failed) (_failed, _failure) = (task, failure);
        Stop();
    }

    private void Keep(int alternative, int run, RunOutcome outcome)
    {
        lock (_lock)
        {
            if (!_ahead.TryGetValue(run, out var outcomes)) _ahead.Add(run, outcomes = new RunOutcome?[alternatives.Length]);
            outcomes[alternative] = outcome;
            var before = Taken;
            while (!IsEnough && _ahead.TryGetValue(Taken, out var next) && Array.TrueForAll(next, one => one is not null)) HandOver(next!);
            if (Taken > before) Monitor.PulseAll(_lock);
        }
    }

    private void HandOver(RunOutcome[] replication)
    {
        _ahead.Remove(Taken);
        Taken++;
        if (!take(replication)) return;
        IsEnough = true;
        _enough = Taken;
    }
}
