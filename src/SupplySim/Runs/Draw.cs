using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A random length of time with the stream it is drawn from.</summary>
/// <remarks>The n-th draw depends on seed, replication, stream name and n alone. What is unknown rather than random is drawn
/// once per run, from a stream of its own: one draw counts for every occasion, and for all that share the figure.</remarks>
internal readonly struct Draw
{
    // As long as a draw can be: beyond every run.
    private static readonly double LongestMilliseconds = TimeSpan.FromDays(36_525).TotalMilliseconds;

    private readonly Duration _duration;
    private readonly RandomStream _stream;
    private readonly bool _isFixed;

    /// <param name="duration">How long it takes.</param>
    /// <param name="stream">What it is drawn from; not looked at where it is fixed. See <see cref="World.Draw"/>.</param>
    public Draw(Duration duration, RandomStream stream) => (_duration, _isFixed, _stream) = (duration, duration.IsFixed, stream);

    public TimeSpan Sample(long occasion) =>
        _duration.Sample(_isFixed ? 0.5 : _stream.Uniform(_duration.IsUnknown ? 0 : occasion));

    /// <summary>So many times a sampled length: in whole milliseconds, and at most a hundred years, as every sampled length.</summary>
    public static TimeSpan Times(TimeSpan time, double factor) =>
        factor == 1 ? time : TimeSpan.FromMilliseconds(Math.Min(Math.Round(time.TotalMilliseconds * factor), LongestMilliseconds));

    /// <summary>The occasion of one entity, so that no entity shifts the draws of another.</summary>
    public static long Occasion(int entity, int ordinal) => ((long)entity << 32) | (uint)ordinal;
}
