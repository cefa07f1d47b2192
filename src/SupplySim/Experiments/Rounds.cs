using System.Collections.Immutable;
using System.Diagnostics;

namespace SupplySim.Experiments;

/// <summary>Several batches of runs, one after the other, of which each may ask for what the one before has shown.</summary>
/// <remarks>All of the same replications: cancelled, a batch has those from the first that are done for all
/// its alternatives. Replications in which what all is compared with has failed, the first alternative of
/// the first batch, are left out of all.</remarks>
internal sealed class Rounds(ulong seed, int runs, ExperimentOptions options, int workers, CancellationToken cancellation)
{
    private readonly RunSource _source = new(seed, options);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<FailedRun> _failures = [];
    private List<ImmutableArray<RunOut>>? _compared;
    private HashSet<int>? _leftOut;
    private long _events;
    private int _before;
    private int _most = 1;

    public ulong Seed => seed;

    public bool IsCancelled { get; private set; }

    public ExperimentCost Cost => new(_events, _clock.Elapsed, _most) { RunsFound = _source.Found };

    /// <summary>What failed, in order of batch, replication and alternative.</summary>
    public ImmutableArray<FailedRun> Failures => [.. _failures];

    /// <summary>Whether what all is compared with has failed in some replication.</summary>
    public bool IsGapped => _leftOut is { Count: > 0 };

    /// <summary>Whether anything was drawn in any run so far.</summary>
    public bool IsRandom { get; private set; }

    /// <summary>What is made of each of some, on as many threads as run; in their order.</summary>
    public TOut[] Each<TIn, TOut>(TIn[] some, Func<TIn, TOut> make)
    {
        var made = new TOut[some.Length];
        Parallel.For(0, some.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, i => made[i] = make(some[i]));
        return made;
    }

    /// <summary>The first value of each run, by alternative.</summary>
    /// <param name="alternatives">What is run, each with its name in a store, where the runs of all rounds lie side by side.</param>
    /// <param name="later">How many alternatives are certain to come in later rounds, for whoever is told
    /// of progress. Default: none.</param>
    public RoundRuns[] Run((string Name, CompiledScenario Scenario)[] alternatives, int later = 0)
    {
        var (values, failed, sooner) = (alternatives.Select(_ => new List<double>()).ToArray(),
            new List<(int Replication, int Alternative)>(), new int[alternatives.Length]);
        var isFirst = _compared is null;
        _compared ??= [];
        var batch = new Batch([.. alternatives.Select(one => one.Scenario)], [.. alternatives.Select(one => one.Name)], runs, _source, Take)
        {
            Progress = options.Progress is { } listener ? new Onward(listener, _before, runs * later) : null,
        };
        var threads = (int)Math.Min(workers, (long)runs * alternatives.Length);
        batch.Run(threads, cancellation);
        if (batch.Taken < runs) IsCancelled = true;
        _before += runs * alternatives.Length;
        _most = Math.Max(_most, threads);
        _leftOut ??= [.. failed.Where(one => one.Alternative == 0).Select(one => one.Replication)];
        var broken = failed.Where(one => !_leftOut.Contains(one.Replication)).Select(one => one.Alternative).ToHashSet();
        return [.. values.Select((one, i) =>
            new RoundRuns([.. one.Where((_, replication) => !_leftOut.Contains(replication))], broken.Contains(i), sooner[i]))];

        bool Take(RunOutcome[] replication)
        {
            for (var i = 0; i < replication.Length; i++)
            {
                if (replication[i].Failure is { } failure)
                {
                    failed.Add((values[i].Count, i));
                    _failures.Add(new(alternatives[i].Name, values[i].Count, failure));
                }
                if (isFirst && i == 0) _compared.Add(replication[0].Run?.RunOuts ?? []);
                if (replication[i].Run is { } run && IsSooner(run.RunOuts, _compared[values[i].Count])) sooner[i]++;
                values[i].Add(replication[i].Run?.Values[0] ?? double.NaN);
                _events += replication[i].Run?.Events ?? 0;
                IsRandom |= replication[i].Run?.IsRandom == true;
            }
            return false;
        }
    }

    private static bool IsSooner(ImmutableArray<RunOut> some, ImmutableArray<RunOut> compared) =>
        some.Any(one => !compared.Any(other => other.Place == one.Place && other.Commodity == one.Commodity && other.After <= one.After));

    /// <summary>What all is compared with.</summary>
    /// <param name="first">The first alternative of the first batch.</param>
    /// <param name="values">Its values; none where nothing came of it.</param>
    /// <exception cref="Engine.SimulationFailedException">Every run of it has failed; the first failure.</exception>
    /// <exception cref="OperationCanceledException">Stopped before there was a run of everything.</exception>
    public double[] Compared(CompiledScenario first, double[] values)
    {
        if (values.Length == 0 && _leftOut is { Count: > 0 } failed) Replication.Run(first, seed, failed.Min());
        return values.Length > 0 ? values : throw new OperationCanceledException("Stopped before there was a run of everything.");
    }

    /// <summary>Counts on from the rounds before.</summary>
    private sealed class Onward(IProgress<ExperimentProgress> listener, int before, int later) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) =>
            listener.Report(new ExperimentProgress(before + value.RunsDone, before + value.RunsPlanned + later));
    }
}

/// <summary>The value of each run, and whether any of them failed: then what there is says nothing of all.</summary>
/// <param name="Values">In order.</param>
/// <param name="HasFailed">Whether any has.</param>
/// <param name="Sooner">[runs] In which a place runs out of something sooner than in what all is compared with, or in none of it.</param>
internal sealed record RoundRuns(double[] Values, bool HasFailed, int Sooner);
