using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>Since when, for how long and how far rations were cut at each place.</summary>
/// <remarks>One run, one thread.</remarks>
/// <param name="places">How many there are.</param>
/// <param name="commodities">How many there are.</param>
internal sealed class RationBook(int places, int commodities)
{
    private const int Full = 1_000_000;
    private readonly Cuts?[] _cuts = new Cuts?[places * commodities];

    /// <summary>Whether any rule cuts some commodities and not others: then each is told by itself.</summary>
    public bool IsByCommodity { get; set; }

    /// <summary>From now on so much of a full ration of a commodity is given out at a place.</summary>
    /// <param name="place">By number.</param>
    /// <param name="commodity">By number.</param>
    /// <param name="millionths">[1e-6] The share.</param>
    /// <param name="now">Now.</param>
    public void Set(int place, int commodity, int millionths, SimTime now)
    {
        ref var cuts = ref _cuts[place * commodities + commodity];
        if (cuts is null && millionths == Full) return;
        cuts = (cuts ?? new(now, now, TimeSpan.Zero, Full, Full)).GiveOut(millionths, now);
    }

    /// <summary>Where rations have been cut, in the order of places: of what, or -1 where of all alike; when first, for how long in all,
    /// and the least share that was given out.</summary>
    public IEnumerable<(int Place, int Commodity, SimTime First, TimeSpan Time, double Least)> All(SimTime now) =>
        _cuts.Index().Where(one => one.Item?.Until(now) > TimeSpan.Zero)
            .GroupBy(one => (Place: one.Index / commodities, Commodity: IsByCommodity ? one.Index % commodities : -1), one => one.Item!)
            .Select(one => (one.Key.Place, one.Key.Commodity, one.Min(cuts => cuts.First), one.Max(cuts => cuts.Until(now)),
                one.Min(cuts => cuts.Least) / (double)Full));

    private sealed record Cuts(SimTime First, SimTime Since, TimeSpan Time, int Given, int Least)
    {
        public TimeSpan Until(SimTime now) => Given < Full ? Time + (now - Since) : Time;

        public Cuts GiveOut(int millionths, SimTime now) =>
            this with { Since = now, Time = Until(now), Given = millionths, Least = Math.Min(Least, millionths) };
    }
}
