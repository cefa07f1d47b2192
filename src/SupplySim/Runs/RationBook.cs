using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>Since when, for how long and how far rations were cut at each place.</summary>
/// <remarks>One run, one thread.</remarks>
/// <param name="places">How many there are.</param>
internal sealed class RationBook(int places)
{
    private const int Full = 1_000_000;
    private readonly Cuts?[] _cuts = new Cuts?[places];

    /// <summary>From now on so much of a full ration is given out at a place.</summary>
    /// <param name="place">By number.</param>
    /// <param name="millionths">[1e-6] The share.</param>
    /// <param name="now">Now.</param>
    public void Set(int place, int millionths, SimTime now)
    {
        var cuts = _cuts[place] ?? new(now, now, TimeSpan.Zero, Full, Full);
        _cuts[place] = cuts with { Since = now, Time = cuts.Until(now), Given = millionths, Least = Math.Min(cuts.Least, millionths) };
    }

    /// <summary>Where rations have been cut, in the order of places: when first, for how long in all, and the least share that was given out.</summary>
    public IEnumerable<(int Place, SimTime First, TimeSpan Time, double Least)> All(SimTime now) =>
        _cuts.Index().Where(one => one.Item?.Until(now) > TimeSpan.Zero).Select(one => (one.Index, one.Item!.First, one.Item.Until(now), one.Item.Least / (double)Full));

    private sealed record Cuts(SimTime First, SimTime Since, TimeSpan Time, int Given, int Least)
    {
        public TimeSpan Until(SimTime now) => Given < Full ? Time + (now - Since) : Time;
    }
}
