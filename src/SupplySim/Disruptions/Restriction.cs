using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Crossings or routes do less: some lanes of a crossing, some of the speed on a route, lighter vehicles alone on
/// either.</summary>
/// <remarks>
/// Shares of several restrictions multiply; of several weight limits the least binds; the last to go restores all. A share of nothing
/// is a closure. Whoever is in a lane finishes; whoever is on a route goes on at the new speed. Those who plan reckon with the usual
/// speed and lanes.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Restriction(string Id) : Loss(Id)
{
    /// <summary>What does less: the id of a crossing, or a route's id <c>a - b</c>; or a list of either, struck at once and as long.
    /// No default.</summary>
    public required Targets Limit { get; init; }

    /// <summary>[share] With crossings: of the lanes that are left, 0 to 1, in each direction. Where that is no whole number, one lane
    /// more works, and all of them so much more slowly that the share is met exactly; an inspection that
    /// has begun lasts as long as before. 0 shuts it. Default: all.</summary>
    public Number? Lanes { get; init; }

    /// <summary>[share] With routes: of the speed of each vehicle there, 0 to 1; 0 shuts it, and holds those who are on it.
    /// Default: all.</summary>
    public Number? Speed { get; init; }

    /// <summary>What a vehicle may weigh that passes meanwhile, with what lies on it; above zero. Columns
    /// with a heavier one find it shut. Default: as always.</summary>
    public Mass? WeightLimit { get; init; }

    /// <inheritdoc/>
    protected override string Effect => $"limits {Limit}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) =>
        world.Together(Limit.SelectMany(target => Limits(world, target, occurrence)));

    private IEnumerable<IDisposable> Limits(World world, string target, int occurrence)
    {
        if (Lanes is not null) yield return world.LimitLanes(target, Share(world, Lanes, "lanes", occurrence), Blame);
        if (Speed is not null) yield return world.LimitSpeed(target, Share(world, Speed, "speed", occurrence), Blame);
        if (WeightLimit is { } most) yield return world.LimitWeight(target, most, Blame);
    }

    // One draw for all that is struck at once.
    private double Share(World world, Number share, string purpose, int occurrence) =>
        world.Sample(share, $"{purpose}/{Id}", occurrence);

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
