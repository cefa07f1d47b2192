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

    private const double LeastLuck = 1.0 / (1L << 53);
    private readonly Duration _duration;
    private readonly RandomStream _stream;
    private readonly bool _isFixed;

    /// <param name="duration">How long it takes.</param>
    /// <param name="stream">What it is drawn from; not looked at where it is fixed. See <see cref="World.Draw"/>.</param>
    public Draw(Duration duration, RandomStream stream) => (_duration, _isFixed, _stream) = (duration, duration.IsFixed, stream);

    public TimeSpan Sample(long occasion) =>
        _duration.Sample(_isFixed ? 0.5 : _stream.Uniform(_duration.IsUnknown ? 0 : occasion));

    /// <summary>What is drawn where it is known that it is no shorter than it has lasted.</summary>
    public TimeSpan Sample(long occasion, TimeSpan lasted) =>
        _isFixed || _duration.IsUnknown ? Sample(occasion) : SampleBeyond(_stream.Uniform(occasion), lasted);

    /// <summary>What is drawn where this law takes the place of another while it lasts: as lucky as the
    /// other draw was, of those that are no shorter than it has lasted.</summary>
    /// <remarks>The luck that is left of a draw is where it lies among those that have lasted as long by
    /// its own law: so a law that says nearly the same gives nearly the same, and what has no memory goes on without any.</remarks>
    /// <param name="occasion">Of both draws.</param>
    /// <param name="lasted">How long it has lasted by this law.</param>
    /// <param name="before">The other.</param>
    /// <param name="lastedBefore">How long it has lasted by that.</param>
    public TimeSpan Sample(long occasion, TimeSpan lasted, in Draw before, TimeSpan lastedBefore)
    {
        if (_isFixed || _duration.IsUnknown) return Sample(occasion);
        var luck = _stream.Uniform(occasion);
        if (!before._isFixed && !before._duration.IsUnknown && lastedBefore > TimeSpan.Zero
            && before._duration.ShareWithin(lastedBefore) is < 1 and var passed)
            luck = Math.Max(LeastLuck, (luck - passed) / (1 - passed));
        return SampleBeyond(luck, lasted);
    }

    private TimeSpan SampleBeyond(double luck, TimeSpan lasted)
    {
        var passed = lasted > TimeSpan.Zero ? _duration.ShareWithin(lasted) : 0;
        return passed + (1 - passed) * luck is < 1 and var position && _duration.Sample(position) is var length && length > lasted
            ? length
            : lasted;
    }

    /// <summary>So many times a sampled length: in whole milliseconds, and at most a hundred years, as every sampled length.</summary>
    public static TimeSpan Times(TimeSpan time, double factor) =>
        factor == 1 ? time : TimeSpan.FromMilliseconds(Math.Min(Math.Round(time.TotalMilliseconds * factor), LongestMilliseconds));

    /// <summary>The occasion of one entity, so that no entity shifts the draws of another.</summary>
    public static long Occasion(int entity, int ordinal) => ((long)entity << 32) | (uint)ordinal;
}
