using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>A time that is added up piece by piece: exactly in all, and about how much of it fell into each
/// part of a span of time.</summary>
/// <remarks>The parts are weights and no books, so they are floating: of any number of vehicles for a
/// century there is room, and no division of 128 bits. What falls outside the span counts with its first or its last part.</remarks>
/// <param name="from">When the first part begins.</param>
/// <param name="length">[time] Of all parts together, which are equally long.</param>
internal sealed class TimeByPart(SimTime from, TimeSpan length)
{
    // Into so many: of 17 hours each as far as a thousand do for that, so that a run of ten years does not
    // blame what was shut in another week.
    private const int Fewest = 128;
    private const int Most = 1024;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(17);

    private readonly long _from = from.Ticks;
    private readonly long _part = Math.Max(1, (length.Ticks + CountFor(length) - 1) / CountFor(length));
    private readonly double[] _ticks = new double[CountFor(length)];

    /// <summary>How many parts there are.</summary>
    public int Count => _ticks.Length;

    /// <summary>[ticks] What fell into one part, from 0.</summary>
    public double this[int part] => _ticks[part];

    /// <summary>[ticks] All.</summary>
    public Int128 Total { get; private set; }

    /// <summary>What fell into each part, times what one tick of that part weighs.</summary>
    /// <param name="weights">One for each part.</param>
    public double Within(ReadOnlySpan<double> weights)
    {
        var within = 0.0;
        for (var part = 0; part < _ticks.Length; part++) within += _ticks[part] * weights[part];
        return within;
    }

    /// <summary>Adds what fell into each part to sums of it.</summary>
    /// <param name="sums">[ticks] One for each part.</param>
    /// <param name="times">So often.</param>
    public void AddTo(Span<double> sums, double times)
    {
        for (var part = 0; part < _ticks.Length; part++) sums[part] += _ticks[part] * times;
    }

    /// <summary>Adds to each part's share what a span of time covers of it.</summary>
    /// <param name="begin">When it begins.</param>
    /// <param name="end">When it ends; not before.</param>
    /// <param name="shares">[share] One for each part.</param>
    public void Cover(SimTime begin, SimTime end, Span<double> shares)
    {
        var (first, last) = (begin.Ticks - _from, end.Ticks - _from);
        for (var part = PartOf(first); part < Count && part * _part < last; part++)
            shares[part] += (double)(Math.Min(last, (part + 1) * _part) - Math.Max(first, part * _part)) / _part;
    }

    /// <summary>A piece, as if it had run evenly from its beginning to its end.</summary>
    public void Add(in LoggedHoldUp piece)
    {
        var (begin, end, time) = (piece.From.Ticks - _from, piece.Until.Ticks - _from, piece.Time.Ticks);
        Total += time;
        var first = PartOf(begin);
        // Most pieces are short.
        if (end <= (first + 1) * _part || first == Count - 1)
        {
            _ticks[first] += time;
            return;
        }
        var last = PartOf(end - 1);
        var rate = (double)time / (end - begin);
        _ticks[first] += rate * ((first + 1) * _part - begin);
        for (var part = first + 1; part < last; part++) _ticks[part] += rate * _part;
        _ticks[last] += rate * (end - last * _part);
    }

    private int PartOf(long ticks) => (int)Math.Clamp(ticks / _part, 0, Count - 1);

    private static int CountFor(TimeSpan length) => (int)Math.Clamp(length / Usual, Fewest, Most);
}
