using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Cli.Progress;

/// <summary>A line every ten seconds: <c>120 of 1,000 runs, 24 runs/s, 37 s left</c>.</summary>
internal sealed class ProgressLines(TextWriter writer, TimeProvider clock) : IProgress<ExperimentProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _told = TimeSpan.Zero;

    /// <inheritdoc/>
    public void Report(ExperimentProgress value)
    {
        lock (_lock)
        {
            var elapsed = clock.GetElapsedTime(_start);
            if (elapsed - _told < Pause) return;
            _told = elapsed;
            var rate = value.RunsDone / elapsed.TotalSeconds;
            var left = (value.RunsPlanned - value.RunsDone) / Math.Max(rate, 1e-9);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{value.RunsDone:N0} of {value.RunsPlanned:N0} runs, {rate:0.#} runs/s, {left:0} s left"));
        }
    }
}
