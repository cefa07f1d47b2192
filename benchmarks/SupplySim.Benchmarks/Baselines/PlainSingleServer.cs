using SupplySim.Benchmarks.Models;

namespace SupplySim.Benchmarks.Baselines;

/// <summary>The single-server queue of <see cref="SingleServer"/>; it counts customers.</summary>
internal sealed class PlainSingleServer : PlainModel
{
    private const int Arrives = 0;
    private const int Leaves = 1;

    private readonly SplitMix64 _draws = new(999);
    private readonly Queue<long> _line = new();
    private bool _busy;
    private long _waited;

    public PlainSingleServer(string subject)
        : base(subject) => ScheduleArrival();

    /// <summary>[minutes] The mean over those whose service has begun.</summary>
    public double MeanWait => (double)_waited / TimeSpan.TicksPerMinute / (Events + (_busy ? 1 : 0));

    protected override long Result => _waited;

    protected override void Happen(int what, int who)
    {
        if (what == Arrives)
        {
            ScheduleArrival();
            if (_busy) _line.Enqueue(Now);
            else Serve(Now);
            return;
        }
        Events++;
        _busy = false;
        if (_line.TryDequeue(out var next)) Serve(next);
    }

    private void Serve(long arrived)
    {
        _busy = true;
        _waited += Now - arrived;
        Schedule(TimeSpan.FromMinutes(_draws.Exponential(1)).Ticks, Leaves);
    }

    private void ScheduleArrival() => Schedule(TimeSpan.FromMinutes(_draws.Exponential(1 / 0.8)).Ticks, Arrives);
}
