using System.Diagnostics;

namespace SupplySim.Benchmarks;

/// <summary>What one case cost one subject.</summary>
/// <param name="Case">The case.</param>
/// <param name="Subject">The subject.</param>
/// <param name="NsPerEvent">[ns of processor time per event] The median over the rounds.</param>
/// <param name="BytesPerEvent">[bytes per event] Allocated.</param>
internal sealed record Measurement(Case Case, string Subject, double NsPerEvent, double BytesPerEvent)
{
    private const int MostInMemory = 100_000;
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures a case, its subjects by turns: whatever else the machine does meets all of them.</summary>
    /// <remarks>Processor time, not the clock on the wall: the machine may be shared. A round is a whole turnover of
    /// what is pending at least.</remarks>
    public static List<Measurement> Take(Case one, int rounds, long eventsPerRound, TimeSpan warmUp)
    {
        if (one.Pending > MostInMemory) rounds = Math.Min(rounds, 3);
        var work = Array.ConvertAll(one.Subjects, subject => one.Create(subject));
        var times = Array.ConvertAll(work, _ => new double[rounds]);
        var bytes = new double[work.Length];
        var events = Math.Max(eventsPerRound, one.Pending);
        foreach (var subject in work) WarmUp(subject, events, warmUp);
        for (var round = 0; round < rounds; round++)
            for (var subject = 0; subject < work.Length; subject++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var before = Environment.CpuUsage.TotalTime;
                var done = work[subject].Run(events);
                var time = Environment.CpuUsage.TotalTime - before;
                times[subject][round] = time.TotalNanoseconds / done;
                bytes[subject] = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / done;
            }
        return [.. one.Subjects.Select((subject, i) => new Measurement(one, subject, times[i].Order().ElementAt(rounds / 2), bytes[i]))];
    }

    // Until the compiler has looked at it twice: for some time at least, and then as long as it still gets faster.
    private static void WarmUp(IWorkload work, long events, TimeSpan atLeast)
    {
        var (start, last) = (Stopwatch.GetTimestamp(), double.MaxValue);
        while (true)
        {
            var before = Stopwatch.GetTimestamp();
            var done = work.Run(events);
            var now = Stopwatch.GetElapsedTime(before).TotalNanoseconds / done;
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > atLeast && (now > 0.95 * last || elapsed > MostWarmUp)) return;
            last = now;
        }
    }
}
