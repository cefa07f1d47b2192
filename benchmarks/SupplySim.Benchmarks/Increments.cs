using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>Times between an event and its successor, in a table that is made before the clock starts: the queue is what
/// is measured, not the law. Mean one second.</summary>
internal sealed class Increments
{
    private const int Size = 1 << 16;

    public static readonly string[] Laws = ["exponential", "uniform", "bimodal", "pareto", "constant"];

    /// <summary>What a queue may choke on: everything at the same instants, half of it at once, some of it far off.</summary>
    public static readonly string[] Patterns = ["ties", "half-now", "far-future"];

    private readonly long[] _ticks = new long[Size];
    private readonly long[] _residuals = new long[Size];
    private int _next;
    private int _nextResidual;

    /// <param name="law">One of <see cref="Laws"/> or <see cref="Patterns"/>.</param>
    public Increments(string law)
    {
        var stream = new RandomStream(1, 0, StreamKey.Of("hold/" + law));
        for (var i = 0; i < Size; i++)
            _ticks[i] = (long)(TimeSpan.TicksPerSecond * Seconds(law, stream.Uniform(2 * i), stream.Uniform(2 * i + 1)));
        if (law != "ties") MakeResiduals(new RandomStream(1, 0, StreamKey.Of("residual/" + law)));
        else Array.Fill(_residuals, TimeSpan.TicksPerSecond);
    }

    /// <summary>[ticks] The next increment.</summary>
    public long Next() => _ticks[_next++ & (Size - 1)];

    /// <summary>[ticks] What is left, at a random moment, of an increment under way: so a population starts in its steady
    /// state.</summary>
    public long NextResidual() => _residuals[_nextResidual++ & (Size - 1)];

    private static double Seconds(string law, double u, double v) => law switch
    {
        "exponential" => -Math.Log(u),
        "uniform" => 2 * u,
        "bimodal" => v < 0.9 ? 0.1 + 0.1 * u : 8.15 + u,
        "pareto" => Math.Min(1e5, Math.Pow(u, -1 / 1.5) / 3), // no variance; mean one second
        "constant" or "ties" => 1,
        "half-now" => v < 0.5 ? 0 : -2 * Math.Log(u),
        "far-future" => v < 0.001 ? 900 + 50 * u : 0.1 * u, // one of a thousand lies ten thousand times as far off as the others
        _ => throw new ArgumentException($"There is no law '{law}'."),
    };

    // A moment drawn evenly from the whole length of the table falls into long increments as often as it should.
    private void MakeResiduals(RandomStream stream)
    {
        var ends = new long[Size];
        var sum = 0L;
        for (var i = 0; i < Size; i++) ends[i] = sum += _ticks[i];
        for (var i = 0; i < Size; i++)
        {
            var moment = (long)(stream.Uniform(i) * sum);
            var place = Array.BinarySearch(ends, moment);
            _residuals[i] = ends[place < 0 ? ~place : place] - moment + 1;
        }
    }
}
